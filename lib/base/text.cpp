#include "base/text.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <numeric>

#include "base/other_words.h"

namespace mentor {

namespace {

constexpr utf8proc_int32_t zero_width_mark = 0xFEFF;
constexpr std::size_t longest_word = 64;  // a longer one is no slip of the keyboard

/// One character at the start of `text`: its length in bytes, and its code point, negative when it is no
/// UTF-8.
struct Character {
  std::size_t length;
  utf8proc_int32_t code;
};

Character first_character(std::string_view text) {
  utf8proc_int32_t code = -1;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &code);
  return length > 0 ? Character{static_cast<std::size_t>(length), code} : Character{1, -1};
}

bool is_bidirectional_control(utf8proc_int32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

bool is_control(utf8proc_int32_t code) { return code < 0x20 || (code >= 0x7F && code <= 0x9F); }

bool is_noncharacter(utf8proc_int32_t code) {
  return (code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE;
}

bool is_line_separator(utf8proc_int32_t code) { return code == 0x2028 || code == 0x2029; }

/// What a value may hold and a file only as an escape.
bool needs_escape(utf8proc_int32_t code) {
  return code >= 0 && (is_line_separator(code) || code == zero_width_mark || is_noncharacter(code));
}

/// Why no value may hold the character at the start of `rest`; empty when one may.
std::string what_is_forbidden(utf8proc_int32_t code, std::string_view rest) {
  if (code < 0) return "invalid UTF-8";
  if (code == '\t' || code == '\n') return {};
  if (code == '\r') return rest.starts_with("\r\n") ? std::string() : "a carriage return by itself";
  if (code < 0x80 && is_control(code)) return fmt::format("control byte 0x{:02x}", code);
  if (is_control(code)) return fmt::format("control U+{:04X}", code);
  if (is_bidirectional_control(code)) return fmt::format("bidirectional control U+{:04X}", code);
  return {};
}

/// Why no file may hold it as it is.
std::string what_is_bad(utf8proc_int32_t code, std::string_view rest) {
  if (is_line_separator(code)) return fmt::format("control U+{:04X}", code);
  if (needs_escape(code)) return fmt::format("forbidden U+{:04X}", code);
  return what_is_forbidden(code, rest);
}

bool is_plain_ascii(char c) { return c >= ' ' && c < '\x7f'; }

/// Restricted Damerau-Levenshtein distance over bytes: a swap of neighbours counts one.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

/// Visits each character: its bytes and its code point (negative when they are no UTF-8).
template <class Visit>
void for_each_character(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const auto [length, code] = first_character(text);
    visit(text.substr(0, length), code);
    text.remove_prefix(length);
  }
}

}  // namespace

std::optional<BadCharacter> first_bad_character(std::string_view text) {
  Place place{1, 1};
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const auto plain = static_cast<std::size_t>(std::ranges::find_if_not(text, is_plain_ascii) -
                                                text.begin());
    place.column += plain;
    text.remove_prefix(plain);
    if (text.empty()) break;
    const auto [length, code] = first_character(text);
    if (std::string what = what_is_bad(code, text); !what.empty())
      return BadCharacter{place, std::move(what)};
    place = code == '\n' ? Place{place.line + 1, 1} : Place{place.line, place.column + 1};
    text.remove_prefix(length);
  }
  return std::nullopt;
}

bool is_plain(std::string_view text) { return std::ranges::all_of(text, is_plain_ascii); }

std::optional<std::string> forbidden_in_text(std::string_view text) {
  if (is_plain(text)) return std::nullopt;
  while (!text.empty()) {
    const auto [length, code] = first_character(text);
    if (std::string what = what_is_forbidden(code, text); !what.empty()) return what;
    text.remove_prefix(length);
  }
  return std::nullopt;
}

std::string with_escapes(std::string_view text) {
  std::string out;
  for_each_character(text, [&](std::string_view bytes, utf8proc_int32_t code) {
    if (!needs_escape(code)) {
      out += bytes;
    } else {
      out += code > 0xFFFF ? fmt::format("\\U{:08X}", code) : fmt::format("\\u{:04X}", code);
    }
  });
  return out;
}

