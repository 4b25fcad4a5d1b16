#include "model/amounts.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace mentor {

namespace {

constexpr int minutes_a_day = 1440;
constexpr int largest_count = 999;
constexpr std::int64_t most_pence = 9'999'999;
constexpr int whole_post = 100;

/// Digits only, no sign, no leading zero but in `0` itself, so that nobody reads `010` as eight.
std::optional<std::int64_t> plain_number(std::string_view digits) {
  std::int64_t number = 0;
  const bool all_digits = std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
  if (digits.empty() || digits.size() > 9 || !all_digits) return std::nullopt;
  if (digits.size() > 1 && digits.front() == '0') return std::nullopt;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

/// `12`, `12.5` and `12.50` in hundredths.
std::optional<std::int64_t> in_hundredths(std::string_view decimal) {
  const auto point = decimal.find('.');
  const auto whole = plain_number(decimal.substr(0, point));
  if (!whole) return std::nullopt;
  if (point == std::string_view::npos) return *whole * 100;
  std::string fraction(decimal.substr(point + 1));
  if (fraction.size() == 1) fraction += '0';
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (fraction.size() != 2 || !std::ranges::all_of(fraction, digit)) return std::nullopt;
  return *whole * 100 + (fraction[0] - '0') * 10 + (fraction[1] - '0');
}

std::string decimal(std::int64_t hundredths) {
  return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

}  // namespace

std::optional<Minutes> Minutes::parse(std::string_view text) {
  const auto number = plain_number(text);
  if (!number || *number < 1 || *number > minutes_a_day) return std::nullopt;
  return Minutes{static_cast<int>(*number)};
}

std::optional<Pence> Pence::parse(std::string_view pounds) {
  const auto pence = in_hundredths(pounds);
  if (!pence || *pence > most_pence) return std::nullopt;
  return Pence{*pence};
}

std::string Pence::pounds() const { return decimal(count); }

std::optional<Share> Share::parse(std::string_view text) {
  const auto share = in_hundredths(text);
  if (!share || *share < 1 || *share > whole_post) return std::nullopt;
  return Share{static_cast<int>(*share)};
}

std::string Share::text() const { return decimal(hundredths); }

std::optional<Count> Count::parse(std::string_view text) {
  const auto number = plain_number(text);
  if (!number || *number > largest_count) return std::nullopt;
  return Count{static_cast<int>(*number)};
}

std::optional<Deduction> Deduction::parse(std::string_view text) {
  const bool is_less = text.starts_with('-');
  const auto number = Count::parse(is_less ? text.substr(1) : text);
  if (!number || is_less != (number->count > 0)) return std::nullopt;
  return Deduction{-number->count};
}

std::optional<Ages> Ages::parse(std::string_view text) {
  const auto hyphen = text.find('-');
  const auto from = Count::parse(text.substr(0, hyphen));
  const auto to = hyphen == std::string_view::npos ? from : Count::parse(text.substr(hyphen + 1));
  if (!from || !to || to->count < from->count) return std::nullopt;
  return Ages{from->count, to->count};
}

std::string Ages::text() const {
  return from == to ? fmt::format("{}", from) : fmt::format("{}-{}", from, to);
}

}  // namespace mentor
