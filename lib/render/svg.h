/// Charts as SVG that stands in a page, drawn of the numbers of a table.
#pragma once

#include <string>

#include "base/table.h"

namespace mentor::render {

/// The chart of the table; empty when it has none, or no bar to draw. Series differ by their fill (full,
/// hatched, outlined), never by colour alone, and every bar has its number beside it; a cell that is no
/// number is told in words. The colours are classes of the page's style sheet, the text is text, and the
/// whole is one picture with a title and a description for those who do not see it.
[[nodiscard]] std::string to_svg(const Table& table);

}  // namespace mentor::render
