/// Taking back what one commit did to the records, as a commit of its own.
#pragma once

#include <string>

#include "changes/difference.h"
#include "git/log.h"
#include "workspace.h"

namespace mentor {

struct Undoing {
  std::string commit;  ///< as git names it; empty: the last command's that is no undo and isn't undone
  std::string why;     ///< for the history; names in it become identifiers
};

struct Undone {
  git::Commit commit;             ///< what was taken back
  changes::FieldChanges changes;  ///< what that changed, from what stood until now
  Outcome outcome;
};

/// Takes back what the commit did: a file that nothing touched since gets its earlier bytes again, in any
/// other what came later is kept. What the rules newly say is in the outcome and refuses nothing. Records
/// that are not sound as they are stand in the way of nothing that leaves them no worse.
///
/// Throws Trouble (usage) when there is no such commit, when it is a merge or began the directory, when it
/// was taken back before, or when the last one was not made by a command and none is named; Trouble (person)
/// when later commits build on it, naming them and what they say.
[[nodiscard]] Undone undo(const Writing& writing, const Undoing& undoing);

}  // namespace mentor
