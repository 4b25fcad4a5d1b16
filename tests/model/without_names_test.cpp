#include "model/without_names.h"

#include <doctest/doctest.h>

#include <vector>

using mentor::Id;
using mentor::Mentor;
using mentor::MentorId;
using mentor::Register;
using mentor::without_names;
using mentor::YoungPerson;
using mentor::YoungPersonId;

namespace {

Register register_of_three() {
  Register records;
  const auto mentor = [&](const char* id, const char* name) {
    Mentor& added = records.mentors[MentorId::parse(id).value()];
    added.id = MentorId::parse(id).value();
    added.name = name;
  };
  mentor("M-7KQ2D", "Ros Okafor-Vale");
  mentor("M-00001", "Will Marsh");
  mentor("M-00002", "王小明");
  YoungPerson& person = records.young_people[YoungPersonId::parse("Y-4F7KA").value()];
  person.id = YoungPersonId::parse("Y-4F7KA").value();
  person.name = "Zoë Marsh";
  person.key_adult = "Sam Patel";
  person.emergency_contacts = {"Ivy Duke, aunt, 01709 000001"};
  records.settings.staff = {{{}, "Jo Field", {}, {}, {}, {}}};
  return records;
}

struct Row {
  const char* text;
  const char* without;
};

}  // namespace

TEST_CASE("names become identifiers, and those of people without one become (name)") {
  const Register records = register_of_three();
  for (const Row& row : std::vector<Row>{
           {"Ros Okafor-Vale moved", "M-7KQ2D moved"},
           {"ros okafor vale moved", "M-7KQ2D moved"},
           {"as Ros's flat is let", "as M-7KQ2D's flat is let"},
           {"Okafor rang", "M-7KQ2D rang"},
           {"ZOE MARSH and Zoe", "Y-4F7KA and Y-4F7KA"},
           {"Sam said, then patel, then Patel", "(name) said, then patel, then (name)"},
           {"her aunt Ivy Duke (aunt)", "her aunt (name) (aunt)"},
           {"Jo Field agreed", "(name) agreed"},
           {"王小明搬家了", "M-00002搬家了"},
           {"she will move; a rose grows", "she will move; a rose grows"},
           {"Rosalind is somebody else", "Rosalind is somebody else"},
           {"", ""},
       }) {
    CAPTURE(row.text);
    CHECK(without_names(row.text, records, {}) == row.without);
  }
}

TEST_CASE("a name that several have is nobody's, unless the text is about one of them") {
  const Register records = register_of_three();
  CHECK(without_names("Marsh asked", records, {}) == "(name) asked");
  const std::vector<Id> about{Id::parse("Y-4F7KA").value()};
  CHECK(without_names("Marsh asked, marsh did", records, about) == "Y-4F7KA asked, Y-4F7KA did");
}
