/// The file that an option `-o` names.
#pragma once

#include <string>
#include <string_view>

namespace mentor::cmd {

/// Throws Trouble (usage) unless a file can be put there: its directory is there, and what stands in its
/// place is a file, but no record of a data directory. To be asked before long work.
void must_be_place_for_output(const std::string& path);

/// Puts the bytes there, all or none: written beside the place, made durable, then renamed, mode 0600. What
/// is no plain file, such as /dev/null or a pipe, is written to as it is. A symbolic link to a file is
/// refused. Throws Trouble: usage where nothing can stand, machine where the disk says no.
void write_output(const std::string& path, std::string_view bytes);

}  // namespace mentor::cmd
