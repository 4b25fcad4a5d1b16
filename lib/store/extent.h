/// Where a value ends in its text; yaml-cpp says only where it starts.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/value.h"

namespace mentor::store {

/// The offset just behind the value, which must have been read from this text.
[[nodiscard]] std::size_t end_of(const Value& value, std::string_view text);

/// The offset of the first byte of the line in which `offset` stands, and of the line after it.
[[nodiscard]] std::size_t line_start(std::string_view text, std::size_t offset);
[[nodiscard]] std::size_t next_line(std::string_view text, std::size_t offset);

}  // namespace mentor::store
