/// What reports count young people by.
#pragma once

#include <initializer_list>
#include <optional>
#include <set>
#include <vector>

#include "reports/report.h"

namespace mentor::reports {

/// Those with a match in one of these states on the day, each once.
[[nodiscard]] std::set<YoungPersonId> with_match(std::initializer_list<MatchState> states,
                                                 const Basis& basis);
/// The matches that were in one of them at some time in the days that are counted; on the last of them, where
/// they have no first.
[[nodiscard]] std::vector<const Match*> matches_in_days(std::initializer_list<MatchState> states,
                                                        const Basis& basis);
/// Those who had one of these.
[[nodiscard]] std::set<YoungPersonId> with_match_in_days(std::initializer_list<MatchState> states,
                                                         const Basis& basis);

/// Those of whom a match ended in the days that are counted and was over still on the last of them: not
/// reopened, and not handed over to the pair, which goes on.
[[nodiscard]] std::set<YoungPersonId> with_match_ended(const Basis& basis);

/// How often they declined the offer in these days, whether or not they came back since.
[[nodiscard]] int offers_declined(const YoungPerson& person, const Days& days);

/// What they last answered to that question in these days; nothing when they did not.
[[nodiscard]] std::optional<bool> latest_answer(const YoungPerson& person,
                                                std::optional<bool> Survey::*question, const Days& days);

}  // namespace mentor::reports
