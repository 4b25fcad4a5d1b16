/// What mentors wish for against who is really waiting.
#pragma once

#include <vector>

#include "reports/report.h"

namespace mentor::reports {

/// A row for each wish (scheme, gender, age): how many of the mentors have it, and how many of the young
/// people are known to fit it; then a row for each gender and age of young people who fit no mentor's wish. A
/// mentor without wishes has no row.
[[nodiscard]] Table wishes_table(const std::vector<const Mentor*>& mentors,
                                 const std::vector<const YoungPerson*>& waiting, Day today);

}  // namespace mentor::reports
