/// Entries of a list as people write them: with blanks to spare, and several in one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

/// The text as entries are compared: without case, accents, and blanks that say nothing.
[[nodiscard]] std::string fold_entry(std::string_view text);

/// What parts one entry from the next. Words part languages, and not interests: `arts and crafts` is one.
enum class PartedBy : std::uint8_t {
  marks,  ///< a comma, a semicolon
  words,  ///< these, a slash, `&`, `and`, `or`
};

/// The entries that one text names, as they are spelt, one blank between their words: `English and Yoruba`
/// names two.
[[nodiscard]] std::vector<std::string> entries_in(std::string_view text, PartedBy parted_by);

/// The same of each text, each entry once however it is spelt.
[[nodiscard]] std::vector<std::string> entries_in(const std::vector<std::string>& texts, PartedBy parted_by);

}  // namespace mentor
