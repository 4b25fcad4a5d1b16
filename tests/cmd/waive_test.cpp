#include <doctest/doctest.h>

#include "support/command_fixture.h"
#include "support/refusals.h"

namespace cmd_waive_test {

using mentor::test::Answer;
using mentor::test::check_refused;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::with;
using mentor::test::Words;

namespace {

const Words answer{"--why", "Ill for weeks", "--authorised-by", "Jo Field", "--until", "2026-06-01"};

/// The pair has missed its first two months, 1 February to 1 April.
struct WaiveFixture : PairFixture {
  json findings(const std::string& rule) {
    json found = json::array();
    const json data = json_of({"check"}).data();
    for (const auto& finding : data.at("findings")) {
      if (finding.at("rule") == rule) found.push_back(finding);
    }
    return found;
  }
};

}  // namespace

TEST_CASE_FIXTURE(WaiveFixture,
                  "a waiver is one line in the record, and names neither why nor by whom outside") {
  const Answer waived = run(with({"waive", "commitment.time", "P-9X2MC"}, answer));
  CHECK(waived.status == 0);
  CHECK(waived.out == "P-9X2MC\n");
  CHECK(waived.err == "done: waive commitment.time of P-9X2MC until 2026-06-01\n");
  CHECK(read("matches/P-9X2MC.yaml")
            .value()
            .ends_with("waivers:\n  - {id: V-10000, rule: commitment.time, on: 2026-04-02, why: Ill for "
                       "weeks, authorised_by: Jo Field, until: 2026-06-01}\n"));
  CHECK(last_message() ==
        "waive commitment.time of P-9X2MC until 2026-06-01\n\nMentorctl-Command: waive\n"
        "Mentorctl-Record: P-9X2MC\n");
}

TEST_CASE_FIXTURE(WaiveFixture, "a finding that was waived is shown as answered until its day") {
  REQUIRE(findings("commitment.time").size() == 2);
  done(with({"waive", "commitment.time", "P-9X2MC"}, answer));
  CHECK(findings("commitment.time")[1].at("waived") == json{{"on", "2026-04-02"},
                                                            {"reason", "Ill for weeks"},
                                                            {"authorised_by", "Jo Field"},
                                                            {"until", "2026-06-01"}});
  CHECK(contains(run({"check"}).out, "waived on 2 April 2026 by Jo Field: Ill for weeks"));
  clock = "2026-05-31";
  CHECK(findings("commitment.time")[0].contains("waived"));
  clock = "2026-06-01";
  CHECK_FALSE(findings("commitment.time")[0].contains("waived"));
}

TEST_CASE_FIXTURE(WaiveFixture,
                  "what is found of a pair is waived in the match, whomever of the two was named") {
  SUBCASE("the mentor") { CHECK(done(with({"waive", "commitment.time", "okafor"}, answer)) == "P-9X2MC"); }
  SUBCASE("the young person") { CHECK(done(with({"waive", "commitment.time", "tia"}, answer)) == "P-9X2MC"); }
  CHECK(last_paths() == "matches/P-9X2MC.yaml");
  CHECK(findings("commitment.time")[0].contains("waived"));
}

TEST_CASE_FIXTURE(WaiveFixture, "of several matches of one mentor the one is named") {
  add_young_person("Y-5F7KA", "Ben Moss", "2005-06-01");
  add_running_match("P-8X2MC", "Y-5F7KA", "M-7KQ2D", "2026-02-01");
  check_refused(*this, {{with({"waive", "commitment.time", "okafor"}, answer), 2,
                         "'commitment.time' finds something of several matches of M-7KQ2D, P-8X2MC, P-9X2MC: "
                         "say which"}});
  done(with({"waive", "commitment.time", "moss"}, answer));
  // What is answered for already is no longer in question.
  CHECK(done(with({"waive", "commitment.time", "okafor"}, answer)) == "P-9X2MC");
}

TEST_CASE_FIXTURE(WaiveFixture, "what is found of a person is waived in their record") {
  std::string mentor = read("mentors/M-7KQ2D.yaml").value();
  mentor.erase(mentor.find("  - {id: V-00002"),
               mentor.find("  - {id: V-00003") - mentor.find("  - {id: V-00002"));
  commit_file("mentors/M-7KQ2D.yaml", mentor);
  REQUIRE(findings("readiness.line_manager").size() == 1);
  CHECK(done(with({"waive", "readiness.line_manager", "okafor"}, answer)) == "M-7KQ2D");
  CHECK(findings("readiness.line_manager")[0].contains("waived"));
  add_young_person("Y-5F7KA", "Ben Moss", "2005-06-01");
  clock = "2026-05-01";
  REQUIRE(findings("people.waiting").size() == 1);
  CHECK(done(with({"waive", "people.waiting", "moss"}, answer)) == "Y-5F7KA");
}

TEST_CASE_FIXTURE(WaiveFixture, "who answers and until when may stand before the command") {
  CHECK(run({"--authorised-by", "Jo Field", "--until", "2026-06-01", "waive", "commitment.time", "P-9X2MC",
             "--why", "Ill"})
            .status == 0);
}

TEST_CASE_FIXTURE(WaiveFixture, "what cannot be waived, or says too little, is refused") {
  const Words time{"waive", "commitment.time", "P-9X2MC"};
  const Words why{"--why", "Ill", "--authorised-by", "Jo"};
  check_refused(
      *this, {
                 {with({"waive", "commitment.tim", "P-9X2MC"}, answer), 2,
                  "there is no rule 'commitment.tim', did you mean 'commitment.time'"},
                 {time, 2, "--why, --authorised-by, --until are missing"},
                 {with(time, {"--why", "Ill", "--until", "2026-06-01"}), 2, "--authorised-by is missing"},
                 {with(time, why), 2, "--until is missing"},
                 {with(with(time, why), {"--until", "2026-04-02"}), 2,
                  "--until: a waiver until 2026-04-02 holds no longer, today is 2026-04-02"},
                 {with(with(time, answer), {"--override", "Ill"}), 2, "--override: 'waive' passes no rule"},
                 {with({"waive", "people.waiting", "Y-4F7KA"}, answer), 2,
                  "'people.waiting' finds nothing of Y-4F7KA today, 'mentorctl check' shows what is found"},
                 {with({"waive", "commitment.time", "nobody"}, answer), 2, "there is no record 'nobody'"},
             });
  CHECK(run(with(with(time, why), {"--until", "2026-04-03"})).status == 0);
}

TEST_CASE_FIXTURE(WaiveFixture, "what was answered for is not answered for twice") {
  done(with({"waive", "commitment.time", "P-9X2MC"}, answer));
  check_refused(*this, {{with({"waive", "commitment.time", "P-9X2MC"}, answer), 2,
                         "what 'commitment.time' finds of P-9X2MC is answered for already"}});
}

TEST_CASE_FIXTURE(WaiveFixture, "a rule that says must is waived by nobody") {
  add_young_person("Y-5F7KA", "Ben Moss", "2009-06-01");
  add_ready_mentor("M-8KQ2D", "Sal Marsh");
  add_running_match("P-8X2MC", "Y-5F7KA", "M-8KQ2D", "2026-02-01");
  REQUIRE(findings("readiness.dbs").size() == 2);
  check_refused(*this, {{with({"waive", "readiness.dbs", "P-8X2MC"}, answer), 1,
                         "'readiness.dbs' says must of P-8X2MC, which nobody can waive: put it right"}});
}

TEST_CASE_FIXTURE(WaiveFixture, "without a reason who answers for it still goes with an override alone") {
  check_refused(
      *this,
      {{{"pause", "P-9X2MC", "--authorised-by", "Jo"}, 2, "--override and --authorised-by go together"}});
}

}  // namespace cmd_waive_test
