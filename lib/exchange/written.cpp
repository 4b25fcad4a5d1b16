#include "exchange/written.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace mentor::exchange {

namespace {

/// Blanks beside those of a keyboard: no-break, of the widths of a printer's, of East Asian text.
constexpr std::array<std::string_view, 17> blanks{" ",
                                                  "\t",
                                                  "\xC2\xA0",
                                                  "\xE2\x80\x80",
                                                  "\xE2\x80\x81",
                                                  "\xE2\x80\x82",
                                                  "\xE2\x80\x83",
                                                  "\xE2\x80\x84",
                                                  "\xE2\x80\x85",
                                                  "\xE2\x80\x86",
                                                  "\xE2\x80\x87",
                                                  "\xE2\x80\x88",
                                                  "\xE2\x80\x89",
                                                  "\xE2\x80\x8A",
                                                  "\xE2\x80\x8B",
                                                  "\xE2\x80\xAF",
                                                  "\xE3\x80\x80"};
/// Hyphen, no-break hyphen, figure dash, en dash, em dash, minus.
constexpr std::array<std::string_view, 6> dashes{"\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92",
                                                 "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92"};
/// Hyphen, dashes, bullets, middle dot.
constexpr std::array<std::string_view, 8> bullets{
    "-",       "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92", "\xE2\x80\xA2", "\xE2\x80\xA3", "\xE2\x97\xA6",
    "\xC2\xB7"};

struct Quotes {
  std::string_view opening;
  std::string_view closing;
};
constexpr std::array<Quotes, 6> quotes{Quotes{"\"", "\""},
                                       Quotes{"'", "'"},
                                       Quotes{"\xE2\x80\x9C", "\xE2\x80\x9D"},
                                       Quotes{"\xE2\x80\x98", "\xE2\x80\x99"},
                                       Quotes{"\xE2\x80\x9E", "\xE2\x80\x9C"},
                                       Quotes{"\xC2\xAB", "\xC2\xBB"}};

/// The length of the first of these signs with which the text begins; 0 when it begins with none.
template <class Of>
std::size_t begins_with(std::string_view text, const Of& signs) {
  for (const std::string_view sign : signs) {
    if (text.starts_with(sign)) return sign.size();
  }
  return 0;
}

template <class Of>
std::size_t ends_with(std::string_view text, const Of& signs) {
  for (const std::string_view sign : signs) {
    if (text.ends_with(sign)) return sign.size();
  }
  return 0;
}

/// The text with each of these signs replaced.
template <class Of>
std::string replaced(std::string_view text, const Of& signs, char by) {
  std::string after;
  while (!text.empty()) {
    const std::size_t length = begins_with(text, signs);
    after += length > 0 ? by : text.front();
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return after;
}

/// The part of the text up to where the quotation that begins it ends; 0 when none begins it or it has no
/// end.
std::size_t quoted(std::string_view text) {
  for (const auto& [opening, closing] : quotes) {
    if (!text.starts_with(opening)) continue;
    const auto end = text.find(closing, opening.size());
    if (end != std::string_view::npos) return end + closing.size();
  }
  return 0;
}

std::string_view without_quotes(std::string_view text) {
  for (const auto& [opening, closing] : quotes) {
    if (quoted(text) != text.size() || !text.starts_with(opening) || !text.ends_with(closing)) continue;
    return text.substr(opening.size(), text.size() - opening.size() - closing.size());
  }
  return text;
}

}  // namespace

WrittenLine::WrittenLine(std::size_t line_number, std::string_view text)
    : number(line_number), whole(text), said(trimmed(text)) {
  indent = characters(whole.substr(0, static_cast<std::size_t>(said.data() - whole.data())));
}

Place WrittenLine::place_of(std::string_view part) const {
  return {number, characters(whole.substr(0, static_cast<std::size_t>(part.data() - whole.data()))) + 1};
}

std::string_view trimmed(std::string_view text) {
  while (const std::size_t length = begins_with(text, blanks)) text.remove_prefix(length);
  while (const std::size_t length = ends_with(text, blanks)) text.remove_suffix(length);
  return text;
}

std::string_view without_bullet(std::string_view text) {
  const std::size_t length = begins_with(text, bullets);
  if (length > 0) return trimmed(text.substr(length));
  const bool star = text.starts_with('*') && begins_with(text.substr(1), blanks) > 0;
  return star || text == "*" ? trimmed(text.substr(1)) : text;
}

std::vector<std::string_view> parts_of(std::string_view text) {
  if (text.starts_with('[') && text.ends_with(']')) text = trimmed(text.substr(1, text.size() - 2));
  std::vector<std::string_view> parts;
  std::size_t from = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool begins = trimmed(text.substr(from, at - from)).empty();
    if (begins && at < text.size()) at += quoted(text.substr(at));
    if (at < text.size() && text[at] != ',' && text[at] != ';') continue;
    parts.push_back(trimmed(text.substr(from, at - from)));
    from = at + 1;
  }
  return parts;
}

std::string plain(std::string_view text) {
  return replaced(trimmed(without_quotes(trimmed(text))), blanks, ' ');
}

std::string with_hyphens(std::string text) { return replaced(text, dashes, '-'); }

std::string as_range(std::string_view text) {
  std::string range = fold(with_hyphens(plain(text)));
  if (const auto to = range.find(" to "); to != std::string::npos) range.replace(to, 4, "-");
  std::erase(range, ' ');
  return range;
}

std::string loosely(std::string_view text, char between) {
  std::string folded = fold(with_hyphens(plain(text)));
  std::ranges::replace_if(
      folded, [](char each) { return each == ' ' || each == '-' || each == '_'; }, between);
  return folded;
}

bool is_divider(std::string_view said) {
  const std::string signs = with_hyphens(std::string(said));
  return signs.size() >= 3 && signs.find_first_not_of("-=_*.~") == std::string::npos;
}

}  // namespace mentor::exchange
