/// A rapid meeting event planned: many short meetings, after which each says whom they would like to see
/// again. Manchester, matching.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "matching/suggestion.h"
#include "model/register.h"

namespace mentor::matching {

struct MeetingOfTwo {
  const YoungPerson* young_person = nullptr;
  const Mentor* mentor = nullptr;
  int score = 0;  ///< as suggest() has it
};

struct Round {
  std::vector<MeetingOfTwo> meetings;  ///< by the young people's identifiers
  std::vector<Id> free;                ///< who has a break: young people first, each by identifier
};

/// Somebody who is in no round, and why in plain sentences.
struct Absent {
  Id id;
  std::vector<std::string> because;
};

struct MeetingPlan {
  std::vector<Round> rounds;
  std::vector<Absent> left_out;     ///< young people first, each by identifier
  std::vector<MeetingOfTwo> unmet;  ///< who could be matched, and do not meet for want of rounds
  std::size_t rounds_for_all = 0;   ///< in so many rounds these would meet too
};

/// Whom such an event is for when nobody is named: the young people of the scheme who wait or are proposed to
/// somebody, and its mentors, as long as they have not left. Needs the people and the matches.
[[nodiscard]] std::vector<Id> those_to_meet(std::string_view scheme, const Register& records, Day today);

/// Rounds in which each of these people of one scheme meets everybody whom they could be matched with today
/// (matching/suggestion.h says with whom), and no one twice, in as few rounds as can be (matching/rounds.h).
/// When a number of rounds is given there are no more, and the meetings are chosen by most_promising(). A
/// young person in a match that is proposed or runs meets nobody.
[[nodiscard]] MeetingPlan plan_meeting(const std::vector<Id>& people, const Pool& pool,
                                       std::optional<std::size_t> most_rounds);

}  // namespace mentor::matching
