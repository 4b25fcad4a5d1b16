/// How long before it falls due a thing is told: the rule's own notice, else the policy's.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "rules/scene.h"

namespace rules_notice_test {

using mentor::test::day;
using mentor::test::Scene;
using mentor::test::Texts;

namespace {

const std::string kEdition = "schemes/rotherham/2026-01-01.yaml";

std::string edition(std::string_view in_force, std::string_view rule) {
  return fmt::format(
      "scheme: rotherham\ntitle: Ours\nin_force: {}\nnotice: 30 days\nwords: {{}}\nrules:\n  {}\n", in_force,
      rule);
}

std::string recheck(const std::string& more) {
  return "dbs.recheck: {severity: should, every: 3 years, under: 18, level: enhanced" + more +
         ", source: us}";
}

/// A mentor whose check falls due on 10 March 2026, matched with somebody of 17.
Texts checked_in_2023(const std::string& rule) {
  return {{kEdition, edition("2026-01-01", rule)},
          {"mentors/M-00001.yaml",
           "id: M-00001\nname: Ros Okafor\nscheme: rotherham\nrole: senior-manager\nsteps:\n"
           "  - {id: V-00001, step: dbs, on: 2023-03-20, level: enhanced, issued: 2023-03-10}\n"},
          {"young-people/Y-00002.yaml",
           "id: Y-00002\nname: Kay Dunn\nscheme: rotherham\nborn: 2008-12-01\nreferred: {on: 2025-01-05}\n"},
          {"matches/P-00001.yaml",
           "id: P-00001\nyoung_person: Y-00002\nmentor: M-00001\nscheme: rotherham\nproposed: 2025-06-01\n"
           "started: 2025-06-01\n"}};
}

/// The due days of what falls due, as told on that day.
std::vector<std::string> due(const Texts& texts, std::string_view today) {
  const Scene scene(texts);
  CHECK_MESSAGE(scene.problems().empty(), mentor::test::told(scene.problems()));
  std::vector<std::string> days;
  for (const auto& each : scene.rulebook().falls_due(scene.records(), day(today)))
    days.push_back(each.due->iso());
  return days;
}

const std::vector<std::string> kTold{"2026-03-10"};

}  // namespace

TEST_CASE("a new DBS check is told of as long before as the longest warning") {
  for (const std::string days : {"60 days, 30 days, 7 days", "7 days, 60 days, 30 days", "60 days"}) {
    CAPTURE(days);
    const auto texts = checked_in_2023(recheck(", warn: [" + days + "]"));
    CHECK(due(texts, "2026-01-08").empty());  // in 61 days
    CHECK(due(texts, "2026-01-09") == kTold);
    CHECK(due(texts, "2026-03-10") == kTold);
    CHECK(due(texts, "2026-03-11").empty());  // broken
  }
}

TEST_CASE("a new DBS check without warnings is told of by the policy's notice") {
  const auto texts = checked_in_2023(recheck(""));
  CHECK(due(texts, "2026-02-07").empty());  // in 31 days
  CHECK(due(texts, "2026-02-08") == kTold);
}

TEST_CASE("the warnings are those of the edition in force") {
  auto texts = checked_in_2023(recheck(", warn: [60 days]"));
  texts["schemes/rotherham/2026-02-01.yaml"] = edition("2026-02-01", recheck(", warn: [7 days]"));
  CHECK(due(texts, "2026-01-31") == kTold);
  CHECK(due(texts, "2026-02-01").empty());
  CHECK(due(texts, "2026-03-02").empty());  // in 8 days
  CHECK(due(texts, "2026-03-03") == kTold);
}

TEST_CASE("a concern that is to be passed on is told of until it is late") {
  const Texts texts{{kEdition, edition("2026-01-01",
                                       "safeguarding.passed_on: {severity: must, within: 1 day, "
                                       "source: us}")},
                    {"concerns/C-00001.yaml", "id: C-00001\nabout: M-00001\nraised: 2026-03-09\n"}};
  CHECK(due(texts, "2026-03-09") == kTold);
  CHECK(due(texts, "2026-03-10") == kTold);
  CHECK(due(texts, "2026-03-11").empty());
}

TEST_CASE("a shorter term that comes first is told, though a longer one is over by the end of the notice") {
  const Texts texts{
      {kEdition,
       edition("2026-01-01",
               "support.check_in: {severity: should, every: month, with: [mentor], at_first: 2 weeks, "
               "at_first_for: 3 months, source: us}")},
      {"matches/P-00001.yaml",
       "id: P-00001\nyoung_person: Y-00001\nmentor: M-00001\nscheme: rotherham\nproposed: 2026-02-01\n"
       "started: 2026-02-01\n"}};
  CHECK(due(texts, "2026-02-02") == std::vector<std::string>{"2026-02-15"});
  CHECK(due(texts, "2026-02-15") == std::vector<std::string>{"2026-02-15"});
  CHECK(due(texts, "2026-02-16") == std::vector<std::string>{"2026-03-01"});
}

TEST_CASE(
    "a check that falls due before an 18th birthday is told, though the birthday is within the notice") {
  auto texts = checked_in_2023(recheck(", warn: [60 days]"));
  auto& person = texts["young-people/Y-00002.yaml"];
  person.replace(person.find("2008-12-01"), 10, "2008-03-20");
  CHECK(due(texts, "2026-01-20") == kTold);
  person.replace(person.find("2008-03-20"), 10, "2008-03-09");
  CHECK(due(texts, "2026-01-20").empty());
}

}  // namespace rules_notice_test
