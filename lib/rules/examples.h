/// Worked examples that a policy carries beside its rules: a few facts, and what a rule finds in them.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "policy/edition.h"

namespace mentor::rules {

/// What came of one example. It holds when the rule finds exactly what the example says, in the order of
/// `check`.
struct ExampleRun {
  std::string rule;
  std::string says;  ///< what the example shows, in the policy's words
  Spot spot;
  Findings found;     ///< by that rule, on that day
  std::string wrong;  ///< what differs, for people; empty when it holds
};

/// Runs the examples of an edition, each on its own facts and under that edition alone. What cannot be read
/// is added to `problems` with its place, and is not run.
[[nodiscard]] std::vector<ExampleRun> run_examples(const policy::Edition& edition, Problems& problems);

}  // namespace mentor::rules
