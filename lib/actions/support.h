/// How people are doing: conversations with the team, goals, their own accounts, their answers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/people.h"
#include "actions/plan.h"

namespace mentor::actions {

/// Where a conversation with that person on that day is kept: with the match of theirs that ran, or ran
/// itself; without one, with the person. Trouble (usage) when several did. Needs all matches.
[[nodiscard]] Id keeper_of_check_ins(const Id& person, Day on, const Facts& facts);

/// A conversation with the team, kept with a match or with a person of their own. A focus is the match's from
/// now on; empty when none was agreed. Needs the log, if there is one.
[[nodiscard]] Plan check_in(const Id& keeper, CheckIn draft, const std::string& focus, const Facts& facts);

/// A new goal.
[[nodiscard]] Plan set_goal(const MatchId& match, Goal draft, const Facts& facts);

/// What came of a goal. It closes on that day, or today; a goal that is closed keeps its day.
struct GoalNews {
  std::optional<EntryId> goal;  ///< not needed where one is open and there is an outcome
  std::string outcome;
  std::optional<Day> closed;
};
[[nodiscard]] Plan close_goal(const MatchId& match, const GoalNews& news, const Facts& facts);

/// One person's account.
[[nodiscard]] Plan reflect(const MatchId& match, Reflection draft, const Facts& facts);

/// What a young person answered, on one day.
struct Answers {
  Day on;
  std::optional<bool> trust;
  std::optional<bool> listens;
  EetAnswer eet;
};
[[nodiscard]] Plan survey(const YoungPersonId& person, const Answers& answers, const Facts& facts);

}  // namespace mentor::actions
