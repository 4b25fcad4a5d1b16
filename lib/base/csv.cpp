#include "base/csv.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace mentor::csv {

namespace {

constexpr std::string_view runs_in_a_spreadsheet = "=+-@\t\r";
constexpr std::string_view no_break_space = "\xC2\xA0";
constexpr std::size_t longest_number = 40;

/// What may stand beside digits in a number, a day or a time.
constexpr std::string_view marks = " .,/:-%$()";
constexpr std::array<std::string_view, 2> currencies{"\xC2\xA3", "\xE2\x82\xAC"};
constexpr auto words = std::to_array<std::string_view>(
    {"jan",     "feb", "mar", "apr",      "may",      "jun",      "jul",  "aug",  "sep",    "sept",
     "oct",     "nov", "dec", "january",  "march",    "april",    "june", "july", "august", "september",
     "october", "am",  "pm",  "november", "december", "february", "e",    "a",    "p"});

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }
bool is_letter(char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z'); }

/// Takes the letters that begin the text off it, in small ones.
std::string take_word(std::string_view& text) {
  std::string word;
  while (!text.empty() && is_letter(text.front())) {
    word += static_cast<char>(text.front() | 0x20);
    text.remove_prefix(1);
  }
  return word;
}

/// Takes what may be part of a number, a day or a time off the text; false when something else begins it.
bool take_part(std::string_view& text) {
  if (const std::string word = take_word(text); !word.empty())
    return std::ranges::find(words, word) != words.end();
  for (const auto sign : currencies) {
    if (!text.starts_with(sign)) continue;
    text.remove_prefix(sign.size());
    return true;
  }
  if (!is_digit(text.front()) && marks.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

/// Whether a number is written as a spreadsheet writes it too.
bool is_plain_number(std::string_view text) {
  constexpr std::size_t digits_kept = 15;
  return std::ranges::all_of(text, is_digit) && (text == "0" || !text.starts_with('0')) &&
         text.size() <= digits_kept;
}

/// Whether a spreadsheet may take the text for a number, a day, a time or a truth value. Groups of digits
/// with blanks between, such as a telephone number, it lets be.
bool looks_like_a_number(std::string_view text) {
  if (text.size() > longest_number) return false;
  const std::string folded = fold(text);
  if (folded == "true" || folded == "false") return true;
  if (std::ranges::none_of(text, is_digit) || is_plain_number(text)) return false;
  const bool grouped = text.find(' ') != std::string_view::npos;
  if (grouped && std::ranges::all_of(text, [](char sign) { return is_digit(sign) || sign == ' '; }))
    return false;
  while (!text.empty()) {
    if (!take_part(text)) return false;
  }
  return true;
}

bool needs_guard(std::string_view text) {
  while (text.starts_with('\'')) text.remove_prefix(1);
  if (text.empty()) return false;
  return runs_in_a_spreadsheet.find(text.front()) != std::string_view::npos ||
         without_blanks_around(text) != text || looks_like_a_number(text);
}

}  // namespace

std::string_view without_blanks_around(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto is_blank = [&](char sign) { return blanks.find(sign) != std::string_view::npos; };
  for (std::size_t before = text.size() + 1; before != text.size();) {
    before = text.size();
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    if (text.starts_with(no_break_space)) text.remove_prefix(no_break_space.size());
    if (text.ends_with(no_break_space)) text.remove_suffix(no_break_space.size());
  }
  return text;
}

std::string guarded(std::string_view text) {
  std::string safe(text);
  if (needs_guard(text)) safe.insert(0, "'");
  return safe;
}

std::string unguarded(std::string_view cell) {
  if (cell.starts_with('\'') && needs_guard(cell.substr(1))) return std::string(cell.substr(1));
  return std::string(without_blanks_around(cell));
}

std::string cell(std::string_view text) {
  if (text.find_first_of(",\"\n\r") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char sign : text) quoted += sign == '"' ? std::string("\"\"") : std::string(1, sign);
  return quoted + "\"";
}

}  // namespace mentor::csv
