/// Sharing records with others: what they recorded comes, what was recorded here goes.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "changes/merge.h"
#include "merging.h"
#include "workspace.h"

namespace mentor {

/// What came of it.
struct Shared {
  std::string sentence;                     ///< what was done, for people
  std::vector<std::string> ids;             ///< the records that changed here
  std::string commit;                       ///< the last one here; empty when nothing was done for a conflict
  bool merged = false;                      ///< a commit was made here, also where a conflict came after it
  Findings broken;                          ///< what newly breaks here; of a merge what neither side broke
  std::vector<Settled> settled;             ///< what the merge made of what was recorded two ways
  std::vector<Disagreement> disagreements;  ///< with any nothing more was merged, nothing handed on
  std::string diff;                         ///< of a dry run: what would change here
};

/// What `sync` is asked, and whom it tells.
struct Sharing {
  Writing writing;
  changes::Settlements settlements;
  /// Hears what came of each attempt, before it is handed on.
  std::function<void(const Shared& latest)> tell;
};

/// Fetches, merges record by record, checks, and pushes; again from the start when somebody else was first.
///
/// What the others recorded must be sound together with what is here, else nothing changes: Trouble
/// (records), which says who did what on which side. A rule that what comes breaks refuses nothing: both
/// sides recorded what happened, and whoever has to act must see it. Killed at any moment it leaves the old
/// records or the merged ones.
///
/// Throws Trouble: usage without a shared copy, or for a settlement of no conflict; machine when the shared
/// copy cannot be reached, what was merged then stays here; person for hand edits that were not recorded, a
/// merge under way, a detached HEAD, and what merge_commits() leaves to git.
[[nodiscard]] Shared sync(const Sharing& sharing);

}  // namespace mentor
