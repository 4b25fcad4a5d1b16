/// The program from its arguments to its exit status.
#pragma once

#include <string>
#include <vector>

#include "cmd/io.h"

namespace mentor::cmd {

/// Runs `mentorctl ARGUMENTS`; the value is the exit status. Never throws for what a user, a disk or git did.
int run(Io& io, const std::vector<std::string>& arguments);

}  // namespace mentor::cmd
