#include "rules/check_ins.h"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::rules {

namespace {

std::string_view in_words(Counterpart with) {
  switch (with) {
    case Counterpart::mentor:
      return "the mentor";
    case Counterpart::young_person:
      return "the young person";
    case Counterpart::key_adult:
      break;
  }
  return "the key adult";
}

std::string_view in_words(Voice by) {
  switch (by) {
    case Voice::mentor:
      return "the mentor";
    case Voice::young_person:
      return "the young person";
    case Voice::team:
      break;
  }
  return "the team";
}

/// The later of `last` and the day, when that is one that has come.
void latest(Day& last, Day day, Day today) {
  if (day <= today) last = std::max(last, day);
}

void latest_check_in(Day& last, const std::vector<CheckIn>& check_ins, Counterpart with, Day today) {
  for (const auto& each : check_ins) {
    if (each.with == with) latest(last, each.date, today);
  }
}

/// The last day from `since` on which the team spoke with them, be it in the match's file or in their own.
Day last_spoken(const Pair& pair, Counterpart with, Day since, Day today) {
  Day last = since;
  latest_check_in(last, pair.check_ins, with, today);
  const Id own = with == Counterpart::mentor ? Id(pair.mentor.id) : Id(pair.young_person.id);
  if (const auto* log = find(pair.records.check_ins, own)) latest_check_in(last, log->entries, with, today);
  return last;
}

/// The finding that something was due at `last` and the interval; nothing up to that day.
template <class Asks>
std::optional<Finding> overdue(const Terms<Asks>& terms, Day last, const Span& every, Day today,
                               std::string_view what) {
  const Day due = every.after(last);
  if (today <= due) return std::nullopt;
  Finding late = terms.finding(fmt::format("{} since {}", what, last.in_words()));
  late.from = last;
  late.due = due;
  return late;
}

/// What is late with one of them: by the interval that binds, else by the one for the beginning.
std::optional<Finding> late_check_in(const Terms<CheckInAsks>& terms, Day from, Day last, Counterpart with,
                                     Day today) {
  const std::string what = fmt::format("no check-in with {}", in_words(with));
  if (auto late = overdue(terms, last, terms.asks.every, today, what)) return late;
  const bool early = terms.asks.at_first && today < terms.asks.at_first_for->after(from);
  auto late = early ? overdue(terms, last, *terms.asks.at_first, today, what) : std::nullopt;
  if (late) late->severity = Severity::advise;
  return late;
}

/// A pair that runs itself has occasional support, where the scheme gives it.
void judge_self_managed(const Pair& pair, const Editions<CheckInAsks>& editions, Day today, Findings& found) {
  if (state_of(pair.match, today) != MatchState::self_managed) return;
  const Day handed_over = latest_spell(pair.match, today)->ending->on;
  const auto* terms = editions.on(handed_over);
  if (!terms || !terms->asks.self_managed) return;
  Day last = handed_over;
  for (const auto with : {Counterpart::mentor, Counterpart::young_person, Counterpart::key_adult})
    last = last_spoken(pair, with, last, today);
  auto late = overdue(*terms, last, *terms->asks.self_managed, today,
                      "the pair runs itself, and the team has not heard of it");
  if (!late) return;
  late->severity = Severity::advise;
  found.push_back(pair.about(std::move(*late), place_of(pair.match, &Match::endings)));
}

}  // namespace

void CheckInAsks::check(Decoder& decoder) const {
  if (at_first.has_value() != at_first_for.has_value()) {
    decoder.report(places.start(), "'at_first' and 'at_first_for' stand together, add the other one");
  }
}

void judge(const Pair& pair, const Editions<CheckInAsks>& editions, Day today, Findings& found) {
  judge_self_managed(pair, editions, today, found);
  const auto spell = pair.running_spell(today);
  if (!spell) return;
  const auto* terms = editions.on(today);
  if (!terms) return;
  for (const Counterpart with : terms->asks.with) {
    const Day last = last_spoken(pair, with, spell->from, today);
    if (auto late = late_check_in(*terms, spell->from, last, with, today))
      found.push_back(pair.about(std::move(*late), place_of(pair.match, &Match::started)));
  }
}

void judge(const Pair& pair, const Editions<GoalsAsks>& editions, Day today, Findings& found) {
  const auto spell = pair.running_spell(today);
  const auto* terms = spell ? editions.on(today) : nullptr;
  if (!terms) return;
  Day last = spell->from;
  for (const auto& goal : pair.match.goals) {
    latest(last, goal.set, today);
    if (goal.closed) latest(last, *goal.closed, today);
  }
  for (const auto& each : pair.check_ins) {
    if (each.goals_reviewed.value_or(false)) latest(last, each.date, today);
  }
  auto late = overdue(*terms, last, terms->asks.every, today, "no goal was set or gone through");
  if (late) found.push_back(pair.about(std::move(*late), place_of(pair.match, &Match::goals)));
}

void judge(const Pair& pair, const Editions<ReflectionAsks>& editions, Day today, Findings& found) {
  const auto spell = pair.running_spell(today);
  const auto* terms = spell ? editions.on(today) : nullptr;
  if (!terms) return;
  for (const Voice by : terms->asks.by) {
    Day last = spell->from;
    for (const auto& each : pair.match.reflections) {
      if (each.by == by) latest(last, each.on, today);
    }
    auto late = overdue(*terms, last, terms->asks.every, today,
                        fmt::format("no account from {}", in_words(by)));
    if (late) found.push_back(pair.about(std::move(*late), place_of(pair.match, &Match::reflections)));
  }
}

}  // namespace mentor::rules
