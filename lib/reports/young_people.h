/// What reports count young people by.
#pragma once

#include <initializer_list>
#include <optional>
#include <set>

#include "reports/report.h"

namespace mentor::reports {

/// Those with a match in one of these states on the day, each once.
[[nodiscard]] std::set<YoungPersonId> with_match(std::initializer_list<MatchState> states,
                                                 const Basis& basis);
/// Those who had one at some time in the days that are counted; on the last of them, where they have no
/// first.
[[nodiscard]] std::set<YoungPersonId> with_match_in_days(std::initializer_list<MatchState> states,
                                                         const Basis& basis);

/// How often they declined the offer in these days, whether or not they came back since.
[[nodiscard]] int offers_declined(const YoungPerson& person, const Days& days);

/// What they last answered to that question in these days; nothing when they did not.
[[nodiscard]] std::optional<bool> latest_answer(const YoungPerson& person,
                                                std::optional<bool> Survey::*question, const Days& days);

}  // namespace mentor::reports
