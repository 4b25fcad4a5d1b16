#include "exchange/cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <vector>

#include "base/other_words.h"
#include "base/text.h"
#include "exchange/schema_lines.h"
#include "exchange/written.h"

namespace mentor::exchange {

namespace {

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int number_in(std::string_view digits) {
  int number = 0;
  for (const char each : digits.substr(0, 6)) number = number * 10 + (each - '0');
  return number;
}

/// The text up to a time of the day at midnight, which a spreadsheet adds to days.
std::string_view without_midnight(std::string_view text) {
  for (const std::string_view midnight : {" 00:00:00", " 00:00", "T00:00:00", " 0:00"}) {
    if (text.ends_with(midnight)) return text.substr(0, text.size() - midnight.size());
  }
  return text;
}

/// The two numbers before the year of a day written with slashes, points or hyphens; nothing for any other.
std::optional<std::array<int, 2>> numbers_before_year(std::string_view text) {
  text = without_midnight(text);
  const std::size_t first = text.find_first_of("/.-");
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = text.find(text[first], first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto day = text.substr(0, first);
  const auto month = text.substr(first + 1, second - first - 1);
  if (!is_number(day) || !is_number(month) || day.size() > 2 || !is_number(text.substr(second + 1)))
    return std::nullopt;
  return std::array{number_in(day), number_in(month)};
}

/// `14/3/78`: two numbers and a year without its century.
bool has_short_year(std::string_view text) {
  text = without_midnight(text);
  const std::size_t last = text.find_last_of("/.-");
  return numbers_before_year(text) && is_number(text.substr(last + 1)) && text.size() - last - 1 == 2;
}

SettledCell settle_day(std::string_view text) {
  if (Day::parse(text)) return {std::string(text), {}};
  constexpr int first_serial = 10'000;  // 1927
  constexpr int last_serial = 80'000;
  if (is_number(text) && text.size() == 5 && number_in(text) >= first_serial && number_in(text) < last_serial)
    return {
        {},
        fmt::format("'{}' is a day as a spreadsheet counts days: format the column as a date, YYYY-MM-DD, "
                    "and save the sheet again",
                    text)};
  if (const auto day = Day::parse(without_midnight(text))) return {day->iso(), {}};
  if (has_short_year(text))
    return {{}, fmt::format("{} has a year of two digits, write all four: DD/MM/YYYY", in_quotes(text))};
  if (day_order(text) == DayOrder::month_first)
    return {{}, fmt::format("{} has the month first, write the day first or YYYY-MM-DD", in_quotes(text))};
  if (const auto day = Day::meant_by(without_midnight(text))) return {day->iso(), {}};
  return {std::string(text), {}};
}

/// Whether a comma stands before the last one or two digits, `1,5` or `3,50`: in some countries that is a
/// decimal point, and a slip for one elsewhere.
bool has_decimal_comma(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos || comma == 0 || !is_number(text.substr(comma - 1, 1))) return false;
  const std::string_view rest = text.substr(comma + 1);
  const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  return digits == 1 || digits == 2;
}

/// `3.50` for `3,50`, to be proposed.
std::string with_point(std::string text) {
  std::ranges::replace(text, ',', '.');
  return text;
}

/// Hours and minutes as minutes; the text as it is where one of them is no number.
std::string in_minutes(std::string_view hours, std::string_view minutes, const std::string& text) {
  if (!is_number(hours) || (!minutes.empty() && (!is_number(minutes) || number_in(minutes) > 59)))
    return text;
  return std::to_string(number_in(hours) * 60 + number_in(minutes));
}

/// `90 min`, `1h30`, `1 hr 30 mins`, `1:30`, `01:30:00`, `1.5 hours`.
std::string settle_minutes(const std::string& text) {
  std::string folded = fold(text);
  std::erase(folded, ' ');
  for (const std::string_view unit : {"minutes", "minute", "mins", "min", "m"}) {
    if (!folded.ends_with(unit)) continue;
    folded.resize(folded.size() - unit.size());
    break;
  }
  if (is_number(folded)) return folded;
  if (folded.ends_with(":00") && std::ranges::count(folded, ':') == 2) folded.resize(folded.size() - 3);
  if (const auto colon = folded.find(':'); colon != std::string::npos)
    return in_minutes(folded.substr(0, colon), folded.substr(colon + 1), text);
  const auto hour = folded.find('h');
  if (hour == std::string::npos) return text;
  std::string hours = folded.substr(0, hour);
  std::string rest = folded.substr(hour);
  for (const std::string_view unit : {"hours", "hour", "hrs", "hr", "h"}) {
    if (!rest.starts_with(unit)) continue;
    rest.erase(0, unit.size());
    break;
  }
  if (hours.ends_with(".5") && rest.empty()) return in_minutes(hours.substr(0, hours.size() - 2), "30", text);
  if (hours.ends_with(".0")) hours.resize(hours.size() - 2);
  return in_minutes(hours, rest, text);
}

/// `£1,250.00`, `3.5`, as pounds with two decimals.
std::string settle_money(const std::string& text) {
  constexpr std::string_view pound = "\xC2\xA3";
  std::string_view said = text;
  if (said.starts_with(pound)) said.remove_prefix(pound.size());
  std::string digits(trimmed(said));
  for (auto comma = digits.find(','); comma != std::string::npos; comma = digits.find(',', comma + 1)) {
    const auto rest = std::string_view(digits).substr(comma + 1);
    if (rest.size() < 3 || !is_number(rest.substr(0, 3)) ||
        (rest.size() > 3 && rest[3] != '.' && rest[3] != ','))
      return text;
  }
  std::erase(digits, ',');
  const auto pence = Pence::parse(digits);
  return pence ? pence->pounds() : text;
}

/// A number with a decimal comma is not guessed at: what it would be with a point is proposed.
SettledCell point_or_problem(const std::string& text, std::string (*settle)(const std::string&),
                             std::string_view such_as) {
  if (!has_decimal_comma(text)) return {settle(text), {}};
  return {{},
          fmt::format("{} has a comma where a point belongs, write {} if that is meant, as in {}",
                      in_quotes(text), in_quotes(with_point(text)), such_as)};
}

std::string settle_truth(const std::string& text) {
  const std::string folded = fold(text);
  for (const std::string_view yes : {"yes", "y", "true"}) {
    if (folded == yes) return Scalar<bool>::write(true).text;
  }
  for (const std::string_view no : {"no", "n", "false"}) {
    if (folded == no) return Scalar<bool>::write(false).text;
  }
  return text;
}

/// The one of these words that is meant; the text as it is when it is none.
std::string settle_word(const std::string& text, const std::vector<std::string>& known) {
  if (is_among(text, known)) return text;
  const auto found = std::ranges::find_if(
      known, [&](const std::string& each) { return loosely(each, '-') == loosely(text, '-'); });
  if (found != known.end()) return *found;
  return word_used_for(text, known).value_or(text);
}

std::vector<std::string> words_of_schemes(const FieldShape& field, const std::string& scheme,
                                          const policy::Policies& policies) {
  if (!policies.editions(scheme).empty()) return policies.words(scheme, field.traits.vocabulary);
  std::vector<std::string> all;
  for (const auto& each : policies.schemes()) {
    std::ranges::copy(policies.words(each, field.traits.vocabulary), std::back_inserter(all));
  }
  return all;
}

std::string settle_id(const std::string& text) {
  std::string capitals(text);
  std::ranges::transform(capitals, capitals.begin(), [](char each) {
    return each >= 'a' && each <= 'z' ? static_cast<char>(each - 'a' + 'A') : each;
  });
  return Id::parse(capitals) ? capitals : text;
}

}  // namespace

DayOrder day_order(std::string_view text) {
  constexpr int months = 12;
  const auto numbers = numbers_before_year(text);
  if (!numbers) return DayOrder::either;
  if ((*numbers)[1] > months && (*numbers)[0] <= months) return DayOrder::month_first;
  return (*numbers)[0] > months ? DayOrder::day_first : DayOrder::either;
}

SettledCell settle_cell(const std::string& text, const FieldShape& field, const std::string& scheme,
                        const policy::Policies& policies) {
  if (is_scheme(field)) return {settle_word(text, policies.schemes()), {}};
  if (!field.traits.vocabulary.empty())
    return {settle_word(text, words_of_schemes(field, scheme, policies)), {}};
  switch (field.kind) {
    case Kind::date:
      return settle_day(plain(text));
    case Kind::minutes:
      return point_or_problem(plain(text), settle_minutes, "90 or 1h30");
    case Kind::money:
      return point_or_problem(plain(text), settle_money, "12.50");
    case Kind::truth:
      return {settle_truth(plain(text)), {}};
    case Kind::ages:
      return {as_range(text), {}};
    case Kind::word:
      return {settle_word(text, field.words), {}};
    case Kind::id:
      return {settle_id(plain(text)), {}};
    default:
      return {text, {}};
  }
}

}  // namespace mentor::exchange
