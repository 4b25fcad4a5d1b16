/// The days that the board's report is over, and those that it sets beside them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reports/report.h"

namespace mentor::reports {

/// The days asked for, up to today; those that were not asked for are the last whole quarter of a year before
/// today. A last day alone is that of three months; a first day alone goes on until today.
[[nodiscard]] Days days_of_board(const Days& asked, Day today);

/// As many days before; as many months where the days are whole ones.
[[nodiscard]] Days days_before(const Days& days);
/// The same days of the year before.
[[nodiscard]] Days days_a_year_before(const Days& days);

/// Whether the days asked for go on: up to a day that is still to come, or without a last one.
[[nodiscard]] bool goes_on(const Days& asked, Day today);

/// `1 July to 30 September 2026`.
[[nodiscard]] std::string in_words(const Days& days);

/// Some days, and how things stood on the last of them.
struct Stretch {
  std::string_view key;      ///< of its column
  std::string_view heading;  ///< for people
  Days days;
  Basis end;         ///< the records as of the last day, which is its today
  bool is_recorded;  ///< whether anything was recorded of by then: else there is nothing to tell
  Findings found;    ///< on the last day
};

/// The days of the report, those before, the same a year before, and today by itself.
struct Stretches {
  Stretch now;
  Stretch before;
  Stretch year_before;
  Stretch today;
  bool goes_on = false;  ///< whether the days that were asked for are not over

  [[nodiscard]] std::vector<const Stretch*> all() const { return {&now, &before, &year_before}; }
};

[[nodiscard]] Stretches stretches_of(const Basis& basis);

}  // namespace mentor::reports
