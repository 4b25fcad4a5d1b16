/// The way out of records that are not sound.
#pragma once

#include "base/errors.h"
#include "cmd/call.h"

namespace mentor::cmd {

/// Where what stopped a command is in the last commit, one line of what shows who did it, what takes it back
/// and how it is mended by hand. Nothing where somebody only has to go on with what is not recorded yet.
void print_way_out(const Call& call, const Trouble& trouble);

}  // namespace mentor::cmd
