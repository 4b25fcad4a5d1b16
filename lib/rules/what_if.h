/// What another edition of a policy would change, tried out on the records as they are.
#pragma once

#include "base/finding.h"
#include "model/register.h"
#include "policy/edition.h"

namespace mentor::rules {

struct WhatIf {
  Findings appear;  ///< found with the edition, and not found now; by pair
  Findings go;      ///< found now, and no longer with the edition; by pair
  Day from;         ///< the day from which the edition was taken to be in force
};

/// Compares what is found on that day with what would be if the edition were in force. One of the same day is
/// replaced. One whose own day is still to come is tried out in place of the edition in force, from that
/// one's day: nothing would be judged by it else. A finding that only says other figures neither appears nor
/// goes; one that weighs otherwise does both. What is wrong with the edition's rules and examples is added to
/// `problems`.
[[nodiscard]] WhatIf what_if(policy::Edition edition, const policy::Policies& policies,
                             const Register& records, Day today, Problems& problems);

}  // namespace mentor::rules
