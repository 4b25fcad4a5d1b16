#include "matching/reasons.h"

#include <doctest/doctest.h>

#include <string>

#include "model/scalar.h"
#include "support/records.h"

namespace matching_reasons_test {

using mentor::Mentor;
using mentor::YoungPerson;
using mentor::matching::Reasons;
using mentor::matching::Two;
using mentor::policy::Weights;
using mentor::test::day;
using mentor::test::Lines;

namespace {

Mentor mentor_with(const std::string& more) {
  return mentor::test::record<Mentor>(
      "id: M-00001\nname: Ros Okafor\nscheme: manchester\nrole: volunteer\n" + more, "mentors/M-00001.yaml");
}

YoungPerson young_person_with(const std::string& more) {
  return mentor::test::record<YoungPerson>(
      "id: Y-00001\nname: Tia Quill\nscheme: manchester\nborn: 2008-05-20\nreferred: {on: 2026-01-05}\n" +
          more,
      "young-people/Y-00001.yaml");
}

/// The reasons of one family on 1 April 2026, when she is 17: `interests 20: both like …`.
using Add = void (*)(const Two&, const Weights&, Reasons&);
Lines reasons(Add add, const std::string& young_person, const std::string& mentor) {
  const YoungPerson person = young_person_with(young_person);
  const Mentor other = mentor_with(mentor);
  Reasons found;
  Weights weights;
  weights.language_groups = {"unaccompanied-asylum-seeking", "new-arrival"};
  add({person, other, day("2026-04-01")}, weights, found);
  Lines lines;
  for (const auto& each : found)
    lines.push_back(std::string(mentor::word(each.about)) + " " + std::to_string(each.points) + ": " +
                    each.says);
  return lines;
}

}  // namespace

TEST_CASE("interests are shared whatever their case, and the first three of them count") {
  using mentor::matching::add_interests;
  CHECK(reasons(add_interests, "interests: [Football, chess]\n", "interests: [football]\n") ==
        Lines{"interests 10: both like Football"});
  CHECK(reasons(add_interests, "interests: [a1, b1, c1, d1]\n", "interests: [d1, c1, b1, a1]\n") ==
        Lines{"interests 30: both like a1, b1, c1, d1"});
}

TEST_CASE("blanks, accents and a list in one text hide no interest") {
  using mentor::matching::add_interests;
  CHECK(reasons(add_interests, "interests: [\"cooking \"]\n", "interests: [Cooking]\n") ==
        Lines{"interests 10: both like cooking"});
  CHECK(reasons(add_interests, "interests: [\"Board  games, café racing\"]\n",
                "interests: [cafe racing, board games]\n") ==
        Lines{"interests 20: both like Board games, café racing"});
  CHECK(reasons(add_interests, "interests: [arts]\n", "interests: [arts and crafts]\n") ==
        Lines{"interests 2: the mentor brings interests: arts and crafts"});
}

TEST_CASE("an interest that only the mentor has counts a little") {
  using mentor::matching::add_interests;
  CHECK(reasons(add_interests, "interests: [chess]\n", "interests: [chess, judo]\n") ==
        Lines{"interests 10: both like chess", "interests 2: the mentor brings other interests: judo"});
  CHECK(reasons(add_interests, "interests: [chess]\n", "interests: [judo]\n") ==
        Lines{"interests 2: the mentor brings interests: judo"});
  CHECK(reasons(add_interests, "interests: [chess]\n", "") == Lines{});
}

TEST_CASE("a language of one's own counts more than the usual one, and most for those who are new here") {
  using mentor::matching::add_languages;
  const std::string both = "languages: [English, Tigrinya]\n";
  CHECK(reasons(add_languages, "languages: [English]\n", both) == Lines{"languages 2: both speak English"});
  CHECK(reasons(add_languages, both, both) == Lines{"languages 10: both speak English, Tigrinya"});
  CHECK(reasons(add_languages, both + "groups: [unaccompanied-asylum-seeking]\n", both) ==
        Lines{"languages 20: both speak English, Tigrinya"});
  CHECK(reasons(add_languages, both + "groups: [disabled]\n", both) ==
        Lines{"languages 10: both speak English, Tigrinya"});
  CHECK(reasons(add_languages, both + "groups: [new-arrival]\n", "languages: [english]\n") ==
        Lines{"languages 2: both speak English"});
  CHECK(reasons(add_languages, both, "") == Lines{});
  CHECK(reasons(add_languages, both, "languages: [Welsh]\n") ==
        Lines{"languages 0: the two speak no language in common"});
}

TEST_CASE("several languages in one text count each") {
  using mentor::matching::add_languages;
  const std::string two = "languages: [English and Yoruba]\n";
  CHECK(reasons(add_languages, two, "languages: [\" yoruba\"]\n") ==
        Lines{"languages 10: both speak Yoruba"});
  CHECK(reasons(add_languages, "languages: [English]\n", two) == Lines{"languages 2: both speak English"});
  CHECK(reasons(add_languages, "languages: [\"Igbo, Yoruba\"]\n", "languages: [Igbo/Yoruba]\n") ==
        Lines{"languages 20: both speak Igbo, Yoruba"});
}

TEST_CASE("the same area counts, and another is said") {
  using mentor::matching::add_area;
  CHECK(reasons(add_area, "area: Salford\n", "area: salford\n") == Lines{"area 10: both are in Salford"});
  CHECK(reasons(add_area, "area: Salford\n", "area: Bury\n") ==
        Lines{"area 0: the young person is in Salford, the mentor in Bury"});
  CHECK(reasons(add_area, "area: \"Salford \"\n", "area: SALFORD\n").front().starts_with("area 10: "));
  CHECK(reasons(add_area, "area: Salford\n", "") == Lines{});
  CHECK(reasons(add_area, "", "") == Lines{});
}

TEST_CASE("a young person's wish is met, not met, or not known, and is said each time") {
  using mentor::matching::add_wishes;
  const std::string wish = "prefers: {age: 30-40}\n";
  const std::string aged = "the young person wishes for somebody aged 30-40, and the mentor";
  CHECK(reasons(add_wishes, wish, "born: 1996-04-01\n") == Lines{"age 15: " + aged + " is"});
  CHECK(reasons(add_wishes, wish, "born: 1996-04-02\n") == Lines{"age 0: " + aged + " is not"});
  CHECK(reasons(add_wishes, wish, "born: 1985-04-02\n") == Lines{"age 15: " + aged + " is"});
  CHECK(reasons(add_wishes, wish, "born: 1985-04-01\n") == Lines{"age 0: " + aged + " is not"});
  CHECK(reasons(add_wishes, wish, "") == Lines{"age 0: " + aged + "'s is not recorded"});
  const std::string who =
      "gender 15: the young person wishes for somebody of the gender 'a woman', and the mentor is";
  CHECK(reasons(add_wishes, "prefers: {gender: a woman}\n", "gender: A woman\n") == Lines{who});
}

TEST_CASE("a wish for a gender is met in whatever words the two say it, and a strange word is no no") {
  using mentor::matching::add_wishes;
  const std::string woman = "the young person wishes for somebody of the gender 'woman', and the mentor";
  const std::string wish = "prefers: {gender: woman}\n";
  CHECK(reasons(add_wishes, wish, "gender: female\n") == Lines{"gender 15: " + woman + " is"});
  CHECK(reasons(add_wishes, wish, "gender: Man\n") == Lines{"gender 0: " + woman + " is not"});
  CHECK(reasons(add_wishes, wish, "") == Lines{"gender 0: " + woman + "'s is not recorded"});
  CHECK(reasons(add_wishes, wish, "gender: genderfluid\n") ==
        Lines{"gender 0: " + woman + " is recorded as genderfluid"});
  CHECK(reasons(add_wishes, "gender: female\n", "prefers: {gender: girl}\n") ==
        Lines{"wishes 5: the mentor wishes for somebody of the gender 'girl', and the young person is"});
}

TEST_CASE("a wish for anybody is no wish") {
  using mentor::matching::add_wishes;
  CHECK(reasons(add_wishes, "prefers: {gender: any}\n", "gender: male\n") == Lines{});
  CHECK(reasons(add_wishes, "gender: male\n", "prefers: {gender: No preference}\n") == Lines{});
}

TEST_CASE("a mentor's wish counts less, and one that is not met takes nothing away") {
  using mentor::matching::add_wishes;
  CHECK(reasons(add_wishes, "gender: boy\n", "prefers: {age: 13-14, gender: boy}\n") ==
        Lines{"wishes 0: the mentor wishes for somebody aged 13-14, and the young person is not",
              "wishes 5: the mentor wishes for somebody of the gender 'boy', and the young person is"});
  CHECK(reasons(add_wishes, "", "prefers: {age: 17}\n") ==
        Lines{"wishes 5: the mentor wishes for somebody aged 17, and the young person is"});
}

TEST_CASE("expertise counts for each need that it answers") {
  using mentor::matching::add_experience;
  CHECK(
      reasons(add_experience, "needs: [home, money]\n", "expertise: [Money advice, a home of one's own]\n") ==
      Lines{"experience 16: the mentor knows about home, money, which is wanted"});
  CHECK(reasons(add_experience, "needs: [eet]\n", "expertise: [feet]\n") == Lines{});
}

TEST_CASE("a mentor who knew them in a professional role is told of, and nobody else's role") {
  using mentor::matching::add_experience;
  const std::string role = "steps:\n  - {id: V-00001, step: professional-role, on: 2026-01-01, with: ";
  const std::string knew = "experience 20: the mentor knew the young person in a professional role";
  CHECK(reasons(add_experience, "", role + "Y-00001, as: social worker, ended: 2025-06-30}\n") ==
        Lines{knew + ", as social worker, until 30 June 2025"});
  CHECK(reasons(add_experience, "", role + "Y-00001}\n") == Lines{knew});
  CHECK(reasons(add_experience, "", role + "Y-00002}\n") == Lines{});
}

}  // namespace matching_reasons_test
