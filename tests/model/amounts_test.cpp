#include "model/amounts.h"

#include <doctest/doctest.h>

#include <string>

namespace model_amounts_test {

using mentor::Ages;
using mentor::Count;
using mentor::Deduction;
using mentor::Minutes;
using mentor::Pence;
using mentor::Share;

TEST_CASE("minutes are whole, from 1 to 1440") {
  CHECK(Minutes::parse("1")->count == 1);
  CHECK(Minutes::parse("90")->count == 90);
  CHECK(Minutes::parse("1440")->count == 1440);
  for (const std::string text : {"", "0", "1441", "-1", "+1", "010", "00", "1.5", "1e3", "0x10", "1_0",
                                 "12:30", "60 ", " 60", "sixty", "99999999999999999999", "٦٠"}) {
    CAPTURE(text);
    CHECK_FALSE(Minutes::parse(text));
  }
}

TEST_CASE("money is read in pounds and held in pence") {
  struct Row {
    std::string text;
    std::int64_t pence;
    const char* written;
  };
  for (const auto& [text, pence, written] : {
           Row{"0", 0, "0.00"},
           Row{"0.00", 0, "0.00"},
           Row{"0.05", 5, "0.05"},
           Row{"0.5", 50, "0.50"},
           Row{"12", 1200, "12.00"},
           Row{"12.5", 1250, "12.50"},
           Row{"12.50", 1250, "12.50"},
           Row{"19.99", 1999, "19.99"},
           Row{"99999.99", 9999999, "99999.99"},
       }) {
    CAPTURE(text);
    REQUIRE(Pence::parse(text));
    CHECK(Pence::parse(text)->count == pence);
    CHECK(Pence{pence}.pounds() == written);
  }
}

TEST_CASE("what is no money is refused") {
  for (const std::string text :
       {"",       ".",   ".5",     "12.",       "12.505", "12,50", "-1",    "-0.01", "+1",  "£5", "5 ",
        "012.50", "1e3", "100000", "100000.00", "1.2.3",  "0x1",   "12.5a", "nan",   "NaN", "inf"}) {
    CAPTURE(text);
    CHECK_FALSE(Pence::parse(text));
  }
}

TEST_CASE("part of a post is from a hundredth to the whole") {
  CHECK(Share::parse("0.01")->hundredths == 1);
  CHECK(Share::parse("0.5")->hundredths == 50);
  CHECK(Share::parse("0.50")->text() == "0.50");
  CHECK(Share::parse("1")->text() == "1.00");
  for (const std::string text : {"", "0", "0.00", "1.01", "2", "50%", "-0.5", ".5", "1/2"}) {
    CAPTURE(text);
    CHECK_FALSE(Share::parse(text));
  }
}

TEST_CASE("a count is whole, from 0 to 999") {
  CHECK(Count::parse("0")->count == 0);
  CHECK(Count::parse("999")->count == 999);
  for (const std::string text : {"", "1000", "-1", "01", "00", "1.0", "two"}) {
    CAPTURE(text);
    CHECK_FALSE(Count::parse(text));
  }
}

TEST_CASE("a deduction is whole, from -999 to 0") {
  CHECK(Deduction::parse("-999")->points == -999);
  CHECK(Deduction::parse("-1")->points == -1);
  CHECK(Deduction::parse("0")->points == 0);
  for (const char* text : {"1", "-1000", "-0", "--1", "-", "", "-01", " -1", "-1.5"}) {
    CAPTURE(text);
    CHECK_FALSE(Deduction::parse(text));
  }
}

TEST_CASE("ages are one or a range, both ends included") {
  CHECK(Ages::parse("17") == Ages{17, 17});
  CHECK(Ages::parse("16-18") == Ages{16, 18});
  CHECK(Ages::parse("16-16")->text() == "16");
  CHECK(Ages{16, 18}.text() == "16-18");
  CHECK(Ages{17, 17}.text() == "17");
  for (const std::string text :
       {"", "-", "16-", "-18", "18-16", "16-18-20", "16 - 18", "016-18", "16–18", "young"}) {
    CAPTURE(text);
    CHECK_FALSE(Ages::parse(text));
  }
}

}  // namespace model_amounts_test
