#include <doctest/doctest.h>

#include <algorithm>

#include "support/command_fixture.h"

namespace cmd_check_test {

using mentor::test::Answer;
using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::Words;

namespace {

Words sorted(Words words) {
  std::ranges::sort(words);
  return words;
}

}  // namespace

TEST_CASE_FIXTURE(CommandFixture, "a check of nothing finds nothing") {
  const Answer checked = run({"check"});
  CHECK(checked.status == 0);
  CHECK(checked.out.empty());
  CHECK(checked.err == "0 mentors, 0 young people, 0 matches read: 0 must, 0 should, 0 advise\n");
}

TEST_CASE_FIXTURE(PairFixture, "a check says by which rules what was found when") {
  const json data = json_of({"check"}).data();
  CHECK(data.at("schema") == "mentorctl/1");
  CHECK(data.at("as_of") == "2026-04-02");
  CHECK(data.at("commit") == head());
  CHECK(data.at("policies").size() == 1);
  CHECK(data.at("policies").at("rotherham").get<std::string>().size() == 64);
}

TEST_CASE_FIXTURE(PairFixture, "what should be is found and is no failure") {
  // Nothing was logged since 1 February: two finished months, and more than six weeks.
  const Answer checked = json_of({"check"});
  CHECK(checked.status == 0);
  CHECK(sorted(checked.rules()) == Words{"commitment.silence", "commitment.time", "commitment.time"});
  const json data = checked.data();
  for (const auto& finding : data.at("findings")) {
    CHECK(finding.at("severity") == "should");
    CHECK(finding.at("subject") == "P-9X2MC");
    CHECK(finding.at("mentor") == "M-7KQ2D");
    CHECK(finding.at("young_person") == "Y-4F7KA");
    CHECK(finding.at("scheme") == "rotherham");
    CHECK(finding.at("file") == "matches/P-9X2MC.yaml");
    CHECK(contains(finding.at("source"), "Rotherham DLT report §3.8") ==
          (finding.at("rule") == "commitment.time"));
  }
}

TEST_CASE_FIXTURE(PairFixture, "a check for people says who, what and who says so") {
  const Answer checked = run({"check"});
  CHECK(checked.out.starts_with("should  Tia Quillfeather with Ros Okafor-Vale (P-9X2MC)\n"));
  CHECK(contains(checked.out, "0 of 90 minutes from "));
  CHECK(contains(checked.out, "Rotherham DLT report §3.8"));
  CHECK(checked.err == "1 mentor, 1 young person, 1 match read: 0 must, 3 should, 0 advise\n");
}

TEST_CASE_FIXTURE(PairFixture, "a check for spreadsheets has a row a finding and the keys of the data") {
  const Words rows = run({"check", "--format", "csv"}).rows("findings");
  REQUIRE(rows.size() == 4);
  CHECK(rows[0] ==
        "table,subject,rule,severity,scheme,mentor,young_person,message,from,to,due,measured,required,unit,"
        "source,file,"
        "line,column,overridden,waived");
  CHECK(contains(rows[1] + rows[2] + rows[3],
                 "findings,P-9X2MC,commitment.time,should,rotherham,M-7KQ2D,Y-4F7KA,"));
}

TEST_CASE_FIXTURE(PairFixture,
                  "a check with its timings says of each rule what share it took and what it found") {
  const json timings = json_of({"check", "--timings"}).data().at("timings");
  double percent = 0;
  int found = 0;
  Words rules;
  for (const auto& each : timings) {
    rules.push_back(each.at("rule"));
    percent += each.at("percent").get<double>();
    found += each.at("found").get<int>();
  }
  CHECK(found == 3);
  CHECK(percent > 95);
  CHECK(percent < 105);
  CHECK(std::ranges::count(rules, "commitment.time") == 1);
  CHECK(std::ranges::count(rules, "dbs.recheck") == 1);  // of whole schemes
  Words in_force;
  const json known = json_of({"rules"}).data().at("rules");
  for (const auto& each : known) in_force.push_back(each.at("rule"));
  CHECK(sorted(rules) == sorted(in_force));
  CHECK(contains(run({"check", "--timings", "--staged"}).err,
                 "--staged and --timings ask for different things, give one of them"));
}

TEST_CASE_FIXTURE(PairFixture, "a must that is broken is a failure of the check and of the nightly report") {
  commit_file("sessions/P-9X2MC.yaml", "- {id: S-00001, date: 2026-01-31, minutes: 30, kind: call}\n");
  const Answer checked = json_of({"check"});
  CHECK(checked.status == 1);
  CHECK(checked.rules().front() == "data.outside_match");
  CHECK(checked.data().at("findings")[0].at("severity") == "must");
  CHECK(checked.data().at("findings")[0].at("file") == "sessions/P-9X2MC.yaml");
  CHECK(checked.data().at("findings")[0].at("line") == 1);
  CHECK(run({"report", "nightly"}).status == 1);
  CHECK(run({"report", "commitment"}).status == 0);
}

TEST_CASE_FIXTURE(PairFixture, "every record that is wrong is said with its place") {
  write("mentors/M-8KQ2D.yaml", "id: M-8KQ2D\nnme: Lee\nscheme: rotherham\nrole: elected-member\n");
  write("young-people/Y-5F7KA.yaml",
        "id: Y-5F7KA\nname: Kay\nscheme: rotherham\nborn: 2006-02-30\nreferred: {on: 2026-01-05}\n");
  const Answer checked = run({"check"});
  CHECK(checked.status == 3);
  CHECK(checked.out.empty());
  CHECK(contains(checked.err, "mentors/M-8KQ2D.yaml:2:1: "));
  CHECK(contains(checked.err, "did you mean 'name'"));
  CHECK(contains(checked.err, "\n  2 | nme: Lee\n    | ^\n"));
  CHECK(contains(checked.err, "young-people/Y-5F7KA.yaml:4:7: "));
  const json data = json_of({"check"}).data();
  CHECK(data.at("errors")[0].at("file") == "mentors/M-8KQ2D.yaml");
  CHECK(data.at("errors")[0].at("column") == 1);
  CHECK_FALSE(data.contains("findings"));
}

TEST_CASE_FIXTURE(CommandFixture, "the rules in force are shown with what they ask and who says so") {
  const json rules = json_of({"rules"}).data().at("rules");
  CHECK(rules.size() == 27);
  for (const auto& rule : rules) {
    CAPTURE(rule.at("rule"));
    CHECK(rule.at("scheme") == "rotherham");
    CHECK(rule.at("in_force") == "2026-01-01");
    CHECK_FALSE(rule.at("source").get<std::string>().empty());
    CHECK_FALSE(rule.at("finds").get<std::string>().empty());
  }
  const Words rows = run({"rules", "--format", "csv"}).rows("rules");
  REQUIRE(rows.size() == 28);
  CHECK(rows[0] == "table,scheme,severity,rule,asks,source");
}

TEST_CASE_FIXTURE(PairFixture, "two matches of one young person are found, and each way out of it is open") {
  add_ready_mentor("M-8KQ2D", "Asha Bell");
  add_young_person("Y-5F7KA", "Ben Moss", "2005-06-01");
  add_running_match("P-8X2MC", "Y-4F7KA", "M-8KQ2D", "2026-03-20");
  const auto is_found = [&] {
    const Words rules = json_of({"check"}).rules();
    return std::ranges::find(rules, "data.two_matches") != rules.end();
  };
  CHECK(contains(run({"check"}).out,
                 "in 2 matches at once: P-8X2MC, which is active, and P-9X2MC, which is active"));
  CHECK(run({"check"}).status == 1);
  // What else there is to record of the two is recorded meanwhile.
  done({"log-session", "P-8X2MC", "--date", "2026-03-21", "--minutes", "60", "--kind", "one-to-one"});
  done({"pause", "P-9X2MC", "--from", "2026-04-01"});
  CHECK(is_found());
  SUBCASE("one ends") {
    done({"end", "P-8X2MC", "--as", "drifted", "--by", "both", "--reason", "There were two"});
  }
  SUBCASE("one was with somebody else") { done({"amend", "P-8X2MC", "young_person=Y-5F7KA"}); }
  SUBCASE("one was not yet begun, and is declined") {
    std::string proposed = read("matches/P-8X2MC.yaml").value();
    proposed.erase(proposed.find("started: "));
    commit_file("matches/P-8X2MC.yaml", proposed);
    CHECK(is_found());
    done({"decide", "P-8X2MC", "--by", "young-person", "--no"});
  }
  CHECK(!is_found());
}

TEST_CASE_FIXTURE(CommandFixture, "a rule is explained") {
  const Answer explained = run({"rules", "commitment.time"});
  CHECK(explained.status == 0);
  CHECK(contains(explained.out,
                 "commitment.time: a finished period with less time than the mentor committed to\n"));
  CHECK(contains(explained.out, "minutes: 90, per: month"));
  CHECK(contains(explained.out, "Rotherham DLT report §3.8"));
  const json rule = json_of({"rules", "commitment.time"}).data().at("rules");
  REQUIRE(rule.size() == 1);
  CHECK(rule[0].at("severity") == "should");
  CHECK(rule[0].at("parameters").contains("minutes"));
}

TEST_CASE_FIXTURE(CommandFixture, "a rule that is none is refused with what was meant") {
  const Answer refused = run({"rules", "comitment.time"});
  CHECK(refused.status == 2);
  CHECK(contains(refused.err, "there is no rule 'comitment.time', did you mean 'commitment.time'"));
}

TEST_CASE_FIXTURE(CommandFixture, "before the first edition the first is shown") {
  CHECK(json_of({"rules", "--today", "2025-06-01"}).data().at("rules")[0].at("in_force") == "2026-01-01");
}

TEST_CASE_FIXTURE(CommandFixture, "a later edition is in force from its day") {
  std::string policy = read("schemes/rotherham/2026-01-01.yaml").value();
  policy.replace(policy.find("in_force: 2026-01-01"), 20, "in_force: 2026-03-01");
  policy.replace(policy.find("minutes: 90"), 11, "minutes: 60");
  commit_file("schemes/rotherham/2026-03-01.yaml", policy);
  const auto asked_for = [&](const std::string& day) {
    return json_of({"rules", "commitment.time", "--today", day})
        .data()
        .at("rules")[0]
        .at("asks")
        .get<std::string>();
  };
  CHECK(asked_for("2026-02-28").starts_with("minutes: 90, "));
  CHECK(asked_for("2026-03-01").starts_with("minutes: 60, "));
}

}  // namespace cmd_check_test
