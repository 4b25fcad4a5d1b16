/// Group events: who was invited, who came.
#pragma once

#include "actions/plan.h"

namespace mentor::actions {

/// A new event as `draft` has it; who came counts as invited. Its scheme must run here, its people must be in
/// it and be in the register; who would like to see whom again is among those who came. A training or an
/// information session counts as that step for the mentors who came (event_steps.h). What looks like an event
/// that is there already, and somebody who has left, is a doubt. Needs all events.
[[nodiscard]] Plan log_event(Event draft, const Facts& facts);

/// What follows from the correction of an event, which the plan has already: who is new there must be of its
/// scheme, and a training or an information session counts as that step for the mentors who came after all.
/// The steps of the others stay as they are, which gets a note. The people must be in the register.
void follow_correction(Plan& plan, const Event& before, const Event& after, const Facts& facts);

}  // namespace mentor::actions
