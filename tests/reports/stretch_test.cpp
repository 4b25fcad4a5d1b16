#include "reports/stretch.h"

#include <doctest/doctest.h>

#include "support/records.h"

namespace reports_stretch_test {

using mentor::Day;
using mentor::reports::Days;
using mentor::reports::days_a_year_before;
using mentor::reports::days_before;
using mentor::reports::days_of_board;
using mentor::reports::in_words;
using mentor::test::day;

namespace {

Days days(std::string_view from, std::string_view to) { return {day(from), day(to)}; }
std::string iso(const Days& over) { return over.from.iso() + " " + over.to.iso(); }

}  // namespace

TEST_CASE("the board is told of the last whole quarter when no days are asked for") {
  CHECK(iso(days_of_board({}, day("2026-11-02"))) == "2026-07-01 2026-09-30");
  CHECK(iso(days_of_board({}, day("2026-12-31"))) == "2026-07-01 2026-09-30");
  CHECK(iso(days_of_board({}, day("2027-01-01"))) == "2026-10-01 2026-12-31");
  CHECK(iso(days_of_board({}, day("2026-03-31"))) == "2025-10-01 2025-12-31");
}

TEST_CASE("the days asked for are taken up to today") {
  const Days every;
  CHECK(iso(days_of_board(days("2026-04-01", "2027-03-31"), day("2026-11-02"))) == "2026-04-01 2026-11-02");
  CHECK(iso(days_of_board({day("2026-04-01"), every.to}, day("2026-11-02"))) == "2026-04-01 2026-11-02");
  CHECK(iso(days_of_board({every.from, day("2026-05-31")}, day("2026-11-02"))) == "2026-03-01 2026-05-31");
}

TEST_CASE("the days before are as many months where months are whole, else as many days") {
  CHECK(iso(days_before(days("2026-07-01", "2026-09-30"))) == "2026-04-01 2026-06-30");
  CHECK(iso(days_before(days("2026-03-01", "2026-03-31"))) == "2026-02-01 2026-02-28");
  CHECK(iso(days_before(days("2025-04-01", "2026-03-31"))) == "2024-04-01 2025-03-31");
  CHECK(iso(days_before(days("2026-03-10", "2026-03-16"))) == "2026-03-03 2026-03-09");
  CHECK(iso(days_before(days("2026-03-10", "2026-03-10"))) == "2026-03-09 2026-03-09");
}

TEST_CASE("the year before has the same days, clamped to its months") {
  CHECK(iso(days_a_year_before(days("2026-07-01", "2026-09-30"))) == "2025-07-01 2025-09-30");
  CHECK(iso(days_a_year_before(days("2024-02-01", "2024-02-29"))) == "2023-02-01 2023-02-28");
  CHECK(iso(days_a_year_before(days("2025-02-01", "2025-02-28"))) == "2024-02-01 2024-02-29");
}

TEST_CASE("days in words name their year once where it is one") {
  CHECK(in_words(days("2026-07-01", "2026-09-30")) == "1 July to 30 September 2026");
  CHECK(in_words(days("2025-10-01", "2026-03-31")) == "1 October 2025 to 31 March 2026");
}

}  // namespace reports_stretch_test
