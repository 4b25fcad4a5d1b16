#include "intake_owner.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/schema.h"
#include "rules/state.h"
#include "store/lookup.h"

namespace mentor {

void reject(IncomingRow& row, const std::string& why) {
  if (!row.wrong.empty()) row.wrong += "; ";
  row.wrong += why;
}

void OwnerFinder::find_keeper(IncomingRow& row, char letter) const {
  const auto found = directory_.people(row.said.owner, letter);
  if (found.size() == 1) {
    row.owner = found.front();
  } else {
    reject(row, found.empty() ? "it is not known here whose entry it is: write the identifier"
                              : "several here have that name: write the identifier");
  }
}

void OwnerFinder::find_match(IncomingRow& row) const {
  if (const auto id = store::id_as_typed(row.said.owner); id && id->kind() == MatchId::letter) {
    row.owner = *id;
    return;
  }
  Candidates candidates;
  narrow(row, row.said.owner, 0, "person", candidates);
  narrow(row, row.said.mentor, MentorId::letter, "mentor", candidates);
  narrow(row, row.said.young_person, YoungPersonId::letter, "young person", candidates);
  if (!row.wrong.empty()) return;
  if (!candidates)
    return reject(row, "it is not said whose session it is: write the match, or who the two are");
  if (candidates->size() > 1)
    std::erase_if(*candidates, [&](const MatchId& id) { return !ran_on_day_of(row, id); });
  if (candidates->size() == 1)
    row.owner = candidates->front();
  else
    reject(row, candidates->empty()
                    ? "they are in no match here, or in none that ran on that day"
                    : "several matches may be meant: write the identifier of one under 'match'");
}

/// Leaves the matches of those whom the text means.
void OwnerFinder::narrow(IncomingRow& row, const std::string& text, char letter, std::string_view noun,
                         Candidates& candidates) const {
  if (text.empty()) return;
  const auto people = directory_.people(text, letter);
  if (people.size() != 1)
    return reject(row, fmt::format("{} here has that name, as a whole: write the identifier",
                                   people.empty() ? fmt::format("no {}", noun)
                                                  : fmt::format("more than one {}", noun)));
  auto theirs = directory_.matches_of(people);
  if (candidates) {
    std::erase_if(theirs,
                  [&](const MatchId& id) { return std::ranges::find(*candidates, id) == candidates->end(); });
  }
  candidates = std::move(theirs);
}

bool OwnerFinder::ran_on_day_of(const IncomingRow& row, const MatchId& id) const {
  const Member* date = row.said.value.find(key_of(&Session::date));
  const auto day = date ? Day::parse(date->value.text) : std::nullopt;
  const Match* match = find(records_.matches, id);
  return day && match &&
         std::ranges::any_of(rules::spells(*match), [&](const auto& spell) { return spell.holds(*day); });
}

}  // namespace mentor
