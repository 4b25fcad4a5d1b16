#include "git/diff.h"

#include "git/environment.h"
#include "git/output.h"
#include "git/private_directory.h"

namespace mentor::git {

std::string diff(const std::optional<std::string>& old_bytes, const std::optional<std::string>& new_bytes,
                 std::string_view path) {
  const PrivateDirectory directory;
  const std::string name(path);
  directory.put("a/" + name, old_bytes);
  directory.put("b/" + name, new_bytes);
  std::vector<std::string> words = git_words(directory.path());
  words.insert(words.end(), {"diff", "--no-index", "--no-color", "--no-ext-diff", "--no-textconv",
                             "--src-prefix=", "--dst-prefix=", "--", "a", "b"});
  const Outcome outcome = run(words, git_environment(), "", kTimeLimit);
  if (outcome.status > 1) throw git_trouble("cannot show the difference", outcome);
  if (outcome.out.empty()) return {};
  // For a file on one side only git names that side twice.
  return "diff --git a/" + name + " b/" + name + outcome.out.substr(outcome.out.find('\n'));
}

}  // namespace mentor::git
