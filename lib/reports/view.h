/// A record as it is shown: its fields, and the state that follows from them.
#pragma once

#include "base/table.h"
#include "base/value.h"
#include "reports/report.h"

namespace mentor::reports {

/// The record's fields with `state` behind the identifier. The state of a person needs the matches.
[[nodiscard]] Value view(const Mentor& mentor, const Basis& basis);
[[nodiscard]] Value view(const YoungPerson& person, const Basis& basis);
[[nodiscard]] Value view(const Match& match, const Basis& basis);
[[nodiscard]] Value view(const Event& event, const Basis& basis);
[[nodiscard]] Value view(const Concern& concern, const Basis& basis);

/// What a list of such records shows people, a line each; for data a row has all that the view has.
[[nodiscard]] Table mentors_table(const Basis& basis);
[[nodiscard]] Table young_people_table(const Basis& basis);
[[nodiscard]] Table matches_table(const Basis& basis);
[[nodiscard]] Table events_table(const Basis& basis);
[[nodiscard]] Table concerns_table(const Basis& basis);

/// The sessions of a match, a line each, and its check-ins.
[[nodiscard]] Table sessions_table(const SessionLog& log);
[[nodiscard]] Table check_ins_table(const CheckInLog& log);

}  // namespace mentor::reports
