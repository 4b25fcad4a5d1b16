/// What somebody wrote, sign by sign: a line of a form, and what a word processor makes of blanks, quotation
/// marks and dashes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace mentor::exchange {

/// A line, and how far in it begins.
struct WrittenLine {
  std::size_t number = 1;
  std::string_view whole;
  std::string_view said;   ///< without the blanks around it; a part of `whole`
  std::size_t indent = 0;  ///< in characters

  WrittenLine(std::size_t number, std::string_view whole);

  /// Where a part of `whole` stands.
  [[nodiscard]] Place place_of(std::string_view part) const;
};

/// Without the blanks around it; blanks of every width count.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// What stands behind a dash or a point that begins an entry of a list; the text itself where there is none.
/// `- football`, `-football`, `• football`.
[[nodiscard]] std::string_view without_bullet(std::string_view text);

/// The parts between commas and semicolons, those within quotation marks left whole; brackets around all of
/// them are taken off.
[[nodiscard]] std::vector<std::string_view> parts_of(std::string_view text);

/// The text with every blank a space, and without quotation marks around all of it.
[[nodiscard]] std::string plain(std::string_view text);

/// The text with every dash a hyphen.
[[nodiscard]] std::string with_hyphens(std::string text);

/// `16-18` for `16 to 18` and the like.
[[nodiscard]] std::string as_range(std::string_view text);

/// Without case and accents, blanks and dashes the same sign `between`: to compare words that people write.
[[nodiscard]] std::string loosely(std::string_view text, char between);

/// Whether the line parts others and says nothing: `-----`, `=====`.
[[nodiscard]] bool is_divider(std::string_view said);

}  // namespace mentor::exchange
