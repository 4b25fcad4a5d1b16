/// Rules about a match when it starts.
#pragma once

#include <vector>

#include "rules/pair.h"
#include "rules/terms.h"

namespace mentor {
namespace rules {

/// match.decision: about to start, or running, without the yes of each whom the policy names; and against a
/// standing no of either. Rotherham DLT report §4.3 (the last word is the young person's).
struct DecisionAsks {
  std::vector<Side> by;
  Places places;
};
void judge(const Pair& pair, const Editions<DecisionAsks>& editions, Day today, Findings& found);

/// match.contacts: the mentor was not given the emergency contacts. Rotherham DLT report §4.6.
struct ContactsAsks {
  Places places;
};
void judge(const Pair& pair, const Editions<ContactsAsks>& editions, Day today, Findings& found);

/// match.key_adult: the third person of the relationship is not named. Rotherham DLT report §2.4.
struct KeyAdultAsks {
  Places places;
};
void judge(const Pair& pair, const Editions<KeyAdultAsks>& editions, Day today, Findings& found);

/// match.capacity: a mentor with more running matches than they offer. Needs all matches.
struct CapacityAsks {
  Places places;
};
void judge(const Pair& pair, const Editions<CapacityAsks>& editions, Day today, Findings& found);

/// match.first_meeting: no activity for it, or nobody of the team to broker it. Manchester, relationship
/// building.
struct FirstMeetingAsks {
  Places places;
};
void judge(const Pair& pair, const Editions<FirstMeetingAsks>& editions, Day today, Findings& found);

/// match.focus: no focus agreed some time in. Rotherham DLT report §4.4.
struct FocusAsks {
  Span after;
  Places places;
};
void judge(const Pair& pair, const Editions<FocusAsks>& editions, Day today, Findings& found);

/// How many matches a mentor offers to have at once: one when nothing is recorded.
[[nodiscard]] int capacity_of(const Mentor& mentor);

}  // namespace rules

template <>
inline constexpr auto fields_of<rules::DecisionAsks> =
    std::tuple(field("by", &rules::DecisionAsks::by, traits::required, "whose yes a start needs"));
template <>
inline constexpr auto fields_of<rules::ContactsAsks> = std::tuple();
template <>
inline constexpr auto fields_of<rules::KeyAdultAsks> = std::tuple();
template <>
inline constexpr auto fields_of<rules::CapacityAsks> = std::tuple();
template <>
inline constexpr auto fields_of<rules::FirstMeetingAsks> = std::tuple();
template <>
inline constexpr auto fields_of<rules::FocusAsks> = std::tuple(
    field("after", &rules::FocusAsks::after, traits::required, "how long after the start it is asked for"));

}  // namespace mentor
