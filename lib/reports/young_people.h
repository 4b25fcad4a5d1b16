/// What reports count young people by.
#pragma once

#include <initializer_list>
#include <set>

#include "reports/report.h"

namespace mentor::reports {

/// Those with a match in one of these states on the day, each once.
[[nodiscard]] std::set<YoungPersonId> with_match(std::initializer_list<MatchState> states,
                                                 const Basis& basis);

/// Whether they declined the offer, and have not come back.
[[nodiscard]] bool has_declined(const YoungPerson& person, Day today);

}  // namespace mentor::reports
