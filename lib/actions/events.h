/// Group events: who was invited, who came.
#pragma once

#include "actions/plan.h"

namespace mentor::actions {

/// A new event as `draft` has it; who came counts as invited. Its scheme must run here, its people must be in
/// it and be in the register; who would like to see whom again is among those who came. A training or an
/// information session counts as that step for the mentors who came (event_steps.h). What looks like an event
/// that is there already, and somebody who has left, is a doubt. Needs all events.
[[nodiscard]] Plan log_event(Event draft, const Facts& facts);

}  // namespace mentor::actions
