/// The text of a file that a spreadsheet wrote, in whichever of its encodings.
#pragma once

#include <string>
#include <string_view>

namespace mentor::exchange {

struct DecodedText {
  std::string text;  ///< UTF-8, without a byte order mark
  std::string note;  ///< what somebody should know of how it was read; mostly empty
};

/// UTF-8, with or without a byte order mark; UTF-16 with one; else Windows-1252, which is noted. Throws
/// Trouble (records) for what is no text, such as a workbook.
[[nodiscard]] DecodedText decode_text(std::string_view bytes, const std::string& file);

}  // namespace mentor::exchange
