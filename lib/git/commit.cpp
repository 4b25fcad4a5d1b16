// What changes: the part of Repository that stages and commits, and asks what would be committed.
#include <algorithm>

#include "git/environment.h"
#include "git/output.h"
#include "git/repository.h"

namespace mentor::git {
namespace {

const std::vector<std::string> kPathsFromInput{"--pathspec-from-file=-", "--pathspec-file-nul"};

std::vector<std::string> with_paths_from_input(std::vector<std::string> words) {
  words.insert(words.end(), kPathsFromInput.begin(), kPathsFromInput.end());
  return words;
}

// "[main 5d41402…] sentence" or "[main (root-commit) 5d41402…] sentence"; a branch's name holds no space, but
// it may end in a bracket.
std::string id_in_summary(std::string_view out) {
  const std::string_view heading = out.substr(0, out.find("] ", out.find(' ')));
  return std::string(heading.substr(heading.rfind(' ') + 1));
}

}  // namespace

std::string Repository::commit(const Paths& paths, const Paths& new_paths, const std::string& message) {
  const auto refuse = [&](const std::string& what, const Outcome& outcome) {
    try {
      if (!new_paths.empty()) unstage(new_paths);
    } catch (const Trouble&) {
      // What git said first is what has to be known.
    }
    return git_trouble(what, outcome);
  };
  if (!new_paths.empty()) {
    const Outcome added = run(Access::write, with_paths_from_input({"add", "--intent-to-add"}),
                              joined_by_nul(new_paths));
    if (added.status != 0) throw refuse("git did not take the new files", added);
  }
  std::vector<std::string> words{"-c",          kDurable,
                                 "-c",          "maintenance.auto=false",
                                 "-c",          "core.abbrev=no",
                                 "-c",          "i18n.commitEncoding=UTF-8",
                                 "-c",          "i18n.logOutputEncoding=UTF-8",
                                 "commit",      "--only",
                                 "--no-verify", "--cleanup=verbatim",
                                 "--file=-",    "--"};
  words.insert(words.end(), paths.begin(), paths.end());
  const Outcome done = run(Access::write, words, message);
  if (done.status != 0) throw refuse("git did not commit", done);
  site_.head = id_in_summary(done.out);
  return site_.head;
}

void Repository::unstage(const Paths& paths) const {
  const Outcome outcome = run(Access::write, with_paths_from_input({"reset", "--quiet"}),
                              joined_by_nul(paths));
  if (outcome.status != 0) throw git_trouble("cannot put git's index back", outcome);
}

// check-ignore is the one command that takes no literal pathspecs; "./" keeps a path from being anything
// else.
Paths Repository::ignored(const Paths& paths) const {
  constexpr std::string_view kHere = "./";
  std::string input;
  for (const std::string& path : paths) input.append(kHere).append(path).push_back('\0');
  std::vector<std::string> words = git_words(directory_);
  words.insert(words.end(), {"check-ignore", "-z", "--stdin"});
  const Outcome outcome = git::run(words, environment_, input, kTimeLimit);
  if (outcome.status > 1) throw git_trouble("cannot ask git what it ignores", outcome);
  Paths ignored = split_at_nul(outcome.out);
  for (std::string& path : ignored) path.erase(0, kHere.size());
  return ignored;
}

Paths Repository::ignored_files() const {
  const Outcome outcome = run(Access::read,
                              {"ls-files", "--others", "--ignored", "--exclude-standard", "-z", "--", "."});
  if (outcome.status != 0) throw git_trouble("cannot ask git what it ignores", outcome);
  Paths ignored = split_at_nul(outcome.out);
  std::sort(ignored.begin(), ignored.end());
  return ignored;
}

Process Repository::ask_for_status(const Paths& paths) const {
  std::vector<std::string> words{"status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames",
                                 "--"};
  words.insert(words.end(), paths.begin(), paths.end());
  if (paths.empty()) words.emplace_back(".");
  return start(Access::read, words);
}

void Repository::prepare_status() { status_.emplace(ask_for_status({})); }

Paths Repository::status(const Paths& paths) const {
  const bool is_asked = paths.empty() && status_;
  Process asked = is_asked ? std::move(*status_) : ask_for_status(paths);
  if (is_asked) status_.reset();
  const Outcome outcome = asked.finish("", kTimeLimit);
  if (outcome.status != 0) throw git_trouble("cannot ask git what was changed", outcome);
  Paths changed;
  for (const std::string& entry : split_at_nul(outcome.out)) {
    const std::size_t before = std::string_view("XY ").size() +
                               site_.prefix.size();  // the path is from the top
    if (entry.size() > before) changed.push_back(entry.substr(before));
  }
  std::sort(changed.begin(), changed.end());
  return changed;
}

}  // namespace mentor::git
