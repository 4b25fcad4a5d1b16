#include "reports/young_people.h"

#include <algorithm>

namespace mentor::reports {

std::set<YoungPersonId> with_match(std::initializer_list<MatchState> states, const Basis& basis) {
  std::set<YoungPersonId> found;
  for (const auto& [id, match] : basis.records.matches) {
    const MatchState state = rules::state_of(match, basis.today);
    if (std::ranges::find(states, state) != states.end()) found.insert(match.young_person);
  }
  return found;
}

int offers_declined(const YoungPerson& person, Day today) {
  return static_cast<int>(std::ranges::count_if(person.closed, [&](const Closing& each) {
    return each.as == ClosingKind::declined && each.on <= today;
  }));
}

std::optional<bool> latest_answer(const YoungPerson& person, std::optional<bool> Survey::*question,
                                  Day today) {
  const Survey* latest = nullptr;
  for (const auto& each : person.surveys) {
    if (each.on <= today && each.*question && (!latest || each.on >= latest->on)) latest = &each;
  }
  return latest ? latest->*question : std::nullopt;
}

}  // namespace mentor::reports
