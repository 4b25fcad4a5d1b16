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

/// How often they declined the offer, whether or not they came back since.
[[nodiscard]] int offers_declined(const YoungPerson& person, Day today);

/// What they last answered to that question by the day; nothing when they never did.
[[nodiscard]] std::optional<bool> latest_answer(const YoungPerson& person,
                                                std::optional<bool> Survey::*question, Day today);

}  // namespace mentor::reports
