#include "rules/pair.h"

namespace mentor::rules {

namespace {

template <class Log, class Key>
const Log& log_or_none(const std::map<Key, Log>& logs, const Key& id) {
  static const Log none;
  const Log* found = find(logs, id);
  return found ? *found : none;
}

}  // namespace

Pair Pair::of(const Match& match, const Register& records) {
  return of(match, records, log_or_none(records.sessions, match.id));
}

Pair Pair::of(const Match& match, const Register& records, const SessionLog& sessions) {
  const CheckInLog& check_ins = log_or_none(records.check_ins, Id(match.id));
  return {match,
          records.mentors.at(match.mentor),
          records.young_people.at(match.young_person),
          sessions.entries,
          check_ins.entries,
          sessions.file,
          records};
}

const SessionLog& Scheme::sessions_of(const MatchId& match) const { return log_or_none(sessions, match); }

std::optional<Day> Pair::first_day(Day today) const {
  if (const auto spell = running_spell(today)) return spell->from;
  return state_of(match, today) == MatchState::proposed ? match.started : std::nullopt;
}

std::optional<Spell> Pair::running_spell(Day today) const {
  return is_running(state_of(match, today)) ? latest_spell(match, today) : std::nullopt;
}

Finding Pair::about(Finding found, Place place) const {
  found.subject = match.id.text();
  found.mentor = mentor.id.text();
  found.young_person = young_person.id.text();
  found.spot = {match.file, place};
  return found;
}

Finding Preparation::about(Finding found) const { return rules::about(mentor, std::move(found)); }

Finding about(const Mentor& mentor, Finding found) {
  found.subject = found.mentor = mentor.id.text();
  found.spot = {mentor.file, mentor.places.start()};
  return found;
}

Finding about(const YoungPerson& person, Finding found) {
  found.subject = found.young_person = person.id.text();
  found.spot = {person.file, person.places.start()};
  return found;
}

bool takes_part(const YoungPerson& person, std::string_view scheme, Day today) {
  return person.scheme == scheme && person.referred.on <= today && !has_left(person, today);
}

}  // namespace mentor::rules
