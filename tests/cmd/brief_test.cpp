#include <doctest/doctest.h>

#include "model/schema.h"
#include "support/command_fixture.h"
#include "support/refusals.h"

namespace cmd_brief_test {

using mentor::test::Answer;
using mentor::test::check_refused;
using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::with;
using mentor::test::Words;

namespace {

/// The key of each line of a record, and the keys that its schema has.
template <class Record>
void check_that_every_field_is_filled(const std::string& text) {
  mentor::for_each_field<Record>([&](const auto& field) {
    const std::string key(field.key);
    CAPTURE(key);
    CHECK(contains("\n" + text, "\n" + key + ":"));
  });
}

const std::string young_person = R"(id: Y-4F7KA
name: Tia Quillfeather
scheme: rotherham
born: 2006-05-20
gender: Genderword
area: Areaword
referred: {on: 2026-01-05, by: Referrerword, role: Referrerrole, organisation: Referrersplace}
agreed_on: 2026-01-06
key_adult: Sam Patel
key_adult_role: personal-adviser
emergency_contacts: ["Nan Hollis, grandmother, 01709 555555", "Sam Patel, personal adviser, 01709 000001"]
needs: [health]
interests: [Interestword]
languages: [Languageword]
groups: [young-parent]
care_experienced: yes
nobody_else: yes
prefers: {age: 31-57, gender: Wishword}
eet:
  - {id: V-00011, on: 2026-01-07, status: neet, barriers: [custody]}
support: [duty-desk]
surveys:
  - {id: V-00012, on: 2026-01-08, trust: no, listens: no}
closed:
  - {id: V-00013, on: 2025-05-01, as: withdrew, why: Closingword}
reopened:
  - {id: V-00014, on: 2025-06-01, why: Returnword}
overrides:
  - {id: V-00015, rule: eligibility.age, on: 2026-01-09, reason: Overrideword, authorised_by: Answererword, until: 2027-01-01}
waivers:
  - {id: V-00016, rule: people.waiting, on: 2026-01-10, why: Waiverword, authorised_by: Waivername, until: 2027-01-02}
)";

const std::string match = R"(id: P-9X2MC
young_person: Y-4F7KA
mentor: M-7KQ2D
scheme: rotherham
proposed: 2026-01-11
considered_by: Considererword
decisions:
  - {id: V-00021, by: young-person, on: 2026-01-12, yes: yes, why: Decisionword}
contacts_given: yes
first_meeting: {date: 2026-02-02, activity: Bowling, brokered_by: Jo Marsh}
focus: A first job
started: 2026-02-01
pauses:
  - {id: V-00022, from: 2026-02-10, to: 2026-02-12, why: Pauseword}
renewals:
  - {id: V-00023, on: 2026-02-20, until: 2027-02-01, why: Renewalword}
goals:
  - {id: V-00024, area: money, text: Goalword, set: 2026-02-21, closed: 2026-02-22, outcome: Outcomeword}
reflections:
  - {id: V-00025, by: team, on: 2026-02-23, text: Reflectionword, share: yes}
endings:
  - {id: V-00026, on: 2026-03-01, as: drifted, by: both, reason: Endingword, marked_by: Markword, rematch: both}
reopened:
  - {id: V-00027, on: 2026-03-02, why: Reopeningword}
overrides:
  - {id: V-00028, rule: match.focus, on: 2026-03-03, reason: Passedword, authorised_by: Passername, until: 2027-03-01}
waivers:
  - {id: V-00029, rule: match.focus, on: 2026-03-04, why: Seenword, authorised_by: Seername, until: 2027-03-02}
)";

/// Every scalar in the values of JSON, as its text.
void collect(const json& value, Words& texts) {
  if (value.is_structured()) {
    for (const auto& each : value) collect(each, texts);
  } else {
    texts.push_back(value.is_string() ? value.get<std::string>() : value.dump());
  }
}

