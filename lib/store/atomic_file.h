/// Files that are either the old or the new ones: written beside their place, made durable, then renamed.
///
/// A file is given by a root directory and a plain path below it. No component of the path may be a symbolic
/// link; the root may be reached through one. Errors throw Trouble(machine), such as "cannot write
/// 'mentors/M-7KQ2D.yaml': No space left on device, free some space and try again".
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace mentor::store {

/// Relative, without empty, "." or ".." components, control characters, or git's own folder.
[[nodiscard]] bool is_plain_path(std::string_view path);

/// A fresh name in the same directory: "mentors/.mentorctl-9f86d081884c7d65.tmp".
[[nodiscard]] std::string temporary_beside(std::string_view path);
[[nodiscard]] bool is_temporary(std::string_view path);

/// The whole of a regular file, of up to 64 MB; nothing when there is none.
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& root,
                                                   const std::string& path);

/// Writes the temporary of a file, mode 0600, and makes it durable; missing directories are made. The
/// temporary must not exist; a failure leaves none.
void stage_file(const std::filesystem::path& root, const std::string& path, const std::string& temporary,
                std::string_view bytes);
/// Puts the temporary in the file's place. Durable after sync_directory() only.
void install_file(const std::filesystem::path& root, const std::string& path, const std::string& temporary);
/// Likewise, but what was in the place keeps its bytes under the temporary's name, so that it can be put back
/// on a full disk. Where the file system cannot exchange two files it is gone, as with install_file().
void exchange_file(const std::filesystem::path& root, const std::string& path, const std::string& temporary);
/// Gives a file the temporary's name, for a removal that can be taken back with install_file().
void set_aside_file(const std::filesystem::path& root, const std::string& path, const std::string& temporary);
/// Removes a file; it is no error when there is none. Durable after sync_directory() only.
void unlink_file(const std::filesystem::path& root, const std::string& path);
/// Removes the directories of this path that are empty, innermost first; the root stays.
void prune_directories(const std::filesystem::path& root, const std::string& path);
/// Makes durable which files the directory of this path holds; a directory that is not there is fine.
void sync_directory(const std::filesystem::path& root, const std::string& path);

/// All of it for one file: stage, install, sync.
void write_file(const std::filesystem::path& root, const std::string& path, std::string_view bytes);
/// Likewise: unlink, sync.
void remove_file(const std::filesystem::path& root, const std::string& path);

}  // namespace mentor::store
