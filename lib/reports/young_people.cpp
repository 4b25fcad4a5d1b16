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

bool has_declined(const YoungPerson& person, Day today) {
  const Closing* latest = nullptr;
  for (const auto& each : person.closed) {
    if (each.on <= today && (!latest || each.on >= latest->on)) latest = &each;
  }
  return latest && latest->as == ClosingKind::declined && rules::has_left(person, today);
}

}  // namespace mentor::reports
