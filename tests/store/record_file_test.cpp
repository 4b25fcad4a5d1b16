#include "store/record_file.h"

#include <doctest/doctest.h>

#include <string>

#include "support/records.h"

namespace store_record_file_test {

using mentor::Mentor;
using mentor::Problems;
using mentor::test::day;
using mentor::test::Lines;
using mentor::test::record;
using mentor::test::told;

namespace {

template <class Record>
Lines wrong(const std::string& text, const std::string& path) {
  Problems problems;
  static_cast<void>(mentor::store::read_record<Record>(text, path, problems));
  return told(problems);
}

const std::string mentor_path = "mentors/M-7KQ2D.yaml";

/// One of each kind with every way of writing a field in it, as the program writes it.
const std::string full_mentor = R"(id: M-7KQ2D
name: Ada Byron
scheme: rotherham
role: senior-manager
enquired: 2026-01-02
born: 1980-02-29
gender: woman
area: Maltby
department: Housing
languages: [English, Polish]
interests: [chess]
expertise: [CVs]
care_experienced: no
capacity: 2
email: ada@example.org
phone: "07700900001"
pen_picture: "Walks.\nCooks."
prefers: {age: 16-18, gender: any}
steps:
  - {id: V-00001, step: training, on: 2026-01-10, topic: boundaries}
  - {id: V-00002, step: dbs, on: 2026-01-12, level: enhanced, workforce: child-and-adult, barred_list: yes, eligible_because: unsupervised, issued: 2026-01-09, seen_by: Eve}
  - {id: V-00003, step: professional-role, on: 2026-01-13, with: Y-4F7KA, as: social worker, ended: 2025-01-01}
closed:
  - {id: V-00004, on: 2026-05-01, as: not-accepted, why: moved}
reopened:
  - {id: V-00005, on: 2026-06-01}
overrides:
  - {id: V-00006, rule: readiness.training, on: 2026-01-20, reason: "ill, twice", authorised_by: Head, until: 2026-02-01}
waivers:
  - {id: V-00007, rule: commitment.time, on: 2026-01-20, why: holiday, authorised_by: Head, until: 2026-02-01}
)";

}  // namespace

TEST_CASE("a record that the program wrote reads back and is written the same") {
  const auto mentor = record<Mentor>(full_mentor, mentor_path);
  CHECK(mentor::store::write_record(mentor) == full_mentor);
  CHECK(mentor.born == day("1980-02-29"));
  CHECK(mentor.care_experienced == false);
  CHECK(mentor.pen_picture == "Walks.\nCooks.");
  CHECK(mentor.steps[2].with == mentor::YoungPersonId::parse("Y-4F7KA"));
  CHECK(mentor.file == mentor_path);
}

TEST_CASE("every other kind of record reads back and is written the same") {
  const std::string match = R"(id: P-9X2MC
young_person: Y-4F7KA
mentor: M-7KQ2D
scheme: rotherham
proposed: 2026-01-10
decisions:
  - {id: V-00001, by: young-person, on: 2026-01-11, yes: no, why: "no"}
contacts_given: yes
first_meeting: {date: 2026-02-01, activity: bowling}
started: 2026-02-01
pauses:
  - {id: V-00002, from: 2026-03-01, to: 2026-03-08}
endings:
  - {id: V-00003, on: 2026-08-01, as: broke-down, by: young-person, rematch: both}
)";
  const std::string sessions =
      R"(- {id: S-00001, date: 2026-02-10, minutes: 60, kind: one-to-one, activity: "how, why?", cost: 12.50}
- {id: S-00002, date: 2026-02-17, cancelled_by: other, moved_to: 2026-02-18}
)";
  const std::string check_ins = "- {id: K-00001, date: 2026-02-10, with: key-adult, goals_reviewed: yes}\n";
  const std::string event =
      "id: E-2N8WQ\nkind: training\ndate: 2026-03-01\nscheme: rotherham\nattended: [M-7KQ2D]\n";
  const std::string concern =
      "id: C-5T3JZ\nabout: staff\nraised: 2026-03-01\npassed_to: LADO\npassed_on: 2026-03-01\n";
  const std::string settings =
      "organisation: A\nschemes: [a]\nstaff:\n  - {id: V-00001, name: Eve, share: 0.50}\n";
  CHECK(mentor::store::write_record(record<mentor::Match>(match, "matches/P-9X2MC.yaml")) == match);
  CHECK(mentor::store::write_record(record<mentor::SessionLog>(sessions, "sessions/P-9X2MC.yaml")) ==
        sessions);
  CHECK(mentor::store::write_record(record<mentor::CheckInLog>(check_ins, "check-ins/M-7KQ2D.yaml")) ==
        check_ins);
  CHECK(mentor::store::write_record(record<mentor::Event>(event, "events/E-2N8WQ.yaml")) == event);
  CHECK(mentor::store::write_record(record<mentor::Concern>(concern, "concerns/C-5T3JZ.yaml")) == concern);
  CHECK(mentor::store::write_record(record<mentor::Settings>(settings, "mentorctl.yaml")) == settings);
}

