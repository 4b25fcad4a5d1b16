/// Rules that see to it that nobody is forgotten.
#pragma once

#include <vector>

#include "rules/pair.h"
#include "rules/terms.h"

namespace mentor {
namespace rules {

/// people.waiting: a young person who has waited for a match for longer than this, since the referral or
/// since their last match ended or was declined.
struct WaitingAsks {
  Span after;
  Places places;
};
void judge(const Scheme& scheme, const Editions<WaitingAsks>& editions, Day today, Findings& found);

/// people.turning_18: a young person whose 18th birthday is near. Stockport's case study (support around the
/// 18th birthday, when other key relationships end).
struct Turning18Asks {
  Span before;
  Places places;
};
void judge(const Scheme& scheme, const Editions<Turning18Asks>& editions, Day today, Findings& found);

/// people.unmatched_mentor: a mentor who was trained or has a qualification, and has had no match for longer
/// than this, since their last step or their last match. Rotherham DLT report §3.8.
struct UnmatchedAsks {
  Span after;
  Places places;
};
void judge(const Scheme& scheme, const Editions<UnmatchedAsks>& editions, Day today, Findings& found);

/// The day since which a young person waits; nothing when they don't.
[[nodiscard]] std::optional<Day> waiting_since(const YoungPerson& person, const Register& records, Day today);

/// A young person who waits for a match, and since when.
struct Waiting {
  const YoungPerson* person = nullptr;
  Day since;
};
/// All of them: those with nobody else in their lives first, then those who have waited longest, then by
/// identifier. Stockport case study.
[[nodiscard]] std::vector<Waiting> who_waits(const Register& records, Day today);
/// The day since which a mentor has had no match: of their last match's end, or their last step, or their
/// enquiry.
[[nodiscard]] std::optional<Day> idle_since(const Mentor& mentor, const Register& records, Day today);

}  // namespace rules

template <>
inline constexpr auto fields_of<rules::WaitingAsks> =
    std::tuple(field("after", &rules::WaitingAsks::after, traits::required, "how long is too long"));
template <>
inline constexpr auto fields_of<rules::Turning18Asks> = std::tuple(
    field("before", &rules::Turning18Asks::before, traits::required, "how long before the birthday"));
template <>
inline constexpr auto fields_of<rules::UnmatchedAsks> =
    std::tuple(field("after", &rules::UnmatchedAsks::after, traits::required, "how long is too long"));

}  // namespace mentor
