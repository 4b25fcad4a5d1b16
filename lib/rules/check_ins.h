/// Rules about the conversations that keep a relationship in view: check-ins, goals, people's own accounts.
///
/// All count from the start of the spell, or from the last such conversation in it; a pause moves nothing.
#pragma once

#include <optional>
#include <vector>

#include "rules/pair.h"
#include "rules/terms.h"

namespace mentor {
namespace rules {

/// support.check_in: the team has not spoken with one of those whom the policy names for as long. A check-in
/// in the person's own file counts too. Early on it may be asked for more often, as advice; of a pair that
/// runs itself less often, as advice. Manchester, maintaining (monthly or fortnightly), recommendation 2
/// (more contact early on); South Tyneside's offer (regular check-ins).
struct CheckInAsks {
  Span every;
  std::vector<Counterpart> with;
  std::optional<Span> at_first;
  std::optional<Span> at_first_for;
  std::optional<Span> self_managed;
  Places places;

  void check(Decoder& decoder) const;
};
void judge(const Pair& pair, const Editions<CheckInAsks>& editions, Day today, Findings& found);

/// support.goals: no goal was set, closed or gone through for as long. South Tyneside's offer.
struct GoalsAsks {
  Span every;
  Places places;
};
void judge(const Pair& pair, const Editions<GoalsAsks>& editions, Day today, Findings& found);

/// support.reflection: no account of their own from one of those whom the policy names for as long.
/// Manchester, project setup (evaluation is people's own accounts over time).
struct ReflectionAsks {
  Span every;
  std::vector<Voice> by;
  Places places;
};
void judge(const Pair& pair, const Editions<ReflectionAsks>& editions, Day today, Findings& found);

}  // namespace rules

template <>
inline constexpr auto fields_of<rules::CheckInAsks> = std::tuple(
    field("every", &rules::CheckInAsks::every, traits::required, "how often"),
    field("with", &rules::CheckInAsks::with, traits::required, "with whom"),
    field("at_first", &rules::CheckInAsks::at_first, traits::optional,
          "how often early on; it is advice only"),
    field("at_first_for", &rules::CheckInAsks::at_first_for, traits::optional, "how long that is asked for"),
    field("self_managed", &rules::CheckInAsks::self_managed, traits::optional,
          "how often once the pair runs itself; it is advice only"));
template <>
inline constexpr auto fields_of<rules::GoalsAsks> =
    std::tuple(field("every", &rules::GoalsAsks::every, traits::required, "how often they are gone through"));
template <>
inline constexpr auto fields_of<rules::ReflectionAsks> =
    std::tuple(field("every", &rules::ReflectionAsks::every, traits::required, "how often"),
               field("by", &rules::ReflectionAsks::by, traits::required, "whose account"));

}  // namespace mentor
