/// Tables for people at a terminal.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "base/table.h"
#include "render/sink.h"

namespace mentor::render {

/// The table with its title, what its figures mean, and headings, columns aligned by display width, numbers
/// to the right. A column that says nothing is left out. When it is wider than `width` the widest columns are
/// wrapped, but no word is broken, and cells are to no less than 16; when it is too wide still, each row is a
/// block of lines: what stands first, then the others behind their headings. A table with heads is entries
/// below each other, without headings. Then come the lines of what is not listed. Everything that stands in
/// records is made visible: no control characters reach the terminal. Empty for a table that has nothing to
/// say to people.
[[nodiscard]] std::string to_text(const Table& table, std::size_t width);
/// The same piece by piece, for rows that are too many to be held.
void write_text(const Table& table, std::size_t width, const Sink& sink);

/// A text cell for people: dates in words are the caller's.
[[nodiscard]] std::string plain_text(const Value& value);

}  // namespace mentor::render
