#include "git/repository.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "git/environment.h"
#include "git/output.h"
#include "git/site.h"

namespace mentor::git {
namespace {

using Words = std::vector<std::string>;

struct State {
  std::string_view file;  // in git's folder, while it lasts
  std::string_view what;
  std::string_view finish;
  std::string_view abort;
};

// `git am` and one way of `git rebase` share a folder: the more telling file comes first.
constexpr std::array kStates{
    State{"rebase-merge", "a rebase", "rebase --continue", "rebase --abort"},
    State{"rebase-apply/applying", "a `git am`", "am --continue", "am --abort"},
    State{"rebase-apply", "a rebase", "rebase --continue", "rebase --abort"},
    State{"MERGE_HEAD", "a merge", "merge --continue", "merge --abort"},
    State{"SQUASH_MSG", "a squashed merge", "commit", "reset --merge"},
    State{"CHERRY_PICK_HEAD", "a cherry-pick", "cherry-pick --continue", "cherry-pick --abort"},
    State{"REVERT_HEAD", "a revert", "revert --continue", "revert --abort"},
    State{"sequencer", "a series of picks", "cherry-pick --continue", "cherry-pick --abort"},
    State{"BISECT_LOG", "a bisection", "", "bisect reset"},
};

// An older git knows only the second, and stops where it would fetch.
Words offline(Words environment) {
  constexpr std::string_view kProtocols = "GIT_ALLOW_PROTOCOL=";
  std::erase_if(environment, [&](const std::string& entry) { return entry.starts_with(kProtocols); });
  environment.emplace_back("GIT_NO_LAZY_FETCH=1");
  environment.emplace_back(kProtocols);
  return environment;
}

// One line each: bare or not, git's folder, top, prefix, and the id of HEAD unless it is unborn.
Site read_site(const Outcome& outcome, const std::filesystem::path& directory) {
  const std::vector<std::string> lines = lines_of(outcome.out);
  const std::string name = "'" + directory.string() + "'";
  if (!lines.empty() && lines.front() == "true")
    throw Trouble(Cause::machine,
                  name + " is a bare repository, which holds no files, clone it and work there");
  if (outcome.err.find("not a git repository") != std::string::npos)
    throw Trouble(Cause::machine, name + " is not in a git repository, make one there with `git init`");
  const bool unborn = outcome.status == 1 && lines.size() == 4;
  if (!unborn && (outcome.status != 0 || lines.size() != 5))
    throw git_trouble("cannot open the repository of " + name, outcome);
  Site site{lines[2], lines[1], lines[3], unborn ? "" : lines[4]};
  std::error_code ignored;
  if (!std::filesystem::equivalent(site.top / site.prefix, directory, ignored))
    throw Trouble(Cause::machine, "git has its work tree in '" + site.top.string() + "' and not in " + name +
                                      ", take away the setting core.worktree");
  return site;
}

}  // namespace

Repository::Repository(const std::filesystem::path& directory, For use)
    : directory_(std::filesystem::absolute(directory)), environment_(git_environment()) {
  auto plain = plain_site(directory_);
  std::optional<Process> asked;
  if (!plain) asked.emplace(ask_for_site());
  if (use == For::writing) author_.emplace(ask_for_author());
  site_ = plain ? std::move(*plain) : read_site(asked->finish("", kTimeLimit), directory_);
}

Process Repository::ask_for_site() const {
  return start(Access::read, {"rev-parse", "--is-bare-repository", "--path-format=absolute", "--git-dir",
                              "--show-toplevel", "--show-prefix", "--quiet", "--verify", "HEAD"});
}

void Repository::require_working() const {
  static_cast<void>(read_site(ask_for_site().finish("", kTimeLimit), directory_));
}

void Repository::initialise(const std::filesystem::path& directory) {
  const Words environment = git_environment();
  Words words{"git", "init", "--quiet"};
  const Outcome branch = git::run({"git", "config", "--get", "init.defaultBranch"}, environment, "",
                                  kTimeLimit);
  if (branch.status != 0) words.emplace_back("--initial-branch=main");
  words.insert(words.end(), {"--", directory.string()});
  const Outcome made = git::run(words, environment, "", kTimeLimit);
  if (made.status != 0) throw git_trouble("cannot make a repository in '" + directory.string() + "'", made);
}

Process Repository::start(Access access, const Words& arguments) const {
  Words words = git_words(directory_);
  words.emplace_back("--literal-pathspecs");
  if (access != Access::write) words.emplace_back("--no-optional-locks");
  words.insert(words.end(), arguments.begin(), arguments.end());
  return {words, access == Access::offline ? offline(environment_) : environment_};
}

Outcome Repository::run(Access access, const Words& arguments, std::string_view input) const {
  return start(access, arguments).finish(input, kTimeLimit);
}

std::string Repository::branch() const {
  constexpr std::string_view kReference = "ref: ";
  constexpr std::string_view kBranch = "refs/heads/";
  std::error_code no_link;  // that HEAD is one is an old way, which core.preferSymlinkRefs keeps
  std::string name = std::filesystem::read_symlink(git_path("HEAD"), no_link);
  if (no_link) {
    std::ifstream file(git_path("HEAD"));
    std::getline(file, name);
    if (!name.starts_with(kReference)) return "";
    name.erase(0, kReference.size());
  }
  return name.starts_with(kBranch) ? name.substr(kBranch.size()) : "";
}

Process Repository::ask_for_author() const {
  return start(Access::read, {"-c", "user.useConfigOnly=true", "var", "GIT_AUTHOR_IDENT"});
}

// An address in EMAIL is a given one, which user.useConfigOnly doesn't count.
Outcome Repository::with_email(const std::string& variable, Outcome answer) const {
  const auto email = std::find_if(environment_.begin(), environment_.end(), [](const std::string& entry) {
    return entry.starts_with("EMAIL=") && entry != "EMAIL=";
  });
  if (answer.status == 0 || email == environment_.end()) return answer;
  return run(Access::read, {"-c", "user.email=" + email->substr(email->find('=') + 1), "-c",
                            "user.useConfigOnly=true", "var", variable});
}

// Who may commit follows from the same settings as the author, unless the environment names only one of them.
Outcome Repository::ask_for_committer() const {
  const bool author_apart = std::any_of(
      environment_.begin(), environment_.end(), [](const std::string& entry) {
        return entry.starts_with("GIT_AUTHOR_NAME=") || entry.starts_with("GIT_AUTHOR_EMAIL=");
      });
  if (!author_apart) return {};
  const std::string variable = "GIT_COMMITTER_IDENT";
  return with_email(variable, run(Access::read, {"-c", "user.useConfigOnly=true", "var", variable}));
}

std::optional<std::string> Repository::identity() {
  Process asked = author_ ? std::move(*author_) : ask_for_author();
  author_.reset();
  const Outcome author = with_email("GIT_AUTHOR_IDENT", asked.finish("", kTimeLimit));
  const Outcome committer = author.status == 0 ? ask_for_committer() : author;
  if (committer.status == 0) return author.out.substr(0, author.out.rfind('>') + 1);
  require_working();
  why_nobody_ = git_reason(committer);
  return std::nullopt;
}

std::optional<UnderWay> Repository::under_way() const {
  for (const State& state : kStates) {
    std::error_code ignored;
    if (!std::filesystem::exists(git_path(state.file), ignored)) continue;
    std::string how_to = "end it with `git ";
    if (!state.finish.empty())
      how_to.assign("finish it with `git ").append(state.finish).append("` or give it up with `git ");
    how_to.append(state.abort).append("`");
    return UnderWay{std::string(state.what), how_to};
  }
  return std::nullopt;
}

bool Repository::index_is_locked() const {
  std::error_code ignored;
  return std::filesystem::exists(git_path("index.lock"), ignored);
}

}  // namespace mentor::git
