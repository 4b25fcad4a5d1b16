#include "model/known_names.h"

#include <doctest/doctest.h>

#include <vector>

namespace model_known_names_test {

using mentor::Id;
using mentor::KnownNames;
using mentor::Mentor;
using mentor::MentorId;
using mentor::Register;
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
  mentor("M-00003", "Liam D’Arcy");
  mentor("M-00004", "محمد");
  mentor("M-00005", "Quill, Tia");
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
           {"Sam said, then patel, then PATEL", "(name) said, then (name), then (name)"},
           {"ros said so, okafor too", "M-7KQ2D said so, M-7KQ2D too"},
           {"a talk with D'Arcy, and with d’arcy's dog", "a talk with M-00003, and with M-00003's dog"},
           {"小明搬家了", "M-00002搬家了"},
           {"قال محمد", "قال M-00004"},
           {"Quill, and mr quill", "M-00005, and mr M-00005"},
           {"her aunt Ivy Duke (aunt)", "her aunt (name) (aunt)"},
           {"Jo Field agreed", "(name) agreed"},
           {"王小明搬家了", "M-00002搬家了"},
           {"she will move; a rose grows", "she will move; a rose grows"},
           {"Rosalind is somebody else", "Rosalind is somebody else"},
           {"", ""},
       }) {
    CAPTURE(row.text);
    CHECK(KnownNames(records).left_out_of(row.text, {}) == row.without);
  }
}

TEST_CASE("words that are also names stay words in small letters, and are the name in capitals") {
  Register records = register_of_three();
  YoungPerson& person = records.young_people.begin()->second;
  person.name = "May Marsh";
  person.key_adult = "Head of the Family Support Team";
  person.referred.by = "EET Action Group";
  for (const Row& row : std::vector<Row>{
           {"they may be late for a meeting of the group in action",
            "they may be late for a meeting of the group in action"},
           {"the support of her team and family will do", "the support of her team and family will do"},
           {"May said that Will comes in march", "Y-4F7KA said that M-00001 comes in march"},
           {"may marsh and will marsh met", "Y-4F7KA and M-00001 met"},
           {"the EET Action Group said so", "the (name) said so"},
           {"the action group said so", "the (name) said so"},
           {"the Head of the Family Support Team", "the (name)"},
       }) {
    CAPTURE(row.text);
    CHECK(KnownNames(records).left_out_of(row.text, {}) == row.without);
  }
  const std::vector<Id> about{Id::parse("Y-4F7KA").value()};
  CHECK(KnownNames(records).left_out_of("may is ill", about) == "Y-4F7KA is ill");
}

TEST_CASE("a name that several have is nobody's, unless the text is about one of them") {
  const Register records = register_of_three();
  CHECK(KnownNames(records).left_out_of("Marsh asked", {}) == "(name) asked");
  const std::vector<Id> about{Id::parse("Y-4F7KA").value()};
  CHECK(KnownNames(records).left_out_of("Marsh asked, marsh did", about) == "Y-4F7KA asked, Y-4F7KA did");
}

TEST_CASE("a match is about its two, a concern about whom it names, a person about themselves") {
  Register records = register_of_three();
  mentor::Match match;
  match.young_person = YoungPersonId::parse("Y-4F7KA").value();
  match.mentor = MentorId::parse("M-7KQ2D").value();
  records.matches.emplace(mentor::MatchId::parse("P-9X2MC").value(), match);
  records.concerns[mentor::ConcernId::parse("C-5T3JZ").value()].about = "M-00001";
  const auto people = [&](const char* id) {
    std::string text;
    for (const Id& each : mentor::people_of(std::vector<Id>{Id::parse(id).value()}, records))
      text += each.text() + " ";
    return text;
  };
  CHECK(people("P-9X2MC") == "Y-4F7KA M-7KQ2D P-9X2MC ");
  CHECK(people("C-5T3JZ") == "M-00001 ");
  CHECK(people("M-00001") == "M-00001 ");
}

}  // namespace model_known_names_test
