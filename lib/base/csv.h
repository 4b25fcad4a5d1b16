/// Cells of CSV (RFC 4180) that a spreadsheet opens as they are, and that are read back as they were.
#pragma once

#include <string>
#include <string_view>

namespace mentor::csv {

/// The text, with an apostrophe before it where a spreadsheet would run or mangle it: one that begins with
/// `= + - @`, that looks like a day, a time or a number which would be written otherwise (`1/2`,
/// `07700900001`), or that has blanks around it. So does a text that would itself be taken for one with such
/// an apostrophe.
[[nodiscard]] std::string guarded(std::string_view text);

/// What guarded() was given. A cell that it did not make loses the blanks around it.
[[nodiscard]] std::string unguarded(std::string_view cell);

/// The text as a cell of a line: in quotation marks where it holds a comma, a quotation mark or a line end.
[[nodiscard]] std::string cell(std::string_view text);

/// Without blanks, line ends and no-break spaces around it.
[[nodiscard]] std::string_view without_blanks_around(std::string_view text);

}  // namespace mentor::csv
