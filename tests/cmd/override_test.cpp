#include <doctest/doctest.h>

#include <algorithm>

#include "support/command_fixture.h"

namespace cmd_override_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::TwoPeopleFixture;
using mentor::test::with;
using mentor::test::Words;

namespace {

const Words completed{"end", "P-9X2MC", "--as", "completed", "--by", "both", "--reason", "Done"};
const Words answer{"--override", "They reached it early", "--authorised-by", "Jo Field"};

struct OverrideFixture : PairFixture {
  /// The finding of that rule that `check` shows; null without one.
  json found(const std::string& rule) {
    const json data = json_of({"check"}).data();
    for (const auto& finding : data.at("findings")) {
      if (finding.at("rule") == rule) return finding;
    }
    return nullptr;
  }
};

}  // namespace

TEST_CASE_FIXTURE(OverrideFixture, "a rule that says should is passed by somebody who answers for it") {
  CHECK(run(completed).status == 1);
  const Answer passed = run(with(completed, answer));
  CHECK(passed.status == 0);
  CHECK(contains(read("matches/P-9X2MC.yaml").value(), "overrides:\n  - {id: V-"));
  CHECK(read("matches/P-9X2MC.yaml")
            .value()
            .ends_with(", rule: commitment.ended_early, on: 2026-04-02, reason: They reached it early, "
                       "authorised_by: Jo Field}\n"));
}

TEST_CASE_FIXTURE(OverrideFixture, "the commit names the rule that was passed and neither why nor by whom") {
  done(with(completed, answer));
  CHECK(last_message() ==
        "end P-9X2MC as completed\n\nMentorctl-Command: end\nMentorctl-Record: P-9X2MC\n"
        "Mentorctl-Override: commitment.ended_early\n");
  CHECK(last_paths() == "matches/P-9X2MC.yaml");
}

TEST_CASE_FIXTURE(OverrideFixture,
                  "an answer to which there is no question is not recorded and that is said") {
  const Answer needless = run(
      with({"end", "P-9X2MC", "--as", "drifted", "--by", "both", "--reason", "x"}, answer));
  CHECK(needless.status == 0);
  CHECK(contains(needless.err, "note: no rule was passed, so no override was recorded\n"));
  CHECK_FALSE(contains(read("matches/P-9X2MC.yaml").value(), "overrides:"));
}

TEST_CASE_FIXTURE(OverrideFixture, "a finding that somebody answered for is shown as overridden") {
  done(with(completed, answer));
  const json finding = found("commitment.ended_early");
  CHECK(finding.at("severity") == "should");
  CHECK(finding.at("overridden") ==
        json{{"on", "2026-04-02"}, {"reason", "They reached it early"}, {"authorised_by", "Jo Field"}});
  CHECK(contains(run({"check"}).out, "Jo Field: They reached it early"));
  const json waived = json_of({"report", "nightly"}).data().at("waived");
  REQUIRE(waived.size() == 1);
  CHECK(waived[0].at("rule") == "commitment.ended_early");
}

TEST_CASE_FIXTURE(OverrideFixture, "an override holds until its day and no longer") {
  done(with(with(completed, answer), {"--until", "2026-06-01"}));
  CHECK(contains(read("matches/P-9X2MC.yaml").value(), "until: 2026-06-01}\n"));
  clock = "2026-05-31";
  CHECK(found("commitment.ended_early").at("overridden").at("until") == "2026-06-01");
  clock = "2026-06-01";
  CHECK_FALSE(found("commitment.ended_early").contains("overridden"));
}

TEST_CASE_FIXTURE(OverrideFixture, "several rules are passed by one answer") {
  const Words bare{"end", "P-9X2MC", "--as", "completed", "--by", "both"};
  done(with(bare, answer));
  CHECK(contains(last_message(), "Mentorctl-Override: commitment.ended_early\n"));
  CHECK(contains(last_message(), "Mentorctl-Override: ending.reason\n"));
}

