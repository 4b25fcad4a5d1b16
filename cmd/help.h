/// What `--help` shows: everything that there is, in lines as wide as the terminal.
#pragma once

#include <cstddef>
#include <string>

#include "cmd/verb.h"

namespace mentor::cmd {

/// `mentorctl end MATCH --as WORD --by WORD [OPTION]…`: what a command needs, in full.
[[nodiscard]] std::string usage_of(const Verb& verb);

/// `--interest TEXT`, `--dry-run`, `MATCH`.
[[nodiscard]] std::string with_value(const OptionHelp& option);

/// The commands by their groups. `globals` has the options that all of them take.
[[nodiscard]] std::string program_help(const Verb& globals, std::size_t width);

/// One command with all of its options, the needed ones first.
[[nodiscard]] std::string command_help(const Verb& verb, const Verb& globals, std::size_t width);

}  // namespace mentor::cmd
