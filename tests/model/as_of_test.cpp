#include "model/as_of.h"

#include <doctest/doctest.h>

#include "support/records.h"

namespace model_as_of_test {

using mentor::as_of;
using mentor::Match;
using mentor::Mentor;
using mentor::Register;
using mentor::YoungPerson;
using mentor::test::day;
using mentor::test::record;

namespace {

/// A pair with something on each first of a month, from January (the enquiry) on.
struct Records {
  Records() {
    add(record<Mentor>(R"(id: M-00001
name: Ros Okafor
scheme: rotherham
role: senior-manager
enquired: 2026-01-01
steps:
  - {id: V-00001, step: information-session, on: 2025-11-01}
  - {id: V-00002, step: dbs, on: 2026-03-01, level: enhanced, issued: 2026-02-01}
  - {id: V-00003, step: professional-role, on: 2026-01-01, with: Y-00001, as: Coach, ended: 2026-05-01}
closed:
  - {id: V-00004, on: 2026-06-01, as: finished}
waivers:
  - {id: V-00005, rule: dbs.recheck, on: 2026-03-01, why: Paper, authorised_by: Jo, until: 2026-12-31}
)",
                       "mentors/M-00001.yaml"));
    add(record<YoungPerson>(R"(id: Y-00001
name: Tia Quill
scheme: rotherham
born: 2006-05-20
referred: {on: 2026-02-01, by: Team}
agreed_on: 2026-03-01
)",
                            "young-people/Y-00001.yaml"));
    add(record<Match>(R"(id: P-00001
young_person: Y-00001
mentor: M-00001
scheme: rotherham
proposed: 2026-03-01
first_meeting: {date: 2026-08-01}
started: 2026-04-01
pauses:
  - {id: V-00001, from: 2026-05-01, to: 2026-09-01}
goals:
  - {id: V-00002, area: home, text: A flat, set: 2026-04-01, closed: 2026-06-01, outcome: They moved}
)",
                      "matches/P-00001.yaml"));
    auto sessions = record<mentor::SessionLog>(R"(- {id: S-00001, date: 2026-04-01, kind: call, minutes: 30}
- {id: S-00002, date: 2026-05-01, cancelled_by: mentor, moved_to: 2026-08-01}
- {id: S-00003, date: 2026-04-01, kind: call, minutes: 30, cost: 2.00, claimed: 2026-05-01, paid: 2026-06-01}
)",
                                               "sessions/P-00001.yaml");
    records.sessions.emplace(sessions.of, sessions);
    auto event = record<mentor::Event>(
        "id: E-00001\nkind: pair-event\ndate: 2026-01-15\nscheme: rotherham\ninvited: [Y-00001, M-00001]\n",
        "events/E-00001.yaml");
    records.events.emplace(event.id, event);
    auto concern = record<mentor::Concern>(
        "id: C-00001\nabout: Y-00001\nraised: 2026-02-01\npassed_to: Duty desk\npassed_on: 2026-03-01\n"
        "reference: R7\nclosed: 2026-04-01\n",
        "concerns/C-00001.yaml");
    records.concerns.emplace(concern.id, concern);
    records.settings = record<mentor::Settings>(
        "organisation: A\nschemes: [rotherham]\nstaff:\n  - {id: V-00001, name: Jo, from: 2026-02-01, to: "
        "2026-09-01}\n",
        "mentorctl.yaml");
  }

  template <class Record>
  void add(const Record& each) {
    if constexpr (std::is_same_v<Record, Mentor>) records.mentors.emplace(each.id, each);
    if constexpr (std::is_same_v<Record, YoungPerson>) records.young_people.emplace(each.id, each);
    if constexpr (std::is_same_v<Record, Match>) records.matches.emplace(each.id, each);
  }
  [[nodiscard]] Register at(std::string_view iso) const { return as_of(records, day(iso)); }

  Register records;
};

}  // namespace

