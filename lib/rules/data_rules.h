/// Rules about what the records say of each other.
#pragma once

#include "rules/pair.h"
#include "rules/terms.h"

namespace mentor {
namespace rules {

/// data.outside_match: a session held before the start of the match or after its end. The day of the end is
/// inside.
struct OutsideMatchAsks {
  Places places;
};
void judge(const Pair& pair, const Editions<OutsideMatchAsks>& editions, Day today, Findings& found);

/// data.two_matches: a young person in two matches at once, proposed or running: the commands keep to one at
/// a time, so that it comes of a change by hand, or of two offices that worked apart. One that ends by the
/// day on which the other starts is none of the two, and what is over is let be: nothing could mend it.
/// Judged under the edition in force today. Needs all matches.
struct TwoMatchesAsks {
  Places places;
};
void judge(const Scheme& scheme, const Editions<TwoMatchesAsks>& editions, Day today, Findings& found);

}  // namespace rules

template <>
inline constexpr auto fields_of<rules::OutsideMatchAsks> = std::tuple();
template <>
inline constexpr auto fields_of<rules::TwoMatchesAsks> = std::tuple();

}  // namespace mentor
