#include "exchange/encodings.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/errors.h"
#include "base/text.h"

namespace mentor::exchange {

namespace {

constexpr std::string_view big_endian_mark = "\xFE\xFF";
constexpr std::string_view little_endian_mark = "\xFF\xFE";
constexpr std::string_view packed = "PK\x03\x04";

/// What Windows-1252 has from 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<std::uint32_t, 32> windows_signs{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

Trouble no_text(const std::string& file, const std::string& what) {
  return Trouble(Problems{{{file, {1, 1}}, what, {}}});
}

void add_utf8(std::uint32_t sign, std::string& text) {
  const auto byte = [&](std::uint32_t value) { text += static_cast<char>(value); };
  if (sign < 0x80) return byte(sign);
  if (sign < 0x800) {
    byte(0xC0U | (sign >> 6U));
    return byte(0x80U | (sign & 0x3FU));
  }
  if (sign < 0x10000) {
    byte(0xE0U | (sign >> 12U));
  } else {
    byte(0xF0U | (sign >> 18U));
    byte(0x80U | ((sign >> 12U) & 0x3FU));
  }
  byte(0x80U | ((sign >> 6U) & 0x3FU));
  byte(0x80U | (sign & 0x3FU));
}

/// The text of UTF-16 behind its mark; nothing when it is cut off or has half of a sign.
std::optional<std::string> from_utf16(std::string_view bytes, bool big_endian) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  std::string text;
  std::uint32_t high = 0;
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    const std::uint32_t unit = big_endian ? first * 256U + second : second * 256U + first;
    const bool is_low = unit >= 0xDC00 && unit < 0xE000;
    if (is_low != (high != 0)) return std::nullopt;
    if (unit >= 0xD800 && unit < 0xDC00) {
      high = unit;
      continue;
    }
    add_utf8(is_low ? 0x10000 + ((high - 0xD800) << 10U) + (unit - 0xDC00) : unit, text);
    high = 0;
  }
  if (high != 0) return std::nullopt;
  return text;
}

/// Nothing when it has a byte that Windows-1252 has not.
std::optional<std::string> from_windows(std::string_view bytes) {
  std::string text;
  for (const char each : bytes) {
    const auto byte = static_cast<unsigned char>(each);
    const std::uint32_t sign = byte >= 0x80 && byte < 0xA0 ? windows_signs.at(byte - 0x80U) : byte;
    if (sign == 0) return std::nullopt;
    add_utf8(sign, text);
  }
  return text;
}

/// How many bytes a sign has that begins with this one; 0 where none does.
std::size_t length_of_sign(unsigned char first) {
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

bool is_utf8(std::string_view bytes) {
  const auto goes_on = [](char each) { return (static_cast<unsigned char>(each) & 0xC0U) == 0x80U; };
  while (!bytes.empty()) {
    const std::size_t length = length_of_sign(static_cast<unsigned char>(bytes.front()));
    if (length == 0 || length > bytes.size()) return false;
    const auto rest = bytes.substr(1, length - 1);
    if (!std::ranges::all_of(rest, goes_on)) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

}  // namespace

DecodedText decode_text(std::string_view bytes, const std::string& file) {
  if (bytes.starts_with(packed))
    throw no_text(file, "this is a workbook or a packed file, save the sheet as CSV (UTF-8) and import that");
  const bool big_endian = bytes.starts_with(big_endian_mark);
  if (big_endian || bytes.starts_with(little_endian_mark)) {
    if (auto text = from_utf16(bytes.substr(2), big_endian)) return {std::move(*text), {}};
    throw no_text(file, "the file begins as UTF-16 and does not go on so, save it again as CSV (UTF-8)");
  }
  if (bytes.find('\0') != std::string_view::npos)
    throw no_text(file, "this is no text, save the sheet as CSV (UTF-8) and import that");
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  if (is_utf8(bytes)) return {std::string(bytes), {}};
  if (auto text = from_windows(bytes))
    return {
        std::move(*text),
        "the file is not UTF-8 and was read as Windows-1252: look at letters with accents in the dry run"};
  throw no_text(file, "the file is neither UTF-8 nor Windows-1252, save it again as CSV (UTF-8)");
}

}  // namespace mentor::exchange
