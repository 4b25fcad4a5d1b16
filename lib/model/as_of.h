/// The records as they would have been on a day: without what happened later.
#pragma once

#include "base/day.h"
#include "model/register.h"

namespace mentor {

/// Leaves out, by the schema's traits, what is dated after the day; what was planned stands.
///
/// An entry or a record whose beginning is later was not there: a session, a decision, a match by the day it
/// was proposed, a young person by their referral, a mentor by their enquiry (one without it was always
/// there), an event, a concern. With it goes what refers to it: a match of theirs, its logs, a step or a
/// concern about them; who was invited to an event stays on its list without them. Another dated field is
/// emptied, such as the start of a match or the end of a role, with what came with it, such as a goal's
/// outcome. A log of which nothing is left was not there. Fields without a day of their own stand as they
/// are: see the records as committed then for those.
///
/// The register has to hold what its records refer to.
[[nodiscard]] Register as_of(const Register& records, Day day);

/// The same of the sessions of one match.
void leave_out_later(SessionLog& log, Day day);

}  // namespace mentor
