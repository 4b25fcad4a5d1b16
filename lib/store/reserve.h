/// Room on the disk that is kept until something has to be put back.
#pragma once

#include <cstddef>
#include <filesystem>

#include "base/system.h"

namespace mentor::store {

/// Takes that many bytes on the file system of this directory, without a name, so that a kill leaves nothing.
/// Closing gives them back. Throws Trouble(machine) when the disk is too full; closed where a file system
/// cannot reserve.
[[nodiscard]] Descriptor reserve_room(const std::filesystem::path& directory, std::size_t bytes);

}  // namespace mentor::store
