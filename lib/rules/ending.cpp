#include "rules/ending.h"

#include <fmt/format.h>

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

}  // namespace mentor::rules
