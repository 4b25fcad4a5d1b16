#include "model/wishes.h"

#include <doctest/doctest.h>

#include <array>

#include "support/records.h"

namespace model_wishes_test {

using mentor::Ages;
using mentor::Agreement;
using mentor::agreement_on_age;
using mentor::agreement_on_gender;
using mentor::asks_for_gender;
using mentor::gender_in_common;
using mentor::test::day;

namespace {

struct Row {
  const char* wish;
  const char* gender;
  Agreement agreement;
};

}  // namespace

TEST_CASE("a wish for a gender is met in whatever words the two say it") {
  static constexpr std::array rows{
      Row{"woman", "female", Agreement::agrees},
      Row{"Female", "a woman", Agreement::agrees},
      Row{" girl ", "F", Agreement::agrees},
      Row{"women", "lady", Agreement::agrees},
      Row{"men", "Male", Agreement::agrees},
      Row{"m.", "boy", Agreement::agrees},
      Row{"non-binary", "Nonbinary", Agreement::agrees},
      Row{"enby", "Non binary", Agreement::agrees},
      Row{"Wōman", "FEMALE", Agreement::agrees},
      Row{"genderfluid", "Genderfluid", Agreement::agrees},
      Row{"woman or non-binary", "enby", Agreement::agrees},
      Row{"female/non-binary", "woman", Agreement::agrees},
      Row{"woman", "man", Agreement::differs},
      Row{"boy", "female", Agreement::differs},
      Row{"woman", "non-binary", Agreement::differs},
      Row{"woman or non-binary", "male", Agreement::differs},
      Row{"woman", "", Agreement::not_known},
      Row{"woman", "prefer not to say", Agreement::not_known},
      Row{"somebody like me", "female", Agreement::not_known},
      Row{"no men", "male", Agreement::not_known},
      Row{"woman or genderfluid", "male", Agreement::not_known},
  };
  for (const auto& row : rows) {
    CAPTURE(row.wish);
    CAPTURE(row.gender);
    CHECK(agreement_on_gender(row.wish, row.gender) == row.agreement);
  }
}

TEST_CASE("whoever asks for nobody in particular agrees with everybody") {
  for (const char* wish : {"any", "Any gender", "either", "No preference", "none", "Doesn't matter",
                           "doesn’t matter", "anyone", "-", "", "n/a", "woman or anyone"}) {
    CAPTURE(wish);
    CHECK_FALSE(asks_for_gender(wish));
    for (const char* gender : {"female", "male", "genderfluid", ""})
      CHECK(agreement_on_gender(wish, gender) == Agreement::agrees);
  }
  CHECK(asks_for_gender("woman"));
  CHECK(asks_for_gender("nobody knows this word"));
}

TEST_CASE("one gender has one name to be grouped by") {
  CHECK(gender_in_common("Woman") == "female");
  CHECK(gender_in_common("non binary") == "non-binary");
  CHECK(gender_in_common("Gender-fluid") == "gender fluid");
  CHECK(gender_in_common("non-binary or woman") == gender_in_common("Female, enby"));
  CHECK(gender_in_common("any").empty());
}

TEST_CASE("an age agrees from the first birthday to the day before the one behind the last") {
  const Ages wish{17, 18};
  CHECK(agreement_on_age(wish, day("2009-04-01"), day("2026-04-01")) == Agreement::agrees);
  CHECK(agreement_on_age(wish, day("2009-04-02"), day("2026-04-01")) == Agreement::differs);
  CHECK(agreement_on_age(wish, day("2007-04-02"), day("2026-04-01")) == Agreement::agrees);
  CHECK(agreement_on_age(wish, day("2007-04-01"), day("2026-04-01")) == Agreement::differs);
  CHECK(agreement_on_age(wish, std::nullopt, day("2026-04-01")) == Agreement::not_known);
}

}  // namespace model_wishes_test
