#include "rules/periods.h"

#include <doctest/doctest.h>

#include <string>

#include "support/commitment.h"

namespace rules_periods_test {

using mentor::test::Commitment;
using mentor::test::Lines;

namespace {

const std::string monthly = "minutes: 90, per: month, counts: [one-to-one, call]";
const std::string weekly = "minutes: 60, per: week, counts: [one-to-one]";
const std::string by_four_weeks = "minutes: 120, per: week, over: 4 weeks, counts: [one-to-one]";

std::string started(const std::string& day) { return "started: " + day + "\n"; }

/// A session of that day.
std::string held(const std::string& id, const std::string& day, const std::string& minutes,
                 const std::string& kind = "one-to-one") {
  return "- {id: S-0000" + id + ", date: " + day + ", minutes: " + minutes + ", kind: " + kind + "}\n";
}

}  // namespace

TEST_CASE("a match without a start, or that starts later, has no periods") {
  CHECK(Commitment(monthly, "").periods("2026-06-01") == Lines{});
  CHECK(Commitment(monthly, started("2026-02-01")).periods("2026-01-31") == Lines{});
  CHECK(Commitment(monthly, started("2026-02-01")).periods("2026-02-01") ==
        Lines{"2026-02-01 to 2026-03-01: 0 of 90 running"});
}

TEST_CASE("months run from the start, clamped to the month's end and always counted from the start") {
  SUBCASE("from 31 January") {
    CHECK(Commitment(monthly, started("2026-01-31")).periods("2026-05-01") ==
          Lines{"2026-01-31 to 2026-02-28: 0 of 90 short", "2026-02-28 to 2026-03-31: 0 of 90 short",
                "2026-03-31 to 2026-04-30: 0 of 90 short", "2026-04-30 to 2026-05-31: 0 of 90 running"});
  }
  SUBCASE("from 31 January of a leap year") {
    CHECK(Commitment(monthly, started("2024-01-31")).periods("2024-03-01") ==
          Lines{"2024-01-31 to 2024-02-29: 0 of 90 short", "2024-02-29 to 2024-03-31: 0 of 90 running"});
  }
  SUBCASE("from 30 January") {
    CHECK(Commitment(monthly, started("2026-01-30")).periods("2026-03-30") ==
          Lines{"2026-01-30 to 2026-02-28: 0 of 90 short", "2026-02-28 to 2026-03-30: 0 of 90 short",
                "2026-03-30 to 2026-04-30: 0 of 90 running"});
  }
  SUBCASE("over the end of a year") {
    CHECK(Commitment(monthly, started("2026-12-15")).periods("2027-01-15") ==
          Lines{"2026-12-15 to 2027-01-15: 0 of 90 short", "2027-01-15 to 2027-02-15: 0 of 90 running"});
  }
}

TEST_CASE("weeks run in sevens of days") {
  CHECK(Commitment(weekly, started("2024-02-26")).periods("2024-03-11") ==
        Lines{"2024-02-26 to 2024-03-04: 0 of 60 short", "2024-03-04 to 2024-03-11: 0 of 60 short",
              "2024-03-11 to 2024-03-18: 0 of 60 running"});
}

TEST_CASE("four weeks are judged at a time") {
  Commitment pair(by_four_weeks, started("2026-01-05"));
  pair.sessions(held("1", "2026-01-05", "240") + held("2", "2026-02-01", "240"));
  CHECK(pair.periods("2026-02-02") ==
        Lines{"2026-01-05 to 2026-02-02: 480 of 480 met", "2026-02-02 to 2026-03-02: 0 of 480 running"});
}

TEST_CASE("what is judged together is a whole number of what is asked for") {
  const std::string wrong = "minutes: 60, per: month, over: 6 weeks, counts: [call]";
  CHECK(Commitment(wrong, started("2026-01-05")).periods("2026-02-02") ==
        Lines{"schemes/rotherham/2020-01-01.yaml:6:81: 'over' must be a whole number of 'per'"});
}

TEST_CASE("a period is judged from the first day of the next") {
  const Commitment pair(monthly, started("2026-02-01"));
  CHECK(pair.periods("2026-02-28") == Lines{"2026-02-01 to 2026-03-01: 0 of 90 running"});
  CHECK(pair.periods("2026-03-01") ==
        Lines{"2026-02-01 to 2026-03-01: 0 of 90 short", "2026-03-01 to 2026-04-01: 0 of 90 running"});
}

TEST_CASE("the time asked for is met, and a minute less is short") {
  Commitment pair(monthly, started("2026-02-01"));
  pair.sessions(held("1", "2026-02-01", "45") + held("2", "2026-02-28", "45"));
  CHECK(pair.periods("2026-03-01").front() == "2026-02-01 to 2026-03-01: 90 of 90 met");
  pair.sessions(held("1", "2026-02-01", "45") + held("2", "2026-02-28", "44"));
  CHECK(pair.periods("2026-03-01").front() == "2026-02-01 to 2026-03-01: 89 of 90 short");
}

TEST_CASE("a session counts in the period that has its day") {
  Commitment pair(monthly, started("2026-02-01"));
  pair.sessions(held("1", "2026-01-31", "100") + held("2", "2026-02-01", "1") + held("3", "2026-02-28", "2") +
                held("4", "2026-03-01", "4") + held("5", "2026-03-31", "8"));
  CHECK(pair.periods("2026-04-01") == Lines{"2026-02-01 to 2026-03-01: 3 of 90 short",
                                            "2026-03-01 to 2026-04-01: 12 of 90 short",
                                            "2026-04-01 to 2026-05-01: 0 of 90 running"});
}

TEST_CASE("a session counts wherever it stands in the file") {
  Commitment pair(monthly, started("2026-02-01"));
  pair.sessions(held("1", "2026-04-02", "16") + held("2", "2026-02-01", "1") + held("3", "2026-03-31", "8") +
                held("4", "2026-01-31", "100") + held("5", "2026-03-01", "4") + held("6", "2026-02-28", "2"));
  CHECK(pair.periods("2026-04-02") == Lines{"2026-02-01 to 2026-03-01: 3 of 90 short",
                                            "2026-03-01 to 2026-04-01: 12 of 90 short",
                                            "2026-04-01 to 2026-05-01: 16 of 90 running"});
}

TEST_CASE("only held sessions of the kinds that count give time") {
  Commitment pair(monthly, started("2026-02-01"));
  pair.sessions(held("1", "2026-02-02", "30") + held("2", "2026-02-03", "20", "call") +
                held("3", "2026-02-04", "90", "group") +
                "- {id: S-00004, date: 2026-02-05, cancelled_by: mentor}\n");
  CHECK(pair.periods("2026-02-10") == Lines{"2026-02-01 to 2026-03-01: 50 of 90 running"});
}

TEST_CASE("a session that is still to come gives no time yet") {
  Commitment pair(monthly, started("2026-02-01"));
  pair.sessions(held("1", "2026-02-11", "90"));
  CHECK(pair.periods("2026-02-10") == Lines{"2026-02-01 to 2026-03-01: 0 of 90 running"});
  CHECK(pair.periods("2026-02-11") == Lines{"2026-02-01 to 2026-03-01: 90 of 90 running"});
}

TEST_CASE("a match that ends inside a period leaves it unjudged, and the missed ones before stay") {
  const auto pair = [](const std::string& on) {
    return Commitment(monthly, started("2026-02-01") + "endings:\n  - {id: V-00001, on: " + on +
                                   ", as: managed, by: both}\n");
  };
  const std::string february = "2026-02-01 to 2026-03-01: 0 of 90 short";
  const std::string march = "2026-03-01 to 2026-04-01: 0 of 90 short";
  SUBCASE("in the middle") { CHECK(pair("2026-03-15").periods("2026-06-01") == Lines{february}); }
  SUBCASE("on its first day") { CHECK(pair("2026-03-01").periods("2026-06-01") == Lines{february}); }
  SUBCASE("on the day before its last") {
    CHECK(pair("2026-03-30").periods("2026-06-01") == Lines{february});
  }
  SUBCASE("on its last day it is whole, and judged") {
    CHECK(pair("2026-03-31").periods("2026-06-01") == Lines{february, march});
  }
  SUBCASE("on its last day, while it runs") {
    CHECK(pair("2026-03-31").periods("2026-03-31") ==
          Lines{february, "2026-03-01 to 2026-04-01: 0 of 90 running"});
  }
  SUBCASE("an ending that is still to come") {
    CHECK(pair("2026-03-15").periods("2026-03-14") ==
          Lines{february, "2026-03-01 to 2026-04-01: 0 of 90 running"});
  }
  SUBCASE("in the first one") { CHECK(pair("2026-02-01").periods("2026-06-01") == Lines{}); }
}

TEST_CASE("a session on the day of the end counts, one on the day after does not") {
  Commitment pair(monthly, started("2026-02-01") +
                               "endings:\n  - {id: V-00001, on: 2026-02-28, as: managed, by: both}\n");
  pair.sessions(held("1", "2026-02-28", "90") + held("2", "2026-03-01", "7"));
  CHECK(pair.periods("2026-06-01") == Lines{"2026-02-01 to 2026-03-01: 90 of 90 met"});
}

TEST_CASE("a reopening starts its own periods") {
  Commitment pair(monthly, started("2026-01-31") +
                               "endings:\n  - {id: V-00001, on: 2026-03-10, as: managed, by: both}\n"
                               "reopened:\n  - {id: V-00002, on: 2026-05-30}\n");
  pair.sessions(held("1", "2026-04-01", "90") + held("2", "2026-05-30", "95"));
  CHECK(pair.periods("2026-06-30") == Lines{"2026-01-31 to 2026-02-28: 0 of 90 short",
                                            "2026-05-30 to 2026-06-30: 95 of 90 met",
                                            "2026-06-30 to 2026-07-30: 0 of 90 running"});
}

}  // namespace rules_periods_test
