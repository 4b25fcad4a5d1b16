/// Two commits merged record by record, before anything is written.
#pragma once

#include <string>
#include <vector>

#include "changes/merge.h"
#include "git/repository.h"
#include "store/change.h"

namespace mentor {

/// Who wrote one side of a conflict, and when.
struct Writer {
  std::string name;
  std::string day;
};

/// A conflict, and who wrote what.
struct Disagreement {
  std::string path;  ///< of the file, from the top of the work tree
  changes::Conflict conflict;
  Writer ours;
  Writer theirs;
};

/// One that a settlement settled.
struct Settled {
  Disagreement was;
  std::string value;  ///< the settlement's

  /// Whether the field is to have what neither side wrote.
  [[nodiscard]] bool is_new() const {
    const changes::Conflict& conflict = was.conflict;
    return !conflict.is_about_presence() && value != conflict.ours && value != conflict.theirs;
  }
};

/// The files of ours that a merge changes; paths are from the top of the work tree.
struct Merging {
  store::Change change;             ///< files only
  std::vector<std::string> joined;  ///< paths that both sides changed
  std::vector<Disagreement> disagreements;
  std::vector<Settled> settled;
};

/// Merges theirs into ours. Where both descend from several commits, what these have in common is what was
/// there before. `repository` is opened at the top of its work tree.
///
/// Throws Trouble: usage for a settlement of no conflict, person where the two have no beginning in common,
/// or where git is to merge: both changed the same lines of a file that is no record, or a link, a program or
/// a submodule was changed.
[[nodiscard]] Merging merge_commits(const git::Repository& repository, const std::string& ours,
                                    const std::string& theirs, const changes::Settlements& settlements);

/// What takes the files of ours to those of theirs, which descends from it. Throws Trouble likewise.
[[nodiscard]] store::Change take_over(const git::Repository& repository, const std::string& ours,
                                      const std::string& theirs);

}  // namespace mentor
