/// Rules about the commitment: its time (see periods.h for the parameters), its length, its silences.
#pragma once

#include "rules/pair.h"
#include "rules/periods.h"
#include "rules/terms.h"

namespace mentor {
namespace rules {

void judge(const Pair& pair, const Editions<TimeAsks>& editions, Day today, Findings& found);

/// commitment.too_long: a match that still runs after the longest, counted from the start of its spell; a
/// pause does not lengthen it, a renewal does where the scheme lets it, and is then what is offered.
/// Rotherham DLT report §3.8 (no longer than 18 months), South Tyneside's offer (3 months).
struct TooLongAsks {
  Span after;
  std::optional<bool> renewable;
  Places places;
};
void judge(const Pair& pair, const Editions<TooLongAsks>& editions, Day today, Findings& found);

/// commitment.ended_early: an ending before the least, as the edition of that day has it. As `completed` it
/// has the policy's severity; any other ending is advice. Rotherham DLT report §3.8 (at least 6 months).
struct EndedEarlyAsks {
  Span least;
  Places places;
};
void judge(const Pair& pair, const Editions<EndedEarlyAsks>& editions, Day today, Findings& found);

/// commitment.silence: nothing logged for as long as the policy allows: no session, held or cancelled, no
/// check-in, no renewal. A paused match is let be.
struct SilenceAsks {
  Span after;
  Places places;
};
void judge(const Pair& pair, const Editions<SilenceAsks>& editions, Day today, Findings& found);

/// The last day on which something was logged in the spell, or its first day.
[[nodiscard]] Day last_contact(const Pair& pair, const Spell& spell, Day today);

}  // namespace rules

template <>
inline constexpr auto fields_of<rules::TooLongAsks> =
    std::tuple(field("after", &rules::TooLongAsks::after, traits::required, "the longest, from the start"),
               field("renewable", &rules::TooLongAsks::renewable, traits::optional,
                     "whether a renewal lengthens it until its own end; no when left out"));
template <>
inline constexpr auto fields_of<rules::EndedEarlyAsks> =
    std::tuple(field("least", &rules::EndedEarlyAsks::least, traits::required, "the least, from the start"));
template <>
inline constexpr auto fields_of<rules::SilenceAsks> = std::tuple(field("after", &rules::SilenceAsks::after,
                                                                       traits::required,
                                                                       "how long without anything logged"));

}  // namespace mentor
