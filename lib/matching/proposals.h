/// Matches for everyone who waits, all at once. They are proposals: the young people decide.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "matching/suggestion.h"
#include "rules/state.h"

namespace mentor::matching {

struct Proposal {
  const YoungPerson* young_person = nullptr;
  Reasons urgency;    ///< what counts for the young person with every mentor
  Findings findings;  ///< what the rules say of the young person, whoever the mentor
  Candidate candidate;
};

/// Somebody who waits and for whom there is nobody, and why in plain sentences.
struct Unmatched {
  const YoungPerson* young_person = nullptr;
  std::vector<std::string> because;
};

/// Somebody who does not wait, so that nobody is looked for.
struct NotWaiting {
  const YoungPerson* young_person = nullptr;
  YoungPersonState state{};
};

/// A mentor who could have been matched, and how many more they could have beside what is proposed.
struct Free {
  const Mentor* mentor = nullptr;
  std::size_t room = 0;
};

/// Every young person is in one of three lists; every mentor is proposed, free, or not ready.
struct Proposals {
  std::vector<Proposal> proposals;      ///< who waits first first, as rules::who_waits has it
  std::vector<Unmatched> unmatched;     ///< likewise
  std::vector<NotWaiting> not_waiting;  ///< in the order of identifiers
  std::vector<Free> free;               ///< likewise
  std::vector<NotReady> not_ready;      ///< likewise
};

/// For the young people of these schemes, with the room that the mentors have beside what is proposed
/// already. As many as can be are matched, also with a score below none, which is still a match that the two
/// may want; of all ways to do that, one with the highest scores together. Of equal ones those come first who
/// have nobody else, then those who have waited longest, then the lower identifier: each gets their best
/// mentor, of equal ones the mentor who has waited longest.
[[nodiscard]] Proposals propose_for_all(const Pool& pool, const std::vector<std::string>& schemes);

}  // namespace mentor::matching
