/// Reasons that lie in what was recorded of a mentor beside their own record: matches and events.
#pragma once

#include <string>
#include <vector>

#include "matching/reasons.h"
#include "model/register.h"

namespace mentor::matching {

/// What stands against a match of the two in the mentor's matches, in plain sentences: no room, or an earlier
/// match of the two that broke down.
[[nodiscard]] std::vector<std::string> obstacles(const Two& two, const Register& records);

/// How earlier matches of the two went.
void add_matches(const Two& two, const Register& records, const Weights& weights, Reasons& reasons);
/// Other matches that the mentor has, and how long they have been without one.
void add_load(const Two& two, const Register& records, const Weights& weights, Reasons& reasons);
/// That one of the two, or each, would like to see the other again whom they met at an event. Manchester,
/// matching.
void add_meeting(const Two& two, const Register& records, const Weights& weights, Reasons& reasons);

}  // namespace mentor::matching
