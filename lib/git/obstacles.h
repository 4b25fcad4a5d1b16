/// What keeps git from committing a file as it stands.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/repository.h"

namespace mentor::git {

/// A file that is going to be committed.
struct Candidate {
  std::string path;
  std::optional<std::string_view> bytes;  ///< nothing for a removal
  bool is_known = false;                  ///< the index has it
};

/// Why git would leave one of the files out of a commit or commit other bytes than these, and what to do:
/// "git ignores 'x.yaml', take away the rule that `git check-ignore -v` names"; nothing when it takes them
/// all as they are. The reasons are an ignore rule, an index that is told to skip a file, and attributes that
/// convert.
[[nodiscard]] std::optional<std::string> obstacle(const Repository& repository,
                                                  const std::vector<Candidate>& candidates);

/// The same in two steps, the first of which waits for nothing: git reads the attributes of these paths while
/// others are busy.
class ObstacleQuestion {
 public:
  ObstacleQuestion(const Repository& repository, Paths paths);
  [[nodiscard]] const Paths& paths() const { return paths_; }
  /// What obstacle() says of files with these paths. To be called once.
  [[nodiscard]] std::optional<std::string> answer(const Repository& repository,
                                                  const std::vector<Candidate>& candidates) &&;

 private:
  Paths paths_;
  Process attributes_;
};

/// The files of the data directory that git was told not to look at: it sees no change of theirs.
[[nodiscard]] Paths unwatched(const Repository& repository);

/// The files of the data directory that a sparse checkout keeps out of the work tree, where nobody misses
/// them.
[[nodiscard]] Paths left_out(const Repository& repository);

}  // namespace mentor::git
