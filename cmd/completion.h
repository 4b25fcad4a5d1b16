/// Completion at a shell's prompt.
#pragma once

#include <string>

namespace mentor::cmd {

/// What bash runs to complete commands, options, and the words that an option may have.
[[nodiscard]] std::string bash_completion();

}  // namespace mentor::cmd
