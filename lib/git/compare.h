/// How two commits stand to each other.
#pragma once

#include <string>
#include <vector>

#include "git/repository.h"

namespace mentor::git {

/// A file that two commits hold differently. What is not there has no id, and mode "000000".
struct Differing {
  std::string path;  ///< from the top of the work tree
  std::string our_mode;
  std::string their_mode;
  std::string our_id;
  std::string their_id;
};

/// The mode of a file that is no link, no program and no submodule.
inline constexpr std::string_view kPlainFile = "100644";
inline constexpr std::string_view kNoFile = "000000";

/// The files in which they differ, in the order of paths.
[[nodiscard]] std::vector<Differing> differing(const Repository& repository, const std::string& ours,
                                               const std::string& theirs);

/// The latest commits that both descend from: several after merges in both directions, none when the two have
/// nothing in common.
[[nodiscard]] std::vector<std::string> merge_bases(const Repository& repository, const std::string& ours,
                                                   const std::string& theirs);

/// Who made a commit, and when.
struct Author {
  std::string commit;
  std::string name;
  std::string day;  ///< "2026-02-10", by the committer's clock
};

/// The commits in `to` and not in `from` that changed the path, from the repository's directory; newest
/// first.
[[nodiscard]] std::vector<Author> authors_of(const Repository& repository, const std::string& from,
                                             const std::string& to, const std::string& path);

}  // namespace mentor::git
