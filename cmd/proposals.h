/// What `match --all` does.
#pragma once

#include <string>

#include "cmd/call.h"

namespace mentor::cmd {

/// Proposes a match for everyone who waits at once, of every scheme or of the one that is named, and says
/// why. Writes nothing. The value is the exit status.
int run_proposals(Call& call, const std::string& scheme);

}  // namespace mentor::cmd
