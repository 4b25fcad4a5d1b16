/// Pages as Markdown: CommonMark with the tables of GitHub's.
#pragma once

#include <string>
#include <string_view>

#include "render/page.h"

namespace mentor::render {

/// The text as text, in a cell or in a paragraph: whatever Markdown would take for more is escaped, control
/// characters are made visible. Where a reader would make a link of a bare address, a word joiner (U+2060,
/// not seen) keeps it from that.
[[nodiscard]] std::string markdown_text(std::string_view text);

/// The title, the sentences, the tables with numbers to the right, and at the end the foot as a block of its
/// own. A table that says nothing is left out.
[[nodiscard]] std::string to_markdown(const Page& page);

}  // namespace mentor::render
