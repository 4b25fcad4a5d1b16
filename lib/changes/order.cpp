#include "changes/order.h"

#include <algorithm>
#include <map>
#include <set>

namespace mentor::changes {

namespace {

using KeySet = std::set<std::string>;
using Gaps = std::map<std::string, std::size_t>;  ///< of what is new: behind how many of the others it stands

Keys those_in(const Keys& keys, const KeySet& wanted) {
  Keys found;
  for (const auto& key : keys) {
    if (wanted.contains(key)) found.push_back(key);
  }
  return found;
}

/// What all three have, as the side has it that moved it.
Keys skeleton(const Keys& before, const Keys& ours, const Keys& theirs, const KeySet& kept) {
  KeySet common(kept);
  for (const Keys* side : {&before, &ours, &theirs}) {
    const Keys here = those_in(*side, common);
    common = KeySet(here.begin(), here.end());
  }
  const Keys then = those_in(before, common);
  const Keys mine = those_in(ours, common);
  const Keys other = those_in(theirs, common);
  if (mine == then) return other;
  return other == then ? mine : std::min(mine, other);
}

void find_gaps(const Keys& side, const Gaps& behind, const KeySet& kept, Gaps& gaps) {
  std::size_t gap = 0;
  for (const auto& key : side) {
    if (const auto stays = behind.find(key); stays != behind.end()) {
      gap = stays->second;
    } else if (kept.contains(key)) {
      const auto [place, fresh] = gaps.emplace(key, gap);
      if (!fresh) place->second = std::min(place->second, gap);
    }
  }
}

Keys run_of(const Keys& side, const Gaps& gaps, std::size_t gap) {
  Keys run;
  for (const auto& key : side) {
    if (const auto found = gaps.find(key); found != gaps.end() && found->second == gap) run.push_back(key);
  }
  return run;
}

Keys together(Keys ours, Keys theirs,
              const std::function<bool(const std::string&, const std::string&)>& less) {
  if (ours == theirs || theirs.empty()) return ours;
  if (theirs < ours) std::swap(ours, theirs);
  const bool both = !ours.empty();
  for (auto& key : theirs) {
    if (std::ranges::find(ours, key) == ours.end()) ours.push_back(std::move(key));
  }
  if (both && less) std::ranges::stable_sort(ours, less);
  return ours;
}

}  // namespace

Keys ordered(const Keys& before, const Keys& ours, const Keys& theirs, const Keys& kept,
             const std::function<bool(const std::string&, const std::string&)>& less) {
  const KeySet wanted(kept.begin(), kept.end());
  const Keys frame = skeleton(before, ours, theirs, wanted);
  Gaps behind;
  for (std::size_t i = 0; i < frame.size(); ++i) behind[frame[i]] = i + 1;
  Gaps gaps;
  find_gaps(ours, behind, wanted, gaps);
  find_gaps(theirs, behind, wanted, gaps);
  std::set<std::size_t> filled;
  for (const auto& [key, gap] : gaps) filled.insert(gap);
  Keys all;
  for (std::size_t gap = 0; gap <= frame.size(); ++gap) {
    if (gap > 0) all.push_back(frame[gap - 1]);
    if (!filled.contains(gap)) continue;
    const Keys run = together(run_of(ours, gaps, gap), run_of(theirs, gaps, gap), less);
    all.insert(all.end(), run.begin(), run.end());
  }
  return all;
}

}  // namespace mentor::changes
