/// Rows for people as entries, below each other: what they are about, then what there is to say of it.
#pragma once

#include <cstddef>
#include <string>

#include "base/table.h"

namespace mentor::render {

/// The rows without title and headings. Those that follow each other and are about the same are one entry;
/// what stands in several of them alike, behind what is said first, stands once. An entry that says one thing
/// is one line if it fits. Lines are wrapped to `width`, but for tokens, which somebody may copy.
[[nodiscard]] std::string entries_of(const Table& table, std::size_t width);

}  // namespace mentor::render
