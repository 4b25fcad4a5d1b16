#include "rules/ending.h"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::rules {

void judge(const Pair& pair, const Editions<ReasonAsks>& editions, Day today, Findings& found) {
  for (const auto& ending : pair.match.endings) {
    const auto* terms = ending.on <= today && ending.reason.empty() ? editions.on(ending.on) : nullptr;
    if (!terms) continue;
    Finding missing = terms->finding(fmt::format("ended on {} and no reason is given", ending.on.in_words()));
    missing.from = ending.on;
    found.push_back(pair.about(std::move(missing), ending.places.start()));
  }
}

void judge(const Pair& pair, const Editions<MarkedAsks>& editions, Day today, Findings& found) {
  for (const auto& ending : pair.match.endings) {
    const auto* terms = ending.on <= today && ending.marked_by.empty() ? editions.on(ending.on) : nullptr;
    if (!terms || std::ranges::find(terms->asks.of, ending.as) == terms->asks.of.end()) continue;
    Finding unmarked = terms->finding(
        fmt::format("ended as {} on {}, and nothing marked it", word(ending.as), ending.on.in_words()));
    unmarked.from = ending.on;
    found.push_back(pair.about(std::move(unmarked), ending.places.start()));
  }
}

}  // namespace mentor::rules
