#include "reports/stretch.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mentor::reports {

namespace {

constexpr int quarter = 3;
constexpr int year = 12;

Day behind(const Days& days) { return days.to.plus_days(1); }

/// The first day of the quarter of a year that the day is in.
Day quarter_of(Day day) {
  const std::string iso = day.iso();
  const int month = (iso[5] - '0') * 10 + (iso[6] - '0');
  const Day first = Day::parse(iso.substr(0, 8) + "01").value_or(day);
  return first.plus_months(-((month - 1) % quarter));
}

/// The first day of which the records tell.
std::optional<Day> first_recorded(const Register& records) {
  std::optional<Day> first;
  const auto tells = [&](Day day) { first = first ? std::min(*first, day) : day; };
  for (const auto& [id, mentor] : records.mentors) {
    if (mentor.enquired) tells(*mentor.enquired);
    for (const auto& step : mentor.steps) tells(step.on);
  }
  for (const auto& [id, person] : records.young_people) tells(person.referred.on);
  for (const auto& [id, match] : records.matches) tells(match.proposed);
  return first;
}

Stretch stretch_of(std::string_view key, std::string_view heading, const Days& days, const Basis& basis) {
  const auto first = first_recorded(basis.records);
  Basis end = as_of(basis, days.to);
  end.over = days;
  const bool is_recorded = first && *first <= days.to;
  Findings found = is_recorded ? basis.rulebook.check(end.records, days.to) : Findings();
  return {key, heading, days, std::move(end), is_recorded, std::move(found)};
}

}  // namespace

Days days_of_board(const Days& asked, Day today) {
  const Days every;
  const bool has_first = asked.from != every.from;
  const bool has_last = asked.to != every.to;
  if (!has_first && !has_last) {
    const Day next = quarter_of(today);
    return {next.plus_months(-quarter), next.plus_days(-1)};
  }
  const Day to = std::min(asked.to, today);
  const Day from = has_first ? asked.from : to.plus_days(1).plus_months(-quarter);
  return {std::min(from, to), to};
}

Days days_before(const Days& days) {
  const int months = behind(days).months_since(days.from);
  const bool is_whole = months > 0 && days.from.plus_months(months) == behind(days);
  const Day from = is_whole ? days.from.plus_months(-months)
                            : days.from.plus_days(-behind(days).days_since(days.from));
  return {from, days.from.plus_days(-1)};
}

Days days_a_year_before(const Days& days) {
  return {days.from.plus_months(-year), behind(days).plus_months(-year).plus_days(-1)};
}

std::string in_words(const Days& days) {
  constexpr std::size_t year_and_blank = 5;
  std::string from = days.from.in_words();
  const std::string to = days.to.in_words();
  if (from.substr(from.size() - year_and_blank) == to.substr(to.size() - year_and_blank))
    from.resize(from.size() - year_and_blank);
  return fmt::format("{} to {}", from, to);
}

bool goes_on(const Days& asked, Day today) {
  const bool has_last = asked.to != Days().to;
  return has_last ? asked.to > today : asked.begin();
}

Stretches stretches_of(const Basis& basis) {
  const Days days = days_of_board(basis.over, basis.today);
  const bool is_unfinished = goes_on(basis.over, basis.today);
  return {stretch_of("this_period", is_unfinished ? "this period so far" : "this period", days, basis),
          stretch_of("period_before", "before", days_before(days), basis),
          stretch_of("year_before", "a year before", days_a_year_before(days), basis),
          stretch_of("today", "today", {basis.today, basis.today}, basis), is_unfinished};
}

}  // namespace mentor::reports
