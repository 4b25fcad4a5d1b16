#include <doctest/doctest.h>

#include <algorithm>

#include "support/command_fixture.h"

namespace reports_journey_test {

using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::with;
using mentor::test::Words;

namespace {

/// A match with a bit of everything, and texts that say for whom they are: `Zzteam`, or `own`.
struct JourneyFixture : PairFixture {
  JourneyFixture() {
    commit_file(
        "matches/P-9X2MC.yaml",
        "id: P-9X2MC\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\nproposed: 2026-01-10\n"
        "considered_by: Zzteam Action Group\ndecisions:\n"
        "  - {id: V-00001, by: young-person, on: 2026-01-12, yes: yes, why: own decision}\n"
        "  - {id: V-00002, by: mentor, on: 2026-01-13, yes: yes, why: Zzteam decision}\ncontacts_given: yes\n"
        "first_meeting: {date: 2026-02-01, activity: Bowling, brokered_by: Team}\nstarted: 2026-02-01\n"
        "pauses:\n  - {id: V-00003, from: 2026-02-20, to: 2026-02-25, why: Zzteam pause}\n"
        "goals:\n  - {id: V-00004, area: health, text: own goal, set: 2026-02-03, closed: 2026-03-20}\n"
        "reflections:\n"
        "  - {id: V-00005, by: young-person, on: 2026-03-01, text: own account}\n"
        "  - {id: V-00006, by: mentor, on: 2026-03-02, text: Zzteam account}\n"
        "  - {id: V-00007, by: mentor, on: 2026-03-03, text: a shared account, share: yes}\n"
        "endings:\n"
        "  - {id: V-00008, on: 2026-03-31, as: managed, by: mentor, reason: Zzteam reason, marked_by: Tea}\n"
        "waivers:\n"
        "  - {id: V-00009, rule: commitment.time, on: 2026-03-10, why: Zzteam waiver, authorised_by: Eve, "
        "until: 2026-04-20}\n");
    commit_file("sessions/P-9X2MC.yaml",
                "- {id: S-00001, date: 2026-02-01, minutes: 60, kind: first-meeting, activity: Bowling}\n"
                "- {id: S-00002, date: 2026-02-08, cancelled_by: young-person, moved_to: 2026-02-09}\n"
                "- {id: S-00003, date: 2026-02-09, minutes: 45, kind: one-to-one, note: Zzteam session}\n");
    commit_file(
        "check-ins/P-9X2MC.yaml",
        "- {id: K-00001, date: 2026-02-15, with: mentor, note: Zzteam note}\n"
        "- {id: K-00002, date: 2026-02-16, with: young-person, goals_reviewed: yes, note: Zzteam on them}\n"
        "- {id: K-00003, date: 2026-02-17, with: key-adult, note: Zzteam key adult}\n");
    commit_file("concerns/C-5T3JZ.yaml",
                "id: C-5T3JZ\nabout: M-7KQ2D\nraised: 2026-03-05\npassed_on: 2026-03-06\n");
    commit_file("events/E-00001.yaml",
                "id: E-00001\nkind: pair-event\ndate: 2026-03-08\nscheme: rotherham\n"
                "invited: [Y-4F7KA, M-7KQ2D]\nattended: [Y-4F7KA, M-7KQ2D]\n");
  }
  Words told(const Words& more = {}) {
    Words told;
    const json data = json_of(with({"report", "journey", "P-9X2MC"}, more)).data();
    for (const auto& each : data.at("events"))
      told.push_back(each.at("on").get<std::string>() + " " + each.at("what").get<std::string>());
    return told;
  }
};

}  // namespace

TEST_CASE_FIXTURE(JourneyFixture, "a match is a story in order, from the referral to its ending") {
  CHECK(told() == Words{"2026-01-05 the young person was referred",
                        "2026-01-05 the young person agreed to be referred",
                        "2026-01-10 the match was proposed",
                        "2026-01-12 the young person said yes",
                        "2026-01-13 the mentor said yes",
                        "2026-02-01 the match began",
                        "2026-02-01 first meeting, 60 minutes",
                        "2026-02-03 a goal was set (health)",
                        "2026-02-08 the young person called a meeting off, moved to 9 February 2026",
                        "2026-02-09 one to one, 45 minutes",
                        "2026-02-15 the team spoke with the mentor",
                        "2026-02-16 the team spoke with the young person and went through the goals",
                        "2026-02-17 the team spoke with the key adult",
                        "2026-02-20 the match paused",
                        "2026-02-25 the match went on",
                        "2026-03-01 the young person said how it goes",
                        "2026-03-02 the mentor said how it goes",
                        "2026-03-03 the mentor said how it goes",
                        "2026-03-05 a concern about the mentor was raised",
                        "2026-03-06 the concern was passed on",
                        "2026-03-08 both came to a pair event",
                        "2026-03-10 what the rule commitment.time found was waived",
                        "2026-03-20 a goal was closed (health)",
                        "2026-03-31 the match ended (managed), by the mentor"});
}

TEST_CASE_FIXTURE(JourneyFixture, "a young person reads what they lived through") {
  CHECK(told({"--for", "young-person"}) ==
        Words{"2026-01-05 you were referred to the scheme", "2026-01-05 you agreed to it",
              "2026-01-10 a match was proposed to you", "2026-01-12 you said yes",
              "2026-01-13 your mentor said yes", "2026-02-01 the match began",
              "2026-02-01 first meeting, 60 minutes", "2026-02-03 a goal was set (health)",
              "2026-02-08 you called a meeting off, moved to 9 February 2026",
              "2026-02-09 one to one, 45 minutes",
              "2026-02-16 the team spoke with you and went through the goals", "2026-02-20 the match paused",
              "2026-02-25 the match went on", "2026-03-01 you said how it goes",
              "2026-03-03 your mentor said how it goes", "2026-03-08 you came to a pair event",
              "2026-03-20 a goal was closed (health)", "2026-03-31 the match ended (managed)"});
}

TEST_CASE_FIXTURE(JourneyFixture,
                  "a young person reads their own words and none that are the team's or another's") {
  for (const std::string format : {"text", "json", "csv", "md", "html"}) {
    CAPTURE(format);
    CHECK(contains(run({"report", "journey", "P-9X2MC", "--format", format}).out, "Zzteam note"));
    const std::string own =
        run({"report", "journey", "P-9X2MC", "--for", "young-person", "--format", format}).out;
    for (const auto* theirs : {"own decision", "own goal", "own account", "a shared account", "Bowling"})
      CHECK(contains(own, theirs));
    for (const std::string others : {"Zzteam", "C-5T3JZ", "concern", "waive"}) {
      CAPTURE(others);
      CHECK_FALSE(contains(own, others));
    }
  }
}

TEST_CASE_FIXTURE(JourneyFixture, "a journey is of the days that were asked for, and of nothing to come") {
  CHECK(told({"--from", "2026-03-20", "--to", "2026-03-30"}) ==
        Words{"2026-03-20 a goal was closed (health)"});
  clock = "2026-01-11";
  CHECK(told().back() == "2026-01-10 the match was proposed");
  clock = "2026-04-02";
  const json totals = json_of({"report", "journey", "P-9X2MC"}).data().at("by_area");
  REQUIRE(totals.size() == 1);
  CHECK(totals[0].at("sessions") == 2);
  CHECK(totals[0].at("minutes") == 105);
}

TEST_CASE_FIXTURE(JourneyFixture,
                  "what came after the ending, or before the match for the mentor, is no part of it") {
  const Words before = told();
  commit_file("events/E-00002.yaml",
              "id: E-00002\nkind: mentor-meetup\ndate: 2026-04-01\nscheme: rotherham\nattended: [M-7KQ2D]\n");
  commit_file("events/E-00003.yaml",
              "id: E-00003\nkind: mentor-meetup\ndate: 2026-01-09\nscheme: rotherham\nattended: [M-7KQ2D]\n");
  commit_file("concerns/C-00001.yaml", "id: C-00001\nabout: M-7KQ2D\nraised: 2026-04-01\n");
  CHECK(told() == before);
}

TEST_CASE_FIXTURE(JourneyFixture,
                  "a young person is told of files changed by hand only where they are theirs") {
  for (const std::string path : {"concerns/C-5T3JZ.yaml", "mentors/M-7KQ2D.yaml", "matches/P-9X2MC.yaml"})
    write(path, read(path).value() + "# by hand\n");
  const auto unrecorded = [&](const Words& more) {
    return json_of(with({"report", "journey", "P-9X2MC"}, more)).data().at("unrecorded");
  };
  CHECK(unrecorded({}).size() == 3);
  CHECK(unrecorded({"--for", "young-person"}) == json{"matches/P-9X2MC.yaml"});
  CHECK_FALSE(contains(run({"report", "journey", "P-9X2MC", "--for", "young-person"}).out, "C-5T3JZ"));
}

TEST_CASE_FIXTURE(JourneyFixture, "a journey names its match, and no other report does") {
  CHECK(contains(run({"report", "journey"}).err, "the report 'journey' is of one match, say which"));
  CHECK(contains(run({"report", "pool", "P-9X2MC"}).err, "MATCH: the report 'pool' is not of one match"));
  CHECK(contains(run({"report", "pool", "--for", "young-person"}).err, "--for: the report 'pool'"));
  CHECK(contains(run({"report", "journey", "P-9X2MC", "--for", "mentor"}).err, "--for: 'mentor' is nobody"));
  CHECK(run({"report", "journey", "Tia"}).status == 0);
}

TEST_CASE_FIXTURE(JourneyFixture, "who said no never was their mentor") {
  commit_file("matches/P-9X2MC.yaml",
              "id: P-9X2MC\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\nproposed: 2026-01-10\n"
              "decisions:\n  - {id: V-00002, by: mentor, on: 2026-01-13, yes: no}\n");
  git({"rm", "--quiet", "sessions/P-9X2MC.yaml", "check-ins/P-9X2MC.yaml"});
  git({"commit", "--quiet", "-m", "away"});
  const Words own = told({"--for", "young-person"});
  CHECK(std::ranges::count(own, "2026-01-13 the mentor said no") == 1);
}

}  // namespace reports_journey_test
