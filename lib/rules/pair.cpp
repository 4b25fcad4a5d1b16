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
  const SessionLog& sessions = log_or_none(records.sessions, match.id);
  const CheckInLog& check_ins = log_or_none(records.check_ins, Id(match.id));
  return {match,
          records.mentors.at(match.mentor),
          records.young_people.at(match.young_person),
          sessions.entries,
          check_ins.entries,
          sessions.file,
          records};
}

bool Pair::starts_or_runs(Day today) const {
  const MatchState state = state_of(match, today);
  return is_running(state) || (state == MatchState::proposed && match.started);
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

}  // namespace mentor::rules
