/// Findings as a table.
#pragma once

#include <string>
#include <vector>

#include "reports/report.h"

namespace mentor::reports {

/// A finding, and how many of earlier periods it stands for.
struct Latest {
  Finding finding;
  int earlier = 0;
};

/// Of what one rule found in one subject period by period, only the latest period, in its place; what has no
/// period stands as it is. What somebody answered for, and what weighs otherwise, is not folded into the
/// rest.
[[nodiscard]] std::vector<Latest> latest_of(const Findings& findings);

/// Somebody's answer to a finding that has one.
[[nodiscard]] const Answer& answer_to(const Finding& finding);

/// What is typed to see to it: `mentorctl check-in P-9X2MC`.
[[nodiscard]] std::string command_for(const Finding& finding);

/// Each finding. For data every key of the JSON contract; for people whom it is about and what, in words.
[[nodiscard]] Table findings_table(std::string key, std::string title, const Findings& findings,
                                   const Basis& basis);

/// The same of the latest, with `earlier` where there are earlier ones, and the `command` that sees to it.
[[nodiscard]] Table latest_table(std::string key, std::string title, const std::vector<Latest>& findings,
                                 const Basis& basis);

}  // namespace mentor::reports
