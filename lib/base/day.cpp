#include "base/day.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace mentor {

namespace {

namespace chr = std::chrono;

constexpr int first_year = 1900;
constexpr int last_year = 2199;
constexpr int months_a_year = 12;
constexpr int days_a_week = 7;
constexpr int largest_count = 999;

std::optional<int> whole_number(std::string_view digits) {
  int number = 0;
  const char* end = digits.data() + digits.size();
  const auto [rest, error] = std::from_chars(digits.data(), end, number);
  if (error != std::errc{} || rest != end || digits.front() == '-') return std::nullopt;
  return number;
}

Day clamped(chr::year_month month, chr::day day) {
  const chr::year_month_day wanted = month / day;
  return Day(wanted.ok() ? chr::sys_days(wanted) : chr::sys_days(month / chr::last));
}

constexpr std::array<std::string_view, months_a_year> month_names{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

bool is_digit(char character) { return character >= '0' && character <= '9'; }
char small(char character) {
  return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}
bool is_letter(char character) { return small(character) >= 'a' && small(character) <= 'z'; }

/// The runs of digits and those of letters in the text.
std::vector<std::string> runs_of(std::string_view text) {
  std::vector<std::string> runs;
  char before = ' ';
  for (const char each : text) {
    if (is_digit(each) || is_letter(each)) {
      if (!(is_digit(each) && is_digit(before)) && !(is_letter(each) && is_letter(before)))
        runs.emplace_back();
      runs.back() += small(each);
    }
    before = each;
  }
  return runs;
}

bool is_ordinal(std::string_view run) { return run == "st" || run == "nd" || run == "rd" || run == "th"; }

/// The number of a month that is written as one, or by at least the first three letters of its name.
std::optional<int> month_of(const std::string& run) {
  if (is_digit(run.front())) return whole_number(run);
  const auto begins = [&](std::string_view name) {
    return run.size() <= name.size() &&
           std::equal(run.begin(), run.end(), name.begin(), [](char a, char b) { return a == small(b); });
  };
  const auto* const found = std::find_if(month_names.begin(), month_names.end(), begins);
  if (run.size() < 3 || found == month_names.end()) return std::nullopt;
  return static_cast<int>(found - month_names.begin()) + 1;
}

struct UnitName {
  std::string_view name;
  int factor;
  Span::Unit unit;
};
constexpr std::array unit_names{
    UnitName{"day", 1, Span::Unit::days},
    UnitName{"week", days_a_week, Span::Unit::days},
    UnitName{"month", 1, Span::Unit::months},
    UnitName{"year", months_a_year, Span::Unit::months},
};

}  // namespace

std::optional<Day> Day::parse(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  unsigned largest = 0;
  const auto number = [&](std::size_t from, std::size_t behind) {
    unsigned read = 0;
    for (std::size_t i = from; i < behind; ++i) {
      const auto digit = static_cast<unsigned>(static_cast<unsigned char>(iso[i])) - '0';
      largest = std::max(largest, digit);  // what is no digit is more than nine, below '0' as well
      read = read * 10 + digit;
    }
    return read;
  };
  const auto year = static_cast<int>(number(0, 4));
  const chr::month month{number(5, 7)};
  const chr::day day{number(8, 10)};
  if (largest > 9 || year < first_year || year > last_year) return std::nullopt;
  const chr::year_month_day date(chr::year{year}, month, day);
  if (!date.ok()) return std::nullopt;
  return Day(chr::sys_days(date));
}

std::string Day::iso() const {
  const chr::year_month_day date(day_);
  std::string text = "0000-00-00";
  const auto write = [&](std::size_t behind, unsigned number) {
    for (; number > 0; number /= 10) text[--behind] = static_cast<char>('0' + number % 10);
  };
  write(4, static_cast<unsigned>(static_cast<int>(date.year())));
  write(7, static_cast<unsigned>(date.month()));
  write(10, static_cast<unsigned>(date.day()));
  return text;
}

std::optional<Day> Day::meant_by(std::string_view text) {
  auto parts = runs_of(text);
  std::erase_if(parts, is_ordinal);
  if (parts.size() != 3) return std::nullopt;
  if (parts[0].size() == 4) std::swap(parts[0], parts[2]);
  if (!is_digit(parts[0].front())) std::swap(parts[0], parts[1]);
  const auto month = month_of(parts[1]);
  if (!month) return std::nullopt;
  return parse(fmt::format("{}-{:02}-{:0>2}", parts[2], *month, parts[0]));
}

std::string Day::in_words() const {
  const chr::year_month_day date(day_);
  return fmt::format("{} {} {}", static_cast<unsigned>(date.day()),
                     month_names.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()));
}

std::string Day::with_weekday() const {
  static constexpr std::array names{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                    "Thursday", "Friday", "Saturday"};
  return fmt::format("{} {}", names.at(chr::weekday(day_).c_encoding()), in_words());
}

Day Day::plus_months(int months) const {
  const chr::year_month_day date(day_);
  return clamped(date.year() / date.month() + chr::months(months), date.day());
}

int Day::months_since(Day other) const {
  const chr::year_month_day then(other.day_);
  const chr::year_month_day now(day_);
  const auto months = static_cast<int>((now.year() / now.month() - then.year() / then.month()).count());
  return other.plus_months(months) > *this ? months - 1 : months;
}

int Day::age_on(Day day) const {
  const chr::year_month_day born(day_);
  const chr::year_month_day now(day.day_);
  const bool had_birthday = now.month() / now.day() >= born.month() / born.day();
  return static_cast<int>(now.year()) - static_cast<int>(born.year()) - (had_birthday ? 0 : 1);
}

Day Day::birthday(int age) const {
  const chr::year_month_day born(day_);
  const chr::year_month_day date((born.year() + chr::years(age)) / born.month() / born.day());
  if (date.ok()) return Day(chr::sys_days(date));
  return Day(chr::sys_days(date.year() / chr::March / chr::day{1}));
}

std::optional<Span> Span::parse(std::string_view text) {
  const auto blank = text.find(' ');
  const auto count = blank == std::string_view::npos ? std::optional(1) : whole_number(text.substr(0, blank));
  std::string_view unit = blank == std::string_view::npos ? text : text.substr(blank + 1);
  if (!count || *count < 1 || *count > largest_count) return std::nullopt;
  if (unit.ends_with('s')) unit.remove_suffix(1);
  for (const auto& [name, factor, base] : unit_names) {
    if (unit == name) return Span(*count * factor, base);
  }
  return std::nullopt;
}

std::string Span::text() const {
  const bool weeks = unit_ == Unit::days && count_ % days_a_week == 0;
  const bool years = unit_ == Unit::months && count_ > largest_count;  // such a number came from years
  const int count = weeks ? count_ / days_a_week : years ? count_ / months_a_year : count_;
  const std::string_view unit = years ? "year" : unit_ == Unit::months ? "month" : weeks ? "week" : "day";
  return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
}

std::optional<int> Span::times(const Span& part) const {
  if (unit_ != part.unit_ || count_ % part.count_ != 0) return std::nullopt;
  return count_ / part.count_;
}

Day Span::after(Day from, int times) const {
  return unit_ == Unit::months ? from.plus_months(count_ * times) : from.plus_days(count_ * times);
}

}  // namespace mentor
