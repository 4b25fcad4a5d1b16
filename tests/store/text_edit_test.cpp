#include "store/text_edit.h"

#include <doctest/doctest.h>

#include <string>

#include "support/edited.h"

namespace store_text_edit_test {

using mentor::Match;
using mentor::Mentor;
using mentor::test::day;
using mentor::test::edited_match;
using mentor::test::edited_mentor;

namespace {

const std::string mentor_text = R"(# Rotherham, second intake
id: M-7KQ2D
name: Ada Byron        # prefers Ada
scheme: rotherham

role: 'senior-manager'
area: "Maltby"
languages: [English, Polish]
prefers: {age: 16-18, gender: female}
)";

/// `text` with the first `what` in it made `instead`.
std::string with(std::string text, const std::string& what, const std::string& instead) {
  return text.replace(text.find(what), what.size(), instead);
}

}  // namespace

TEST_CASE("a record that does not change keeps every byte") {
  CHECK(edited_mentor(mentor_text, [](Mentor&) {}) == mentor_text);
}

TEST_CASE("a changed value changes alone, comment and quotes beside it stay") {
  SUBCASE("plain, before a comment") {
    CHECK(edited_mentor(mentor_text, [](Mentor& m) { m.name = "Ada King"; }) ==
          with(mentor_text, "Ada Byron ", "Ada King "));
  }
  SUBCASE("in single quotes") {
    CHECK(edited_mentor(mentor_text, [](Mentor& m) { m.role = "elected-member"; }) ==
          with(mentor_text, "'senior-manager'", "'elected-member'"));
  }
  SUBCASE("in single quotes, with an apostrophe") {
    CHECK(edited_mentor(mentor_text, [](Mentor& m) { m.role = "mayor's aide"; }) ==
          with(mentor_text, "'senior-manager'", "'mayor''s aide'"));
  }
  SUBCASE("in double quotes") {
    CHECK(edited_mentor(mentor_text, [](Mentor& m) { m.area = "Wath: north"; }) ==
          with(mentor_text, "\"Maltby\"", "\"Wath: north\""));
  }
  SUBCASE("in double quotes, with quotes") {
    CHECK(edited_mentor(mentor_text, [](Mentor& m) { m.area = "\"Wath\""; }) ==
          with(mentor_text, "\"Maltby\"", "\"\\\"Wath\\\"\""));
  }
  SUBCASE("plain that must be quoted now") {
    CHECK(edited_mentor(mentor_text, [](Mentor& m) { m.name = "No"; }) ==
          with(mentor_text, "Ada Byron ", "\"No\" "));
  }
  SUBCASE("in a group of fields") {
    CHECK(edited_mentor(mentor_text, [](Mentor& m) { m.prefers->gender = "any, really"; }) ==
          with(mentor_text, "female", "\"any, really\""));
  }
}

TEST_CASE("a new field stands where the order of fields puts it") {
  SUBCASE("in the middle") {
    CHECK(edited_mentor(mentor_text, [](Mentor& m) { m.gender = "woman"; }) ==
          with(mentor_text, "area:", "gender: woman\narea:"));
  }
  SUBCASE("last") {
    CHECK(edited_mentor(mentor_text, [](Mentor& m) {
            m.closed.push_back({*mentor::EntryId::parse("V-00001"), day("2026-05-01"), {}, "moved", {}});
          }) == mentor_text + "closed:\n  - {id: V-00001, on: 2026-05-01, as: withdrew, why: moved}\n");
  }
  SUBCASE("two behind the same field, in order") {
    CHECK(edited_mentor(mentor_text, [](Mentor& m) {
            m.interests = {"chess"};
            m.capacity = mentor::Count{2};
          }) == with(mentor_text, "prefers:", "interests: [chess]\ncapacity: 2\nprefers:"));
  }
  SUBCASE("behind a field with a comment") {
    CHECK(edited_match("id: P-9X2MC\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\n"
                       "proposed: 2026-01-01  # by phone\n# to be started soon\nstarted: 2026-02-01\n",
                       [](Match& m) { m.focus = "a CV"; }) ==
          "id: P-9X2MC\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\n"
          "proposed: 2026-01-01  # by phone\nfocus: a CV\n# to be started soon\nstarted: 2026-02-01\n");
  }
}

TEST_CASE("a new field finds its place among fields in an order of their own") {
  const std::string text = "scheme: rotherham\nrole: senior-manager\nname: Ada\n\nid: M-7KQ2D\n";
  CHECK(edited_mentor(text, [](Mentor& m) { m.born = day("1980-02-29"); }) ==
        "scheme: rotherham\nrole: senior-manager\nborn: 1980-02-29\nname: Ada\n\nid: M-7KQ2D\n");
  CHECK(edited_mentor(text, [](Mentor& m) { m.name = "Eve"; }) == with(text, "Ada", "Eve"));
}

