/// What came and went over some days.
#pragma once

#include "reports/report.h"

namespace mentor::reports {

/// Adds `moved` to a report that says how things stood on a day, where the days that are counted have a
/// first: by scheme and area how many mentors enquired and left, young people were referred and left, and
/// matches were proposed, began and ended in them.
void add_moves(Report& report, const Basis& basis);

}  // namespace mentor::reports
