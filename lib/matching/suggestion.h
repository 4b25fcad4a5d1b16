/// Whom a young person could be matched with, ranked, and why. It decides nothing: the young person does.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "matching/reasons.h"
#include "matching/weights.h"
#include "model/register.h"
#include "rules/rulebook.h"

namespace mentor::matching {

struct Candidate {
  const Mentor* mentor = nullptr;
  int score = 0;    ///< the points of the reasons together
  Reasons reasons;  ///< those with most points first
  Findings advice;  ///< what the rules advise about a match with them, and nobody need heed
};

/// Somebody of the scheme who could not be matched now: by the rules, or as the sentences say.
struct NotReady {
  const Mentor* mentor = nullptr;
  Findings findings;
  std::vector<std::string> because;
};

/// Every mentor of the young person's scheme, in one of the two lists.
struct Suggestion {
  std::vector<Candidate> candidates;  ///< the highest score first, then who has waited longest
  std::vector<NotReady> not_ready;    ///< in the order of identifiers
};

/// Needs the people, matches, events and concerns. A mentor can be matched when no rule but advice stands
/// against a match that would start today, they have not left, have room for another, and no match of the two
/// broke down.
[[nodiscard]] Suggestion suggest(const YoungPerson& young_person, const Register& records,
                                 const rules::Rulebook& rulebook, Day today, const Weights& weights = {});

}  // namespace mentor::matching