/// Tia and Ros, of whom everything is recorded that can be; a former match of hers with another mentor.
class FilledFixture : public CommandFixture {
 public:
  FilledFixture() {
    write("mentorctl.yaml",
          "organisation: Rotherham Council\nschemes: [rotherham]\n"
          "contacts: [\"Duty desk, out of hours, 01709 000002\", \"Kim Rao, Service Manager, 01709 "
          "000003\"]\n");
    add_ready_mentor("M-7KQ2D", "Ros Okafor-Vale");
    add_ready_mentor("M-8KQ2D", "Former Mentorword");
    commit_file("young-people/Y-4F7KA.yaml", young_person);
    commit_file("matches/P-9X2MC.yaml", match);
    commit_file(
        "matches/P-8X2MC.yaml",
        "id: P-8X2MC\nyoung_person: Y-4F7KA\nmentor: M-8KQ2D\nscheme: rotherham\nproposed: 2025-01-11\n"
        "started: 2025-02-01\nendings:\n  - {id: V-00031, on: 2025-04-01, as: broke-down, by: both, "
        "reason: Formerword}\n");
    commit_file(
        "sessions/P-9X2MC.yaml",
        "- {id: S-8F3K2, date: 2026-02-03, minutes: 77, kind: call, activity: Sessionword, cost: 8.88, "
        "note: Notesword}\n");
    commit_file("check-ins/P-9X2MC.yaml",
                "- {id: K-8F3K2, date: 2026-02-04, with: young-person, by: Teamword, note: Checkinword}\n");
    commit_file("mentors/M-7KQ2D.yaml",
                ready_mentor("M-7KQ2D", "Ros Okafor-Vale") +
                    "gender: Mentorsgender\ndepartment: Departmentword\nlanguages: [Mentorslanguage]\n"
                    "interests: [Mentorsinterest]\nexpertise: [Expertiseword]\nemail: ros@nowhere.example\n"
                    "phone: \"01709 777777\"\npen_picture: Picturewords\n");
    commit_file("events/E-2N8WQ.yaml",
                "id: E-2N8WQ\nkind: pair-event\ndate: 2026-02-14\nscheme: rotherham\n"
                "attended: [Y-4F7KA, M-7KQ2D]\nnote: Eventword\n");
    commit_file(
        "concerns/C-9T3JZ.yaml",
        "id: C-9T3JZ\nabout: M-7KQ2D\nraised: 2026-02-15\nraised_by: Raiserword\npassed_to: Passedword\n"
        "passed_on: 2026-02-16\nreference: Referenceword\nclosed: 2026-02-17\n");
  }
};

}  // namespace

TEST_CASE_FIXTURE(FilledFixture, "a brief tells a mentor whom to call and how the two first meet") {
  const Answer told = run({"brief", "P-9X2MC"});
  CHECK(told.status == 0);
  CHECK(told.err == "");
  CHECK(told.out == R"(For the mentor

  young person           Tia Quillfeather
  mentor                 Ros Okafor-Vale
  in an emergency        1. Nan Hollis, grandmother, 01709 555555
                         2. Sam Patel, personal adviser, 01709 000001
                         3. Duty desk, out of hours, 01709 000002
                         4. Kim Rao, Service Manager, 01709 000003
  key adult              Sam Patel
  their role             personal-adviser
  first meeting          2 February 2026
  what you do            Bowling
  who is there with you  Jo Marsh
  what it is about       A first job
  first day              1 February 2026
)");
}

TEST_CASE_FIXTURE(FilledFixture, "a brief as data has the same and no key more") {
  CHECK(json_of({"brief", "P-9X2MC"}).data() == json::parse(R"({
    "schema": "mentorctl/1",
    "brief": {
      "young_person": "Tia Quillfeather",
      "mentor": "Ros Okafor-Vale",
      "emergency_contacts": ["Nan Hollis, grandmother, 01709 555555", "Sam Patel, personal adviser, 01709 000001",
                             "Duty desk, out of hours, 01709 000002", "Kim Rao, Service Manager, 01709 000003"],
      "key_adult": "Sam Patel",
      "key_adult_role": "personal-adviser",
      "first_meeting": {"date": "2026-02-02", "activity": "Bowling", "brokered_by": "Jo Marsh"},
      "focus": "A first job",
      "started": "2026-02-01"
    }})"));
}

TEST_CASE_FIXTURE(FilledFixture, "nothing else that the records hold is in a brief") {
  check_that_every_field_is_filled<mentor::YoungPerson>(young_person);
  check_that_every_field_is_filled<mentor::Match>(match);
  const Answer text = run({"brief", "P-9X2MC"});
  const Answer data = json_of({"brief", "P-9X2MC"});
  Words handed;
  collect(data.data(), handed);
  Words held;
  for (const std::string record :
       {"Y-4F7KA", "P-9X2MC", "M-7KQ2D", "P-8X2MC", "M-8KQ2D", "E-2N8WQ", "C-9T3JZ"})
    collect(json_of({"show", record}).data(), held);
  std::size_t kept_back = 0;
  for (const auto& value : held) {
    const bool too_short_to_tell = value.size() < 4;
    if (too_short_to_tell || std::find(handed.begin(), handed.end(), value) != handed.end()) continue;
    CAPTURE(value);
    CHECK_FALSE(contains(text.out, value));
    CHECK_FALSE(contains(data.out, value));
    ++kept_back;
  }
  CHECK(kept_back > 95);
  for (const std::string never :
       {"20 May 2006", "2006", "19", "Y-4F7KA", "M-7KQ2D", "P-9X2MC", "rotherham"}) {
    CAPTURE(never);
    CHECK_FALSE(contains(text.out, never));
    CHECK_FALSE(contains(data.out, never));
  }
}

