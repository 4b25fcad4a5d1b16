/// Rules about who takes part.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/amounts.h"
#include "rules/pair.h"
#include "rules/terms.h"

namespace mentor {
namespace rules {

/// eligibility.age: a young person outside the ages, on the day of the referral and on the day a match
/// starts. Sources: Rotherham DLT report §3.1 (16 to 25), South Tyneside's offer (16 to 25).
struct AgeAsks {
  Count from;
  std::optional<Count> to;  ///< until the birthday after it; none is no ceiling
  Places places;
};
void judge(const Scheme& scheme, const Editions<AgeAsks>& editions, Day today, Findings& found);
void judge(const Pair& pair, const Editions<AgeAsks>& editions, Day today, Findings& found);

/// eligibility.background: a mentor who is not what the scheme looks for, judged at a match.
/// Source: Rotherham DLT report §12.1 (preferably not associated with Children's Services).
struct BackgroundAsks {
  std::vector<std::string> avoid_departments;
  Places places;
};
void judge(const Pair& pair, const Editions<BackgroundAsks>& editions, Day today, Findings& found);

}  // namespace rules

template <>
inline constexpr auto fields_of<rules::AgeAsks> = std::tuple(
    field("from", &rules::AgeAsks::from, traits::required, "the youngest age, in years"),
    field("to", &rules::AgeAsks::to, traits::optional, "the oldest age, until the birthday after it"));
template <>
inline constexpr auto fields_of<rules::BackgroundAsks> =
    std::tuple(field("avoid_departments", &rules::BackgroundAsks::avoid_departments, traits::required,
                     "departments whose staff the scheme would rather not match"));

}  // namespace mentor
