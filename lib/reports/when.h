/// How a heading says of which days its figure is.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "reports/days.h"

namespace mentor::reports {

/// By the days that were asked for: without any, those up to a last one, or those from a first one on.
struct When {
  std::string_view happened;  ///< of what is counted by its day: `ever`, `by then`, `in the period`
  std::string_view stands;    ///< of how things are: `now`, `then`, `at the end`
  std::string_view during;    ///< of what is so, or was at some time in the period: `now`, `then`, that
};

[[nodiscard]] inline When when_of(const Days& over) {
  if (over.begin()) return {"in the period", "at the end", "in the period"};
  if (over.to != Days().to) return {"by then", "then", "then"};
  return {"ever", "now", "now"};
}

/// `waiting now`.
[[nodiscard]] inline std::string heading(std::string_view what, std::string_view when) {
  return fmt::format("{} {}", what, when);
}

}  // namespace mentor::reports
