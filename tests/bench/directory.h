/// A whole invented data directory, written file by file: what is in memory at once is one pair.
#pragma once

#include <filesystem>
#include <optional>

#include "bench/cast.h"

namespace mentor::bench {

/// Writes it to a directory that is not there yet, without git; with `timedot`, the hours of all held
/// sessions to that file as hledger reads them. Throws std::filesystem::filesystem_error, Trouble or
/// std::runtime_error.
void write_directory(const std::filesystem::path& directory, const Size& size,
                     const std::optional<std::filesystem::path>& timedot);

}  // namespace mentor::bench
