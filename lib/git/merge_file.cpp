#include "git/merge_file.h"

#include <vector>

#include "git/environment.h"
#include "git/output.h"
#include "git/private_directory.h"

namespace mentor::git {

std::string merge_file(const Versions& versions, std::string_view our_label, std::string_view their_label) {
  const PrivateDirectory directory;
  directory.put("ours", versions.ours);
  directory.put("before", versions.before);
  directory.put("theirs", versions.theirs);
  std::vector<std::string> words = git_words(directory.path());
  words.insert(words.end(), {"merge-file", "--stdout", "--diff3", "-L", std::string(our_label), "-L",
                             "before", "-L", std::string(their_label), "--", "ours", "before", "theirs"});
  const Outcome outcome = run(words, git_environment(), "", kTimeLimit);
  constexpr int kFailed = 128;  // up to here it is the number of conflicts
  if (outcome.status >= kFailed) throw git_trouble("cannot merge what was typed", outcome);
  return outcome.out;
}

}  // namespace mentor::git
