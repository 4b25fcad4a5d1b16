/// Pages as HTML: one file that needs nothing else, and runs nothing.
#pragma once

#include <string>
#include <string_view>

#include "render/page.h"

namespace mentor::render {

/// The text as text, between tags or in the double quotes of an attribute; control characters are made
/// visible, and those that turn the direction of writing.
[[nodiscard]] std::string html_text(std::string_view text);

/// The page with its style sheet, which the content security policy names by its hash and beside which it
/// allows nothing. The title, the sentences, each table with its caption and, where it has one, its chart; at
/// the end the foot. A table that says nothing is left out.
[[nodiscard]] std::string to_html(const Page& page);

/// The style sheet: light and dark, for screens of every width, and for A4.
[[nodiscard]] std::string_view style_sheet();

}  // namespace mentor::render
