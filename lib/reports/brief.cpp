#include "reports/brief.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/trouble.h"
#include "model/schema.h"
#include "reports/cells.h"
#include "rules/meetings.h"
#include "rules/safeguarding.h"

namespace mentor::reports {

namespace {

/// The young person has said yes to the match or, where nobody recorded what they said, agreed to be
/// referred.
void must_be_agreed(const Match& match, const YoungPerson& person, Day today) {
  const Decision* decision = rules::latest_decision(match, Side::young_person, today);
  if (decision && decision->yes) return;
  if (decision) {
    throw refused(
        "the young person has said no to the match {}, its mentor is handed nothing: "
        "end it",
        match.id.view());
  }
  if (rules::state_of(match, today) == MatchState::proposed) {
    throw refused(
        "the young person has not said yes to the match {0}: ask them, then record it with "
        "'mentorctl decide {0} --by young-person --yes'",
        match.id.view());
  }
  if (person.agreed_on && *person.agreed_on <= today) return;
  throw refused(
      "the young person has not agreed to be referred: ask them, then record it with 'mentorctl "
      "amend {} {}=DATE'",
      person.id.view(), key_of(&YoungPerson::agreed_on));
}

/// An open concern about the mentor holds their matches, where the scheme's policy says so.
void must_not_be_held(const Match& match, const Basis& basis) {
  const Mentor& mentor = basis.records.mentors.at(match.mentor);
  const Concern* concern = rules::holding_concern(mentor, basis.records, basis.policies, basis.today);
  if (!concern) return;
  throw refused("the concern {} about the mentor of {} is open, they are handed nothing until it is closed",
                concern->id.view(), match.id.view());
}

void must_be_for_the_mentor(const Match& match, const Basis& basis) {
  const MatchState state = rules::state_of(match, basis.today);
  if (state == MatchState::declined || state == MatchState::ended) {
    throw refused("the match {} is {}, its mentor is handed nothing any more", match.id.view(), word(state));
  }
  const YoungPerson& person = basis.records.young_people.at(match.young_person);
  if (rules::has_left(person, basis.today) ||
      rules::has_left(basis.records.mentors.at(match.mentor), basis.today))
    throw refused("one of the two of {} has left the scheme, its mentor is handed nothing any more",
                  match.id.view());
  must_be_agreed(match, person, basis.today);
  must_not_be_held(match, basis);
}

/// The young person's own first; who is in both lists stands once.
std::vector<std::string> contacts_in_order(const YoungPerson& person, const Settings& settings) {
  std::vector<std::string> contacts = person.emergency_contacts;
  for (const auto& each : settings.contacts) {
    if (std::ranges::find(contacts, each) == contacts.end()) contacts.push_back(each);
  }
  return contacts;
}

/// The day of the first meeting: where it was moved to, or the day on which they met after it had been called
/// off; nothing while it is called off.
std::optional<Day> day_of_first_meeting(const Match& match, const Basis& basis) {
  if (!match.first_meeting || !match.first_meeting->date) return std::nullopt;
  const rules::Pair pair = rules::Pair::of(match, basis.records);
  for (const auto& planned : rules::planned_meetings(pair, basis.today)) {
    if (planned.first) return planned.on;
  }
  std::optional<Day> met;
  bool called_off = false;
  for (const Session& each : pair.sessions) {
    if (each.date > basis.today) continue;
    if (each.held()) met = std::min(met.value_or(each.date), each.date);
    called_off = called_off || (!each.held() && each.date >= *match.first_meeting->date);
  }
  const bool before_they_met = called_off && (!met || *met > *match.first_meeting->date);
  return before_they_met ? met : match.first_meeting->date;
}

}  // namespace

std::vector<Figure> brief(const Match& match, const Basis& basis) {
  must_be_for_the_mentor(match, basis);
  const Register& records = basis.records;
  const YoungPerson& person = records.young_people.at(match.young_person);
  const FirstMeeting meeting = match.first_meeting.value_or(FirstMeeting());
  std::vector<Figure> lines;
  const auto add = [&](std::string_view key, std::string_view part, std::string_view title, Value value) {
    if (value.form != Form::nothing)
      lines.push_back({std::string(key), std::string(part), std::string(title), std::move(value)});
  };
  const std::string_view first_meeting = key_of(&Match::first_meeting);
  add(key_of(&Match::young_person), "", "young person", cell(person.name));
  add(key_of(&Match::mentor), "", "mentor", cell(records.mentors.at(match.mentor).name));
  add(key_of(&YoungPerson::emergency_contacts), "", "in an emergency",
      cell(contacts_in_order(person, records.settings)));
  add(key_of(&YoungPerson::key_adult), "", "key adult", cell(person.key_adult));
  add(key_of(&YoungPerson::key_adult_role), "", "their role", cell(person.key_adult_role));
  add(first_meeting, key_of(&FirstMeeting::date), "first meeting", cell(day_of_first_meeting(match, basis)));
  add(first_meeting, key_of(&FirstMeeting::activity), "what you do", cell(meeting.activity));
  add(first_meeting, key_of(&FirstMeeting::brokered_by), "who is there with you", cell(meeting.brokered_by));
  add(key_of(&Match::focus), "", "what it is about", cell(match.focus));
  add(key_of(&Match::started), "", "first day", cell(match.started));
  return lines;
}

}  // namespace mentor::reports
