#include "model/scalar.h"

#include <doctest/doctest.h>

#include <string>

#include "support/records.h"

namespace model_scalar_test {

using mentor::DbsLevel;
using mentor::Form;
using mentor::not_a;
using mentor::Scalar;
using mentor::test::day;

namespace {

/// Whether the value is written as this text in this form and reads back.
template <class T>
bool is_written(const T& value, const std::string& text, Form form) {
  const mentor::Value written = Scalar<T>::write(value);
  return written.text == text && written.form == form && Scalar<T>::read(text) == value;
}

}  // namespace

TEST_CASE("every kind of scalar is written in one way and reads back") {
  CHECK(is_written(std::string("no"), "no", Form::text));
  CHECK(is_written(day("2026-02-28"), "2026-02-28", Form::token));
  CHECK(is_written(mentor::Span::days(28), "4 weeks", Form::token));
  CHECK(is_written(true, "yes", Form::truth));
  CHECK(is_written(false, "no", Form::truth));
  CHECK(is_written(mentor::Minutes{60}, "60", Form::number));
  CHECK(is_written(mentor::Pence{1250}, "12.50", Form::number));
  CHECK(is_written(mentor::Share{50}, "0.50", Form::number));
  CHECK(is_written(mentor::Count{0}, "0", Form::number));
  CHECK(is_written(mentor::Ages{16, 18}, "16-18", Form::token));
  CHECK(is_written(*mentor::Id::parse("M-7KQ2D"), "M-7KQ2D", Form::token));
  CHECK(is_written(*mentor::MatchId::parse("P-9X2MC"), "P-9X2MC", Form::token));
  CHECK(is_written(mentor::EndingKind::broke_down, "broke-down", Form::token));
}

TEST_CASE("only yes and no are truths") {
  for (const std::string text : {"", "y", "Yes", "NO", "true", "false", "on", "off", "1", "0", "yes ", "~"}) {
    CAPTURE(text);
    CHECK_FALSE(Scalar<bool>::read(text));
  }
}

TEST_CASE("a word that is not known is named with the nearest that is") {
  CHECK(not_a<DbsLevel>("enhancd") ==
        "'enhancd' is not known, did you mean 'enhanced' (one of basic, standard, enhanced)");
  CHECK(not_a<DbsLevel>("full") == "'full' is not known, one of basic, standard, enhanced");
  CHECK(not_a<DbsLevel>("a\x1b") == "'a\\x1b' is not known, one of basic, standard, enhanced");
}

TEST_CASE("a value of the wrong type is told what it should be") {
  CHECK(not_a<mentor::Day>("yesterdy") == "'yesterdy' is not a date, YYYY-MM-DD");
  CHECK(not_a<bool>("true") == "'true' is not yes or no");
  CHECK(not_a<mentor::Minutes>("1h") == "'1h' is not whole minutes, 1 to 1440");
  CHECK(not_a<mentor::Pence>("5p") == "'5p' is not pounds with two decimals, such as 12.50");
  CHECK(not_a<mentor::Id>("7KQ2D") == "'7KQ2D' is not an identifier, such as M-7KQ2D");
  CHECK(not_a<mentor::MentorId>("Y-7KQ2D") ==
        "'Y-7KQ2D' is not an identifier, M- and five of 0-9 A-Z without I L O U");
}

TEST_CASE("words have the case that they have") {
  CHECK_FALSE(Scalar<mentor::Side>::read("Mentor"));
  CHECK_FALSE(Scalar<mentor::Side>::read("young_person"));
  CHECK(Scalar<mentor::Side>::read("young-person") == mentor::Side::young_person);
  CHECK(mentor::word(mentor::Party::both) == "both");
}

}  // namespace model_scalar_test
