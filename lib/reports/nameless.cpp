#include "reports/nameless.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "model/without_names.h"

namespace mentor::reports {

namespace {

constexpr std::string_view a_name = "[name]";
constexpr std::string_view a_number = "[number]";
constexpr std::string_view an_address = "[address]";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_of_a_word(char c) { return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// How long the identifier is that begins there; 0 when none does.
std::size_t identifier_at(std::string_view text, std::size_t i) {
  constexpr std::size_t length = 7;
  const bool begins = i == 0 || !is_of_a_word(text[i - 1]);
  const bool ends = i + length >= text.size() || !is_of_a_word(text[i + length]);
  return begins && ends && Id::parse(text.substr(i, length)) ? length : 0;
}

/// How long the number is that begins there, blanks and the like between its digits; 0 when none does that
/// could be somebody's.
std::size_t number_at(std::string_view text, std::size_t i) {
  constexpr std::string_view between = " -.()/";
  constexpr int least_digits = 7;
  int digits = 0;
  std::size_t end = i;
  for (std::size_t at = i; at < text.size(); ++at) {
    if (is_digit(text[at])) {
      ++digits;
      end = at + 1;
    } else if (between.find(text[at]) == std::string_view::npos || digits == 0) {
      break;
    }
  }
  return digits >= least_digits ? end - i : 0;
}

/// The text with each part that `length_at` finds replaced.
template <class LengthAt>
std::string without(const std::string& text, LengthAt length_at, std::string_view by) {
  std::string safe;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = length_at(text, i);
    if (length > 0) {
      safe += by;
    } else {
      safe += text[i];
    }
    i += std::max<std::size_t>(length, 1);
  }
  return safe;
}

bool is_address(std::string_view word) {
  const std::string folded = fold(word);
  return folded.find('@') != std::string::npos || folded.find("://") != std::string::npos ||
         folded.starts_with("www.") || folded.find(".com/") != std::string::npos;
}

/// How long the word is that begins there, where it is an address.
std::size_t address_at(std::string_view text, std::size_t i) {
  if (text[i] == ' ' || (i > 0 && text[i - 1] != ' ')) return 0;
  const std::string_view word = text.substr(i, text.find(' ', i) - i);
  return is_address(word) ? word.size() : 0;
}

}  // namespace

std::string nameless(std::string_view text, const Match& match, const Register& records) {
  std::string safe(text);
  for (char& c : safe) c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  safe = without(safe, address_at, an_address);
  const std::vector<Id> about{match.young_person, match.mentor};
  safe = replaced(without_names(safe, records, about), some_name, a_name);
  safe = without(without(safe, identifier_at, a_name), number_at, a_number);
  return replaced(std::move(safe), "[name] [name]", a_name);
}

}  // namespace mentor::reports
