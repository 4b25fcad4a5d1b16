#include "base/day.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/records.h"

namespace base_day_test {

using mentor::Day;
using mentor::Span;
using mentor::test::day;

namespace {

/// The days that `times` of the span lead to, one after another.
std::vector<std::string> steps(std::string_view span, std::string_view from, int times) {
  std::vector<std::string> days;
  for (int i = 1; i <= times; ++i) days.push_back(Span::parse(span)->after(day(from), i).iso());
  return days;
}

}  // namespace

TEST_CASE("a day is written YYYY-MM-DD and in no other way") {
  for (const std::string iso : {"1900-01-01", "1999-12-31", "2024-02-29", "2026-03-31", "2199-12-31"}) {
    CAPTURE(iso);
    REQUIRE(Day::parse(iso));
    CHECK(Day::parse(iso)->iso() == iso);
  }
  const std::vector<std::string> wrong{
      "",           "2026-3-31",  "26-03-31",   "2026/03/31", "31-03-2026", "2026-03-31 ", " 2026-03-31",
      "2026-03-3a", "2026-03- 1", "2026-+3-01", "2026--3-01", "-026-03-01", "20260331",    "2026-03-31T00",
  };
  for (const auto& text : wrong) {
    CAPTURE(text);
    CHECK_FALSE(Day::parse(text));
  }
}

TEST_CASE("a day that is in no calendar is none") {
  for (const std::string text :
       {"2026-00-10", "2026-13-10", "2026-01-00", "2026-01-32", "2026-04-31", "2026-02-29", "2024-02-30",
        "1900-02-29", "2100-02-29", "1899-12-31", "2200-01-01", "0000-01-01"}) {
    CAPTURE(text);
    CHECK_FALSE(Day::parse(text));
  }
  CHECK(Day::parse("2000-02-29"));
}

TEST_CASE("people read a day in words") {
  CHECK(day("2026-03-12").in_words() == "12 March 2026");
  CHECK(day("2026-01-01").in_words() == "1 January 2026");
  CHECK(day("2024-12-31").in_words() == "31 December 2024");
}

TEST_CASE("days are ordered and counted") {
  CHECK(day("2026-01-31") < day("2026-02-01"));
  CHECK(day("2026-03-01").days_since(day("2026-02-01")) == 28);
  CHECK(day("2024-03-01").days_since(day("2024-02-01")) == 29);
  CHECK(day("2026-02-01").days_since(day("2026-03-01")) == -28);
  CHECK(day("2024-02-28").plus_days(1).iso() == "2024-02-29");
  CHECK(day("2026-02-28").plus_days(1).iso() == "2026-03-01");
  CHECK(day("2026-01-01").plus_days(-1).iso() == "2025-12-31");
}

TEST_CASE("a month has passed when the day of the month, clamped, has come round") {
  const auto months = [](std::string_view from, std::string_view to) {
    return day(to).months_since(day(from));
  };
  CHECK(months("2026-01-15", "2026-01-15") == 0);
  CHECK(months("2026-01-15", "2026-02-14") == 0);
  CHECK(months("2026-01-15", "2026-02-15") == 1);
  CHECK(months("2026-01-31", "2026-02-27") == 0);
  CHECK(months("2026-01-31", "2026-02-28") == 1);
  CHECK(months("2026-01-31", "2026-03-30") == 1);
  CHECK(months("2026-01-31", "2026-03-31") == 2);
  CHECK(months("2025-11-30", "2027-02-28") == 15);
  CHECK(months("2026-02-15", "2026-02-14") == -1);
  CHECK(months("2026-03-15", "2026-02-15") == -1);
}

TEST_CASE("months are clamped to the last day of the month and recover") {
  SUBCASE("from the 31st") {
    CHECK(steps("month", "2026-01-31", 4) ==
          std::vector<std::string>{"2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"});
  }
  SUBCASE("in a leap year") {
    CHECK(steps("month", "2024-01-31", 2) == std::vector<std::string>{"2024-02-29", "2024-03-31"});
  }
  SUBCASE("from the 30th") {
    CHECK(steps("month", "2026-11-30", 4) ==
          std::vector<std::string>{"2026-12-30", "2027-01-30", "2027-02-28", "2027-03-30"});
  }
  SUBCASE("from 29 February, by years") {
    CHECK(steps("year", "2024-02-29", 4) ==
          std::vector<std::string>{"2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"});
  }
  SUBCASE("three months at a time") {
    CHECK(steps("3 months", "2025-11-30", 2) == std::vector<std::string>{"2026-02-28", "2026-05-30"});
  }
  SUBCASE("backwards") {
    CHECK(day("2026-03-31").plus_months(-1).iso() == "2026-02-28");
    CHECK(day("2026-01-15").plus_months(-1).iso() == "2025-12-15");
  }
}

TEST_CASE("weeks run in sevens of days") {
  CHECK(steps("week", "2026-02-20", 3) == std::vector<std::string>{"2026-02-27", "2026-03-06", "2026-03-13"});
  CHECK(steps("4 weeks", "2024-02-12", 2) == std::vector<std::string>{"2024-03-11", "2024-04-08"});
  CHECK(steps("10 days", "2026-12-25", 1) == std::vector<std::string>{"2027-01-04"});
}

TEST_CASE("an age is whole years and changes on the birthday") {
  const Day born = day("2008-05-20");
  CHECK(born.age_on(day("2024-05-19")) == 15);
  CHECK(born.age_on(day("2024-05-20")) == 16);
  CHECK(born.age_on(day("2024-05-21")) == 16);
  CHECK(born.age_on(day("2034-05-19")) == 25);
  CHECK(born.age_on(day("2034-05-20")) == 26);
  CHECK(born.age_on(day("2008-05-20")) == 0);
  CHECK(born.age_on(day("2008-05-19")) == -1);
  CHECK(born.birthday(16).iso() == "2024-05-20");
  CHECK(born.birthday(26).iso() == "2034-05-20");
}

TEST_CASE("somebody born on 29 February has their birthday on 1 March in other years") {
  const Day born = day("2008-02-29");
  CHECK(born.age_on(day("2026-02-28")) == 17);
  CHECK(born.age_on(day("2026-03-01")) == 18);
  CHECK(born.age_on(day("2024-02-28")) == 15);
  CHECK(born.age_on(day("2024-02-29")) == 16);
  CHECK(born.birthday(18).iso() == "2026-03-01");
  CHECK(born.birthday(16).iso() == "2024-02-29");
}

TEST_CASE("a span is a number and a unit, or a unit alone") {
  struct Row {
    std::string text;
    Span span;
    const char* written;
  };
  for (const auto& [text, span, written] : {
           Row{"month", Span::months(1), "1 month"},
           Row{"1 month", Span::months(1), "1 month"},
           Row{"18 months", Span::months(18), "18 months"},
           Row{"2 years", Span::months(24), "24 months"},
           Row{"week", Span::days(7), "1 week"},
           Row{"4 weeks", Span::days(28), "4 weeks"},
           Row{"day", Span::days(1), "1 day"},
           Row{"90 days", Span::days(90), "90 days"},
           Row{"14 days", Span::days(14), "2 weeks"},
       }) {
    CAPTURE(text);
    REQUIRE(Span::parse(text));
    CHECK(*Span::parse(text) == span);
    CHECK(span.text() == written);
  }
}

TEST_CASE("whatever span is read, its text reads back to the same") {
  for (const std::string text :
       {"1 day", "999 days", "999 weeks", "999 months", "83 years", "84 years", "999 years"}) {
    CAPTURE(text);
    REQUIRE(Span::parse(text));
    CHECK(Span::parse(Span::parse(text)->text()) == Span::parse(text));
  }
}

TEST_CASE("what is no span is refused") {
  for (const std::string text :
       {"", " ", "0 days", "-1 days", "+1 days", "1000 days", "1.5 months", "months 3", "3", "3months",
        "3  months", "3 months ", " month", "3 fortnights", "monthss", "1e1 days"}) {
    CAPTURE(text);
    CHECK_FALSE(Span::parse(text));
  }
}

TEST_CASE("a day is said with its weekday, before 1970 too") {
  CHECK(Day::parse("2026-03-12").value().with_weekday() == "Thursday 12 March 2026");
  CHECK(Day::parse("2024-02-29").value().with_weekday() == "Thursday 29 February 2024");
  CHECK(Day::parse("1969-07-20").value().with_weekday() == "Sunday 20 July 1969");
  CHECK(Day::parse("2026-11-22").value().with_weekday() == "Sunday 22 November 2026");
}

TEST_CASE("a span is a whole number of another or not") {
  CHECK(Span::days(28).times(Span::days(7)) == 4);
  CHECK(Span::months(12).times(Span::months(1)) == 12);
  CHECK(Span::days(7).times(Span::days(7)) == 1);
  CHECK(Span::days(30).times(Span::days(7)) == std::nullopt);
  CHECK(Span::days(7).times(Span::days(28)) == std::nullopt);
  CHECK(Span::months(1).times(Span::days(7)) == std::nullopt);
}

TEST_CASE("a day that is written otherwise is understood as the people here write it") {
  for (const std::string text : {"20/05/2008", "20.5.2008", "20-05-2008", "2008/5/20", "20 May 2008",
                                 "20th May, 2008", "20 MAY 2008", "may 20 2008", "20May2008", "2008-5-20",
                                 "2008\xE2\x80\x93"
                                 "05\xE2\x80\x93"
                                 "20"}) {
    CAPTURE(text);
    CHECK(Day::meant_by(text) == Day::parse("2008-05-20"));
  }
  CHECK(Day::meant_by("3 June 2008") == Day::parse("2008-06-03"));
  CHECK(Day::meant_by("3 Sept 2008") == Day::parse("2008-09-03"));
  for (const std::string text : {"", "soon", "20/13/2008", "31/02/2008", "20/05/08", "20 Ma 2008", "May 2008",
                                 "20 Mays 2008", "2008", "5 20 2008 1", "99999999999/05/2008"}) {
    CAPTURE(text);
    CHECK_FALSE(Day::meant_by(text).has_value());
  }
}

}  // namespace base_day_test
