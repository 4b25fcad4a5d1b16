/// The file that an option `-o` names.
#pragma once

#include <map>
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

/// The same for a directory of several, which is made where it is not there yet: it is none in which a data
/// directory keeps records.
void must_be_directory_for_output(const std::string& path);

/// Writes the files into the directory by their names, each whole or not at all. Others in it stay.
void write_output_files(const std::string& directory, const std::map<std::string, std::string>& files);

}  // namespace mentor::cmd
