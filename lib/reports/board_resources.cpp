#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "reports/board.h"
#include "reports/cells.h"
#include "reports/figures.h"
#include "reports/suppression.h"
#include "rules/budget.h"
#include "rules/service.h"

namespace mentor::reports {

namespace {

/// What sessions of these days cost, and what pairs that ran in them may spend.
struct Spending {
  Pence spent;
  Pence claimed;
  Pence paid;
  Pence of_budgeted;  ///< by pairs that have a budget
  Pence budget;       ///< of those, as much as falls on these days
};

/// The days in both, up to the end of the spell.
int days_together(const rules::Spell& spell, const Days& days) {
  const Day from = std::max(spell.from, days.from);
  const Day to = spell.ending ? std::min(spell.ending->on, days.to) : days.to;
  return std::max(0, to.days_since(from) + 1);
}

/// The share of a budget that falls on these days, by the terms of their last day, rounded to pence. A budget
/// that is for the whole of a relationship falls on its first day.
std::int64_t budget_of(const Match& match, const rules::PairBudgetAsks& asks, const Days& days) {
  std::int64_t pence = 0;
  for (const auto& spell : rules::spells(match)) {
    if (!asks.per) {
      pence += days.hold(spell.from) ? asks.amount.count : 0;
      continue;
    }
    const std::int64_t whole = asks.per->after(days.from).days_since(days.from);
    pence += (2 * asks.amount.count * days_together(spell, days) + whole) / (2 * whole);
  }
  return pence;
}

void add_costs(Spending& sum, const std::vector<Session>& sessions, const Stretch& stretch, bool has_budget) {
  for (const auto& session : sessions) {
    if (!session.cost || !stretch.days.hold(session.date)) continue;
    const std::int64_t cost = session.cost->count;
    const bool paid = session.paid && *session.paid <= stretch.days.to;
    const bool claimed = paid || (session.claimed && *session.claimed <= stretch.days.to);
    sum.spent.count += cost;
    sum.claimed.count += claimed ? cost : 0;
    sum.paid.count += paid ? cost : 0;
    sum.of_budgeted.count += has_budget ? cost : 0;
  }
}

Spending spending_in(const Stretch& stretch) {
  Spending sum;
  for (const auto& [id, match] : stretch.end.records.matches) {
    const auto terms = terms_on<rules::PairBudgetAsks>("budget.pair", match.scheme, stretch.days.to,
                                                       stretch.end.policies);
    if (terms) sum.budget.count += budget_of(match, terms->asks, stretch.days);
    add_costs(sum, rules::Pair::of(match, stretch.end.records).sessions, stretch, terms.has_value());
  }
  return sum;
}

int running_in(const Stretch& stretch, std::string_view scheme) {
  return in_state_at_end(stretch, scheme, {MatchState::active, MatchState::paused});
}

void add_staff_of(FigureTable& table, const std::string& scheme, const Basis& basis) {
  const auto terms_at = [scheme](const Stretch& each) {
    return terms_on<rules::StaffAsks>("service.capacity", scheme, each.days.to, each.end.policies);
  };
  if (!terms_on<rules::StaffAsks>("service.capacity", scheme, basis.today, basis.policies)) return;
  table.row({"least_" + scheme, fmt::format("the least that {} asks for", scheme)},
            [terms_at](const Stretch& each) {
              const auto terms = terms_at(each);
              return terms ? posts(terms->asks.workers.count * rules::whole_post) : Value();
            });
  table.row({"pairs_" + scheme, fmt::format("pairs that run in {}", scheme)},
            [scheme](const Stretch& each) { return Value::of_number(running_in(each, scheme)); });
  table.row({"most_" + scheme, fmt::format("the most that {} lets them carry", scheme)},
            [terms_at](const Stretch& each) {
              const auto terms = terms_at(each);
              const int there = rules::full_time(each.end.records.settings, each.days.to);
              return terms && terms->asks.pairs
                         ? Value::of_number(terms->asks.pairs->count * there / rules::whole_post)
                         : Value();
            });
}

}  // namespace

std::vector<Table> spending_section(const Stretches& over) {
  FigureTable table("spending", "What sessions cost, in pounds", over.all());
  table.section("Spending against budget")
      .about("The budget is what the rules give each pair, by the days of the period on which it ran.");
  table.rows(
      {{"spent", "spent"},
       {"claimed", "of it claimed by the end"},
       {"paid", "of it paid back by the end"},
       {"of_budgeted", "spent by pairs that have a budget"},
       {"budget", "their budget for these days"}},
      [](const Stretch& each) -> std::vector<Value> {
        const Spending sum = spending_in(each);
        return {cell(sum.spent), cell(sum.claimed), cell(sum.paid), cell(sum.of_budgeted), cell(sum.budget)};
      });
  return {table.chart("What was spent, and the budget, in pounds").take()};
}

std::vector<Table> staff_section(const Stretches& over) {
  FigureTable table("staff", "Full-time workers and the pairs they carry", over.all());
  table.section("Staff").about("On the last day of each period; part-time workers by their share.");
  table.row({"full_time", "full-time workers"}, [](const Stretch& each) {
    return posts(rules::full_time(each.end.records.settings, each.days.to));
  });
  table.row({"pairs", "pairs that run"},
            [](const Stretch& each) { return Value::of_number(running_in(each, {})); });
  for (const auto& scheme : over.now.end.policies.schemes()) add_staff_of(table, scheme, over.now.end);
  return {table.take()};
}

}  // namespace mentor::reports
