/// Reasons that lie in what was recorded of a mentor beside their own record: matches and events.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "matching/offer.h"
#include "matching/reasons.h"
#include "model/register.h"

namespace mentor::matching {

/// The matches of the two that broke down, in plain sentences: nobody proposes that again.
[[nodiscard]] std::vector<std::string> breakdowns(const Two& two, const Offer& offer);

/// How earlier matches of the two went.
void add_matches(const Two& two, const Offer& offer, const policy::Weights& weights, Reasons& reasons);
/// Other matches that the mentor has, and how long they have been without one.
void add_load(const Two& two, const Offer& offer, const policy::Weights& weights, Reasons& reasons);

/// Who would like to see whom again whom they met at an event.
using WishesToMeet = std::set<std::pair<Id, Id>>;
[[nodiscard]] WishesToMeet wishes_to_meet_until(Day today, const Register& records);
/// That one of the two, or each, would like to see the other again. Manchester, matching.
void add_meeting(const Two& two, const WishesToMeet& wishes, const policy::Weights& weights,
                 Reasons& reasons);

/// What speaks for finding the young person a mentor, whoever that will be: they have nobody else, they have
/// waited. Stockport case study. Needs the matches.
[[nodiscard]] Reasons urgency_of(const YoungPerson& young_person, const Register& records,
                                 const policy::Weights& weights, Day today);

}  // namespace mentor::matching
