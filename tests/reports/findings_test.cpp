#include "reports/findings.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/command_fixture.h"

namespace reports_findings_test {

using mentor::Answer;
using mentor::Day;
using mentor::Finding;
using mentor::Findings;
using mentor::Severity;
using mentor::reports::latest_of;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::Words;

namespace {

Finding missed(const std::string& subject, const std::string& from) {
  Finding finding;
  finding.rule = "commitment.time";
  finding.subject = subject;
  finding.from = Day::parse(from);
  finding.to = finding.from->plus_months(1);
  return finding;
}

/// `SUBJECT FROM EARLIER` of each.
Words told(const Findings& findings) {
  Words told;
  for (const auto& [finding, earlier] : latest_of(findings)) {
    told.push_back(finding.subject + " " + (finding.from ? finding.from->iso() : "-") + " " +
                   std::to_string(earlier));
  }
  return told;
}

}  // namespace

TEST_CASE("of a pair's missed periods only the latest is told, with how many came before") {
  CHECK(told({missed("P-00001", "2026-02-01"), missed("P-00002", "2026-01-01"),
              missed("P-00001", "2026-01-01"), missed("P-00001", "2025-12-01")}) ==
        Words{"P-00001 2026-02-01 2", "P-00002 2026-01-01 0"});
}

TEST_CASE("findings without a period are all told") {
  Finding since = missed("P-00001", "2026-01-01");
  since.to.reset();
  Finding later = since;
  later.from = Day::parse("2026-02-01");
  CHECK(told({since, later}) == Words{"P-00001 2026-01-01 0", "P-00001 2026-02-01 0"});
}

TEST_CASE("two findings of the same latest period are both told") {
  CHECK(told({missed("P-00001", "2026-02-01"), missed("P-00001", "2026-02-01"),
              missed("P-00001", "2026-01-01")}) == Words{"P-00001 2026-02-01 1", "P-00001 2026-02-01 1"});
}

TEST_CASE("another rule, another weight and what somebody answered for are not folded in") {
  Finding other = missed("P-00001", "2026-01-01");
  other.rule = "support.goals";
  Finding heavier = missed("P-00001", "2026-01-01");
  heavier.severity = Severity::must;
  Finding answered = missed("P-00001", "2026-03-01");
  answered.waived = Answer{*Day::parse("2026-04-01"), "Ill", "Bea", std::nullopt};
  CHECK(
      told({heavier, missed("P-00001", "2026-02-01"), other, answered}) ==
      Words{"P-00001 2026-01-01 0", "P-00001 2026-02-01 0", "P-00001 2026-01-01 0", "P-00001 2026-03-01 0"});
}

TEST_CASE_FIXTURE(PairFixture,
                  "the nightly report tells the latest missed period and counts the earlier ones") {
  clock = "2026-05-01";  // February, March and April are over, without a session
  const json nightly = json_of({"report"}).data();
  Words missed;
  for (const auto& row : nightly.at("broken")) {
    if (row.at("rule") != "commitment.time") continue;
    missed.push_back(row.at("from").get<std::string>() + " " + row.at("earlier").dump());
  }
  CHECK(missed == Words{"2026-04-01 2"});
  CHECK(contains(run({"report"}).out, "(and 2 earlier)"));
  CHECK(nightly.at("by_area")[0].at("broken") == nightly.at("broken").size());

  clock = "2026-03-01";
  const mentor::test::json told = json_of({"report"}).data();
  for (const auto& row : told.at("broken")) CHECK_FALSE(row.contains("earlier"));
  CHECK_FALSE(contains(run({"report"}).out, "earlier)"));
}

TEST_CASE_FIXTURE(PairFixture, "check lists every missed period") {
  clock = "2026-05-01";
  const Words rules = json_of({"check"}).rules();
  CHECK(std::ranges::count(rules, "commitment.time") == 3);
}

TEST_CASE_FIXTURE(PairFixture, "missed periods that somebody answers for are one row too") {
  clock = "2026-05-01";
  commit_file("matches/P-9X2MC.yaml",
              read("matches/P-9X2MC.yaml").value() +
                  "waivers:\n  - {id: V-00002, rule: commitment.time, on: 2026-04-20, "
                  "why: Ill, authorised_by: Bea, until: 2026-05-31}\n");
  const json waived = json_of({"report"}).data().at("waived");
  REQUIRE(waived.size() == 1);
  CHECK(waived[0].at("earlier") == 2);
  CHECK(contains(run({"report"}).out, "(and 2 earlier); answered"));
  CHECK(contains(run({"report"}).out, "Bea answers for it: Ill"));
  clock = "2026-04-30";  // 31 days before
  CHECK(contains(run({"report"}).out, "Passed or waived\n  1 finding is answered for longer\n"));
}

}  // namespace reports_findings_test
