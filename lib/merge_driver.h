/// git's merges of records: the program as git's merge driver, and the settings that make git ask it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "changes/merge.h"
#include "git/repository.h"

namespace mentor {

/// What git hands over: three files, in the work tree's top or beside it, and where the record stands there.
struct Driven {
  std::filesystem::path before;
  std::filesystem::path ours;  ///< the merge is written to it
  std::filesystem::path theirs;
  std::string path;
  std::string our_label;
  std::string their_label;
};

/// Merges by field and entry into the file of ours. Where one field was changed two ways that file holds
/// both, between conflict markers around what differs; all else is merged. Of a file that cannot be merged
/// so, what git itself would make of it is written, and such a record is a conflict as a whole. No data
/// directory is needed. Throws Trouble(machine).
[[nodiscard]] std::vector<changes::Conflict> drive_merge(const Driven& driven);

/// Where two histories have several latest commits in common, git merges these first, to have one past.
/// Writes what they have in common into the file of ours: where they disagree it says what no side will say,
/// so that the merge itself asks again. Throws Trouble(machine).
void drive_past(const Driven& driven);

/// Whether a merge of this repository asks the program at that path, also about several pasts, and takes no
/// record for another one that was renamed.
[[nodiscard]] bool has_merge_driver(const git::Repository& repository, const std::filesystem::path& program);
/// Writes that into the repository's own settings. Throws Trouble(machine).
void install_merge_driver(const git::Repository& repository, const std::filesystem::path& program);

}  // namespace mentor
