/// Findings as a table.
#pragma once

#include <string>

#include "reports/report.h"

namespace mentor::reports {

/// For data every key of the JSON contract; for people whom it is about and what, in words.
[[nodiscard]] Table findings_table(std::string key, std::string title, const Findings& findings,
                                   const Basis& basis);

}  // namespace mentor::reports
