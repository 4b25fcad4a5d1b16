/// The order of what two people made of one list.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace mentor::changes {

using Keys = std::vector<std::string>;
/// Whether the one comes before the other; no two come before each other.
using Less = std::function<bool(const std::string&, const std::string&)>;

/// The keys in `stay`, each of which is in ours or theirs, in one order. What was there before stands as
/// before, or as the side has it that moved it. What is new stands behind what it was put behind; where both
/// put something new, `less` decides which comes next, or without one what each wrote stays together. Ours
/// and theirs may be exchanged without another outcome. The keys of each list differ from one another.
[[nodiscard]] Keys ordered(const Keys& before, const Keys& ours, const Keys& theirs, const Keys& stay,
                           const Less& less = {});

}  // namespace mentor::changes
