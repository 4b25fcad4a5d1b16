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
  Keys mine = those_in(ours, common);
  Keys other = those_in(theirs, common);
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

/// Runs as they were written, one behind the other.
Keys one_by_one(Keys ours, const Keys& theirs) {
  for (const auto& key : theirs) {
    if (std::ranges::find(ours, key) == ours.end()) ours.push_back(key);
  }
  return ours;
}

/// The next of each run in turn, whichever comes first; each keeps its own order.
Keys in_turn(const Keys& ours, const Keys& theirs, const Less& less) {
  const KeySet mine(ours.begin(), ours.end());
  const KeySet other(theirs.begin(), theirs.end());
  KeySet done;
  Keys all;
  const auto skip = [&done](const Keys& run, std::size_t& at) {
    while (at < run.size() && done.contains(run[at])) ++at;
    return at < run.size();
  };
  for (std::size_t i = 0, j = 0;;) {
    const bool we = skip(ours, i);
    const bool they = skip(theirs, j);
    if (!we && !they) return all;
    // What both have waits until its turn comes in both.
    const bool we_wait = we && they && other.contains(ours[i]) && !mine.contains(theirs[j]);
    const bool they_wait = we && they && mine.contains(theirs[j]) && !other.contains(ours[i]);
    const bool ours_next = we && !we_wait && (!they || they_wait || less(ours[i], theirs[j]));
    all.push_back(ours_next ? ours[i] : theirs[j]);
    done.insert(all.back());
  }
}

Keys together(const Keys& ours, const Keys& theirs, const Less& less) {
  if (ours == theirs || theirs.empty()) return ours;
  if (ours.empty()) return theirs;
  if (less) return in_turn(ours, theirs, less);
  return ours < theirs ? one_by_one(ours, theirs) : one_by_one(theirs, ours);
}

}  // namespace

Keys ordered(const Keys& before, const Keys& ours, const Keys& theirs, const Keys& stay, const Less& less) {
  const KeySet wanted(stay.begin(), stay.end());
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
