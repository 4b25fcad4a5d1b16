#include "git/signature.h"

#include <algorithm>
#include <chrono>

#include "base/errors.h"
#include "git/environment.h"
#include "git/objects.h"
#include "git/output.h"

namespace mentor::git {
namespace {

using Signatures = std::map<std::string, Signature>;

constexpr std::size_t kAtOnce = 50;
constexpr std::size_t kLargest = 1U << 20U;
constexpr std::chrono::seconds kPatience{10};
constexpr std::string_view kUnchecked = "unchecked";

bool is_signed(const std::string& commit) {
  const std::size_t header = commit.find("\n\n");
  return commit.substr(0, header).find("\ngpgsig") != std::string::npos;
}

std::vector<std::string> signed_among(const Repository& repository, const std::vector<std::string>& commits) {
  std::vector<std::string> found;
  for (const auto& each : Objects(repository).read(commits, {kLargest}))
    if (each && each->bytes && is_signed(*each->bytes)) found.push_back(each->id);
  return found;
}

std::string_view in_words(char letter) {
  switch (letter) {
    case 'G':
      return "good";
    case 'B':
      return "bad";
    case 'U':
    case 'E':
      return "unknown key";
    case 'X':
    case 'Y':
      return "expired";
    case 'R':
      return "revoked key";
    default:
      return kUnchecked;
  }
}

// A program that cannot be run is a bad signature to git, which it says beside.
bool was_checked(const Outcome& outcome) {
  return outcome.status == 0 && outcome.err.find("cannot run") == std::string::npos;
}

// Whether all could be checked within the time.
bool check(const Repository& repository, const std::vector<std::string>& commits, Signatures& found) {
  std::string names;
  for (const std::string& each : commits) names.append(each).append("\n");
  Process program = repository.start(Repository::Access::read,
                                     {"--no-replace-objects", "-c", "log.showSignature=false", "log",
                                      "--no-walk=unsorted", "--stdin", "-z", "--format=%H%x00%G?%x00%GS"});
  Outcome outcome;
  try {
    outcome = program.finish(names, kPatience);
  } catch (const Trouble&) {
    return false;
  }
  if (!was_checked(outcome)) return false;
  const std::vector<std::string> parts = split_at_nul(outcome.out);
  for (std::size_t i = 0; i + 3 <= parts.size(); i += 3) {
    const std::string& letter = parts[i + 1];
    found[parts[i]] = {std::string(in_words(letter.empty() ? 'N' : letter.front())), parts[i + 2]};
  }
  return true;
}

}  // namespace

Signatures signatures(const Repository& repository, const std::vector<std::string>& commits) {
  const std::vector<std::string> asked = signed_among(repository, commits);
  Signatures found;
  for (const std::string& each : asked) found[each] = {std::string(kUnchecked), ""};
  for (auto from = asked.begin(); from != asked.end();) {
    const auto to = from + std::min<std::ptrdiff_t>(kAtOnce, asked.end() - from);
    if (!check(repository, {from, to}, found)) break;
    from = to;
  }
  return found;
}

}  // namespace mentor::git
