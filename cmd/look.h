/// A last look: what was understood, and what would be written, before it is.
#pragma once

#include "cmd/call.h"

namespace mentor::cmd {

/// Writes for somebody at a terminal: shows the command as it was understood, with days in words, and the
/// lines that it writes. Asks whether to go on where it asked for something before, or where the plan has
/// doubts; offers to pass a rule that says should. The value is the exit status, 1 for whoever says no.
int write_after_a_look(const Call& call, Writing writing, const MakePlan& make_plan);

}  // namespace mentor::cmd
