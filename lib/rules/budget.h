/// Rules about what a pair spends.
#pragma once

#include <optional>

#include "model/amounts.h"
#include "rules/pair.h"
#include "rules/terms.h"

namespace mentor {
namespace rules {

/// budget.pair: a pair that spent more than its budget, in a stretch of time counted from the start of the
/// spell, or in all of it. Each stretch is judged by the edition of its first day; days on which no such rule
/// is in force are in none. Manchester, project setup.
struct PairBudgetAsks {
  Pence amount;
  std::optional<Span> per;
  Places places;
};
void judge(const Pair& pair, const Editions<PairBudgetAsks>& editions, Day today, Findings& found);

/// budget.after_expensive: a costly session among the next ones after an expensive one. Manchester,
/// maintaining (the next few are free or low-cost).
struct AfterExpensiveAsks {
  Pence expensive;
  Count next;
  Pence at_most;
  Places places;

  void check(Decoder& decoder) const;
};
void judge(const Pair& pair, const Editions<AfterExpensiveAsks>& editions, Day today, Findings& found);

}  // namespace rules

template <>
inline constexpr auto fields_of<rules::PairBudgetAsks> =
    std::tuple(field("amount", &rules::PairBudgetAsks::amount, traits::required, "the budget, in pounds"),
               field("per", &rules::PairBudgetAsks::per, traits::optional,
                     "in how long; in all of the relationship when left out"));
template <>
inline constexpr auto fields_of<rules::AfterExpensiveAsks> = std::tuple(
    field("expensive", &rules::AfterExpensiveAsks::expensive, traits::required,
          "what a session costs that is expensive, in pounds, and above"),
    field("next", &rules::AfterExpensiveAsks::next, traits::required, "how many sessions after it are cheap"),
    field("at_most", &rules::AfterExpensiveAsks::at_most, traits::required,
          "what each of those may cost, in pounds"));

}  // namespace mentor
