#include "reports/brief.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/errors.h"
#include "model/schema.h"
#include "reports/cells.h"
#include "rules/meetings.h"
#include "rules/safeguarding.h"

namespace mentor::reports {

namespace {

template <class... Words>
Trouble refused(fmt::format_string<Words...> format, Words&&... words) {
  return {Cause::refused, fmt::format(format, std::forward<Words>(words)...)};
}

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
  const Concern* concern = rules::open_concern(match.mentor, basis.records, basis.today);
  const auto* edition = concern ? basis.policies.in_force(match.scheme, concern->raised) : nullptr;
  if (!edition || !edition->rule("safeguarding.held")) return;
  throw refused("the concern {} about the mentor of {} is open, they are handed nothing until it is closed",
                concern->id.view(), match.id.view());
}

void must_be_for_the_mentor(const Match& match, const Basis& basis) {
  const MatchState state = rules::state_of(match, basis.today);
  if (state == MatchState::declined || state == MatchState::ended) {
    throw refused("the match {} is {}, its mentor is handed nothing any more", match.id.view(), word(state));
  }
  must_be_agreed(match, basis.records.young_people.at(match.young_person), basis.today);
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

/// The day of the first meeting, where it was moved to if it was.
std::optional<Day> day_of_first_meeting(const Match& match, const Basis& basis) {
  for (const auto& planned : rules::planned_meetings(rules::Pair::of(match, basis.records), basis.today)) {
    if (planned.first) return planned.on;
  }
  return match.first_meeting ? match.first_meeting->date : std::nullopt;
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