TEST_CASE_FIXTURE(FilledFixture, "what is not known yet is left out of a brief") {
  commit_file("young-people/Y-4F7KA.yaml",
              "id: Y-4F7KA\nname: Tia Quillfeather\nscheme: rotherham\nborn: 2006-05-20\n"
              "referred: {on: 2026-01-05}\n");
  commit_file("matches/P-9X2MC.yaml",
              "id: P-9X2MC\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\nproposed: 2026-01-11\n"
              "decisions:\n  - {id: V-00021, by: young-person, on: 2026-01-12, yes: yes}\n");
  CHECK(json_of({"brief", "tia quill"}).data().at("brief") ==
        json{{"young_person", "Tia Quillfeather"},
             {"mentor", "Ros Okafor-Vale"},
             {"emergency_contacts",
              {"Duty desk, out of hours, 01709 000002", "Kim Rao, Service Manager, 01709 000003"}}});
}

TEST_CASE_FIXTURE(FilledFixture, "a brief without anybody to call says so") {
  write("mentorctl.yaml", "organisation: Rotherham Council\nschemes: [rotherham]\n");
  commit_file("young-people/Y-4F7KA.yaml",
              "id: Y-4F7KA\nname: Tia Quillfeather\nscheme: rotherham\nborn: 2006-05-20\n"
              "referred: {on: 2026-01-05}\nagreed_on: 2026-01-06\n");
  const Answer told = json_of({"brief", "P-9X2MC"});
  CHECK(told.status == 0);
  CHECK(told.data().at("brief").at("emergency_contacts") == json::array());
  CHECK(told.err ==
        "note: nobody of the young person's own is named to call in an emergency: their personal adviser or "
        "duty desk comes first, 'mentorctl amend Y-4F7KA \"emergency_contacts+=Name, role, phone\"'\n"
        "note: nobody of the scheme is named to call in an emergency: the Service Manager comes next, name "
        "them as 'contacts' in mentorctl.yaml\n");
}

TEST_CASE_FIXTURE(FilledFixture,
                  "there is no brief of a young person who has not agreed, or has said no since") {
  const std::string referred =
      "id: Y-4F7KA\nname: Tia Quillfeather\nscheme: rotherham\nborn: 2006-05-20\n"
      "referred: {on: 2026-01-05}\n";
  const auto running = [&](const std::string& decisions) {
    commit_file(
        "matches/P-9X2MC.yaml",
        "id: P-9X2MC\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\nproposed: 2026-01-11\n" +
            decisions + "started: 2026-02-01\n");
  };
  commit_file("young-people/Y-4F7KA.yaml", referred);
  running("");
  check_refused(*this, {{{"brief", "P-9X2MC"}, 1, "mentorctl amend Y-4F7KA agreed_on=DATE"}});
  commit_file("young-people/Y-4F7KA.yaml", referred + "agreed_on: 2026-01-06\n");
  CHECK(run({"brief", "P-9X2MC"}).status == 0);
  running(
      "decisions:\n  - {id: V-00021, by: young-person, on: 2026-01-12, yes: yes}\n"
      "  - {id: V-00022, by: young-person, on: 2026-03-12, yes: no}\n");
  check_refused(*this, {{{"brief", "P-9X2MC"}, 1, "the young person has said no to the match P-9X2MC"}});
}

TEST_CASE_FIXTURE(FilledFixture, "there is no brief while a concern about the mentor is open") {
  const auto concern = [&](const std::string& about, const std::string& closed) {
    commit_file("concerns/C-5T3JZ.yaml", "id: C-5T3JZ\nabout: " + about + "\nraised: 2026-03-20\n" + closed);
  };
  concern("M-7KQ2D", "");
  check_refused(*this,
                {{{"brief", "P-9X2MC"}, 1, "the concern C-5T3JZ about the mentor of P-9X2MC is open"}});
  concern("M-7KQ2D", "closed: 2026-04-01\n");
  CHECK(run({"brief", "P-9X2MC"}).status == 0);
  concern("M-8KQ2D", "");
  CHECK(run({"brief", "P-9X2MC"}).status == 0);
}

