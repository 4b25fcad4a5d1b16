/// What becomes of the records when a command was killed while it wrote them.
#pragma once

#include "git/repository.h"

namespace mentor {

enum class Recovery {
  nothing,    ///< there was no journal
  committed,  ///< the commit stands, and so do the new bytes
  put_back,   ///< the old bytes are back, new files and temporaries are gone
};

/// Settles the journal that a command left, if there is one; the lock must be held exclusively.
///
/// If HEAD holds what the command was to write, the journal is dropped. If every file holds its old or its
/// new bytes, the old ones are put back: a command that nobody saw succeed is never finished. Anything else
/// throws Trouble(person) and leaves all as it is.
///
/// git's index is set right too. While another git holds it (or one that was killed), the journal stays for
/// the next command, and the records are sound nevertheless.
Recovery recover(const git::Repository& repository);

}  // namespace mentor
