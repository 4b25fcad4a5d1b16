#include "rules/what_if.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "rules/scene.h"
#include "store/edition_file.h"

namespace rules_what_if_test {

using mentor::Day;
using mentor::Findings;
using mentor::Problems;
using mentor::test::Scene;
using mentor::test::Texts;
using Lines = std::vector<std::string>;

namespace {

std::string edition(const std::string& date, const std::string& minutes,
                    const std::string& severity = "should") {
  return "scheme: rotherham\ntitle: M\nin_force: " + date +
         "\nwords: {session_kinds: [one-to-one]}\nrules:\n  commitment.time: {severity: " + severity +
         ", minutes: " + minutes + ", per: month, counts: [one-to-one], source: us}\n";
}

/// A pair with 60 minutes in February, 90 in March and 100 in April.
Scene pair() {
  return Scene(Texts{{"schemes/rotherham/2026-01-01.yaml", edition("2026-01-01", "90")},
                     {"matches/P-00001.yaml",
                      "id: P-00001\nyoung_person: Y-00001\nmentor: M-00001\nscheme: rotherham\nproposed: "
                      "2026-02-01\nstarted: "
                      "2026-02-01\n"},
                     {"sessions/P-00001.yaml",
                      "- {id: S-00001, date: 2026-02-10, minutes: 60, kind: one-to-one}\n"
                      "- {id: S-00002, date: 2026-03-10, minutes: 90, kind: one-to-one}\n"
                      "- {id: S-00003, date: 2026-04-10, minutes: 100, kind: one-to-one}\n"}});
}

Lines lines(const Findings& findings) {
  Lines all;
  for (const auto& each : findings) all.push_back(std::string(name(each.severity)) + " " + each.from->iso());
  return all;
}

struct Tried {
  Lines appear;
  Lines go;
  std::string from;
};

Tried tried(const std::string& text, const std::string& today = "2026-05-01") {
  const Scene scene = pair();
  Problems problems;
  const auto outcome = mentor::rules::what_if(mentor::store::edition_in(text, "new.yaml"), scene.policies(),
                                              scene.records(), *Day::parse(today), problems);
  CHECK(problems.empty());
  return {lines(outcome.appear), lines(outcome.go), outcome.from.iso()};
}

}  // namespace

TEST_CASE("an edition of the same day is tried out in place of the one that is there") {
  const Tried more = tried(edition("2026-01-01", "100"));
  CHECK(more.appear == Lines{"should 2026-03-01"});
  CHECK(more.go.empty());
  const Tried less = tried(edition("2026-01-01", "60"));
  CHECK(less.appear.empty());
  CHECK(less.go == Lines{"should 2026-02-01"});
  CHECK(less.from == "2026-01-01");
}

TEST_CASE("an edition of a later day judges the periods that began by then as before") {
  CHECK(tried(edition("2026-03-01", "100")).appear == Lines{"should 2026-03-01"});
  CHECK(tried(edition("2026-03-02", "120")).appear == Lines{"should 2026-04-01"});
  CHECK(tried(edition("2026-04-01", "60")).go.empty());
}

TEST_CASE("an edition that is still to come is tried out in place of the one in force") {
  const Tried ahead = tried(edition("2026-05-02", "100"));
  CHECK(ahead.from == "2026-01-01");
  CHECK(ahead.appear == Lines{"should 2026-03-01"});
  const Tried today = tried(edition("2026-05-01", "100"));
  CHECK(today.from == "2026-05-01");
  CHECK(today.appear.empty());
}

TEST_CASE("a finding that weighs otherwise goes and appears") {
  const Tried heavier = tried(edition("2026-01-01", "90", "advise"));
  CHECK(heavier.appear == Lines{"advise 2026-02-01"});
  CHECK(heavier.go == Lines{"should 2026-02-01"});
}

TEST_CASE("a rule or an example of the edition that is wrong is a problem") {
  const Scene scene = pair();
  for (const std::string& wrong :
       {edition("2026-01-01", "0"), edition("2026-01-01", "90") + "examples: nothing\n"}) {
    Problems problems;
    std::ignore = mentor::rules::what_if(mentor::store::edition_in(wrong, "new.yaml"), scene.policies(),
                                         scene.records(), *Day::parse("2026-05-01"), problems);
    CHECK(problems.size() == 1);
  }
}

}  // namespace rules_what_if_test
