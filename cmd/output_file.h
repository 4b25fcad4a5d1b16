/// The file that an option `-o` names.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "cmd/call.h"

namespace mentor::cmd {

/// Whether the path belongs to a data directory that holds it, with whatever stands in a folder of records,
/// or to git. Links are followed, and the path as it is written counts too.
[[nodiscard]] bool is_among_records(const std::string& path);

/// Throws Trouble unless a file can be put there, as write_output() does. To be asked before long work. The
/// option is the one that named it.
void must_be_place_for_output(const std::string& path, std::string_view option = "-o");

/// Puts the bytes there, all or none: written beside the place, made durable, then renamed, mode 0600. What
/// is no plain file, such as /dev/null or a pipe, is written to as it is. Throws Trouble: usage where nothing
/// can stand (there is no such directory, or it is a place of records), machine for a symbolic link, and
/// where the disk says no.
void write_output(const std::string& path, std::string_view bytes, std::string_view option = "-o");

/// The same for a directory of several, which is made where it is not there yet: it is none in which a data
/// directory keeps records.
void must_be_directory_for_output(const std::string& path);

/// Writes the files into the directory by their names, each whole or not at all. Others in it stay.
void write_output_files(const std::string& directory, const std::map<std::string, std::string>& files);

/// Has a file, or a directory of files, written by `write`, and says so at a terminal; a dry run says instead
/// that nothing was.
void put_out(const Call& call, const std::string& path, const std::function<void()>& write);

}  // namespace mentor::cmd
