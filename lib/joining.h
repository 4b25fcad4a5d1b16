/// What was fetched and what is here become one, under the lock.
#pragma once

#include <string>

#include "git/repository.h"
#include "sync.h"

namespace mentor {

/// Throws Trouble(person) when a record was changed by hand and not recorded: it would be merged over, or
/// stay behind unnoticed.
void require_recorded(const git::Repository& repository);

/// Takes over what is new in the commit `theirs`, or merges it, once it is found sound together with what is
/// here. Says in `shared` what came of it, and returns whether something is to be handed on. Empty: there is
/// nothing in the shared copy yet. Throws what sync() throws.
[[nodiscard]] bool join(const Sharing& sharing, const git::Repository& here, const std::string& theirs,
                        Shared& shared);

}  // namespace mentor
