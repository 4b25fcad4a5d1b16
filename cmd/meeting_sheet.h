/// The sheet of a rapid meeting, to be printed and read out at the event.
#pragma once

#include "cmd/call.h"
#include "matching/meeting.h"

namespace mentor::cmd {

/// Who meets whom in each round and who has a break, then each person's way through the rounds. It goes from
/// hand to hand: people are there with as much of their names as tells them apart, and nothing else. Nothing
/// at all without a round.
void print_sheet(const Call& call, const matching::MeetingPlan& plan, Day today);

}  // namespace mentor::cmd
