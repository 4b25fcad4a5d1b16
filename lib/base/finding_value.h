/// A finding as a tree of values, with the keys of the JSON contract.
#pragma once

#include "base/finding.h"
#include "base/value.h"

namespace mentor {

/// What does not apply has no value.
[[nodiscard]] Value to_value(const Finding& finding);

/// Adds `file`, `line` and `column`.
void add_spot(Value& value, const Spot& spot);

}  // namespace mentor
