#include <doctest/doctest.h>

#include "support/command_fixture.h"
#include "support/refusals.h"

namespace cmd_end_test {

using mentor::test::Answer;
using mentor::test::check_refused;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::with;
using mentor::test::Words;

namespace {

const Words drifted{"end", "P-9X2MC", "--as", "drifted", "--by", "both", "--reason", "Moved away"};

struct EndFixture : PairFixture {
  std::string state(const std::string& id) { return json_of({"show", id}).data().at("record").at("state"); }
};

}  // namespace

TEST_CASE_FIXTURE(EndFixture, "an ending is one line in the match and sets both free") {
  const Answer ended = run(
      with(drifted, {"--on", "2026-03-31", "--marked-by", "A walk", "--rematch", "both"}));
  CHECK(ended.status == 0);
  CHECK(ended.out == "P-9X2MC\n");
  CHECK(read("matches/P-9X2MC.yaml")
            .value()
            .ends_with("endings:\n  - {id: V-10000, on: 2026-03-31, as: drifted, by: both, reason: Moved "
                       "away, marked_by: A walk, "
                       "rematch: both}\n"));
  CHECK(last_paths() == "matches/P-9X2MC.yaml");
  CHECK(last_message() == "end P-9X2MC as drifted\n\nMentorctl-Command: end\nMentorctl-Record: P-9X2MC\n");
  CHECK(state("P-9X2MC") == "ended");
  CHECK(state("Y-4F7KA") == "waiting");
  CHECK(state("M-7KQ2D") == "ready");
}

TEST_CASE_FIXTURE(EndFixture, "a match that is handed over to the pair is theirs") {
  CHECK(run({"end", "P-9X2MC", "--as", "self-managed", "--by", "both", "--reason", "Friends"}).status == 0);
  CHECK(state("P-9X2MC") == "self-managed");
  CHECK(state("Y-4F7KA") == "self-managed");
}

TEST_CASE_FIXTURE(EndFixture,
                  "a pair that runs itself may end it for good, and as completed not before the least") {
  done({"end", "P-9X2MC", "--as", "self-managed", "--by", "both", "--reason", "Friends", "--on",
        "2026-03-20"});
  check_refused(*this, {{{"end", "P-9X2MC", "--as", "self-managed", "--by", "both", "--reason", "Friends"},
                         1,
                         "the match P-9X2MC is self-managed, only a running one is handed over"},
                        {with(drifted, {"--on", "2026-03-19"}), 2,
                         "--on: 2026-03-19 is before the hand-over on 2026-03-20"},
                        {{"end", "P-9X2MC", "--as", "drifted", "--by", "both"}, 1, "no reason is given"}});
  const Answer early = json_of(
      {"end", "P-9X2MC", "--as", "completed", "--by", "both", "--reason", "Moved away"});
  CHECK(early.status == 1);
  CHECK(early.rules() == Words{"commitment.ended_early"});
  const Answer ended = json_of(
      {"end", "P-9X2MC", "--as", "drifted", "--by", "both", "--reason", "Moved away"});
  CHECK(ended.status == 0);
  CHECK(ended.rules().empty());
  CHECK(contains(read("matches/P-9X2MC.yaml").value(),
                 ", on: 2026-03-20, as: self-managed, by: both, reason: Friends}\n  - {id: V-"));
  CHECK(read("matches/P-9X2MC.yaml")
            ->ends_with(", on: 2026-04-02, as: drifted, by: both, reason: Moved away}\n"));
  CHECK(state("P-9X2MC") == "ended");
  CHECK(state("Y-4F7KA") == "waiting");
  check_refused(*this, {{drifted, 1, "the match P-9X2MC is ended, only a running one can end"}});
}

TEST_CASE_FIXTURE(EndFixture,
                  "a session after the hand-over is refused, and what support is instead is said") {
  done({"end", "P-9X2MC", "--as", "self-managed", "--by", "both", "--reason", "Friends", "--on",
        "2026-03-20"});
  const Words session{"log-session", "P-9X2MC", "--minutes", "60", "--kind", "call", "--date"};
  check_refused(*this, {{with(session, {"2026-03-21"}), 1,
                         "a session was held on 21 March 2026, after the match was handed over to the pair"},
                        {with(session, {"2026-03-21"}), 1, "support of a pair that runs itself"}});
  CHECK(run(with(session, {"2026-03-20"})).status == 0);
}

TEST_CASE_FIXTURE(EndFixture, "a match is completed from the day of the least on") {
  const Words completed{"end", "P-9X2MC", "--as", "completed", "--by", "both", "--reason", "Done"};
  clock = "2026-07-31";  // six months from 1 February are over on 1 August
  const std::string before = everything();
  const Answer refused = json_of(completed);
  CHECK(refused.status == 1);
  CHECK(refused.rules() == Words{"commitment.ended_early"});
  const json finding = refused.data().at("findings")[0];
  CHECK(finding.at("measured") == 5);
  CHECK(finding.at("required") == 6);
  CHECK(finding.at("unit") == "months");
  CHECK(everything() == before);
  clock = "2026-08-01";
  CHECK(run(completed).status == 0);
}

TEST_CASE_FIXTURE(EndFixture, "an ending before the least that nobody calls completed is only advised on") {
  for (const std::string as : {"managed", "drifted", "broke-down", "withdrawn"}) {
    CAPTURE(as);
    Words words = drifted;
    words[3] = as;
    const Answer ended = json_of(with(words, {"--dry-run"}));
    CHECK(ended.status == 0);
    CHECK(ended.rules() == Words{"commitment.ended_early"});
    CHECK(ended.data().at("findings")[0].at("severity") == "advise");
  }
}

TEST_CASE_FIXTURE(EndFixture, "an ending without a reason is refused") {
  const Answer refused = json_of({"end", "P-9X2MC", "--as", "drifted", "--by", "team"});
  CHECK(refused.status == 1);
  CHECK(contains(refused.out, "ending.reason"));
}

TEST_CASE_FIXTURE(EndFixture, "an ending with a value that is none is refused") {
  struct Row {
    Words words;
    std::string says;
  };
  const std::vector<Row> rows{
      {{"end", "P-9X2MC"}, "--as, --by are missing"},
      {{"end", "P-9X2MC", "--as", "driftd", "--by", "both"},
       "--as: 'driftd' is not known, did you mean 'drifted'"},
      {{"end", "P-9X2MC", "--as", "drifted", "--by", "me"},
       "--by: 'me' is not known, one of mentor, young-person, both, team"},
      {with(drifted, {"--rematch", "team"}), "--rematch: 'team' is not known"},
      {with(drifted, {"--on", "2026-04-03"}), "--on: 2026-04-03 is still to come"},
      {with(drifted, {"--on", "2026-01-31"}), "--on: 2026-01-31 is before the start on 2026-02-01"},
      {{"end", "nobody", "--as", "drifted", "--by", "both", "--on", "2026-04-03"},
       "--on: 2026-04-03 is still to come"},
  };
  const std::string before = everything();
  for (const auto& [words, says] : rows) {
    CAPTURE(says);
    const Answer refused = run(words);
    CHECK(refused.status == 2);
    CHECK(contains(refused.err, says));
  }
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(EndFixture, "only a match that runs can end") {
  done(drifted);
  const Answer again = run(drifted);
  CHECK(again.status == 1);
  CHECK(again.err == "mentorctl: the match P-9X2MC is ended, only a running one can end\n");
}

TEST_CASE_FIXTURE(
    EndFixture,
    "an ending before a session that was held is recorded with a note, for one of the two is a slip") {
  done({"log-session", "P-9X2MC", "--date", "2026-03-10", "--minutes", "60", "--kind", "call", "--id",
        "S-8F3K2"});
  done({"log-session", "P-9X2MC", "--date", "2026-03-12", "--cancelled-by", "mentor"});
  const std::string note =
      "note: 9 March 2026 is before the session P-9X2MC/S-8F3K2 on 10 March 2026, correct one";
  CHECK_FALSE(contains(run(with(drifted, {"--on", "2026-03-10", "--dry-run"})).err, "note:"));
  const Answer early = run(with(drifted, {"--on", "2026-03-09"}));
  CHECK(early.status == 0);
  CHECK(contains(early.err, note));
  CHECK(json_of({"check"}).rules().front() == "data.outside_match");
}

TEST_CASE_FIXTURE(EndFixture, "who came back may leave again on the same day") {
  done(with(drifted, {"--on", "2026-03-20"}));
  std::string on;
  SUBCASE("having left that day too") { on = "2026-04-02"; }
  SUBCASE("having left before") { on = "2026-03-21"; }
  for (const std::string id : {"Y-4F7KA", "M-7KQ2D"}) {
    const std::string present = state(id);
    const std::string gone = id.starts_with("M") ? "left" : "closed";
    done({"close", id, "--as", "withdrew", "--on", on});
    CHECK(state(id) == gone);
    done({"reopen", id});
    CHECK(state(id) == present);
    done({"close", id, "--as", "finished"});
    CHECK(state(id) == gone);
    check_refused(*this, {{{"close", id, "--as", "finished"}, 1, id + " has left the scheme already"}});
    done({"reopen", id});
    CHECK(state(id) == present);
    check_refused(*this, {{{"close", id, "--as", "finished", "--on", "2026-04-01"},
                           2,
                           "--on: 2026-04-02 comes after 2026-04-01"}});
  }
}

TEST_CASE_FIXTURE(EndFixture, "a person who is in a match does not leave") {
  for (const std::string id : {"Y-4F7KA", "M-7KQ2D"}) {
    const Answer refused = run({"close", id, "--as", "withdrew"});
    CHECK(refused.status == 1);
    CHECK(refused.err ==
          "mentorctl: " + id + " is still in the match P-9X2MC, which is active: end or decline it first\n");
  }
}

TEST_CASE_FIXTURE(EndFixture, "a person who does not leave is told each match that is in the way") {
  add_young_person("Y-5F7KA", "Ben Moss", "2005-06-01");
  done({"match", "Y-5F7KA", "M-7KQ2D", "--id", "P-8X2MC"});
  check_refused(*this,
                {{{"close", "M-7KQ2D", "--as", "withdrew"},
                  1,
                  "M-7KQ2D is still in the match P-8X2MC, which is proposed, and P-9X2MC, which is active: "
                  "end or decline each first\n"}});
}

TEST_CASE_FIXTURE(EndFixture, "a concern about somebody who leaves stays open, and that is said") {
  done(drifted);
  done({"concern", "raise", "--about", "M-7KQ2D", "--id", "C-5T3JZ"});
  done({"concern", "raise", "--about", "Y-4F7KA", "--id", "C-6T3JZ"});
  done({"concern", "close", "C-6T3JZ"});
  const Answer left = run({"close", "M-7KQ2D", "--as", "withdrew"});
  CHECK(left.status == 0);
  CHECK(contains(left.err, "note: the concern C-5T3JZ about M-7KQ2D stays open\n"));
  CHECK_FALSE(contains(run({"close", "Y-4F7KA", "--as", "finished"}).err, "note:"));
}

TEST_CASE_FIXTURE(EndFixture, "a person whose match is over leaves") {
  done(drifted);
  CHECK(run({"close", "quillfeather", "--as", "finished", "--why", "A job", "--on", "2026-04-02"}).status ==
        0);
  CHECK(read("young-people/Y-4F7KA.yaml")
            .value()
            .ends_with("closed:\n  - {id: V-20000, on: 2026-04-02, as: finished, why: A job}\n"));
  CHECK(last_message() ==
        "close Y-4F7KA as finished\n\nMentorctl-Command: close\nMentorctl-Record: Y-4F7KA\n");
  CHECK(state("Y-4F7KA") == "closed");
  CHECK(run({"close", "M-7KQ2D", "--as", "withdrew"}).status == 0);
  CHECK(state("M-7KQ2D") == "left");
  const Answer again = run({"close", "M-7KQ2D", "--as", "withdrew"});
  CHECK(again.status == 1);
  CHECK(again.err == "mentorctl: M-7KQ2D has left the scheme already\n");
}

TEST_CASE_FIXTURE(EndFixture, "a person does not leave before the end of their match") {
  done(drifted);
  const std::string before = everything();
  CHECK(run({"close", "Y-4F7KA", "--as", "finished", "--on", "2026-01-15"}).status == 2);
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(EndFixture, "a leaving with a value that is none is refused") {
  CHECK(contains(run({"close", "M-7KQ2D"}).err, "--as is missing"));
  CHECK(contains(run({"close", "M-7KQ2D", "--as", "finishd"}).err, "did you mean 'finished'"));
  CHECK(contains(run({"close", "P-9X2MC", "--as", "finished"}).err,
                 "'P-9X2MC' names a match, and a person is wanted"));
  CHECK(contains(run({"close", "nobody", "--as", "finished", "--on", "2026-04-03"}).err, "is still to come"));
}

}  // namespace cmd_end_test
