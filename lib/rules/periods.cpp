#include "rules/periods.h"

#include <algorithm>
#include <ranges>

namespace mentor::rules {

namespace {

int minutes_given(const Pair& pair, const Spell& spell, const Period& period, Day today) {
  const auto& kinds = period.terms->asks.counts;
  int minutes = 0;
  for (const auto& session : pair.sessions) {
    const bool inside = session.date >= period.from && session.date < period.to && session.date <= today;
    if (!inside || !session.held() || !spell.holds(session.date)) continue;
    if (std::ranges::find(kinds, session.kind) != kinds.end()) minutes += session.minutes->count;
  }
  return minutes;
}

/// Short when minutes × days < asked × active days, in whole numbers.
void judge_period(Period& period, int active, Day today) {
  const int days = period.to.days_since(period.from);
  const int asked = period.terms->asks.asked();
  period.required = (asked * active + days - 1) / days;
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
    if (ended_inside) return;
    period.minutes = minutes_given(pair, spell, period, today);
    judge_period(period, active_days(pair.match, period.from, period.to), today);
    found.push_back(period);
  }
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
