#include "model/pseudonymous.h"

#include <doctest/doctest.h>

#include "support/records.h"

namespace model_pseudonymous_test {

using mentor::pseudonymous;
using mentor::Register;
using mentor::test::record;

namespace {

/// The record as it is written once people are left out of it.
template <class Records>
std::string without_people(Records Register::*kind, std::string_view yaml, std::string_view path,
                           mentor::BornOn born_on = mentor::BornOn::first_of_january) {
  using Record = typename Records::mapped_type;
  Register records;
  const auto read = record<Record>(yaml, path);
  (records.*kind).emplace(read.id, read);
  return mentor::store::write_record((pseudonymous(records, born_on).*kind).at(read.id));
}

}  // namespace

TEST_CASE("of a person identifiers, words of our own, yes and no and the year of birth stand") {
  const std::string yaml =
      "id: Y-4F7KA\nname: Zoë Šimonović\nscheme: rotherham\nborn: 2008-05-20\ngender: female\narea: "
      "Rawmarsh\n"
      "referred: {on: 2026-01-05, by: Jo Tell, role: social-worker}\nagreed_on: 2026-01-05\n"
      "key_adult: Sam Patel\nkey_adult_role: personal-adviser\nemergency_contacts: [\"Sam, 01709\"]\n"
      "needs: [home]\ninterests: [football]\nlanguages: [Welsh]\ngroups: [disabled]\ncare_experienced: yes\n"
      "prefers: {age: 30-40, gender: female}\neet:\n"
      "  - {id: V-00001, on: 2026-01-05, status: neet, barriers: [custody]}\n"
      "waivers:\n  - {id: V-00002, rule: people.waiting, on: 2026-02-01, why: Sam said so, authorised_by: "
      "Bea, "
      "until: 2026-03-01}\n";
  const std::string path = "young-people/Y-4F7KA.yaml";
  const auto outcome = [](const std::string& born) {
    return "id: Y-4F7KA\nname: Y-4F7KA\nscheme: rotherham\nborn: " + born +
           "\nreferred: {on: 2026-01-05, role: social-worker}\nagreed_on: 2026-01-05\n"
           "care_experienced: yes\nprefers: {age: 30-40}\neet:\n"
           "  - {id: V-00001, on: 2026-01-05, status: neet}\n"
           "waivers:\n  - {id: V-00002, rule: people.waiting, on: 2026-02-01, why: V-00002, authorised_by: "
           "V-00002, until: 2026-03-01}\n";
  };
  CHECK(without_people(&Register::young_people, yaml, path) == outcome("2008-01-01"));
  CHECK(without_people(&Register::young_people, yaml, path, mentor::BornOn::last_of_december) ==
        outcome("2008-12-31"));
}

TEST_CASE("a group of which only words are left out is left out whole") {
  CHECK(without_people(&Register::mentors,
                       "id: M-7KQ2D\nname: Ros Okafor\nscheme: rotherham\nrole: senior-manager\n"
                       "born: 1978-03-14\nprefers: {gender: any}\n",
                       "mentors/M-7KQ2D.yaml") ==
        "id: M-7KQ2D\nname: M-7KQ2D\nscheme: rotherham\nrole: senior-manager\nborn: 1978-01-01\n");
}

TEST_CASE(
    "what somebody wrote of a match is left out, and where there must be words its entry stands for them") {
  CHECK(without_people(&Register::matches,
                       "id: P-9X2MC\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\n"
                       "proposed: 2026-01-10\nfirst_meeting: {date: 2026-02-01, activity: Bowling with Sam}\n"
                       "focus: being heard\nreflections:\n"
                       "  - {id: V-00001, by: mentor, on: 2026-03-01, text: She is doing well, share: yes}\n",
                       "matches/P-9X2MC.yaml") ==
        "id: P-9X2MC\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\nproposed: 2026-01-10\n"
        "first_meeting: {date: 2026-02-01}\nreflections:\n"
        "  - {id: V-00001, by: mentor, on: 2026-03-01, text: V-00001, share: yes}\n");
}

}  // namespace model_pseudonymous_test
