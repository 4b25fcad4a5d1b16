#include "reports/brief.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/errors.h"
#include "model/schema.h"
#include "reports/cells.h"
#include "rules/meetings.h"

namespace mentor::reports {

namespace {

void must_be_for_the_mentor(const Match& match, Day today) {
  const MatchState state = rules::state_of(match, today);
  if (state == MatchState::declined || state == MatchState::ended) {
    throw Trouble(Cause::refused, fmt::format("the match {} is {}, its mentor is handed nothing any more",
                                              match.id.view(), word(state)));
  }
  const Decision* decision = rules::latest_decision(match, Side::young_person, today);
  if (state != MatchState::proposed || (decision && decision->yes)) return;
  throw Trouble(Cause::refused,
                fmt::format("the young person has not said yes to the match {0}: ask them, then record it "
                            "with 'mentorctl decide {0} --by young-person --yes'",
                            match.id.view()));
}

/// The young person's own first; who is in both lists stands once.
std::vector<std::string> contacts_in_order(const YoungPerson& person, const Settings& settings) {
  std::vector<std::string> contacts = person.emergency_contacts;
  for (const auto& each : settings.contacts) {
    if (std::ranges::find(contacts, each) == contacts.end()) contacts.push_back(each);
  }
  return contacts;
}

/// The day of the first meeting, where it was moved to if it was.
std::optional<Day> day_of_first_meeting(const Match& match, const Basis& basis) {
  for (const auto& planned : rules::planned_meetings(rules::Pair::of(match, basis.records), basis.today)) {
    if (planned.first) return planned.on;
  }
  return match.first_meeting ? match.first_meeting->date : std::nullopt;
}

}  // namespace

std::vector<Figure> brief(const Match& match, const Basis& basis) {
  must_be_for_the_mentor(match, basis.today);
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
