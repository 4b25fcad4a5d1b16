/// Counts of people in a report that leaves the building: small ones are not told.
///
/// A count from 1 to 4 is `under 5`; none is 0. Where the whole is known, the largest part beside a small one
/// is `5 or more`, so that nobody can subtract; always, so that nobody can tell from its being there how
/// small the small one is. Where even that would let a part be worked out, by somebody who knows all this, no
/// part is told at all.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/value.h"

namespace mentor::reports {

inline constexpr int least_told = 5;
inline constexpr std::string_view not_shown = "not shown";

/// Whether a count is too small to be told.
[[nodiscard]] bool is_small(int count);

/// One count, which is part of no whole.
[[nodiscard]] Value told(int count);

/// The parts of a whole, which adds them up and is known.
[[nodiscard]] std::vector<Value> told_parts(const std::vector<int>& parts);

/// How many of the whole, and how many not: `whole, part, rest`. A whole that is small leaves the two untold.
[[nodiscard]] std::vector<Value> told_share(int whole, int part);

/// Told parts of a whole that may overlap or leave some out: where all but a few of the whole are in one, how
/// many is not told, for those who are not could be counted.
[[nodiscard]] std::vector<Value> without_rests(std::vector<Value> told, const std::vector<int>& parts,
                                               int whole);

/// What lies half-way of all, and the most; untold where they are of fewer than 5; of none
/// nothing, which people read as `nobody`.
[[nodiscard]] Value told_median(std::vector<int> all);
[[nodiscard]] Value told_most(const std::vector<int>& all);

}  // namespace mentor::reports