TEST_CASE("a removed field takes its line and no other") {
  SUBCASE("in the middle, blank lines and comments around it stay") {
    const std::string text = with(mentor_text, "role:", "enquired: 2026-01-01  # by email\nrole:");
    CHECK(edited_mentor(text, [](Mentor& m) { m.enquired.reset(); }) == mentor_text);
  }
  SUBCASE("last") {
    CHECK(edited_mentor(mentor_text, [](Mentor& m) { m.prefers.reset(); }) ==
          with(mentor_text, "prefers: {age: 16-18, gender: female}\n", ""));
  }
  SUBCASE("first in the file") {
    CHECK(edited_mentor("area: Wath\nid: M-7KQ2D\nname: Ada\nscheme: rotherham\nrole: x\n", [](Mentor& m) {
            m.area.clear();
          }) == "id: M-7KQ2D\nname: Ada\nscheme: rotherham\nrole: x\n");
  }
  SUBCASE("several next to each other") {
    CHECK(edited_mentor(mentor_text, [](Mentor& m) {
            m.area.clear();
            m.languages.clear();
          }) == with(mentor_text, "area: \"Maltby\"\nlanguages: [English, Polish]\n", ""));
  }
  SUBCASE("while the one behind it is new") {
    CHECK(edited_mentor(mentor_text, [](Mentor& m) {
            m.area.clear();
            m.department = "Housing";
          }) == with(mentor_text, "area: \"Maltby\"", "department: Housing"));
  }
  SUBCASE("of several lines") {
    const std::string text = with(mentor_text, "prefers:", "pen_picture: |\n  Walks.\n\n  Cooks.\nprefers:");
    CHECK(edited_mentor(text, [](Mentor& m) { m.pen_picture.clear(); }) == mentor_text);
  }
}

TEST_CASE("fields of a group come and go within its braces") {
  const auto group = [](const std::string& braces) {
    return with(mentor_text, "{age: 16-18, gender: female}", braces);
  };
  SUBCASE("the first goes") {
    CHECK(edited_mentor(mentor_text, [](Mentor& m) { m.prefers->age.reset(); }) == group("{gender: female}"));
  }
  SUBCASE("the last goes") {
    CHECK(edited_mentor(mentor_text, [](Mentor& m) { m.prefers->gender.clear(); }) == group("{age: 16-18}"));
  }
  SUBCASE("the first comes") {
    CHECK(edited_mentor(group("{ gender: female }"), [](Mentor& m) {
            m.prefers->age = mentor::Ages{17, 17};
          }) == group("{ age: 17, gender: female }"));
  }
  SUBCASE("the last comes") {
    CHECK(edited_mentor(group("{age: 16-18}"), [](Mentor& m) { m.prefers->gender = "female"; }) ==
          group("{age: 16-18, gender: female}"));
  }
  SUBCASE("one for another") {
    CHECK(edited_mentor(group("{age: 16-18}"), [](Mentor& m) {
            m.prefers = {{}, "female", {}};
          }) == group("{gender: female}"));
  }
  SUBCASE("into empty braces") {
    CHECK(edited_mentor(group("{}"), [](Mentor& m) {
            m.prefers = {mentor::Ages{16, 18}, "female", {}};
          }) == mentor_text);
  }
  SUBCASE("the group is in block style") {
    CHECK(edited_mentor(group("\n    age: 16-18  # or so"), [](Mentor& m) {
            m.prefers->gender = "female";
          }) == group("\n    age: 16-18  # or so\n    gender: female"));
  }
}

TEST_CASE("a record in braces stays in braces") {
  CHECK(edited_mentor("{id: M-7KQ2D, name: Ada,\n scheme: rotherham, role: senior-manager} # all\n",
                      [](Mentor& m) {
                        m.name = "Byron, Ada";
                        m.area = "Wath";
                      }) ==
        "{id: M-7KQ2D, name: \"Byron, Ada\",\n scheme: rotherham, role: senior-manager, area: Wath} # all\n");
}

TEST_CASE("a list that was written empty is filled where it stands") {
  const auto list = [](const std::string& text) { return with(mentor_text, "[English, Polish]", text); };
  CHECK(edited_mentor(list("[]  # to ask"), [](Mentor& m) { m.languages = {"Welsh"}; }) ==
        list("[Welsh]  # to ask"));
  CHECK(edited_mentor(mentor_text + "closed: []\n", [](Mentor& m) {
          m.closed.push_back({*mentor::EntryId::parse("V-00001"), day("2026-05-01"), {}, {}, {}});
        }) == mentor_text + "closed:\n  - {id: V-00001, on: 2026-05-01, as: withdrew}\n");
  CHECK(edited_mentor(list("[]"), [](Mentor& m) { m.area = "Wath"; }) == with(list("[]"), "Maltby", "Wath"));
}

}  // namespace store_text_edit_test
