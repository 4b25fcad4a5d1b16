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

}  // namespace rules

template <>
inline constexpr auto fields_of<rules::OutsideMatchAsks> = std::tuple();

}  // namespace mentor