TEST_CASE("a log is whose its file is") {
  CHECK(record<mentor::SessionLog>("[]\n", "sessions/P-9X2MC.yaml").of.text() == "P-9X2MC");
  CHECK(record<mentor::CheckInLog>("[]\n", "check-ins/Y-4F7KA.yaml").of.text() == "Y-4F7KA");
  CHECK(wrong<mentor::SessionLog>("[]\n", "sessions/M-7KQ2D.yaml") ==
        Lines{"sessions/M-7KQ2D.yaml:1:1: 'M-7KQ2D' is no identifier that such a file can be named after"});
}

TEST_CASE("everything that is wrong with a record is told at its place") {
  CHECK(wrong<Mentor>(R"(id: M-7KQ2E
nmae: Ada
scheme: rotherham
role: [senior-manager]
born: 1981-02-29
capacity: 1e1
care_experienced: true
languages: English
area:
prefers: {age: 18-16}
steps:
  - {step: dbss, on: 2026-01-10}
)",
                      mentor_path) ==
        Lines{
            "mentors/M-7KQ2D.yaml:2:1: a mentor has no field 'nmae', did you mean 'name'",
            "mentors/M-7KQ2D.yaml:4:7: 'role' must be text",
            "mentors/M-7KQ2D.yaml:5:7: 'born': '1981-02-29' is not a date, YYYY-MM-DD",
            "mentors/M-7KQ2D.yaml:6:11: 'capacity': '1e1' is not a whole number, 0 to 999",
            "mentors/M-7KQ2D.yaml:7:19: 'care_experienced': 'true' is not yes or no",
            "mentors/M-7KQ2D.yaml:8:12: 'languages' must be a list, one '- …' a line or [a, b]",
            "mentors/M-7KQ2D.yaml:9:1: 'area' has no value, give one or take the line out",
            "mentors/M-7KQ2D.yaml:10:16: 'age': '18-16' is not an age or a range of ages, such as 16-18",
            "mentors/M-7KQ2D.yaml:12:12: 'step': 'dbss' is not known, did you mean 'dbs'",
            "mentors/M-7KQ2D.yaml:12:5: an entry of 'steps' must have 'id', add it, or let 'mentorctl "
            "record' give it one",
            "mentors/M-7KQ2D.yaml:1:1: a mentor must have 'name', add it",
            "mentors/M-7KQ2D.yaml:1:5: identifier 'M-7KQ2E' is not the file's name, make them the same",
        });
}

TEST_CASE("a problem carries its line") {
  Problems problems;
  static_cast<void>(mentor::store::read_record<mentor::SessionLog>(
      "# 2026\r\n- {id: S-00001, date: yesterday}\r\n", "sessions/P-9X2MC.yaml", problems));
  REQUIRE(problems.size() == 1);
  CHECK(problems.front().line == "- {id: S-00001, date: yesterday}");
}

TEST_CASE("an empty file is no record") {
  for (const std::string text : {"", "\n\n", "# to be written\n", "---\n"}) {
    CAPTURE(text);
    CHECK(wrong<Mentor>(text, mentor_path) ==
          Lines{mentor_path + ":1:1: the file is empty, fill it in or take it away"});
    CHECK(wrong<mentor::SessionLog>(text, "sessions/P-9X2MC.yaml").size() == 1);
  }
}

TEST_CASE("a record of the wrong shape is told what it should be") {
  CHECK(wrong<Mentor>("- id: M-7KQ2D\n", mentor_path) ==
        Lines{mentor_path + ":1:1: a mentor must be fields, one 'key: value' each"});
  CHECK(wrong<Mentor>("[a]\nb: 1\n", mentor_path) ==
        Lines{mentor_path + ":1:1: a mentor must be fields, one 'key: value' each",
              mentor_path +
                  ":2:1: a second document, or text after the end of the record, put each record in a "
                  "file of its own"});
  CHECK(wrong<Mentor>("M-7KQ2D\n", mentor_path) ==
        Lines{mentor_path + ":1:1: a mentor must be fields, one 'key: value' each"});
  CHECK(wrong<mentor::SessionLog>("id: S-00001\n", "sessions/P-9X2MC.yaml") ==
        Lines{"sessions/P-9X2MC.yaml:1:1: the file must be a list, one '- {…}' a line"});
  CHECK(wrong<mentor::SessionLog>("- S-00001\n", "sessions/P-9X2MC.yaml") ==
        Lines{"sessions/P-9X2MC.yaml:1:3: a session must be fields, one 'key: value' each"});
}

}  // namespace store_record_file_test
