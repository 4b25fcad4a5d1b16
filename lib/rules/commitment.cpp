#include "rules/commitment.h"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::rules {

namespace {

/// How long the pair means to go on, by the renewals of the spell up to `today`.
std::optional<Day> renewed_until(const Match& match, const Spell& spell, Day today) {
  std::optional<Day> until;
  for (const auto& renewal : match.renewals) {
    if (!spell.holds(renewal.on) || renewal.on > today || !renewal.until) continue;
    if (!until || *renewal.until > *until) until = renewal.until;
  }
  return until;
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
  const auto spell = pair.running_spell(today);
  const auto* terms = spell ? editions.on(spell->from) : nullptr;
  if (!terms) return;
  const Day longest = terms->asks.after.after(spell->from);
  const bool renewable = terms->asks.renewable.value_or(false);
  const auto until = renewable ? renewed_until(pair.match, *spell, today) : std::nullopt;
  const bool is_longer = until && *until > longest;
  const Day due = is_longer ? *until : longest;
  if (today <= due) return;
  const std::string term = is_longer ? fmt::format("renewed until {}", until->in_words())
                                     : fmt::format("the longest is {}", terms->asks.after.text());
  Finding over = terms->finding(fmt::format("runs since {}, {}", spell->from.in_words(), term));
  over.from = spell->from;
  over.due = due;
  if (renewable) over.command = "renew SUBJECT --until DAY";
  found.push_back(pair.about(std::move(over), place_of(pair.match, &Match::started)));
}

namespace {

/// The endings by which a spell is judged: its own, and `completed` where a pair that was handed its
/// relationship ended it so.
std::vector<const Ending*> endings_of(const Spell& spell, const Match& match, Day today) {
  std::vector<const Ending*> endings;
  if (!spell.ending) return endings;
  std::optional<Day> next;
  for (const auto& each : match.reopened) {
    if (each.on >= spell.ending->on && (!next || each.on < *next)) next = each.on;
  }
  for (const auto& each : match.endings) {
    const bool later = &each != spell.ending && each.as == EndingKind::completed &&
                       each.on >= spell.ending->on && (!next || each.on <= *next);
    if ((&each == spell.ending || later) && each.on <= today) endings.push_back(&each);
  }
  return endings;
}

}  // namespace

void judge(const Pair& pair, const Editions<EndedEarlyAsks>& editions, Day today, Findings& found) {
  for (const auto& spell : spells(pair.match)) {
    for (const Ending* ending : endings_of(spell, pair.match, today)) {
      const auto* terms = editions.on(ending->on);
      if (!terms || ending->on >= terms->asks.least.after(spell.from)) continue;
      Finding early = terms->finding(fmt::format("ended as {} on {}, the least is {} from {}",
                                                 word(ending->as), ending->on.in_words(),
                                                 terms->asks.least.text(), spell.from.in_words()));
      if (ending->as != EndingKind::completed) early.severity = Severity::advise;
      early.from = spell.from;
      early.measured = ending->on.months_since(spell.from);
      early.required = terms->asks.least.after(spell.from).months_since(spell.from);
      early.unit = "months";
      found.push_back(pair.about(std::move(early), ending->places.start()));
    }
  }
}

Day last_contact(const Pair& pair, const Spell& spell, Day today) {
  Day last = spell.from;
  const auto heard_of = [&](Day day) {
    if (day <= today && day > last) last = day;
  };
  for (const auto& session : pair.sessions) heard_of(session.date);
  for (const auto& check_in : pair.check_ins) heard_of(check_in.date);
  for (const auto& renewal : pair.match.renewals) heard_of(renewal.on);
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
