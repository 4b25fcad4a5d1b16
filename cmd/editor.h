/// The editor that somebody chose.
#pragma once

#include <filesystem>

namespace mentor::cmd {

/// Runs `$VISUAL`, else `$EDITOR`, else on a terminal `editor`, on the file, and waits for its end; the words
/// of the setting are read by a shell, as git reads them. Gives its exit status, 127 when there is no such
/// program.
[[nodiscard]] int run_editor(const std::filesystem::path& file);

}  // namespace mentor::cmd
