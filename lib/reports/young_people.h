/// What reports count young people by.
#pragma once

#include <initializer_list>
#include <set>

#include "reports/report.h"

namespace mentor::reports {

/// Those with a match in one of these states on the day, each once.
[[nodiscard]] std::set<YoungPersonId> with_match(std::initializer_list<MatchState> states,
                                                 const Basis& basis);

/// How often they declined the offer, whether or not they came back since.
[[nodiscard]] int offers_declined(const YoungPerson& person, Day today);

}  // namespace mentor::reports
