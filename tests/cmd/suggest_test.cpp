#include <doctest/doctest.h>

#include "support/command_fixture.h"

namespace cmd_suggest_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::TwoPeopleFixture;
using mentor::test::Words;

namespace {

const std::string waited = "2 the young person has waited since 5 January 2026";
const std::string over = "endings:\n  - {id: V-00008, on: 2026-03-20, by: both, reason: Moved, as: ";

/// Tia Quillfeather (Y-4F7KA) waits; Ros Okafor-Vale (M-7KQ2D) is ready, and Lee Marsh (M-8KQ2D).
struct SuggestFixture : TwoPeopleFixture {
  SuggestFixture() { add_ready_mentor("M-8KQ2D", "Lee Marsh"); }

  json suggested() {
    const Answer answer = json_of({"suggest", "Y-4F7KA"});
    CHECK(answer.status == 0);
    return answer.data();
  }
  Words candidates() {
    Words mentors;
    const json answer = suggested();
    for (const auto& each : answer.at("candidates")) mentors.push_back(each.at("mentor"));
    return mentors;
  }
  /// The sentences about one thing, of that candidate.
  Words says(const std::string& mentor, const std::string& about) {
    Words sentences;
    const json answer = suggested();
    for (const auto& each : answer.at("candidates")) {
      if (each.at("mentor") != mentor) continue;
      for (const auto& reason : each.at("reasons")) {
        if (reason.at("about") == about)
          sentences.push_back(reason.at("points").dump() + " " + reason.at("says").get<std::string>());
      }
    }
    return sentences;
  }
  /// Why that mentor is not ready: rules, and sentences.
  Words against(const std::string& mentor) {
    Words found;
    const json answer = suggested();
    for (const auto& each : answer.at("not_ready")) {
      if (each.at("mentor") != mentor) continue;
      for (const auto& finding : each.at("findings")) found.push_back(finding.at("rule"));
      for (const auto& why : each.at("because")) found.push_back(why);
    }
    return found;
  }
  void add_to(const std::string& path, const std::string& more) { commit_file(path, *read(path) + more); }
};

}  // namespace

