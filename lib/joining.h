/// What was fetched and what is here become one, under the lock.
#pragma once

#include <string>

#include "git/repository.h"
#include "sync.h"

namespace mentor {

/// Throws Trouble(person) when a record was changed by hand and not recorded: it would be merged over, or
/// stay behind unnoticed.
void require_recorded(const git::Repository& repository);

/// What the shared copy holds.
struct Fetched {
  std::string branch;  ///< the one here that it goes with
  std::string commit;  ///< empty: there is nothing in the shared copy yet
};

/// Takes over what is new in what was fetched, or merges it, once it is found sound together with what is
/// here. Says in `shared` what came of it, and returns whether something is to be handed on. Throws what
/// sync() throws.
[[nodiscard]] bool join(const Sharing& sharing, const git::Repository& here, const Fetched& fetched,
                        Shared& shared);

}  // namespace mentor
