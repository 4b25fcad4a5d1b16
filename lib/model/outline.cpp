#include "model/outline.h"

namespace mentor {

Mentor outline_of(const Mentor& mentor) {
  Mentor outline;
  outline.id = mentor.id;
  outline.name = mentor.name;
  outline.scheme = mentor.scheme;
  outline.area = mentor.area;
  outline.enquired = mentor.enquired;
  return outline;
}

YoungPerson outline_of(const YoungPerson& person) {
  YoungPerson outline;
  outline.id = person.id;
  outline.name = person.name;
  outline.scheme = person.scheme;
  outline.area = person.area;
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