TEST_CASE("what happened on the day stands, what came the day after does not") {
  const Records records;
  CHECK(records.at("2025-12-31").mentors.empty());
  CHECK(records.at("2026-01-01").mentors.size() == 1);
  CHECK(records.at("2026-01-31").young_people.empty());
  CHECK(records.at("2026-02-01").young_people.size() == 1);
  CHECK(records.at("2026-02-28").matches.empty());
  CHECK(records.at("2026-03-01").matches.size() == 1);
  CHECK(records.at("2026-01-14").events.empty());
  CHECK(records.at("2026-01-15").events.size() == 1);
}

TEST_CASE("an entry that came later goes, and another dated field is emptied") {
  const Records records;
  const auto march = records.at("2026-03-31");
  const Mentor& mentor = march.mentors.begin()->second;
  CHECK(mentor.steps.size() == 3);
  CHECK(mentor.steps[2].ended == std::nullopt);
  CHECK(mentor.closed.empty());
  CHECK(march.young_people.begin()->second.agreed_on == day("2026-03-01"));
  const Match& match = march.matches.begin()->second;
  CHECK(match.started == std::nullopt);
  CHECK(match.goals.empty());
  CHECK(records.at("2026-02-28").young_people.begin()->second.agreed_on == std::nullopt);
  CHECK(records.at("2026-02-28").mentors.begin()->second.steps.size() == 2);
  CHECK(records.at("2026-06-01").mentors.begin()->second.closed.size() == 1);
  CHECK(records.at("2026-06-01").mentors.begin()->second.steps[2].ended == day("2026-05-01"));
}

TEST_CASE("what was planned stands") {
  const auto may = Records().at("2026-05-01");
  const Match& match = may.matches.begin()->second;
  CHECK(match.first_meeting->date == day("2026-08-01"));
  CHECK(match.pauses.at(0).to == day("2026-09-01"));
  CHECK(may.sessions.begin()->second.entries.at(1).moved_to == day("2026-08-01"));
  CHECK(may.mentors.begin()->second.waivers.at(0).until == day("2026-12-31"));
  CHECK(may.settings.staff.at(0).to == day("2026-09-01"));
}

TEST_CASE("what came with a dated field goes with it") {
  const Records records;
  const auto may = records.at("2026-05-31");
  CHECK(may.matches.begin()->second.goals.at(0).closed == std::nullopt);
  CHECK(may.matches.begin()->second.goals.at(0).outcome.empty());
  CHECK(may.matches.begin()->second.goals.at(0).text == "A flat");
  const auto concern = records.at("2026-02-28").concerns.begin()->second;
  CHECK(concern.passed_to.empty());
  CHECK(concern.reference.empty());
  CHECK(concern.closed == std::nullopt);
  CHECK(records.at("2026-03-01").concerns.begin()->second.reference == "R7");
  const auto session = may.sessions.begin()->second.entries.at(2);
  CHECK(session.claimed == day("2026-05-01"));
  CHECK(session.paid == std::nullopt);
}

TEST_CASE("with somebody who was not there yet goes what refers to them") {
  const Records records;
  const auto january = records.at("2026-01-31");
  CHECK(january.events.begin()->second.invited == std::vector<mentor::Id>{*mentor::Id::parse("M-00001")});
  CHECK(january.concerns.empty());
  CHECK(january.mentors.begin()->second.steps.size() == 1);  // the role with the young person is not known
  Records late;
  late.records.young_people.begin()->second.referred.on = day("2026-04-02");
  const auto april = late.at("2026-04-01");
  CHECK(april.matches.empty());
  CHECK(april.sessions.empty());
  CHECK(april.mentors.size() == 1);
}

TEST_CASE("a log of which nothing is left was not there") {
  CHECK(Records().at("2026-03-31").sessions.empty());
  CHECK(Records().at("2026-04-01").sessions.begin()->second.entries.size() == 2);
}

TEST_CASE("who joined the team later was not there, and a mentor without an enquiry always was") {
  Records records;
  CHECK(records.at("2026-01-31").settings.staff.empty());
  CHECK(records.at("2026-02-01").settings.staff.size() == 1);
  records.records.mentors.begin()->second.enquired.reset();
  CHECK(records.at("2000-01-01").mentors.size() == 1);
}

}  // namespace model_as_of_test
