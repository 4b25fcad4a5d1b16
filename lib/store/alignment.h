/// What two lists have in common.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "base/value.h"

namespace mentor::store {

/// The number of an item in the one list and of the same in the other.
using Aligned = std::pair<std::size_t, std::size_t>;

/// As many items as are in both lists in the same order; behind them, as a last one, the ends of both. Of two
/// lists whose middles are long and unlike only what begins and ends both is found.
[[nodiscard]] std::vector<Aligned> aligned(const std::vector<Value>& a, const std::vector<Value>& b);

}  // namespace mentor::store
