/// Rules about endings.
#pragma once

#include "rules/pair.h"
#include "rules/terms.h"

namespace mentor {
namespace rules {

/// ending.reason: an ending without a reason.
struct ReasonAsks {
  Places places;
};
void judge(const Pair& pair, const Editions<ReasonAsks>& editions, Day today, Findings& found);

}  // namespace rules

template <>
inline constexpr auto fields_of<rules::ReasonAsks> = std::tuple();

}  // namespace mentor
