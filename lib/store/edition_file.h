/// An edition of a policy in a file of its own, wherever it lies.
#pragma once

#include <string>
#include <string_view>

#include "policy/edition.h"

namespace mentor::store {

/// Reads the edition from the bytes of a file, as it would be read from its place among the schemes. Throws
/// Trouble (records) when it is not sound; `file` is what its places are called by.
[[nodiscard]] policy::Edition edition_in(std::string_view bytes, const std::string& file);

/// Throws Trouble (records) for these problems, unless there are none, with their lines from the bytes.
void must_be_sound(Problems problems, std::string_view bytes, const std::string& file);

}  // namespace mentor::store
