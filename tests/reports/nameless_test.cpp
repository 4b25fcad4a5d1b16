#include "reports/nameless.h"

#include <doctest/doctest.h>

#include "support/records.h"

namespace reports_nameless_test {

using mentor::Match;
using mentor::Mentor;
using mentor::Register;
using mentor::YoungPerson;
using mentor::test::record;

namespace {

std::string nameless(std::string_view text, const std::string& mentor_name = "Ros Okafor-Vale",
                     const std::string& key_adult = "Sam Patel") {
  Register records;
  const auto mentor = record<Mentor>(
      "id: M-7KQ2D\nname: " + mentor_name + "\nscheme: rotherham\nrole: volunteer\n", "mentors/M-7KQ2D.yaml");
  const auto person = record<YoungPerson>(
      "id: Y-4F7KA\nname: Zoë Quill\nscheme: rotherham\nborn: 2008-05-20\nreferred: {on: 2026-01-05, by: "
      "Jo}\n"
      "key_adult: " +
          key_adult + "\n",
      "young-people/Y-4F7KA.yaml");
  const auto match = record<Match>(
      "id: P-9X2MC\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\nproposed: 2026-01-10\n",
      "matches/P-9X2MC.yaml");
  records.mentors.emplace(mentor.id, mentor);
  records.young_people.emplace(person.id, person);
  records.matches.emplace(match.id, match);
  return mentor::reports::nameless(text, mentor::KnownNames(records));
}

}  // namespace

TEST_CASE("a name that the records hold is not told, however it is written") {
  CHECK(nameless("Ros Okafor-Vale turned up, and ZOE's aunt too") ==
        "[name] turned up, and [name]'s aunt too");
  CHECK(nameless("Mr Patel asked") == "Mr [name] asked");
  CHECK(nameless("she listens") == "she listens");
}

TEST_CASE("an identifier that somebody wrote is not told") {
  CHECK(nameless("see P-9X2MC, not P-9X2MCX") == "see [name], not P-9X2MCX");
}

TEST_CASE("a number that could be somebody's is not told, a small one is") {
  CHECK(nameless("ring 07700 900123 or (0114) 496-0000.") == "ring [number] or ([number].");
  CHECK(nameless("at 12, in 2024, 3 times") == "at 12, in 2024, 3 times");
}

TEST_CASE("an address is not told") {
  CHECK(nameless("mail zq@example.org or @zq or https://example.org/zq now") ==
        "mail [address] or [address] or [address] now");
}

TEST_CASE("where somebody lives is not told, and what only sounds like it is") {
  CHECK(nameless("I live at 14 Elm Street, S65 1AB, now") == "I live at [address], [address], now");
  CHECK(nameless("come to 12a station road or s651ab") == "come to [address] or [address]");
  CHECK(nameless("we met on Cow Rakes Lane") == "we met on [address]");
  CHECK(nameless("3 times a day on the street, 2 hours in the park") ==
        "3 times a day on the street, 2 hours in the park");
  CHECK(nameless("level 2 now, in the long way round") == "level 2 now, in the long way round");
}

TEST_CASE("a word that is also a name is one where it has a capital, and a pronoun is none") {
  CHECK(nameless("I hope that she will bring her dog", "Will Hope", "her aunt Grace") ==
        "I hope that she will bring her dog");
  CHECK(nameless("I told Will and Grace. Her dog came.", "Will Hope", "her aunt Grace") ==
        "I told [name] and [name]. Her dog came.");
  CHECK(nameless("he likes his tea", "Ros Vale", "his carer") == "he likes his tea");
}

TEST_CASE("what is told stands in one line") { CHECK(nameless("one\ntwo") == "one two"); }

}  // namespace reports_nameless_test