TEST_CASE_FIXTURE(FilledFixture,
                  "a paused match has a brief, and one without the young person's own contacts a note") {
  done({"pause", "P-9X2MC", "--from", "2026-03-20"});
  CHECK(run({"brief", "P-9X2MC"}).err.empty());
  done({"amend", "Y-4F7KA", "emergency_contacts="});
  CHECK(contains(run({"brief", "P-9X2MC"}).err, "note: nobody of the young person's own is named"));
  CHECK_FALSE(contains(run({"brief", "P-9X2MC"}).err, "nobody of the scheme"));
}

TEST_CASE_FIXTURE(FilledFixture, "who is among the young person's contacts and the scheme's is named once") {
  write("mentorctl.yaml",
        "organisation: Rotherham Council\nschemes: [rotherham]\n"
        "contacts: [\"Sam Patel, personal adviser, 01709 000001\", Duty desk]\n");
  CHECK(json_of({"brief", "P-9X2MC"}).data().at("brief").at("emergency_contacts") ==
        json{"Nan Hollis, grandmother, 01709 555555", "Sam Patel, personal adviser, 01709 000001",
             "Duty desk"});
}

TEST_CASE_FIXTURE(FilledFixture,
                  "there is no brief before the young person's yes, after a no or after the end") {
  const auto proposed = [&](const std::string& id, const std::string& decisions) {
    commit_file("matches/" + id + ".yaml", "id: " + id +
                                               "\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\n"
                                               "proposed: 2026-01-11\n" +
                                               decisions);
  };
  proposed("P-00001", "");
  proposed("P-00002", "decisions:\n  - {id: V-00001, by: mentor, on: 2026-01-12, yes: yes}\n");
  proposed("P-00003", "decisions:\n  - {id: V-00001, by: young-person, on: 2026-01-12, yes: no}\n");
  check_refused(*this, {{{"brief", "P-00001"}, 1, "the young person has not said yes to the match P-00001"},
                        {{"brief", "P-00002"}, 1, "mentorctl decide P-00002 --by young-person --yes"},
                        {{"brief", "P-00003"}, 1, "the match P-00003 is declined"},
                        {{"brief", "P-8X2MC"}, 1, "the match P-8X2MC is ended"},
                        {{"brief", "P-77777"}, 2, "there is no match 'P-77777'"},
                        {{"brief", "M-7KQ2D"}, 2, "names a mentor, and a match is wanted"},
                        {{"--format", "csv", "brief", "P-9X2MC"}, 2, "this command has no 'csv'"}});
  CHECK_FALSE(contains(run({"brief", "P-00001"}).err, "Tia"));
}

TEST_CASE_FIXTURE(PairFixture,
                  "a first meeting that was moved is briefed for the day on which it now stands") {
  done({"log-session", "P-9X2MC", "--cancelled-by", "other", "--date", "2026-02-01", "--moved-to",
        "2026-04-09"});
  CHECK(json_of({"brief", "P-9X2MC"}).data().at("brief").at("first_meeting").at("date") == "2026-04-09");
  CHECK(contains(run({"brief", "P-9X2MC"}).out, "9 April 2026"));
}

TEST_CASE_FIXTURE(PairFixture, "a brief has the day on which the two did meet, or none while that is open") {
  // The first meeting was planned for 1 February.
  const Words off{"log-session", "P-9X2MC", "--cancelled-by", "other", "--date"};
  const Words held{"log-session", "P-9X2MC", "--minutes", "60", "--kind", "first-meeting", "--date"};
  const auto day = [&] {
    return json_of({"brief", "P-9X2MC"}).data().at("brief").at("first_meeting").value("date", "none");
  };
  SUBCASE("one that was moved was held") {
    done(with(off, {"2026-02-01", "--moved-to", "2026-02-08"}));
    done(with(held, {"2026-02-08"}));
    CHECK(day() == "2026-02-08");
  }
  SUBCASE("one that was moved was called off") {
    done(with(off, {"2026-02-01", "--moved-to", "2026-02-08"}));
    CHECK(day() == "2026-02-08");
    done(with(off, {"2026-02-08"}));
    CHECK(day() == "none");
  }
  SUBCASE("an earlier one was called off") {
    done(with(off, {"2026-01-30"}));
    CHECK(day() == "2026-02-01");
    done(with(held, {"2026-02-03"}));
    CHECK(day() == "2026-02-01");
  }
}

}  // namespace cmd_brief_test
