/// The commits that touched some paths, and what each did to them.
#pragma once

#include <string>
#include <vector>

#include "git/history.h"
#include "git/repository.h"

namespace mentor::git {

/// A file as a commit found it and left it: ids of blobs, empty where there was none.
struct Touched {
  std::string path;
  std::vector<std::string> before;  ///< in each parent
  std::string after;                ///< empty: the commit took it away
  std::string common;               ///< of a merge: in what its parents share, see add_common()
};

/// A commit with the files of interest in which it differs from its parent, or from any parent of a merge.
/// The first commit has one parent without a file.
struct Logged {
  Commit commit;
  std::vector<std::string> parents;
  std::vector<Touched> files;

  [[nodiscard]] bool is_merge() const { return parents.size() > 1; }
};

/// Which commits: all that lead to `until`, which is a full id, without those that lead to `after`, unless it
/// is empty.
struct Stretch {
  std::string after;
  std::string until;
};

/// The commits that touched these paths or what lies below them, side branches included whatever became of
/// them, parents before their children and else by their date. Without paths, the whole data directory.
[[nodiscard]] std::vector<Logged> log_of(const Repository& repository, const Paths& paths,
                                         const Stretch& stretch);

/// Finds out what the parents of each merge share, which takes a program a merge.
void add_common(const Repository& repository, std::vector<Logged>& commits);

}  // namespace mentor::git