TEST_CASE_FIXTURE(SuggestFixture, "a suggestion ranks, explains itself, and writes nothing") {
  add_to("young-people/Y-4F7KA.yaml", "interests: [Football]\n");
  add_to("mentors/M-8KQ2D.yaml", "interests: [football]\n");
  const std::string before = everything();
  CHECK(candidates() == Words{"M-8KQ2D", "M-7KQ2D"});
  CHECK(says("M-8KQ2D", "interests") == Words{"12 both like Football"});
  const json first = suggested().at("candidates")[0];
  // 12 interests, 5 area, 6 no other match, 2 for each of 4 months without one, 1 for each of 2 waited
  CHECK(first.at("score") == 33);
  CHECK(first.at("age") == 48);
  CHECK(run({"suggest", "Quill"})
            .out.starts_with("Mentors for Tia Quillfeather (Y-4F7KA), 2 April 2026\n     +2  the young "
                             "person has waited since 5 "
                             "January 2026\n\n"));
  CHECK(run({"suggest", "Quill"}).err == "this ranks and decides nothing: the young person decides\n");
  CHECK(contains(run({"suggest", "Quill"}).out,
                 "  33  Lee Marsh (M-8KQ2D), 48\n    +12  both like Football\n"));
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(SuggestFixture,
                  "a wish for a woman puts a mentor who wrote female first, and one for any nobody") {
  add_to("mentors/M-7KQ2D.yaml", "gender: male\n");
  add_to("mentors/M-8KQ2D.yaml", "gender: female\n");
  CHECK(run({"amend", "Y-4F7KA", "prefers.gender=woman"}).status == 0);
  CHECK(candidates() == Words{"M-8KQ2D", "M-7KQ2D"});
  const std::string wish = "the young person wishes for somebody of the gender 'woman', and the mentor is";
  CHECK(says("M-8KQ2D", "gender") == Words{"20 " + wish});
  CHECK(says("M-7KQ2D", "gender") == Words{"0 " + wish + " not"});
  CHECK(run({"amend", "Y-4F7KA", "prefers.gender=any"}).status == 0);
  CHECK(says("M-8KQ2D", "gender") == Words{});
  CHECK(says("M-7KQ2D", "gender") == Words{});
}

TEST_CASE_FIXTURE(SuggestFixture,
                  "a match without a mentor is a suggestion, and with something said of it a mistake") {
  CHECK(run({"match", "Y-4F7KA"}).out == run({"suggest", "Y-4F7KA"}).out);
  CHECK(json_of({"match", "Y-4F7KA"}).data().at("candidates").size() == 2);
  for (const Words& said : std::vector<Words>{{"--start", "2026-04-02"},
                                              {"--agreed", "mentor"},
                                              {"--contacts-given"},
                                              {"--focus", "Sleep"},
                                              {"--id", "P-12345"},
                                              {"--considered-by", "Jo"}}) {
    CAPTURE(said.front());
    const Answer answer = run(mentor::test::with({"match", "Y-4F7KA"}, said));
    CHECK(answer.status == 2);
    CHECK(contains(answer.err, "MENTOR is missing"));
  }
}

TEST_CASE_FIXTURE(SuggestFixture, "of equals who has waited longest comes first, then the lower identifier") {
  CHECK(candidates() == Words{"M-7KQ2D", "M-8KQ2D"});
  CHECK(says("M-7KQ2D", "waiting") ==
        Words{"8 the mentor has been without a match since 1 December 2025", waited});
  add_to("mentors/M-7KQ2D.yaml", "  - {id: V-00010, step: reference, on: 2025-12-02}\n");
  CHECK(says("M-7KQ2D", "waiting") ==
        Words{"8 the mentor has been without a match since 2 December 2025", waited});
  CHECK(candidates() == Words{"M-8KQ2D", "M-7KQ2D"});
}

TEST_CASE_FIXTURE(SuggestFixture, "a month of waiting counts from its day, and six months at most") {
  clock = "2026-04-30";
  CHECK(says("M-7KQ2D", "waiting")[0].starts_with("8 "));
  clock = "2026-05-01";
  CHECK(says("M-7KQ2D", "waiting")[0].starts_with("10 "));
  clock = "2027-05-01";
  CHECK(says("M-7KQ2D", "waiting")[0].starts_with("12 "));
}

TEST_CASE_FIXTURE(SuggestFixture, "who is not prepared is said with what is missing") {
  done({"add-mentor", "--name", "Bo Raw", "--scheme", "rotherham", "--role", "elected-member", "--id",
        "M-9KQ2D"});
  CHECK(candidates() == Words{"M-7KQ2D", "M-8KQ2D"});
  CHECK(against("M-9KQ2D") ==
        Words{"readiness.information_session", "readiness.pen_picture", "readiness.training"});
  const json finding = suggested().at("not_ready")[0].at("findings")[0];
  CHECK(finding.at("subject") == "M-9KQ2D");
  CHECK(contains(run({"suggest", "Y-4F7KA"}).out, "Not now\n\n      Bo Raw (M-9KQ2D)\n"));
}

TEST_CASE_FIXTURE(SuggestFixture, "a mentor is ready for some and not for others") {
  commit_file("young-people/Y-4F7KA.yaml",
              "id: Y-4F7KA\nname: Tia Quillfeather\nscheme: rotherham\nborn: 2008-04-03\nreferred: {on: "
              "2026-01-05}\nagreed_on: 2026-01-05\n");
  CHECK(candidates() == Words{});
  CHECK(against("M-7KQ2D") == Words{"readiness.dbs"});
  CHECK(contains(run({"suggest", "Y-4F7KA"}).out, "\nNobody is ready and has room.\n"));
  clock = "2026-04-03";
  CHECK(candidates() == Words{"M-7KQ2D", "M-8KQ2D"});
}

TEST_CASE_FIXTURE(SuggestFixture, "a mentor with an open concern is not ready until it is closed") {
  commit_file("concerns/C-5T3JZ.yaml",
              "id: C-5T3JZ\nabout: M-7KQ2D\nraised: 2026-04-01\npassed_on: 2026-04-01\n");
  CHECK(against("M-7KQ2D") == Words{"safeguarding.held"});
  add_to("concerns/C-5T3JZ.yaml", "closed: 2026-04-02\n");
  CHECK(against("M-7KQ2D") == Words{});
}

TEST_CASE_FIXTURE(SuggestFixture, "a mentor has room for as many as they offer") {
  add_young_person("Y-5F7KA", "Kay Dunn", "2006-05-20");
  add_running_match("P-9X2MC", "Y-5F7KA", "M-7KQ2D", "2026-02-01");
  CHECK(candidates() == Words{"M-8KQ2D"});
  CHECK(against("M-7KQ2D") == Words{"has no room: has 1 match, and offers to have 1"});
  add_to("mentors/M-7KQ2D.yaml", "capacity: 2\n");
  CHECK(candidates() == Words{"M-8KQ2D", "M-7KQ2D"});
  CHECK(says("M-7KQ2D", "load") == Words{"0 the mentor has 1 other match"});
  CHECK(says("M-8KQ2D", "load") == Words{"6 the mentor has no other match"});
  CHECK(says("M-7KQ2D", "waiting") == Words{waited});
}

TEST_CASE_FIXTURE(SuggestFixture, "a match that is to start takes room, one that is only proposed does not") {
  add_young_person("Y-5F7KA", "Kay Dunn", "2006-05-20");
  const std::string id = done({"match", "Y-5F7KA", "M-7KQ2D"});
  CHECK(says("M-7KQ2D", "load") == Words{"0 the mentor has 1 other match proposed"});
  add_to("matches/" + id + ".yaml", "started: 2026-05-01\n");
  CHECK(against("M-7KQ2D") == Words{"has no room: has 1 match, and offers to have 1"});
}

TEST_CASE_FIXTURE(SuggestFixture, "who left or is still to come is said") {
  done({"close", "M-7KQ2D", "--as", "withdrew"});
  std::string later = ready_mentor("M-9KQ2D", "Al Late");
  later.replace(later.find("enquired: 2025-11-01"), 20, "enquired: 2026-04-03");
  commit_file("mentors/M-9KQ2D.yaml", later);
  CHECK(candidates() == Words{"M-8KQ2D"});
  CHECK(against("M-7KQ2D") == Words{"has left the scheme"});
  CHECK(against("M-9KQ2D") == Words{"enquires on 3 April 2026"});
}

TEST_CASE_FIXTURE(SuggestFixture,
                  "an earlier match of the two is said, and one that broke down stands against another") {
  add_running_match("P-9X2MC", "Y-4F7KA", "M-7KQ2D", "2026-02-01");
  add_to("matches/P-9X2MC.yaml", over + "managed}\n");
  CHECK(says("M-7KQ2D", "experience") ==
        Words{"5 were matched before (P-9X2MC), until 20 March 2026; it ended as managed"});
  std::string text = *read("matches/P-9X2MC.yaml");
  commit_file("matches/P-9X2MC.yaml", text.replace(text.find("as: managed"), 11, "as: drifted"));
  CHECK(says("M-7KQ2D", "experience")[0].starts_with("0 "));
  commit_file("matches/P-9X2MC.yaml", text.replace(text.find("as: drifted"), 11, "as: broke-down"));
  CHECK(candidates() == Words{"M-8KQ2D"});
  CHECK(against("M-7KQ2D") == Words{"a match of the two (P-9X2MC) broke down on 20 March 2026"});
}

TEST_CASE_FIXTURE(SuggestFixture, "a no to an earlier match speaks against another, and hides nobody") {
  const std::string id = done({"match", "Y-4F7KA", "M-7KQ2D"});
  done({"decide", id, "--by", "young-person", "--no"});
  CHECK(candidates() == Words{"M-8KQ2D", "M-7KQ2D"});
  CHECK(says("M-7KQ2D", "experience") ==
        Words{"-20 was proposed before (" + id + "), and the young person said no to it on 2 April 2026"});
}

TEST_CASE_FIXTURE(SuggestFixture,
                  "who met and would like to meet again is said, most of all when both would") {
  const std::string event =
      "id: E-2N8WQ\nkind: group-supervision\ndate: 2026-04-02\nscheme: rotherham\nattended: [M-7KQ2D, "
      "Y-4F7KA]\n";
  const std::string hers = "  - {id: V-00001, by: Y-4F7KA, whom: M-7KQ2D}\n";
  const std::string his = "  - {id: V-00002, by: M-7KQ2D, whom: Y-4F7KA}\n";
  commit_file("events/E-2N8WQ.yaml", event);
  CHECK(says("M-7KQ2D", "met") == Words{});
  commit_file("events/E-2N8WQ.yaml", event + "see_again:\n" + his);
  CHECK(says("M-7KQ2D", "met") == Words{"4 they met, and the mentor wishes to meet again"});
  commit_file("events/E-2N8WQ.yaml", event + "see_again:\n" + hers);
  CHECK(says("M-7KQ2D", "met") == Words{"12 they met, and the young person wishes to meet again"});
  commit_file("events/E-2N8WQ.yaml", event + "see_again:\n" + hers + his);
  CHECK(says("M-7KQ2D", "met") == Words{"25 they met, and each wishes to meet again"});
  clock = "2026-04-01";
  CHECK(says("M-7KQ2D", "met") == Words{});
}

TEST_CASE_FIXTURE(SuggestFixture, "what the rules advise about a match is told with the candidate") {
  std::string text = *read("mentors/M-8KQ2D.yaml");
  commit_file("mentors/M-8KQ2D.yaml", text.replace(text.find("area: Rotherham"), 15,
                                                   "department: Children's Services\narea: Rotherham"));
  const json candidates = suggested().at("candidates");
  REQUIRE(candidates.size() == 2);
  CHECK(candidates[0].at("advice").empty());
  CHECK(candidates[1].at("advice")[0].at("rule") == "eligibility.background");
}

TEST_CASE_FIXTURE(SuggestFixture, "a young person with nobody else counts for more with every mentor") {
  const int before = suggested().at("candidates")[0].at("score");
  add_to("young-people/Y-4F7KA.yaml", "nobody_else: yes\n");
  CHECK(suggested().at("candidates")[0].at("score") == before + 5);
  CHECK(says("M-8KQ2D", "nobody-else") == Words{"5 the young person has nobody else in their life"});
  CHECK(contains(run({"suggest", "Y-4F7KA"}).out,
                 "2 April 2026\n     +5  the young person has nobody else in their life\n"));
}

TEST_CASE_FIXTURE(SuggestFixture,
                  "what the rules say of the young person is told once, and hides no mentor") {
  CHECK(suggested().at("findings").empty());
  std::string text = *read("young-people/Y-4F7KA.yaml");
  text.replace(text.find("born: 2006-05-20"), 16, "born: 1999-05-20");
  text.replace(text.find("agreed_on: 2026-01-05\n"), 22, "");
  commit_file("young-people/Y-4F7KA.yaml", text);
  CHECK(candidates() == Words{"M-7KQ2D", "M-8KQ2D"});
  const Answer answer = json_of({"suggest", "Y-4F7KA"});
  CHECK(answer.rules() == Words{"eligibility.age", "readiness.agreed"});
  CHECK(answer.data().at("findings")[0].at("subject") == "Y-4F7KA");
  CHECK(
      contains(run({"suggest", "Y-4F7KA"}).out, " should  the young person has not agreed to be referred\n"));
  const json proposal = json_of({"match", "--all"}).data().at("proposals")[0];
  CHECK(proposal.at("findings").size() == 2);
}

TEST_CASE_FIXTURE(SuggestFixture,
                  "somebody who has grown too old since the referral is told to be, by the rule alone") {
  std::string text = *read("young-people/Y-4F7KA.yaml");
  commit_file("young-people/Y-4F7KA.yaml",
              text.replace(text.find("born: 2006-05-20"), 16, "born: 2000-03-20"));
  const Answer answer = json_of({"suggest", "Y-4F7KA"});
  CHECK(answer.rules() == Words{"eligibility.age"});
  CHECK(answer.data().at("findings")[0].at("subject") == "Y-4F7KA");
}

TEST_CASE_FIXTURE(SuggestFixture, "what counts how much is what the policy in force on the day says") {
  const std::string preset = "schemes/rotherham/2026-01-01.yaml";
  std::string later = *read(preset);
  later.replace(later.find("in_force: 2026-01-01"), 20, "in_force: 2026-04-02");
  later.replace(later.find("same_area: 5"), 12, "same_area: 7");
  commit_file("schemes/rotherham/2026-04-02.yaml", later);
  CHECK(says("M-8KQ2D", "area") == Words{"7 both are in Rotherham"});
  clock = "2026-04-01";
  CHECK(says("M-8KQ2D", "area") == Words{"5 both are in Rotherham"});
}

TEST_CASE_FIXTURE(SuggestFixture,
                  "somebody who left is suggested to nobody, and one in a match is told to be") {
  add_running_match("P-9X2MC", "Y-4F7KA", "M-7KQ2D", "2026-02-01");
  CHECK(contains(run({"suggest", "Y-4F7KA"}).err, "Y-4F7KA is matched\n"));
  add_young_person("Y-5F7KA", "Kay Dunn", "2006-05-20");
  done({"close", "Y-5F7KA", "--as", "withdrew"});
  const Answer refused = run({"suggest", "Y-5F7KA"});
  CHECK(refused.status == 1);
  CHECK(refused.err == "mentorctl: Y-5F7KA has left the scheme, reopen them first\n");
}

}  // namespace cmd_suggest_test
