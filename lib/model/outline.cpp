#include "model/outline.h"

namespace mentor {

namespace {

/// Who it is, and where they count.
template <class Person>
Person known_as(const Person& person) {
  Person known;
  known.id = person.id;
  known.name = person.name;
  known.scheme = person.scheme;
  known.area = person.area;
  return known;
}

}  // namespace

Mentor outline_of(const Mentor& mentor) {
  Mentor outline = known_as(mentor);
  outline.enquired = mentor.enquired;
  return outline;
}

YoungPerson outline_of(const YoungPerson& person) {
  YoungPerson outline = known_as(person);
  outline.born = person.born;
  outline.referred.on = person.referred.on;
  return outline;
}

Match outline_of(const Match& match) {
  Match outline;
  outline.id = match.id;
  outline.young_person = match.young_person;
  outline.mentor = match.mentor;
  outline.scheme = match.scheme;
  outline.proposed = match.proposed;
  outline.decisions = match.decisions;
  outline.started = match.started;
  outline.pauses = match.pauses;
  outline.renewals = match.renewals;
  outline.endings = match.endings;
  outline.reopened = match.reopened;
  return outline;
}

}  // namespace mentor
