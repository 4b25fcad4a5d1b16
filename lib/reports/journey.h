/// One relationship as a story in order.
#pragma once

#include "reports/report.h"

namespace mentor::reports {

/// For whom it is told: the team that looks back on it, or the young person.
enum class ToldTo : std::uint8_t { team, young_person };

/// From the referral to the ending, or to the day (of the mentor's other work from the proposal on):
/// `events`, in order, and `by_area`. A young person reads what they lived through, and of words only their
/// own, what the two chose to do and to reach, and what others agreed to share; of what was said to the team
/// by others, of what the team notes and thinks, of concerns, of money and of rules that were passed they
/// read nothing. Needs the match with its logs, its people and their own check-ins, the events, and for the
/// team the concerns.
[[nodiscard]] Report journey(const Match& match, ToldTo told_to, const Basis& basis);

}  // namespace mentor::reports
