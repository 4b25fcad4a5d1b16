#include "reports/young_people.h"

#include <algorithm>

namespace mentor::reports {

namespace {

/// The days on which a match may be in a state that it is in for a while: the last one counted, and where
/// there is a first, that one and those on which it began.
std::vector<Day> days_to_look_at(const Match& match, const Days& counted) {
  std::vector<Day> days{counted.to};
  if (!counted.begin()) return days;
  days.push_back(counted.from);
  for (const auto& spell : rules::spells(match)) {
    if (counted.hold(spell.from)) days.push_back(spell.from);
  }
  return days;
}

bool was_in(std::initializer_list<MatchState> states, const Match& match, const Days& counted) {
  return std::ranges::any_of(days_to_look_at(match, counted), [&](Day day) {
    return std::ranges::find(states, rules::state_of(match, day)) != states.end();
  });
}

std::set<YoungPersonId> young_people_of(const std::vector<const Match*>& matches) {
  std::set<YoungPersonId> found;
  for (const Match* match : matches) found.insert(match->young_person);
  return found;
}

std::vector<const Match*> matches_in(std::initializer_list<MatchState> states, const Register& records,
                                     const Days& counted) {
  std::vector<const Match*> found;
  for (const auto& [id, match] : records.matches) {
    if (was_in(states, match, counted)) found.push_back(&match);
  }
  return found;
}

}  // namespace

std::set<YoungPersonId> with_match(std::initializer_list<MatchState> states, const Basis& basis) {
  return young_people_of(matches_in(states, basis.records, {Days().from, basis.today}));
}

std::vector<const Match*> matches_in_days(std::initializer_list<MatchState> states, const Basis& basis) {
  return matches_in(states, basis.records, basis.counted());
}

std::set<YoungPersonId> with_match_in_days(std::initializer_list<MatchState> states, const Basis& basis) {
  return young_people_of(matches_in_days(states, basis));
}

std::set<YoungPersonId> with_match_ended(const Basis& basis) {
  const Days counted = basis.counted();
  std::set<YoungPersonId> found;
  for (const auto& [id, match] : basis.records.matches) {
    const Ending* ending = rules::standing_ending(match, counted.to);
    const bool is_over = rules::state_of(match, counted.to) == MatchState::ended;
    if (is_over && ending && counted.hold(ending->on)) found.insert(match.young_person);
  }
  return found;
}

int offers_declined(const YoungPerson& person, const Days& days) {
  return static_cast<int>(std::ranges::count_if(person.closed, [&](const Closing& each) {
    return each.as == ClosingKind::declined && days.hold(each.on);
  }));
}

std::optional<bool> latest_answer(const YoungPerson& person, std::optional<bool> Survey::*question,
                                  const Days& days) {
  const Survey* latest = nullptr;
  for (const auto& each : person.surveys) {
    if (days.hold(each.on) && each.*question && (!latest || each.on >= latest->on)) latest = &each;
  }
  return latest ? latest->*question : std::nullopt;
}

}  // namespace mentor::reports
