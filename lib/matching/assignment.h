/// Who goes with whom when several want from the same few: the sum, apart from whom it is about.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace mentor::matching {

/// A score for each row (whoever is to be given a place) and column (whoever has places); none where the two
/// can't go together. Scores lie between -`most_score` and `most_score`.
using Scores = std::vector<std::vector<std::optional<int>>>;
inline constexpr int most_score = 10'000'000;

/// The column of each row; nothing for a row that gets none.
using Assignment = std::vector<std::optional<std::size_t>>;

/// Gives each row one column at most, and each column as many rows at most as its capacity says.
///
/// As many rows as possible get one: also by a score below none, which is still better than nothing. Of all
/// ways to do that it is one with the highest sum of scores. Of these the first row does best, then the
/// second, and so on: it gets its highest score, of equal ones the lowest column, and nothing only where it
/// must. So there is one answer, whatever the machine.
[[nodiscard]] Assignment assign(const Scores& scores, const std::vector<std::size_t>& capacities);

}  // namespace mentor::matching
