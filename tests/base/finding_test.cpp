#include "base/finding.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/records.h"

namespace base_finding_test {

using mentor::Finding;
using mentor::Findings;
using mentor::Severity;
using mentor::test::day;

namespace {

Finding finding(Severity severity, const char* due, const char* subject, const char* rule) {
  Finding found;
  found.severity = severity;
  found.subject = subject;
  found.rule = rule;
  if (*due != '\0') found.due = day(due);
  return found;
}

Finding about_period(const char* from) {
  Finding found = finding(Severity::should, "2026-03-01", "P-00001", "commitment.time");
  found.from = day(from);
  return found;
}

std::vector<std::string> in_order(Findings findings) {
  sort(findings);
  std::vector<std::string> lines;
  for (const auto& each : findings) {
    lines.push_back(std::string(name(each.severity)) + " " + (each.due ? each.due->iso() : "-") + " " +
                    each.subject + " " + each.rule);
  }
  return lines;
}

}  // namespace

TEST_CASE("findings are shown by severity, due day, subject and rule") {
  CHECK(in_order({
            finding(Severity::advise, "2026-01-01", "P-00001", "a.a"),
            finding(Severity::should, "", "P-00001", "a.a"),
            finding(Severity::should, "2026-02-01", "P-00002", "a.a"),
            finding(Severity::should, "2026-02-01", "P-00001", "b.b"),
            finding(Severity::should, "2026-02-01", "P-00001", "a.a"),
            finding(Severity::should, "2026-01-31", "P-00009", "z.z"),
            finding(Severity::must, "", "P-00009", "z.z"),
        }) == std::vector<std::string>{
                  "must - P-00009 z.z",
                  "should 2026-01-31 P-00009 z.z",
                  "should 2026-02-01 P-00001 a.a",
                  "should 2026-02-01 P-00001 b.b",
                  "should 2026-02-01 P-00002 a.a",
                  "should - P-00001 a.a",
                  "advise 2026-01-01 P-00001 a.a",
              });
}

TEST_CASE("periods of one rule are shown in time") {
  Findings findings{about_period("2026-02-01"), about_period("2026-01-01")};
  sort(findings);
  CHECK(findings.front().from->iso() == "2026-01-01");
}

TEST_CASE("two findings are the same matter whatever was measured") {
  Finding before = about_period("2026-01-01");
  Finding after = before;
  before.measured = 30;
  after.measured = 45;
  CHECK(same_matter(before, after));
  SUBCASE("but not of another period") { after.from = day("2026-02-01"); }
  SUBCASE("but not of another subject") { after.subject = "P-00002"; }
  SUBCASE("but not by another rule") { after.rule = "commitment.silence"; }
  SUBCASE("but not when due on another day") { after.due = day("2026-03-02"); }
  SUBCASE("but not when it says another thing") { after.message = "other"; }
  CHECK_FALSE(same_matter(before, after));
}

TEST_CASE("a finding stands until somebody answers for it") {
  Finding found = about_period("2026-01-01");
  CHECK(found.stands());
  const mentor::Answer answer{day("2026-02-01"), "on holiday", "Head of Service", std::nullopt};
  SUBCASE("by an override") { found.overridden = answer; }
  SUBCASE("by a waiver") { found.waived = answer; }
  CHECK_FALSE(found.stands());
}

}  // namespace base_finding_test
