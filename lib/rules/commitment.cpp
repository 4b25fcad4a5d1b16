#include "rules/commitment.h"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::rules {

namespace {

/// Whole months from one day to another.
int months_between(Day from, Day to) {
  int months = 0;
  while (from.plus_months(months + 1) <= to) ++months;
  return months;
}

/// The spell that runs on that day, if one does.
std::optional<Spell> running_spell(const Pair& pair, Day today) {
  return is_running(state_of(pair.match, today)) ? latest_spell(pair.match, today) : std::nullopt;
}

}  // namespace

void judge(const Pair& pair, const Editions<TimeAsks>& editions, Day today, Findings& found) {
  for (const auto& period : periods(pair, editions, today)) {
    if (period.status != PeriodStatus::short_of) continue;
    Finding missed = period.terms->finding(fmt::format("{} of {} minutes from {} to {}", period.minutes,
                                                       period.required, period.from.in_words(),
                                                       period.to.plus_days(-1).in_words()));
    missed.from = period.from;
    missed.to = period.to;
    missed.measured = period.minutes;
    missed.required = period.required;
    missed.unit = "minutes";
    found.push_back(pair.about(std::move(missed), place_of(pair.match, &Match::started)));
  }
}

void judge(const Pair& pair, const Editions<TooLongAsks>& editions, Day today, Findings& found) {
  const auto spell = running_spell(pair, today);
  const auto* terms = spell ? editions.on(spell->from) : nullptr;
  if (!terms) return;
  const Day due = terms->asks.after.after(spell->from);
  if (today <= due) return;
  Finding over = terms->finding(
      fmt::format("runs since {}, the longest is {}", spell->from.in_words(), terms->asks.after.text()));
  over.from = spell->from;
  over.due = due;
  found.push_back(pair.about(std::move(over), place_of(pair.match, &Match::started)));
}

void judge(const Pair& pair, const Editions<EndedEarlyAsks>& editions, Day today, Findings& found) {
  for (const auto& spell : spells(pair.match)) {
    const auto* terms = editions.on(spell.from);
    if (!terms || !spell.ending || spell.ending->on > today) continue;
    if (spell.ending->on >= terms->asks.least.after(spell.from)) continue;
    Finding early = terms->finding(fmt::format("ended as {} on {}, the least is {} from {}",
                                               word(spell.ending->as), spell.ending->on.in_words(),
                                               terms->asks.least.text(), spell.from.in_words()));
    if (spell.ending->as != EndingKind::completed) early.severity = Severity::advise;
    early.from = spell.from;
    early.measured = months_between(spell.from, spell.ending->on);
    early.required = months_between(spell.from, terms->asks.least.after(spell.from));
    early.unit = "months";
    found.push_back(pair.about(std::move(early), spell.ending->places.start()));
  }
}

Day last_contact(const Pair& pair, const Spell& spell, Day today) {
  Day last = spell.from;
  for (const auto& session : pair.sessions) {
    if (session.date <= today && session.date > last) last = session.date;
  }
  return last;
}

void judge(const Pair& pair, const Editions<SilenceAsks>& editions, Day today, Findings& found) {
  if (state_of(pair.match, today) != MatchState::active) return;
  const Spell spell = *latest_spell(pair.match, today);
  const Day last = last_contact(pair, spell, today);
  const auto* terms = editions.on(last);
  if (!terms) return;
  const Day due = terms->asks.after.after(last);
  if (today <= due) return;
  Finding silent = terms->finding(fmt::format("nothing logged since {}", last.in_words()));
  silent.from = last;
  silent.due = due;
  silent.measured = today.days_since(last);
  silent.required = due.days_since(last);
  silent.unit = "days";
  found.push_back(pair.about(std::move(silent), place_of(pair.match, &Match::started)));
}

}  // namespace mentor::rules
