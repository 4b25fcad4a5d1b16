/// Whom a young person could be matched with, ranked, and why. It decides nothing: the young person does.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "matching/offer.h"
#include "matching/past.h"
#include "matching/reasons.h"
#include "model/register.h"
#include "policy/edition.h"
#include "rules/rulebook.h"

namespace mentor::matching {

struct Candidate {
  const Mentor* mentor = nullptr;
  int score = 0;    ///< the points of the reasons together, and of the urgency
  Reasons reasons;  ///< those of the two, with most points first
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
  Reasons urgency;                    ///< what counts for the young person with each of them
  Findings findings;                  ///< what the rules say of the young person, whoever the mentor
  std::vector<Candidate> candidates;  ///< the highest score first, then who has waited longest
  std::vector<NotReady> not_ready;    ///< in the order of identifiers
};

/// Of whom the rules are asked: of all, or only of those who have not left and have room.
enum class Judged : bool { open, all };

/// The mentors of all schemes, as they offer themselves on a day.
class Pool {
 public:
  /// Needs the people, matches, events and concerns, and these for as long as it lives.
  Pool(const Register& records, const policy::Policies& policies, const rules::Rulebook& rulebook, Day today);

  /// A mentor can be matched when no rule but advice stands against a match that would start today, they have
  /// not left, have room for another, and no match of the two broke down. Each reason counts as the edition
  /// of the scheme's policy in force today says.
  [[nodiscard]] Suggestion suggest(const YoungPerson& young_person, Judged judged = Judged::all) const;

  /// The mentors of a scheme, in the order of identifiers.
  [[nodiscard]] const std::vector<Offer>& offers(std::string_view scheme) const;
  [[nodiscard]] const Register& records() const { return records_; }
  [[nodiscard]] const policy::Policies& policies() const { return policies_; }
  [[nodiscard]] const rules::Rulebook& rulebook() const { return rulebook_; }
  [[nodiscard]] Day today() const { return today_; }

 private:
  [[nodiscard]] Candidate candidate_of(const Two& two, const Offer& offer, const policy::Weights& weights,
                                       const Reasons& urgency) const;

  const Register& records_;
  const policy::Policies& policies_;
  const rules::Rulebook& rulebook_;
  Day today_;
  std::map<std::string, std::vector<Offer>, std::less<>> offers_;  ///< by scheme
  WishesToMeet wishes_to_meet_;
};

}  // namespace mentor::matching
