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

std::set<YoungPersonId> with_match(std::initializer_list<MatchState> states, const Basis& basis,
                                   const Days& days) {
  std::set<YoungPersonId> found;
  for (const auto& [id, match] : basis.records.matches) {
    for (const Day day : days_to_look_at(match, days)) {
      const MatchState state = rules::state_of(match, day);
      if (std::ranges::find(states, state) != states.end()) found.insert(match.young_person);
    }
  }
  return found;
}

}  // namespace

std::set<YoungPersonId> with_match(std::initializer_list<MatchState> states, const Basis& basis) {
  return with_match(states, basis, {Days().from, basis.today});
}

std::set<YoungPersonId> with_match_in_days(std::initializer_list<MatchState> states, const Basis& basis) {
  return with_match(states, basis, basis.counted());
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
