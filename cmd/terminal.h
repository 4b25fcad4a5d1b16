/// The real streams, clock and environment of the program.
#pragma once

#include "cmd/io.h"

namespace mentor::cmd {

/// What the program writes goes to these two. Asks only when standard input and error are a terminal; colours
/// and wraps only when standard output is one.
[[nodiscard]] Io terminal(std::ostream& out, std::ostream& err);

}  // namespace mentor::cmd
