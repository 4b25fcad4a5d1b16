/// Meetings that are planned: the first one, and those that fell through and were moved.
#pragma once

#include <vector>

#include "rules/pair.h"

namespace mentor::rules {

struct PlannedMeeting {
  Day on;
  bool first = false;  ///< the first of the pair
  int moved = 0;       ///< how many times it was moved to get there

  friend bool operator==(const PlannedMeeting&, const PlannedMeeting&) = default;
};

/// The meetings of a pair that stand by the day, as they were planned and nothing was logged of them; none
/// unless the pair is proposed or runs on the day. Until the two have met there is one at most, however often
/// it was moved; a day in the past stands until a session of that day or a later one is logged.
[[nodiscard]] std::vector<PlannedMeeting> planned_meetings(const Pair& pair, Day today);

}  // namespace mentor::rules
