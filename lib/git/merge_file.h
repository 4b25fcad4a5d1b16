/// The merge of two people's changes to one file, line by line, as `git merge-file` makes it.
#pragma once

#include <string>
#include <string_view>

namespace mentor::git {

struct Versions {
  std::string ours;
  std::string before;
  std::string theirs;
};

/// The merged text. Where both changed the same lines it holds both, between conflict markers with these
/// labels: no record can be read from it until somebody settles them.
[[nodiscard]] std::string merge_file(const Versions& versions, std::string_view our_label,
                                     std::string_view their_label);

}  // namespace mentor::git
