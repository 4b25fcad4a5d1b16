#include <doctest/doctest.h>

#include <string>

#include "support/commitment.h"

namespace rules_periods_pauses_test {

using mentor::test::Commitment;
using mentor::test::Lines;

namespace {

const std::string monthly = "minutes: 90, per: month, counts: [call]";

/// A pair that started on 1 April 2026 (months of 30, 31 and 30 days) with one pause.
Commitment paused(const std::string& from, const std::string& to) {
  const std::string back = to.empty() ? "" : ", to: " + to;
  return {monthly, "started: 2026-04-01\npauses:\n  - {id: V-00001, from: " + from + back + "}\n"};
}

Commitment with_minutes(Commitment pair, const std::string& day, int minutes) {
  return pair.sessions("- {id: S-00001, date: " + day + ", minutes: " + std::to_string(minutes) +
                       ", kind: call}\n");
}

}  // namespace

TEST_CASE("paused days lower what is required in proportion") {
  SUBCASE("inside a period: 10 of 30 days") {
    CHECK(paused("2026-04-11", "2026-04-21").periods("2026-05-01").front() ==
          "2026-04-01 to 2026-05-01: 0 of 60 short");
  }
  SUBCASE("one day, rounded up: 90 × 29 / 30 = 87") {
    CHECK(paused("2026-04-01", "2026-04-02").periods("2026-05-01").front() ==
          "2026-04-01 to 2026-05-01: 0 of 87 short");
  }
  SUBCASE("in a month of 31 days, rounded up: 90 × 30 / 31 = 87.1") {
    CHECK(paused("2026-05-31", "2026-06-01").periods("2026-06-01") ==
          Lines{"2026-04-01 to 2026-05-01: 0 of 90 short", "2026-05-01 to 2026-06-01: 0 of 88 short",
                "2026-06-01 to 2026-07-01: 0 of 90 running"});
  }
  SUBCASE("over the end of a period: 5 of 30 days, then 5 of 31: 90 × 26 / 31 = 75.5") {
    CHECK(paused("2026-04-26", "2026-05-06").periods("2026-06-01") ==
          Lines{"2026-04-01 to 2026-05-01: 0 of 75 short", "2026-05-01 to 2026-06-01: 0 of 76 short",
                "2026-06-01 to 2026-07-01: 0 of 90 running"});
  }
}

TEST_CASE("a pause that ends with a period leaves the next one whole") {
  CHECK(paused("2026-04-16", "2026-05-01").periods("2026-05-31") ==
        Lines{"2026-04-01 to 2026-05-01: 0 of 45 short", "2026-05-01 to 2026-06-01: 0 of 90 running"});
}

TEST_CASE("a pause that begins with a period leaves the one before whole") {
  CHECK(paused("2026-05-01", "2026-05-02").periods("2026-05-01") ==
        Lines{"2026-04-01 to 2026-05-01: 0 of 90 short", "2026-05-01 to 2026-06-01: 0 of 88 running"});
}

TEST_CASE("a period that is paused throughout is not judged") {
  SUBCASE("from its first day to its last") {
    CHECK(paused("2026-05-01", "2026-06-01").periods("2026-06-01") ==
          Lines{"2026-04-01 to 2026-05-01: 0 of 90 short", "2026-05-01 to 2026-06-01: 0 of 0 paused",
                "2026-06-01 to 2026-07-01: 0 of 90 running"});
  }
  SUBCASE("by a pause that spans it: 90 × 1 / 30 = 3 in April, 90 × 29 / 30 = 87 in June") {
    CHECK(paused("2026-04-02", "2026-06-02").periods("2026-07-01") ==
          Lines{"2026-04-01 to 2026-05-01: 0 of 3 short", "2026-05-01 to 2026-06-01: 0 of 0 paused",
                "2026-06-01 to 2026-07-01: 0 of 87 short", "2026-07-01 to 2026-08-01: 0 of 90 running"});
  }
  SUBCASE("while it runs") {
    CHECK(paused("2026-04-01", "").periods("2026-04-15") == Lines{"2026-04-01 to 2026-05-01: 0 of 0 paused"});
  }
  SUBCASE("all but its last day: it is judged, 90 × 1 / 31 = 2.9") {
    CHECK(paused("2026-05-01", "2026-05-31").periods("2026-06-01").at(1) ==
          "2026-05-01 to 2026-06-01: 0 of 3 short");
  }
  SUBCASE("with a session all the same") {
    CHECK(with_minutes(paused("2026-05-01", "2026-06-01"), "2026-05-10", 20).periods("2026-06-01").at(1) ==
          "2026-05-01 to 2026-06-01: 20 of 0 paused");
  }
}

TEST_CASE("a pause without an end takes off every day from its first") {
  CHECK(paused("2026-04-16", "").periods("2026-06-15") == Lines{"2026-04-01 to 2026-05-01: 0 of 45 short",
                                                                "2026-05-01 to 2026-06-01: 0 of 0 paused",
                                                                "2026-06-01 to 2026-07-01: 0 of 0 paused"});
}

TEST_CASE("short is what is less than the exact share, not the rounded one") {
  // 90 × 30 active days of 31 = 2700: 88 minutes × 31 = 2728 do, 87 × 31 = 2697 don't.
  const Commitment pair = paused("2026-05-31", "2026-06-01");
  CHECK(with_minutes(pair, "2026-05-10", 87).periods("2026-06-01").at(1) ==
        "2026-05-01 to 2026-06-01: 87 of 88 short");
  CHECK(with_minutes(pair, "2026-05-10", 88).periods("2026-06-01").at(1) ==
        "2026-05-01 to 2026-06-01: 88 of 88 met");
  // 90 × 29 of 30 is 87 exactly.
  const Commitment exact = paused("2026-04-01", "2026-04-02");
  CHECK(with_minutes(exact, "2026-04-10", 86).periods("2026-05-01").at(0) ==
        "2026-04-01 to 2026-05-01: 86 of 87 short");
  CHECK(with_minutes(exact, "2026-04-10", 87).periods("2026-05-01").at(0) ==
        "2026-04-01 to 2026-05-01: 87 of 87 met");
}

TEST_CASE("a period is judged under the edition in force on its first day") {
  Commitment pair(monthly, "started: 2026-01-15\n");
  pair.edition("2026-03-01", "minutes: 120, per: month, counts: [call]");
  CHECK(pair.periods("2026-04-15") ==
        Lines{"2026-01-15 to 2026-02-15: 0 of 90 short", "2026-02-15 to 2026-03-15: 0 of 90 short",
              "2026-03-15 to 2026-04-15: 0 of 120 short", "2026-04-15 to 2026-05-15: 0 of 120 running"});
}

TEST_CASE("a new edition with the same unit keeps counting from the start") {
  Commitment pair(monthly, "started: 2026-01-31\n");
  pair.edition("2026-02-28", "minutes: 60, per: month, counts: [call]");
  CHECK(pair.periods("2026-03-31") == Lines{"2026-01-31 to 2026-02-28: 0 of 90 short",
                                            "2026-02-28 to 2026-03-31: 0 of 60 short",
                                            "2026-03-31 to 2026-04-30: 0 of 60 running"});
}

TEST_CASE("a new unit of period begins where the running period ends") {
  Commitment pair(monthly, "started: 2026-01-31\n");
  pair.edition("2026-02-10", "minutes: 30, per: week, counts: [call]");
  pair.edition("2026-03-10", monthly);
  CHECK(pair.periods("2026-04-14") ==
        Lines{"2026-01-31 to 2026-02-28: 0 of 90 short", "2026-02-28 to 2026-03-07: 0 of 30 short",
              "2026-03-07 to 2026-03-14: 0 of 30 short", "2026-03-14 to 2026-04-14: 0 of 90 short",
              "2026-04-14 to 2026-05-14: 0 of 90 running"});
}

TEST_CASE("days on which no such rule is in force are in no period") {
  Commitment pair(monthly, "started: 2026-01-01\n");
  pair.edition("2026-02-10", "");
  SUBCASE("until the end") {
    CHECK(pair.periods("2026-12-31") ==
          Lines{"2026-01-01 to 2026-02-01: 0 of 90 short", "2026-02-01 to 2026-03-01: 0 of 90 short"});
  }
  SUBCASE("until it is again: a new count") {
    pair.edition("2026-05-15", monthly);
    CHECK(pair.periods("2026-06-15") ==
          Lines{"2026-01-01 to 2026-02-01: 0 of 90 short", "2026-02-01 to 2026-03-01: 0 of 90 short",
                "2026-05-15 to 2026-06-15: 0 of 90 short", "2026-06-15 to 2026-07-15: 0 of 90 running"});
  }
}

TEST_CASE("a rule that comes later judges from the first day on which it is in force") {
  Commitment pair("", "started: 2026-01-01\n");
  pair.edition("2026-03-10", monthly);
  CHECK(pair.periods("2026-04-10") ==
        Lines{"2026-03-10 to 2026-04-10: 0 of 90 short", "2026-04-10 to 2026-05-10: 0 of 90 running"});
}

}  // namespace rules_periods_pauses_test
