#include "git/sharing.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "git/environment.h"
#include "git/output.h"
#include "git/process.h"

namespace mentor::git {
namespace {

using Words = std::vector<std::string>;

constexpr std::chrono::seconds kNetworkLimit{120};

// ssh asks on the terminal by itself, unless somebody settled how it is called.
Words without_questions(const Repository& repository) {
  Words words{"-c", "credential.interactive=false", "-c", "core.askPass=",
              "-c", "maintenance.auto=false",       "-c", kDurable};
  if (std::getenv("GIT_SSH_COMMAND") != nullptr || std::getenv("GIT_SSH") != nullptr) return words;
  const Outcome set = repository.run(Repository::Access::read, {"config", "--get", "core.sshCommand"});
  if (set.status != 0)
    words.insert(words.end(), {"-c", "core.sshCommand=ssh -o BatchMode=yes -o ConnectTimeout=20"});
  return words;
}

// Nor does a window open, by git or by an ssh that somebody settled.
Words silent_environment() {
  Words environment = git_environment();
  std::erase_if(environment, [](const std::string& entry) {
    return entry.starts_with("GIT_ASKPASS=") || entry.starts_with("SSH_ASKPASS=") ||
           entry.starts_with("SSH_ASKPASS_REQUIRE=");
  });
  environment.emplace_back("SSH_ASKPASS_REQUIRE=never");
  return environment;
}

Outcome run(const Repository& repository, const Words& arguments) {
  Words words = git_words(repository.directory());
  const Words settings = without_questions(repository);
  words.insert(words.end(), settings.begin(), settings.end());
  words.insert(words.end(), arguments.begin(), arguments.end());
  return git::run(words, silent_environment(), "", kNetworkLimit);
}

// In one sentence: git goes on about what could be the matter.
Trouble unreachable(const Upstream& upstream, const Outcome& outcome, const std::string& so) {
  const Words lines = lines_of(outcome.err);
  if (outcome.err.find(".lock': File exists") != std::string::npos)
    return {Cause::machine, "another git is at work or was killed (" +
                                git_reason({outcome.status, "", lines.front()}) + "), " + so +
                                ", wait for it, and remove that file only if there is none"};
  const std::string why = what_git_said({outcome.status, "", lines.empty() ? "" : lines.front()});
  return {Cause::machine, "cannot reach the shared copy '" + upstream.remote + "' (" + why + "), " + so +
                              ", try again when there is a connection"};
}

// The lines in which the shared copy itself says why: the first ones, without what only sets them apart.
Words said_there(const Outcome& outcome) {
  constexpr std::size_t kMost = 2;
  constexpr std::string_view kRemote = "remote: ";
  Words said;
  for (const std::string& line : lines_of(outcome.err)) {
    if (!line.starts_with(kRemote)) continue;
    const std::string text = line.substr(kRemote.size(), line.find_last_not_of(' ') + 1 - kRemote.size());
    if (text.starts_with("error: ") || text.starts_with("fatal: ")) return {text};
    if (text.find_first_not_of(" -=*#") != std::string::npos && said.size() < kMost) said.push_back(text);
  }
  return said;
}

// What `git push --porcelain` gives for the reason: "[remote rejected] (pre-receive hook declined)".
std::string given_reason(const std::string& out) {
  for (const std::string& line : lines_of(out))
    if (line.starts_with("!\t") && line.find('[') != std::string::npos) return line.substr(line.find('['));
  return "";
}

// Why nothing was taken, in a line or two: git goes on about what could be the matter.
Outcome in_short(const Outcome& outcome) {
  Words lines = said_there(outcome);
  if (lines.empty()) lines = {given_reason(outcome.out)};
  if (lines.front().empty()) return outcome;
  std::string err;
  for (const std::string& line : lines) err.append(line).push_back('\n');
  return {outcome.status, "", err};
}

// What `git push --porcelain` says of a branch that another push has moved meanwhile, or is about to move.
bool may_be_overtaken(const std::string& out) {
  constexpr std::array<std::string_view, 6> kOvertaken{"(fetch first)",        "(non-fast-forward)",
                                                       "(cannot lock ref",     "(failed to update ref",
                                                       "(incorrect old value", "(reference already exists"};
  return std::any_of(kOvertaken.begin(), kOvertaken.end(),
                     [&out](std::string_view each) { return out.find(each) != std::string::npos; });
}

}  // namespace

std::optional<Upstream> upstream_of(const Repository& repository) {
  const Outcome outcome = repository.run(
      Repository::Access::read,
      {"for-each-ref", "--format=%(upstream:remotename)%0a%(upstream:remoteref)%0a%(upstream)",
       "refs/heads/" + repository.branch()});
  if (outcome.status != 0) throw git_trouble("cannot ask git for the shared copy", outcome);
  const Words lines = lines_of(outcome.out);
  if (lines.size() < 3 || lines[0].empty() || lines[0] == "." || lines[2].empty()) return std::nullopt;
  return Upstream{lines[0], lines[1], lines[2]};
}

void fetch(const Repository& repository, const Upstream& upstream) {
  const Outcome outcome = run(repository,
                              {"fetch", "--quiet", "--no-recurse-submodules", "--", upstream.remote});
  if (outcome.status != 0) throw unreachable(upstream, outcome, "nothing was changed");
}

std::string fetched(const Repository& repository, const Upstream& upstream) {
  const Outcome outcome = repository.run(
      Repository::Access::read, {"rev-parse", "--quiet", "--verify", upstream.tracking + "^{commit}"});
  const Words lines = lines_of(outcome.out);
  return outcome.status == 0 && !lines.empty() ? lines.front() : "";
}

std::optional<Trouble> push(const Repository& repository, const Upstream& upstream,
                            const std::string& commit) {
  const Outcome outcome = run(repository, {"push", "--porcelain", "--no-verify", "--recurse-submodules=no",
                                           "--", upstream.remote, commit + ":" + upstream.branch});
  if (outcome.status == 0) return std::nullopt;
  const auto refusal = [&] {
    return git_trouble("the shared copy '" + upstream.remote + "' takes nothing from here",
                       in_short(outcome));
  };
  if (may_be_overtaken(outcome.out) || may_be_overtaken(outcome.err)) return refusal();
  const bool refused = outcome.out.find("\n!\t") != std::string::npos || outcome.out.starts_with("!\t");
  if (refused) throw refusal();
  throw unreachable(upstream, outcome, "what is recorded here stays here");
}

}  // namespace mentor::git
