#include "rules/periods.h"

#include <algorithm>
#include <cstdint>
#include <span>

namespace mentor::rules {

namespace {

bool holds(const Period& period, Day day) { return day >= period.from && day < period.to; }

/// Counts the minutes of each session in the period in which it was: most often that of the one before.
void count_minutes(const Pair& pair, const Spell& spell, std::span<Period> periods, Day today) {
  if (periods.empty()) return;
  auto period = periods.begin();
  for (const auto& session : pair.sessions) {
    if (!session.held() || session.date > today || !spell.holds(session.date)) continue;
    if (!holds(*period, session.date)) {
      period = std::ranges::upper_bound(periods, session.date, {}, &Period::from);
      if (period != periods.begin()) --period;
      if (!holds(*period, session.date)) continue;
    }
    const auto& kinds = period->terms->asks.counts;
    if (std::ranges::find(kinds, session.kind) != kinds.end()) period->minutes += session.minutes->count;
  }
}

/// Short when minutes × days < asked × active days, in whole numbers.
void judge_period(Period& period, const Match& match, Day today) {
  // Over many years the products are more than an int holds.
  const std::int64_t active = active_days(match, period.from, period.to);
  const std::int64_t days = period.to.days_since(period.from);
  const std::int64_t asked = period.terms->asks.asked();
  period.required = static_cast<int>((asked * active + days - 1) / days);
  if (active == 0) {
    period.status = PeriodStatus::paused;
  } else if (today < period.to) {
    period.status = PeriodStatus::running;
  } else {
    period.status = period.minutes * days < asked * active ? PeriodStatus::short_of : PeriodStatus::met;
  }
}

void add_periods(const Pair& pair, const Spell& spell, const Editions<TimeAsks>& editions, Day today,
                 std::vector<Period>& found) {
  const std::size_t before = found.size();
  Stepper stepper;
  Period period;
  for (Day from = spell.from; from <= today && spell.holds(from); from = period.to) {
    period = Period();
    period.from = from;
    period.terms = editions.on(from);
    period.to = period.terms ? stepper.end_of(from, period.terms->asks.length()) : from.plus_days(1);
    if (!period.terms) continue;  // no such rule was in force: days pass one by one until one is
    const bool ended_inside = spell.ending && spell.ending->on <= today &&
                              spell.ending->on.plus_days(1) < period.to;
    if (ended_inside) break;
    found.push_back(period);
  }
  const std::span of_spell = std::span(found).subspan(before);
  count_minutes(pair, spell, of_spell, today);
  for (auto& each : of_spell) judge_period(each, pair.match, today);
}

}  // namespace

Day Stepper::end_of(Day from, const Span& length) {
  if (length_ != length || from != end_) {
    anchor_ = from;
    length_ = length;
    steps_ = 0;
  }
  end_ = length.after(anchor_, ++steps_);
  return end_;
}

int TimeAsks::asked() const { return minutes.count * (over ? over->times(per).value_or(1) : 1); }

void TimeAsks::check(Decoder& decoder) const {
  if (over && !over->times(per)) {
    decoder.report(place_of(*this, &TimeAsks::over), "'over' must be a whole number of 'per'");
  }
}

std::vector<Period> periods(const Pair& pair, const Editions<TimeAsks>& editions, Day today) {
  std::vector<Period> found;
  for (const auto& spell : spells(pair.match)) add_periods(pair, spell, editions, today, found);
  return found;
}

}  // namespace mentor::rules
