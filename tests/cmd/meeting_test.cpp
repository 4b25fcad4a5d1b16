#include <doctest/doctest.h>

#include "support/command_fixture.h"
#include "support/refusals.h"
#include "support/two_schemes.h"

namespace cmd_meeting_test {

using mentor::test::Answer;
using mentor::test::check_refused;
using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::TwoSchemesFixture;
using mentor::test::with;
using mentor::test::Words;

namespace {

/// Two mentors who are ready, Ros Vale (M-00001) and Lee Marsh (M-00002); three who wait, all of age: Tia
/// Quill (Y-00001), Kay Dunn (Y-00002) and Lee Orme (Y-00003).
struct MeetingFixture : CommandFixture {
  MeetingFixture() {
    add_ready_mentor("M-00001", "Ros Vale");
    add_ready_mentor("M-00002", "Lee Marsh");
    add_young_person("Y-00001", "Tia Quill", "2006-05-20");
    add_young_person("Y-00002", "Kay Dunn", "2006-05-20");
    add_young_person("Y-00003", "Lee Orme", "2006-05-20");
  }

  json planned(const Words& more = {}) {
    const Answer answer = json_of(mentor::test::with({"match", "--meeting"}, more));
    CHECK(answer.status == 0);
    return answer.data();
  }
  /// A line for each round: `Y-00001 M-00001, Y-00002 M-00002; free Y-00003`.
  Words rounds(const Words& more = {}) {
    Words lines;
    const json plan = planned(more);
    for (const auto& round : plan.at("rounds")) {
      std::string line;
      for (const auto& each : round.at("meetings"))
        line += (line.empty() ? "" : ", ") + each.at("young_person").get<std::string>() + " " +
                each.at("mentor").get<std::string>();
      for (const auto& id : round.at("free")) line += "; free " + id.get<std::string>();
      lines.push_back(line);
    }
    return lines;
  }
  /// `M-00001: why; why` for each who is left out.
  Words left_out(const Words& more = {}) {
    Words lines;
    const json plan = planned(more);
    for (const auto& each : plan.at("left_out")) {
      std::string because;
      for (const auto& why : each.at("because"))
        because += (because.empty() ? "" : "; ") + why.get<std::string>();
      lines.push_back(each.at("id").get<std::string>() + ": " + because);
    }
    return lines;
  }
  /// The mentors that the young person could be matched with.
  Words candidates(const std::string& young_person) {
    Words mentors;
    const json answer = json_of({"suggest", young_person}).data();
    for (const auto& each : answer.at("candidates")) mentors.push_back(each.at("mentor"));
    return mentors;
  }
  void add_to(const std::string& path, const std::string& more) { commit_file(path, *read(path) + more); }
};

}  // namespace

TEST_CASE_FIXTURE(MeetingFixture,
                  "in a rapid meeting each meets everybody whom they could be matched with, once") {
  // Each mentor has three to meet, so there are three rounds, and each young person has one break. Put in one
  // after another, the last of the six has no round free for both: the fourth gives way, from the first round
  // to the third.
  CHECK(rounds() == Words{"Y-00001 M-00001, Y-00003 M-00002; free Y-00002",
                          "Y-00001 M-00002, Y-00002 M-00001; free Y-00003",
                          "Y-00002 M-00002, Y-00003 M-00001; free Y-00001"});
  CHECK(left_out() == Words{});
  CHECK(planned().at("scheme") == "rotherham");
  const json first = planned().at("rounds")[0];
  CHECK(first.at("round") == 1);
  CHECK(first.at("meetings")[0].at("score") ==
        21);  // 10 area, 5 no other match, 4 months without one, 2 months that she waits
}

TEST_CASE_FIXTURE(MeetingFixture,
                  "the sheet of a rapid meeting says who meets whom, and no more than first names") {
  const std::string before = everything();
  const Answer sheet = run({"match", "--meeting"});
  CHECK(sheet.status == 0);
  CHECK(sheet.out ==
        "A rapid meeting of 5 people, 2 April 2026\n"
        "\nRound 1\n  Tia meets Ros\n  Lee Orme meets Lee Marsh\n  a break: Kay\n"
        "\nRound 2\n  Tia meets Lee Marsh\n  Kay meets Ros\n  a break: Lee Orme\n"
        "\nRound 3\n  Kay meets Lee Marsh\n  Lee Orme meets Ros\n  a break: Tia\n"
        "\nWhom each meets\n"
        "  Tia: 1 Ros, 2 Lee Marsh, 3 a break\n"
        "  Kay: 1 a break, 2 Ros, 3 Lee Marsh\n"
        "  Lee Orme: 1 Lee Marsh, 2 a break, 3 Ros\n"
        "  Ros: 1 Tia, 2 Kay, 3 Lee Orme\n"
        "  Lee Marsh: 1 Lee Orme, 2 Tia, 3 Kay\n");
  CHECK(sheet.err ==
        "this plans and writes nothing; afterwards record who came, and whom each would like to see again:\n"
        "  mentorctl log-event rapid-meeting --scheme rotherham --attended WHO... --see-again WHO:WHOM...\n");
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(MeetingFixture, "two of one name are told apart by their identifiers") {
  add_young_person("Y-00004", "Tia Quill", "2006-05-20");
  const std::string sheet = run({"match", "--meeting"}).out;
  CHECK(contains(sheet, "  Tia Quill (Y-00001): "));
  CHECK(contains(sheet, "  Tia Quill (Y-00004): "));
}

TEST_CASE_FIXTURE(MeetingFixture, "a rapid meeting is a table for spreadsheets") {
  add_young_person("Y-00004", "Al Late", "2012-05-20");
  const Answer answer = run(
      {"--format", "csv", "match", "--meeting", "--with", "tia", "--with", "ros", "--with", "al late"});
  CHECK(answer.rows("meetings") ==
        Words{"table,round,young_person,mentor,score", "meetings,1,Y-00001,M-00001,21"});
  CHECK(answer.rows("left_out").size() == 2);
  CHECK_FALSE(contains(answer.out + answer.err, "Tia"));
}

TEST_CASE_FIXTURE(MeetingFixture, "whom suggest has as no candidate is met by nobody, and why is told") {
  commit_file("concerns/C-5T3JZ.yaml",
              "id: C-5T3JZ\nabout: M-00002\nraised: 2026-04-01\npassed_on: 2026-04-01\n");
  add_young_person("Y-00004", "Al Young", "2009-05-20");  // nobody has a DBS check
  done({"add-mentor", "--name", "Bo Raw", "--scheme", "rotherham", "--role", "elected-member", "--id",
        "M-00003"});
  add_running_match("P-00001", "Y-00001", "M-00001", "2026-02-01");
  add_to("matches/P-00001.yaml",
         "endings:\n  - {id: V-00008, on: 2026-03-20, by: both, reason: Moved, as: broke-down}\n");
  CHECK(rounds() == Words{"Y-00002 M-00001; free Y-00003", "Y-00003 M-00001; free Y-00002"});
  for (const std::string id : {"Y-00001", "Y-00004"}) CHECK(candidates(id) == Words{});
  for (const std::string id : {"Y-00002", "Y-00003"}) CHECK(candidates(id) == Words{"M-00001"});
  const Words out = left_out();
  REQUIRE(out.size() == 4);
  CHECK(out[0] ==
        "Y-00001: no mentor who comes could be matched with them now, 'mentorctl suggest Y-00001' says why");
  CHECK(out[1].starts_with("Y-00004: no mentor who comes"));
  CHECK(contains(out[2], "M-00002: "));
  CHECK(contains(out[2], "concern"));
  CHECK(contains(out[3], "M-00003: "));
  CHECK(contains(out[3], "the training is missing"));
  // The sheet goes from hand to hand: who is left out is told beside it, and without a name.
  const Answer sheet = run({"match", "--meeting"});
  CHECK_FALSE(contains(sheet.out, "Bo"));
  CHECK_FALSE(contains(sheet.out, "concern"));
  CHECK(contains(sheet.err, "left out M-00003: "));
  CHECK_FALSE(contains(sheet.err, "Bo Raw"));
}

TEST_CASE_FIXTURE(MeetingFixture, "a rapid meeting is for those who wait, unless it is said who comes") {
  add_running_match("P-00001", "Y-00001", "M-00001", "2026-02-01");
  done({"match", "Y-00002", "M-00002", "--id", "P-00002"});
  done({"close", "Y-00003", "--as", "withdrew"});
  add_young_person("Y-00004", "Al Late", "2006-05-20");
  CHECK(rounds() == Words{"Y-00004 M-00002"});
  CHECK(left_out() == Words{"Y-00002: is in the match P-00002, which is proposed",
                            "M-00001: has no room: has 1 match, and offers to have 1"});
  const Words named{"--with", "tia", "--with", "orme", "--with", "al late", "--with", "ros"};
  CHECK(rounds(named) == Words{});
  CHECK(
      left_out(named) ==
      Words{
          "Y-00001: is in the match P-00001, which is active", "Y-00003: has left the scheme",
          "Y-00004: no mentor who comes could be matched with them now, 'mentorctl suggest Y-00004' says why",
          "M-00001: has no room: has 1 match, and offers to have 1"});
  CHECK(run(with({"match", "--meeting"}, named)).out.empty());
  CHECK(contains(run(with({"match", "--meeting"}, named)).err,
                 "nobody who comes could be matched with anybody"));
}

TEST_CASE_FIXTURE(MeetingFixture, "somebody who is named twice comes once") {
  CHECK(rounds({"--with", "tia", "--with", "Y-00001", "--with", "ros", "--with", "M-00001"}) ==
        Words{"Y-00001 M-00001"});
}

TEST_CASE_FIXTURE(MeetingFixture, "when there is time for few rounds nobody goes without who need not") {
  // Ros and Kay both like football: theirs is the most promising of all, yet Tia may meet nobody but Ros.
  for (const std::string file : {"mentors/M-00001.yaml", "young-people/Y-00002.yaml"})
    add_to(file, "interests: [football]\n");
  add_running_match("P-00001", "Y-00001", "M-00002", "2026-02-01");
  add_to("matches/P-00001.yaml",
         "endings:\n  - {id: V-00008, on: 2026-03-20, by: both, reason: Moved, as: broke-down}\n");
  const Words two{"--with", "tia", "--with", "kay", "--with", "ros", "--with", "marsh"};
  CHECK(rounds(with(two, {"--rounds", "1"})) == Words{"Y-00001 M-00001, Y-00002 M-00002"});
  CHECK(rounds(with(two, {"--rounds", "2"})).size() == 2);
  CHECK(rounds(with(two, {"--rounds", "9"})).size() == 2);
  // With one mentor alone the most promising meeting is held.
  const Words one{"--with", "tia", "--with", "kay", "--with", "ros", "--rounds", "1"};
  CHECK(rounds(one) == Words{"Y-00002 M-00001"});
  CHECK(left_out(one) == Words{"Y-00001: there are too few rounds for a meeting with anybody"});
}

TEST_CASE_FIXTURE(MeetingFixture, "who could be matched and do not meet for want of rounds is told") {
  // Six pairs; in two rounds two mentors have four meetings.
  const json plan = planned({"--rounds", "2"});
  CHECK(plan.at("rounds").size() == 2);
  CHECK(plan.at("unmet").size() == 2);
  CHECK(plan.at("rounds_for_all") == 3);
  CHECK(contains(run({"match", "--meeting", "--rounds", "2"}).err,
                 "2 pairs who could be matched do not meet for want of rounds: in 3 rounds all would\n"));
  const Words one{"--with", "tia", "--with", "kay", "--with", "ros", "--rounds", "1"};
  const json left = planned(one).at("unmet");
  REQUIRE(left.size() == 1);
  CHECK(left[0].at("mentor") == "M-00001");
  CHECK(left[0].at("young_person") == planned(one).at("left_out")[0].at("id"));
  const std::string said = run(with({"match", "--meeting"}, one)).err;
  CHECK(contains(
      said, "left out " + left[0].at("young_person").get<std::string>() +
                ": there are too few rounds for a meeting with anybody\n"
                "1 pair who could be matched does not meet for want of rounds: in 2 rounds all would\n"));
  CHECK(run(with({"--format", "csv", "match", "--meeting"}, one)).rows("unmet").size() == 2);
  CHECK(planned({"--rounds", "3"}).at("unmet").empty());
  CHECK(planned().at("unmet").empty());
  CHECK_FALSE(contains(run({"match", "--meeting"}).err, "want of rounds"));
}

TEST_CASE_FIXTURE(MeetingFixture,
                  "what is wrong with a rapid meeting is said, and only what it needs is taken") {
  check_refused(*this,
                {
                    {{"match", "--meeting", "tia"}, 2, "--meeting is for everybody and makes no match"},
                    {{"match", "--meeting", "--start", "2026-04-02"}, 2, "--meeting is for everybody"},
                    {{"match", "--rounds", "2"}, 2, "--with and --rounds need --meeting"},
                    {{"match", "tia", "--with", "ros"}, 2, "--with and --rounds need --meeting"},
                    {{"match", "--meeting", "--rounds", "0"}, 2, "--rounds: at least one is wanted"},
                    {{"match", "--meeting", "--with", "nobody"}, 2, "there is no person 'nobody'"},
                    {{"match", "--meeting", "--scheme", "wigan"}, 2, "--scheme: 'wigan' does not run here"},
                    {{"--format", "md", "match", "--meeting"}, 2, "--format"},
                    {{"match"}, 2, "YOUNG_PERSON is missing"},
                });
}

TEST_CASE_FIXTURE(TwoSchemesFixture, "a rapid meeting is of one scheme") {
  mentor("M-00001", "Ros Vale", "rotherham");
  mentor("M-00002", "Asha Bell", "stockport");
  young_person("Y-00001", "Tia Quill", "rotherham");
  young_person("Y-00002", "Ben Moss", "stockport");
  git({"add", "."});
  git({"commit", "--quiet", "-m", "by hand"});
  check_refused(*this, {{{"match", "--meeting"}, 2, "--scheme is missing, one of rotherham, stockport"},
                        {{"match", "--meeting", "--scheme", "stockport", "--with", "ros"},
                         2,
                         "--with: M-00001 is in the scheme 'rotherham', not in 'stockport'"}});
  const Answer sheet = run({"match", "--meeting", "--scheme", "stockport"});
  CHECK(contains(sheet.out, "Ben meets Asha\n"));
  CHECK_FALSE(contains(sheet.out, "Tia"));
  CHECK(contains(sheet.err, "log-event rapid-meeting --scheme stockport "));
}

TEST_CASE_FIXTURE(MeetingFixture,
                  "whom somebody would like to see again after a rapid meeting is a reason for a match") {
  done({"log-event", "rapid-meeting", "--attended", "tia", "--attended", "kay", "--attended", "ros",
        "--attended", "marsh", "--see-again", "tia:marsh", "--see-again", "ros:kay"});
  const auto met = [&](const std::string& young_person, const std::string& mentor) {
    std::string says;
    const json answer = json_of({"suggest", young_person}).data();
    for (const auto& each : answer.at("candidates")) {
      if (each.at("mentor") != mentor) continue;
      for (const auto& reason : each.at("reasons")) {
        if (reason.at("about") == "met") says += reason.at("says").get<std::string>();
      }
    }
    return says;
  };
  CHECK(met("Y-00001", "M-00002") == "they met, and the young person wishes to meet again");
  CHECK(met("Y-00002", "M-00001") == "they met, and the mentor wishes to meet again");
  CHECK(met("Y-00001", "M-00001").empty());
  CHECK(candidates("Y-00001") == Words{"M-00002", "M-00001"});
  CHECK(candidates("Y-00002") == Words{"M-00001", "M-00002"});
  done(
      {"log-event", "rapid-meeting", "--attended", "tia", "--attended", "marsh", "--see-again", "marsh:tia"});
  CHECK(met("Y-00001", "M-00002") == "they met, and each wishes to meet again");
}

}  // namespace cmd_meeting_test
