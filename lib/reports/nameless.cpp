#include "reports/nameless.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

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

bool begins_word(std::string_view text, std::size_t i) { return i == 0 || !is_of_a_word(text[i - 1]); }

/// The words of letters and digits from there on, at most `most`, that single blanks part.
std::vector<std::string_view> words_from(std::string_view text, std::size_t i, std::size_t most) {
  std::vector<std::string_view> words;
  while (words.size() < most && i < text.size() && is_of_a_word(text[i])) {
    std::size_t end = i;
    while (end < text.size() && (is_of_a_word(text[end]) || text[end] == '\'')) ++end;
    words.push_back(text.substr(i, end - i));
    if (end >= text.size() || text[end] != ' ') break;
    i = end + 1;
  }
  return words;
}

/// `A` for letters, `9` for digits.
std::string shape_of(std::string_view word) {
  std::string shape;
  for (const char c : word) shape += is_digit(c) ? '9' : 'A';
  return shape;
}

/// How long the postcode is that begins there, with its blank or without: `S65 1AB`.
std::size_t postcode_at(std::string_view text, std::size_t i) {
  constexpr auto outward = std::to_array<std::string_view>({"A9", "A99", "AA9", "AA99", "A9A", "AA9A"});
  constexpr std::string_view inward = "9AA";
  if (!begins_word(text, i)) return 0;
  const auto words = words_from(text, i, 2);
  if (words.empty()) return 0;
  const std::string first = shape_of(words[0]);
  const auto is_outward = [&](std::string_view shape) {
    return std::ranges::find(outward, shape) != outward.end();
  };
  if (first.ends_with(inward) && is_outward(std::string_view(first).substr(0, first.size() - inward.size())))
    return words[0].size();
  const bool is_whole = words.size() == 2 && is_outward(first) && shape_of(words[1]) == inward;
  return is_whole ? words[0].size() + 1 + words[1].size() : 0;
}

bool is_capital(std::string_view word) { return word.front() >= 'A' && word.front() <= 'Z'; }

/// How long the address of a house is that begins there: `14 Elm Street`, `12a station road`, `Elm Close`.
/// Without a number, or of another kind than a street or road, all must begin with a capital.
std::size_t street_at(std::string_view text, std::size_t i) {
  constexpr auto streets = std::to_array<std::string_view>({"avenue", "crescent", "rd", "road", "street"});
  constexpr auto others = std::to_array<std::string_view>({"ave", "close", "court", "drive", "gardens",
                                                           "grove", "house", "lane", "mews", "park", "place",
                                                           "rise", "square", "st", "terrace", "walk", "way"});
  constexpr std::size_t most_words = 5;
  if (!begins_word(text, i)) return 0;
  const auto words = words_from(text, i, most_words);
  if (words.empty()) return 0;
  const bool has_number = is_digit(words[0].front()) && words[0].size() <= 4;
  std::size_t length = words[0].size();
  bool capitals = has_number || is_capital(words[0]);
  for (std::size_t n = 1; n < words.size(); ++n) {
    length += 1 + words[n].size();
    capitals = capitals && is_capital(words[n]);
    const std::string kind = fold(words[n]);
    const bool is_street = std::ranges::find(streets, kind) != streets.end();
    const bool is_other = std::ranges::find(others, kind) != others.end();
    const bool has_name = n > (has_number ? 1U : 0U);
    if (has_name && ((is_street && has_number && n <= 3) || ((is_street || is_other) && capitals)))
      return length;
  }
  return 0;
}

/// How long the word is that begins there, where it is an address.
std::size_t address_at(std::string_view text, std::size_t i) {
  if (text[i] == ' ' || (i > 0 && text[i - 1] != ' ')) return 0;
  const std::string_view word = text.substr(i, text.find(' ', i) - i);
  return is_address(word) ? word.size() : 0;
}

}  // namespace

std::string nameless(std::string_view text, const KnownNames& names) {
  std::string safe(text);
  for (char& c : safe) c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  for (const auto length_at : {address_at, street_at, postcode_at})
    safe = without(safe, length_at, an_address);
  safe = replaced(names.left_out_of(safe, {}), some_name, a_name);
  safe = without(without(safe, identifier_at, a_name), number_at, a_number);
  return replaced(std::move(safe), "[name] [name]", a_name);
}

}  // namespace mentor::reports
