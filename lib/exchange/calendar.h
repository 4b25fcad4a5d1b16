/// What is due, as a calendar.
#pragma once

#include <string>

#include "exchange/exported.h"

namespace mentor::exchange {

/// In iCalendar (exchange/icalendar.h): what falls due within the notice of the policies; meetings planned,
/// ends of pauses, renewals and matches, answers for findings that run out; 18th and 26th birthdays of the
/// year to come, unless people are pseudonymous. What was due and is not done stands on the day of the export
/// until it is. What is done or no longer due is not there. What the export says of itself is its
/// description.
[[nodiscard]] std::string calendar(const Exported& from, const About& about);

}  // namespace mentor::exchange