TEST_CASE_FIXTURE(OverrideFixture, "a reason and who answers for it go together") {
  const std::string before = everything();
  for (const Words& half : std::vector<Words>{{"--override", "So it is"},
                                              {"--authorised-by", "Jo Field"},
                                              {"--until", "2026-06-01"},
                                              {"--override", "So it is", "--until", "2026-06-01"},
                                              {"--override", "", "--authorised-by", "Jo Field"}}) {
    CAPTURE(half.front());
    CHECK(run(with(completed, half)).status == 2);
  }
  CHECK(contains(run(with(completed, {"--until", "2026-06-01"})).err,
                 "--override and --authorised-by go together"));
  CHECK(
      contains(run(with(with(completed, answer), {"--until", "soon"})).err, "--until: 'soon' is not a date"));
  CHECK(contains(run(with(with(completed, answer), {"--until", "2026-04-02"})).err, "--until: "));
  CHECK(run(with(with(completed, answer), {"--until", "2026-04-02"})).status == 2);
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(OverrideFixture, "what nothing refuses needs no override and keeps none") {
  done(with({"end", "P-9X2MC", "--as", "drifted", "--by", "both", "--reason", "Moved"}, answer));
  CHECK_FALSE(contains(read("matches/P-9X2MC.yaml").value(), "overrides"));
  CHECK_FALSE(contains(last_message(), "Mentorctl-Override"));
}

TEST_CASE_FIXTURE(OverrideFixture, "one must among the rules and nothing is passed") {
  add_ready_mentor("M-8KQ2D", "Lee Marsh");
  add_young_person("Y-5F7KA", "Kay Dunn", "2006-05-20");
  const std::string before = everything();
  const Answer refused = json_of(with({"match", "Y-5F7KA", "M-8KQ2D", "--start", "2026-04-02"}, answer));
  CHECK(refused.status == 1);
  CHECK(refused.rules() == Words{"match.decision", "match.contacts"});
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(OverrideFixture, "a referral is passed in the young person's own record") {
  done(with({"refer", "--name", "Kay Dunn", "--scheme", "rotherham", "--born", "1999-01-01", "--agreed-on",
             "2026-04-01", "--id", "Y-5F7KA"},
            answer));
  CHECK(contains(read("young-people/Y-5F7KA.yaml").value(),
                 "rule: eligibility.age, on: 2026-04-02, reason: They "
                 "reached it early, authorised_by: Jo Field}"));
}

TEST_CASE_FIXTURE(OverrideFixture, "a match is passed in its own record and its mentor counts as before") {
  add_young_person("Y-5F7KA", "Kay Dunn", "2006-05-20");
  const std::string id = done(with({"match", "Y-5F7KA", "M-7KQ2D", "--start", "2026-04-02", "--agreed",
                                    "young-person", "--contacts-given"},
                                   answer));
  CHECK(contains(read("matches/" + id + ".yaml").value(), "rule: match.capacity"));
  CHECK(last_paths() == "matches/" + id + ".yaml");
}

TEST_CASE_FIXTURE(PairFixture, "an override of one ending does not pass another after a reopening") {
  const Words early{"end", "P-9X2MC", "--as", "completed", "--by", "both", "--reason", "Done"};
  CHECK(run(early).status == 1);
  CHECK(run(with(early, {"--override", "met their goals", "--authorised-by", "Jo"})).status == 0);
  clock = "2026-05-01";
  CHECK(run({"reopen", "P-9X2MC", "--override", "as before", "--authorised-by", "Jo"}).status == 0);
  clock = "2026-06-01";
  CHECK(run(early).status == 1);
}

TEST_CASE_FIXTURE(TwoPeopleFixture,
                  "a meeting that was held before the check is found and refuses no start") {
  add_young_person("Y-5F7KA", "Ben Moss", "2009-06-01");
  done({"vet", "M-7KQ2D", "dbs", "--level", "enhanced", "--workforce", "child", "--on", "2026-03-30"});
  CHECK(run({"match", "Y-5F7KA", "M-7KQ2D", "--agreed", "young-person", "--agreed", "mentor",
             "--contacts-given", "--first-meeting", "2026-03-15", "--activity", "Chess", "--brokered-by",
             "Team", "--start", "2026-04-01"})
            .status == 0);
  const Words rules = json_of({"check"}).rules();
  CHECK(std::ranges::count(rules, "readiness.dbs") == 1);
}

}  // namespace cmd_override_test