std::size_t characters(std::string_view bytes) {
  std::size_t count = 0;
  for_each_character(bytes, [&](std::string_view, utf8proc_int32_t) { ++count; });
  return count;
}

std::size_t display_width(std::string_view text) {
  if (is_plain(text)) return text.size();
  std::size_t width = 0;
  for_each_character(text, [&](std::string_view, utf8proc_int32_t code) {
    width += code < 0 ? 1 : static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code)));
  });
  return width;
}

namespace {

constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// What most people write: nothing of it decomposes or has a mark to strip.
std::string fold_ascii(std::string_view text) {
  std::string folded(text);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

}  // namespace

std::string fold(std::string_view text) {
  if (std::ranges::all_of(text, is_ascii)) return fold_ascii(text);
  static constexpr auto options = static_cast<utf8proc_option_t>(
      UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
  utf8proc_uint8_t* folded = nullptr;
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &folded, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(folded, &std::free);
  if (length < 0) return std::string(text);
  return {reinterpret_cast<const char*>(folded), static_cast<std::size_t>(length)};
}

std::string visible(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string safe;
  for_each_character(text, [&](std::string_view bytes, utf8proc_int32_t code) {
    if (code < 0 || code == '\n' || code == '\r' || code == '\t' || (code < 0x80 && is_control(code))) {
      safe += code == '\n'   ? "\\n"
              : code == '\t' ? " "
                             : fmt::format("\\x{:02x}", static_cast<unsigned char>(bytes[0]));
    } else if (!what_is_bad(code, bytes).empty()) {
      safe += fmt::format("\\u{:04x}", code);
    } else {
      safe += bytes;
    }
  });
  return safe;
}

std::string in_quotes(std::string_view text) { return "'" + visible(text) + "'"; }

std::string in_shell(std::string_view text) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:/@%+=_-";
  if (!text.empty() && text.find_first_not_of(plain) == std::string_view::npos) return std::string(text);
  std::string quoted = "'";
  for (const char each : text) quoted += each == '\'' ? std::string("'\\''") : std::string(1, each);
  return quoted + "'";
}

std::string join(std::span<const std::string> parts, std::string_view between) {
  return fmt::format("{}", fmt::join(parts, between));
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const bool returned = end > 0 && end < text.size() && text[end - 1] == '\r';
    lines.push_back(text.substr(0, returned ? end - 1 : end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  const bool fits = text.size() <= width && !text.starts_with(' ') && !text.ends_with(' ') && is_plain(text);
  if (fits) return {std::string(text)};
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    const std::size_t needed = display_width(word);
    if (used > 0 && used + 1 + needed > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) lines.back() += ' ';
    lines.back() += word;
    used += needed + (used > 0 ? 1 : 0);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  if (word.size() > longest_word) return std::nullopt;
  const std::string folded = fold(word);
  const std::size_t enough = std::max<std::size_t>(1, folded.size() / 3) + 1;
  std::optional<std::string> best;
  std::size_t least = enough;
  for (const auto& candidate : candidates) {
    const std::size_t distance = edit_distance(folded, fold(candidate));
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

std::string suggestion(std::string_view word, std::span<const std::string> candidates) {
  const std::string rest = candidates.size() <= 12 ? fmt::format(" (one of {})", join(candidates, ", ")) : "";
  if (const auto used = word_used_for(word, candidates))
    return fmt::format(", the word here is '{}'{}", *used, rest);
  if (const auto meant = nearest(word, candidates)) {
    return fmt::format(", did you mean '{}'{}", *meant, rest);
  }
  return candidates.empty() ? std::string() : fmt::format(", one of {}", join(candidates, ", "));
}

bool is_among(std::string_view word, std::span<const std::string> words) {
  return std::ranges::find(words, word) != words.end();
}

std::string counted(std::size_t count, std::string_view singular, std::string_view plural) {
  return fmt::format("{} {}", count, count == 1 ? singular : plural);
}

}  // namespace mentor
