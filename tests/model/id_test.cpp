#include "model/id.h"

#include <doctest/doctest.h>

#include <string>

namespace model_id_test {

using mentor::Id;
using mentor::MatchId;
using mentor::MentorId;
using mentor::YoungPersonId;

TEST_CASE("an identifier is a letter, a hyphen and five of Crockford's base 32") {
  for (const std::string text :
       {"M-7KQ2D", "Y-4F7KA", "P-9X2MC", "E-2N8WQ", "C-5T3JZ", "S-8F3K2", "K-00000", "V-ZZZZZ"}) {
    CAPTURE(text);
    REQUIRE(Id::parse(text));
    CHECK(Id::parse(text)->text() == text);
    CHECK(Id::parse(text)->kind() == text.front());
  }
}

TEST_CASE("what is no identifier is refused") {
  for (const std::string text :
       {"", "M", "M-", "M-7KQ2", "M-7KQ2DD", "M_7KQ2D", "m-7KQ2D", "M-7kq2d", "X-7KQ2D", "M-7KQ2I", "M-7KQ2L",
        "M-7KQ2O", "M-7KQ2U", "M-7KQ2 ", " M-7KQ2D", "M--7KQ2", "MM7KQ2D", "M-7KQ2é"}) {
    CAPTURE(text);
    CHECK_FALSE(Id::parse(text));
  }
}

TEST_CASE("an identifier of one kind is not one of another") {
  CHECK(MentorId::parse("M-7KQ2D"));
  CHECK_FALSE(MentorId::parse("Y-7KQ2D"));
  CHECK(YoungPersonId::parse("Y-7KQ2D"));
  CHECK_FALSE(MatchId::parse("M-7KQ2D"));
}

TEST_CASE("a random number makes an identifier of twenty-five bits") {
  CHECK(MentorId::from_number(0).text() == "M-00000");
  CHECK(MentorId::from_number(1).text() == "M-10000");
  CHECK(MentorId::from_number(31).text() == "M-Z0000");
  CHECK(MentorId::from_number(32).text() == "M-01000");
  CHECK(MatchId::from_number((1U << 25U) - 1).text() == "P-ZZZZZ");
  CHECK(MatchId::from_number(1U << 25U).text() == "P-00000");
  CHECK(Id::from_number('V', 0xFFFFFFFFU).text() == "V-ZZZZZ");
}

TEST_CASE("every number's identifier reads back") {
  for (std::uint32_t number = 0; number < 1U << 25U; number += 999'983U) {
    const Id id = Id::from_number('E', number);
    CAPTURE(id.text());
    CHECK(Id::parse(id.view()) == id);
  }
}

TEST_CASE("no identifier is equal to one that somebody wrote") {
  CHECK(Id().text() == "?-00000");
  CHECK_FALSE(Id::parse("?-00000"));
  CHECK(MentorId() != *MentorId::parse("M-00000"));
}

TEST_CASE("identifiers are ordered as their text") {
  CHECK(*Id::parse("M-00009") < *Id::parse("M-0000A"));
  CHECK(*Id::parse("M-ZZZZZ") < *Id::parse("Y-00000"));
}

}  // namespace model_id_test
