/// The example's people, as `init --example` begins a directory with them.
#pragma once

#include <string>
#include <vector>

#include "store/change.h"

namespace mentor {

/// Adds the example's records of those schemes, and its settings (the team, whom a mentor calls) as those of
/// the organisation. Sessions and check-ins go with their match or person, a concern with whom it is about;
/// one about staff goes with every scheme.
void add_example(const std::string& organisation, const std::vector<std::string>& schemes,
                 store::Change& change);

}  // namespace mentor
