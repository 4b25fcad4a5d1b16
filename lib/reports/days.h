/// The days that a report is over.
#pragma once

#include "base/day.h"

namespace mentor::reports {

/// From one day to another, both included. As it is made: every day.
struct Days {
  Day from = Day(std::chrono::sys_days(std::chrono::year(1) / 1 / 1));
  Day to = Day(std::chrono::sys_days(std::chrono::year(9999) / 12 / 31));

  /// Whether they begin on a day that somebody named.
  [[nodiscard]] bool begin() const { return from != Days().from; }
  [[nodiscard]] bool hold(Day day) const { return from <= day && day <= to; }

  friend bool operator==(const Days&, const Days&) = default;
};

}  // namespace mentor::reports
