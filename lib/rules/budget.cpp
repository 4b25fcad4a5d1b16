#include "rules/budget.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/periods.h"

namespace mentor::rules {

namespace {

std::int64_t spent(const Pair& pair, const Spell& spell, Day from, std::optional<Day> to, Day today) {
  std::int64_t pence = 0;
  for (const auto& session : pair.sessions) {
    const bool inside = session.date >= from && (!to || session.date < *to) && session.date <= today;
    if (session.cost && inside && spell.holds(session.date)) pence += session.cost->count;
  }
  return pence;
}

std::string pounds(std::int64_t pence) { return "£" + Pence{pence}.pounds(); }

/// One stretch of a spell: from its first day to before `to`, or to the spell's end.
void judge_stretch(const Pair& pair, const Spell& spell, const Terms<PairBudgetAsks>& terms, Day from,
                   std::optional<Day> to, Day today, Findings& found) {
  const std::int64_t pence = spent(pair, spell, from, to, today);
  if (pence <= terms.asks.amount.count) return;
  Finding over = terms.finding(fmt::format("{} spent since {}, the budget is {}", pounds(pence),
                                           from.in_words(), pounds(terms.asks.amount.count)));
  over.from = from;
  over.to = to;
  over.measured = pence;
  over.required = terms.asks.amount.count;
  over.unit = "pence";
  found.push_back(pair.about(std::move(over), place_of(pair.match, &Match::started)));
}

void judge_spell(const Pair& pair, const Spell& spell, const Editions<PairBudgetAsks>& editions, Day today,
                 Findings& found) {
  Stepper stepper;
  Day to;
  for (Day from = spell.from; from <= today && spell.holds(from); from = to) {
    const auto* terms = editions.on(from);
    to = from.plus_days(1);
    if (!terms) continue;  // no such rule was in force: days pass one by one until one is
    if (!terms->asks.per) return judge_stretch(pair, spell, *terms, from, std::nullopt, today, found);
    to = stepper.end_of(from, *terms->asks.per);
    judge_stretch(pair, spell, *terms, from, to, today, found);
  }
}

std::vector<const Session*> held_by(const Pair& pair, Day today) {
  std::vector<const Session*> sessions;
  for (const auto& session : pair.sessions) {
    if (session.held() && session.date <= today) sessions.push_back(&session);
  }
  std::ranges::stable_sort(sessions, {}, &Session::date);
  return sessions;
}

}  // namespace

void judge(const Pair& pair, const Editions<PairBudgetAsks>& editions, Day today, Findings& found) {
  for (const auto& spell : spells(pair.match)) judge_spell(pair, spell, editions, today, found);
}

void AfterExpensiveAsks::check(Decoder& decoder) const {
  if (at_most < expensive) return;
  decoder.report(place_of(*this, &AfterExpensiveAsks::at_most),
                 "'at_most' must be less than 'expensive', correct one of them");
}

void judge(const Pair& pair, const Editions<AfterExpensiveAsks>& editions, Day today, Findings& found) {
  const Session* expensive = nullptr;
  int since = 0;
  for (const Session* session : held_by(pair, today)) {
    const auto* terms = editions.on(session->date);
    if (!terms) continue;
    const Pence cost = session->cost.value_or(Pence{});
    ++since;
    if (expensive && since <= terms->asks.next.count && cost > terms->asks.at_most) {
      Finding costly = terms->finding(fmt::format("{} on {}, soon after {} on {}", pounds(cost.count),
                                                  session->date.in_words(), pounds(expensive->cost->count),
                                                  expensive->date.in_words()));
      costly.from = session->date;
      costly.measured = cost.count;
      costly.required = terms->asks.at_most.count;
      costly.unit = "pence";
      found.push_back(pair.about(std::move(costly), {}));
      found.back().spot = {std::string(pair.sessions_file), session->places.start()};
    }
    if (cost < terms->asks.expensive) continue;
    expensive = session;
    since = 0;
  }
}

}  // namespace mentor::rules
