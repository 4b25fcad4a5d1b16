/// Within and between the spells of a match: time away, going on, coming back.
#pragma once

#include "actions/plan.h"

namespace mentor::actions {

/// A time away, which may be yet to come, and have no end that is known. The match must run on its first day:
/// Trouble (refused) else, as for days that are paused already.
[[nodiscard]] Plan pause(const MatchId& match, Pause pause, const Facts& facts);

/// The match goes on from that day: the pause that runs on it ends. Trouble (refused) when none does.
[[nodiscard]] Plan resume(const MatchId& match, Day on, const Facts& facts);

/// A decision to go on with a match that runs.
[[nodiscard]] Plan renew(const MatchId& match, Renewal renewal, const Facts& facts);

/// A match that ended or runs itself, or a person who left, comes back: Trouble (refused) for any other. A
/// pause that was running then is over. Needs all matches, and of a match all that the rules go by.
[[nodiscard]] Plan reopen(const Id& id, Reopening reopening, const Facts& facts);

}  // namespace mentor::actions
