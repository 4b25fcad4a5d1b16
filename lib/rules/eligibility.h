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

  void check(Decoder& decoder) const;
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

/// eligibility.care_experience: a mentor of whom nobody recorded that they have been in care, judged at a
/// match; a young person of whom it is recorded that they have not, judged at the referral. South Tyneside's
/// offer.
struct CareExperienceAsks {
  std::vector<Side> of;
  Places places;
};
void judge(const Pair& pair, const Editions<CareExperienceAsks>& editions, Day today, Findings& found);
void judge(const Scheme& scheme, const Editions<CareExperienceAsks>& editions, Day today, Findings& found);

}  // namespace rules

template <>
inline constexpr auto fields_of<rules::AgeAsks> = std::tuple(
    field("from", &rules::AgeAsks::from, traits::required, "the youngest age, in years"),
    field("to", &rules::AgeAsks::to, traits::optional, "the oldest age, until the birthday after it"));
template <>
inline constexpr auto fields_of<rules::BackgroundAsks> =
    std::tuple(field("avoid_departments", &rules::BackgroundAsks::avoid_departments, traits::required,
                     "departments whose staff the scheme would rather not match"));
template <>
inline constexpr auto fields_of<rules::CareExperienceAsks> =
    std::tuple(field("of", &rules::CareExperienceAsks::of, traits::required, "whom it is asked of"));

}  // namespace mentor
