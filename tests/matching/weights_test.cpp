/// Every weight of a policy counts: a score is another as soon as one of them is.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "support/matching_scene.h"

namespace matching_weights_test {

using mentor::test::MatchingScene;

namespace {

const std::string no_weights =
    "  young_persons_wish: 0\n  mentors_wish: 0\n  both_wish_to_meet: 0\n  young_person_wishes_to_meet: 0\n"
    "  mentor_wishes_to_meet: 0\n  shared_interest: 0\n  most_interests: 0\n  other_interests: 0\n"
    "  shared_language: 0\n  usual_language: English\n  shared_usual_language: 0\n  language_groups: []\n"
    "  language_of_group: 0\n  same_area: 0\n  expertise: 0\n  professional_role: 0\n  matched_before: 0\n"
    "  said_no: 0\n  no_other_match: 0\n  mentors_month: 0\n  young_persons_month: 0\n  most_months: 0\n"
    "  nobody_else: 0\n";

/// The weights with one of them another.
std::string with(std::string weights, const std::string& key, const std::string& value) {
  const auto begin = weights.find("  " + key + ": ");
  REQUIRE_MESSAGE(begin != std::string::npos, key);
  return weights.replace(begin, weights.find('\n', begin) - begin, "  " + key + ": " + value);
}

const std::string event =
    "id: E-00001\nkind: rapid-meeting\ndate: 2026-06-01\nscheme: home\nattended: [M-00001, "
    "Y-00001]\nsee_again:\n";
const std::string hers = "  - {id: V-00001, by: Y-00001, whom: M-00001}\n";
const std::string his = "  - {id: V-00002, by: M-00001, whom: Y-00001}\n";

/// The score of the two when `key` says that, and nothing else counts but what `beside` says.
int score(MatchingScene scene(), const std::string& key, const std::string& value,
          const std::map<std::string, std::string>& beside) {
  std::string weights = with(no_weights, key, value);
  for (const auto& [other, its] : beside) weights = with(weights, other, its);
  MatchingScene there = scene();
  const auto& pool = there.counts(weights).pool();
  const auto suggestion = pool.suggest(there.records().young_people.begin()->second);
  REQUIRE(suggestion.candidates.size() == 1);
  return suggestion.candidates.front().score;
}

MatchingScene of_two(const std::string& young_person, const std::string& mentor) {
  MatchingScene scene;
  scene.young_person(1, young_person).mentor(1, mentor);
  return scene;
}

struct Row {
  std::string key;
  MatchingScene (*scene)();
  std::map<std::string, std::string> beside;
  std::vector<std::pair<std::string, int>> scores;  ///< what it says, and what comes of it
};

const std::string professional =
    "  - {id: V-00001, step: information-session, on: 2026-01-01}\n"
    "  - {id: V-00002, step: professional-role, on: 2026-01-01, with: Y-00001}\n";

/// She has waited for three months, since 1 April, and he for six.
const std::vector<Row> rows{
    {"young_persons_wish",
     [] { return of_two("prefers: {age: 30-40, gender: woman}\n", "born: 1990-01-01\ngender: woman\n"); },
     {},
     {{"7", 14}}},
    {"mentors_wish",
     [] { return of_two("gender: girl\n", "prefers: {age: 20, gender: girl}\n"); },
     {},
     {{"7", 14}}},
    {"both_wish_to_meet",
     [] { return of_two("", "").file("events/E-00001.yaml", event + hers + his); },
     {},
     {{"7", 7}}},
    {"young_person_wishes_to_meet",
     [] { return of_two("", "").file("events/E-00001.yaml", event + hers); },
     {},
     {{"7", 7}}},
    {"mentor_wishes_to_meet",
     [] { return of_two("", "").file("events/E-00001.yaml", event + his); },
     {},
     {{"7", 7}}},
    {"shared_interest",
     [] { return of_two("interests: [chess, judo, art]\n", "interests: [chess, judo, art]\n"); },
     {{"most_interests", "2"}},
     {{"7", 14}}},
    {"most_interests",
     [] { return of_two("interests: [chess, judo, art]\n", "interests: [chess, judo, art]\n"); },
     {{"shared_interest", "7"}},
     {{"1", 7}, {"3", 21}}},
    {"other_interests", [] { return of_two("", "interests: [chess]\n"); }, {}, {{"7", 7}}},
    {"shared_language",
     [] { return of_two("languages: [English, Urdu]\n", "languages: [English, Urdu]\n"); },
     {},
     {{"7", 7}}},
    {"usual_language",
     [] { return of_two("languages: [English, Urdu]\n", "languages: [English, Urdu]\n"); },
     {{"shared_language", "7"}},
     {{"English", 7}, {"Welsh", 14}}},
    {"shared_usual_language",
     [] { return of_two("languages: [English, Urdu]\n", "languages: [English]\n"); },
     {},
     {{"7", 7}}},
    {"language_groups",
     [] { return of_two("groups: [new-arrival]\nlanguages: [Urdu]\n", "languages: [Urdu]\n"); },
     {{"language_of_group", "7"}},
     {{"[]", 0}, {"[new-arrival]", 7}}},
    {"language_of_group",
     [] { return of_two("groups: [new-arrival]\nlanguages: [Urdu]\n", "languages: [Urdu]\n"); },
     {{"language_groups", "[new-arrival]"}},
     {{"7", 7}}},
    {"same_area", [] { return of_two("area: Bury\n", "area: Bury\n"); }, {}, {{"7", 7}}},
    {"expertise",
     [] { return of_two("needs: [home, money]\n", "expertise: [home, money]\n"); },
     {},
     {{"7", 14}}},
    {"professional_role",
     [] { return MatchingScene().young_person(1).mentor(1, "", professional); },
     {},
     {{"7", 7}}},
    {"matched_before",
     [] {
       return of_two("", "").match(1, 1, 1,
                                   "started: 2026-03-01\nendings:\n  - {id: V-00001, on: 2026-04-02, as: "
                                   "managed, by: both}\n");
     },
     {},
     {{"7", 7}}},
    {"said_no",
     [] {
       return of_two("", "").match(1, 1, 1,
                                   "decisions:\n  - {id: V-00001, by: mentor, on: 2026-02-02, yes: no}\n");
     },
     {},
     {{"-7", -7}}},
    {"no_other_match", [] { return of_two("", ""); }, {}, {{"7", 7}}},
    {"mentors_month", [] { return of_two("", ""); }, {{"most_months", "4"}}, {{"7", 28}}},
    {"young_persons_month", [] { return of_two("", ""); }, {{"most_months", "4"}}, {{"7", 21}}},
    {"most_months",
     [] { return of_two("", ""); },
     {{"mentors_month", "1"}, {"young_persons_month", "10"}},
     {{"2", 22}, {"5", 35}, {"9", 36}}},
    {"nobody_else", [] { return of_two("nobody_else: yes\n", ""); }, {}, {{"7", 7}}},
};

}  // namespace

TEST_CASE("every weight of a policy counts as it says, and alone") {
  for (const auto& row : rows) {
    for (const auto& [value, expected] : row.scores) {
      CAPTURE(row.key);
      CAPTURE(value);
      CHECK(score(row.scene, row.key, value, row.beside) == expected);
    }
  }
}

TEST_CASE("no weight is without a case above") {
  mentor::for_each_field<mentor::policy::Weights>([](const auto& each) {
    const bool is_source = each.key == mentor::key_of(&mentor::policy::Weights::source);
    CHECK_MESSAGE((is_source || std::ranges::find(rows, each.key, &Row::key) != rows.end()), each.key);
  });
}

}  // namespace matching_weights_test
