/// Text as people write it: Unicode that is checked, compared, measured and made safe to show.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace mentor {

/// What some editors write before the text of a file.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A character that no record may hold, where it stands, and what it is (`control byte 0x07`).
struct BadCharacter {
  Place place;
  std::string what;
};

/// Whether a word is one of those.
[[nodiscard]] bool is_among(std::string_view word, std::span<const std::string> words);

/// The first thing in the text of a file that is not plain Unicode text: invalid UTF-8, a control character
/// other than tab, line feed and carriage return before one, a bidirectional control, a line separator, a
/// byte order mark past the start, a noncharacter. Letters of every script and emoji are welcome.
[[nodiscard]] std::optional<BadCharacter> first_bad_character(std::string_view text);

/// What is in `text` that no value may hold, however it is written: invalid UTF-8, a control character other
/// than tab, line feed and carriage return before one, a bidirectional control. The rest of what no file may
/// hold (line separators, byte order marks, noncharacters) is written as an escape.
[[nodiscard]] std::optional<std::string> forbidden_in_text(std::string_view text);

/// The text with what a value may hold and a file may not made an escape, `\u2028`, `\U0001FFFE`, as it
/// stands between double quotes in YAML. Nothing else changes.
[[nodiscard]] std::string with_escapes(std::string_view text);

/// How many characters `bytes` has; invalid UTF-8 counts a character a byte.
[[nodiscard]] std::size_t characters(std::string_view bytes);

/// Whether the text is printable ASCII: it is shown as it is, a byte is a character and a column.
[[nodiscard]] bool is_plain(std::string_view text);

/// How many columns of a terminal the text takes.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text with case and accents folded away, for finding `Šimonović` by `simonovic`. Compare folded with
/// folded.
[[nodiscard]] std::string fold(std::string_view text);

/// The text with control characters, escape sequences and bidirectional controls made visible (`\x1b`,
/// `\u202e`): safe for a terminal. Line feeds are made visible too.
[[nodiscard]] std::string visible(std::string_view text);

/// The text in single quotes, made visible: the way messages name what somebody typed.
[[nodiscard]] std::string in_quotes(std::string_view text);
/// A word for a shell: in quotes where it would be more than one, or mean something.
[[nodiscard]] std::string in_shell(std::string_view text);

[[nodiscard]] std::string join(std::span<const std::string> parts, std::string_view between);
/// The text with `by` wherever `what` stands; what stands in `by` is left as it is.
[[nodiscard]] std::string replaced(std::string text, std::string_view what, std::string_view by);
/// The lines of a text without their line ends, LF or CRLF.
[[nodiscard]] std::vector<std::string_view> split_lines(std::string_view text);

/// `text` in lines of at most `width` columns, broken at blanks; a longer word stands alone.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// The candidate that somebody who typed `word` most likely meant; none when nothing is near enough.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 std::span<const std::string> candidates);

/// `, did you mean 'x' (one of x, y)`, the choice left out when it is long, or else `, one of x, y`: the end
/// of a message about a word that is not known.
[[nodiscard]] std::string suggestion(std::string_view word, std::span<const std::string> candidates);

/// `1 pair`, `2 pairs`.
[[nodiscard]] std::string counted(std::size_t count, std::string_view singular, std::string_view plural);

}  // namespace mentor
