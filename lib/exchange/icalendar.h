/// iCalendar (RFC 5545): what is due as events of whole days.
#pragma once

#include <string>
#include <vector>

#include "base/day.h"

namespace mentor::exchange {

/// Something to be done on a day.
struct DayEvent {
  std::string identity;  ///< what it is, whatever its day and words: the same gives the same UID
  Day on;
  std::string summary;
  std::string description;
  std::string category;
};

/// The calendar that events stand in.
struct CalendarHead {
  std::string name;
  std::string description;
  Day made_on;
};

/// A calendar of these events, in the order of their days, for a calendar program that takes it in every
/// night: the UID of an event stays, its SEQUENCE grows with `made_on`, which is also its time stamp, so the
/// event changes in its place. An event asks for nobody's attention, runs nothing, and is private. Several of
/// one identity are told apart by their order. A calendar may not be empty: without events it has one that
/// says so, on the day it was made.
[[nodiscard]] std::string icalendar(std::vector<DayEvent> events, const CalendarHead& head);

}  // namespace mentor::exchange
