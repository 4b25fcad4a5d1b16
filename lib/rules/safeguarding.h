/// Rules about safeguarding concerns.
#pragma once

#include "rules/pair.h"
#include "rules/terms.h"

namespace mentor {
namespace rules {

/// safeguarding.passed_on: a concern that nobody passed on in time, closed or not. One about staff is said
/// once, not by each scheme.
struct PassedOnAsks {
  Span within;
  Places places;
};
void judge(const Scheme& scheme, const Editions<PassedOnAsks>& editions, Day today, Findings& found);

/// The first concern about the mentor that is open on that day; null when none is. Needs the concerns.
[[nodiscard]] const Concern* open_concern(const MentorId& mentor, const Register& records, Day today);

/// The same, where the scheme's policy holds the mentor's matches for it (safeguarding.held).
[[nodiscard]] const Concern* holding_concern(const Mentor& mentor, const Register& records,
                                             const policy::Policies& policies, Day today);

/// safeguarding.held: a match that starts or goes on while a concern about its mentor is open, and each
/// session that was held meanwhile, until the concern is closed. A paused match is held already.
struct HeldAsks {
  Places places;
};
void judge(const Pair& pair, const Editions<HeldAsks>& editions, Day today, Findings& found);

}  // namespace rules

template <>
inline constexpr auto fields_of<rules::PassedOnAsks> = std::tuple(
    field("within", &rules::PassedOnAsks::within, traits::required, "how soon, from the day it was raised"));
template <>
inline constexpr auto fields_of<rules::HeldAsks> = std::tuple();

}  // namespace mentor
