/// Tables as CSV (RFC 4180, LF line ends), one after another, the first column naming the table.
#pragma once

#include <span>
#include <string>

#include "base/table.h"
#include "render/sink.h"

namespace mentor::render {

/// Each table has a heading line of its own. A cell that a spreadsheet would run or mangle gets a leading
/// apostrophe (base/csv.h); numbers and days of ours don't. Lists are joined with `; `.
[[nodiscard]] std::string to_csv(std::span<const Table> tables);
/// The same line by line.
void write_csv(std::span<const Table> tables, const Sink& sink);

}  // namespace mentor::render
