/// What of the bank of activities suits a pair.
#pragma once

#include <string>
#include <vector>

#include "base/day.h"
#include "model/records.h"
#include "policy/edition.h"
#include "rules/pair.h"

namespace mentor::matching {

/// An activity that does not suit, and why in a plain sentence.
struct LeftOut {
  const Activity* activity = nullptr;
  std::string why;
};

struct Choice {
  std::vector<const Activity*> activities;
  std::vector<LeftOut> left_out;
};

/// Of these activities, in their order, those that the pair has not done yet and that the scheme's policy
/// finds cheap enough after an expensive one (budget.after_expensive). What costs nobody knows stays.
/// Manchester, relationship building and maintaining a relationship.
[[nodiscard]] Choice suit(const std::vector<const Activity*>& activities, const rules::Pair& pair,
                          const policy::Policies& policies, Day today);

}  // namespace mentor::matching
