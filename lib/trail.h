/// The audit trail of records, as the commits tell it: who changed which field, from what to what, when and
/// why.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "changes/difference.h"
#include "git/log.h"
#include "git/repository.h"
#include "git/signature.h"
#include "model/id.h"
#include "store/change.h"

namespace mentor {

/// What stands behind one of the words of store::trailer in a commit's message, each time that it does.
[[nodiscard]] std::vector<std::string> said_behind(const git::Commit& commit, std::string_view word);
/// The command that made it; empty when it doesn't say so: then somebody made it by hand, with git.
[[nodiscard]] std::string command_of(const git::Commit& commit);

/// The beginning of its identifier, long enough to name it.
[[nodiscard]] std::string short_id(const git::Commit& commit);
/// What it is called in messages: `1a2b3c4d5e (amend area of M-7KQ2D)`. What people wrote who committed with
/// git may name somebody and is left out.
[[nodiscard]] std::string called(const git::Commit& commit);

/// What one commit did to the records that were asked about.
struct Deed {
  git::Commit commit;
  bool is_merge = false;
  std::optional<git::Signature> signature;  ///< nothing: it was not signed
  changes::FieldChanges changes;            ///< a merge's: what it made itself
};

/// What is asked about.
struct TrailScope {
  git::Paths paths;      ///< files of records, or folders; none: the whole data directory
  std::string only;      ///< an entry, `P-9X2MC/S-8F3K2`, when nothing else is of interest
  git::Stretch stretch;  ///< which commits
};

/// The files that a record is kept in: of a person also their own check-ins, of a match also its sessions and
/// check-ins. None for what is no record's identifier.
[[nodiscard]] git::Paths paths_about(const Id& id);

/// The deeds in which something of it changed, parents before children and else by their date. A file that
/// changed without a field that did, in its comments or its layout, has a change with a note. What was
/// changed while a file could not be read is told by the commit that mended it. A merge that
/// made nothing itself is only in the trail of the whole directory.
[[nodiscard]] std::vector<Deed> trail(const git::Repository& repository, const TrailScope& scope);

/// Says of each deed whether its signature holds, which takes a program a signature.
void check_signatures(const git::Repository& repository, std::vector<Deed>& deeds);

}  // namespace mentor
