/// Rules about endings.
#pragma once

#include <vector>

#include "rules/pair.h"
#include "rules/terms.h"

namespace mentor {
namespace rules {

/// ending.reason: an ending without a reason.
struct ReasonAsks {
  Places places;
};
void judge(const Pair& pair, const Editions<ReasonAsks>& editions, Day today, Findings& found);

/// ending.marked: an ending of those kinds that nothing marked. Manchester, ending (a reflection event, a
/// final meeting, something material).
struct MarkedAsks {
  std::vector<EndingKind> of;
  Places places;
};
void judge(const Pair& pair, const Editions<MarkedAsks>& editions, Day today, Findings& found);

}  // namespace rules

template <>
inline constexpr auto fields_of<rules::ReasonAsks> = std::tuple();
template <>
inline constexpr auto fields_of<rules::MarkedAsks> =
    std::tuple(field("of", &rules::MarkedAsks::of, traits::required, "the endings that are to be marked"));

}  // namespace mentor
