/// What `suggest` does, and `match` without a mentor.
#pragma once

#include <string>

#include "cmd/call.h"

namespace mentor::cmd {

/// Ranks the mentors whom that young person could be matched with, and says why. The value is the exit
/// status.
int run_suggest(Call& call, const std::string& young_person);

}  // namespace mentor::cmd
