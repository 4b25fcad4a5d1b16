/// People come and go: a new mentor, their preparation, a young person referred, a person leaving.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/plan.h"

namespace mentor::actions {

/// Throws Trouble (usage) for what a new mentor, or a young person who is referred, cannot have: a scheme
/// that does not run here, a word that is none of its own, a day that is still to come.
void check_new(const Mentor& draft, const Facts& facts);
void check_new(const YoungPerson& draft, const Facts& facts);

/// A new mentor as `draft` has them, with an identifier of their own; the enquiry is today's unless it has a
/// day. Needs all mentors.
[[nodiscard]] Plan add_mentor(Mentor draft, const Facts& facts);

/// The same steps of preparation for each of these mentors, who must be in the register. There is at least
/// one step, and all are of one kind. What a mentor told of themself with their pen picture goes into their
/// record, in place of what stands there: the fields of `told` that say something.
[[nodiscard]] Plan vet(const std::vector<MentorId>& mentors, const std::vector<Step>& steps,
                       const Mentor& told, const Facts& facts);

/// How a young person stands in education, employment and training on the day of the referral, if that is
/// known.
struct EetAnswer {
  std::optional<EetStatus> status;
  std::vector<std::string> barriers;
};

/// A young person referred, as `draft` has them. Needs all young people.
[[nodiscard]] Plan refer(YoungPerson draft, const EetAnswer& eet, const Facts& facts);

/// The person leaves the scheme. Their matches must be over: Trouble (refused) else. Needs the
/// matches and concerns.
[[nodiscard]] Plan close(const Id& person, Closing closing, const Facts& facts);

}  // namespace mentor::actions
