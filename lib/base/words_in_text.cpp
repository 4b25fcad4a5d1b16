#include "base/words_in_text.h"

#include <utf8proc.h>

#include "base/text.h"

namespace mentor {

namespace {

constexpr utf8proc_int32_t first_without_blanks = 0x2E80;  // from here on: Chinese, Japanese, Korean

bool is_part_of_word(utf8proc_int32_t code) {
  switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
      return true;
    default:
      return false;
  }
}

bool is_capital(utf8proc_int32_t code) {
  const auto category = utf8proc_category(code);
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT ||
         category == UTF8PROC_CATEGORY_LO;
}

}  // namespace

std::vector<WordInText> words_in_text(std::string_view text) {
  std::vector<WordInText> words;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t code = -1;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                         static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    const std::size_t next = at + (length > 0 ? static_cast<std::size_t>(length) : 1);
    const bool belongs = code >= 0 && is_part_of_word(code);
    const bool alone = belongs && code >= first_without_blanks;
    if (belongs && (!inside || alone)) words.push_back({at, at, {}, is_capital(code), !alone});
    if (belongs) {
      words.back().end = next;
      ++words.back().letters;
    }
    inside = belongs && !alone;
    at = next;
  }
  for (auto& word : words) word.folded = fold(text.substr(word.begin, word.end - word.begin));
  return words;
}

}  // namespace mentor
