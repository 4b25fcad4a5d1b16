/// The real streams, clock and environment of the program.
#pragma once

#include "cmd/io.h"

namespace mentor::cmd {

/// Asks only when standard input and error are a terminal; colours and wraps only when standard output is
/// one.
[[nodiscard]] Io terminal();

}  // namespace mentor::cmd
