#include "matching/proposals.h"

#include <doctest/doctest.h>

#include "model/scalar.h"
#include "support/matching_scene.h"

namespace matching_proposals_test {

using mentor::matching::Proposals;
using mentor::test::Lines;
using mentor::test::MatchingScene;

namespace {

Proposals proposals_of(MatchingScene& scene) {
  return mentor::matching::propose_for_all(scene.pool(), {"home"});
}

/// `Y-00001 M-00002 35`.
Lines pairs(const Proposals& proposals) {
  Lines lines;
  for (const auto& [person, urgency, findings, candidate] : proposals.proposals)
    lines.push_back(person->id.text() + " " + candidate.mentor->id.text() + " " +
                    std::to_string(candidate.score));
  return lines;
}

Lines pairs(MatchingScene& scene) { return pairs(proposals_of(scene)); }

/// `Y-00001: why`.
Lines unmatched(const Proposals& proposals) {
  Lines lines;
  for (const auto& [person, because] : proposals.unmatched) {
    for (const auto& each : because) lines.push_back(person->id.text() + ": " + each);
  }
  return lines;
}

/// `M-00001: why`, a rule by its name.
Lines not_ready(const Proposals& proposals) {
  Lines lines;
  for (const auto& [mentor, findings, because] : proposals.not_ready) {
    for (const auto& each : findings) lines.push_back(mentor->id.text() + ": " + each.rule);
    for (const auto& each : because) lines.push_back(mentor->id.text() + ": " + each);
  }
  return lines;
}

Lines free(const Proposals& proposals) {
  Lines lines;
  for (const auto& [mentor, room] : proposals.free)
    lines.push_back(mentor->id.text() + " " + std::to_string(room));
  return lines;
}

/// Nothing counts but the interests, one point each.
const std::string interests_alone =
    "  shared_interest: 1\n  most_interests: 9\n  other_interests: 0\n  no_other_match: 0\n  most_months: "
    "0\n";

}  // namespace

TEST_CASE("as many as possible are matched, then as well as possible") {
  MatchingScene scene;
  scene.counts(interests_alone)
      .young_person(1, "interests: [a1, b1, c1]\n")
      .mentor(1, "interests: [a1, b1]\n");
  scene.young_person(2, "interests: [a1, b1]\n").mentor(2, "interests: [c1]\n");
  CHECK(pairs(scene) == Lines{"Y-00001 M-00002 1", "Y-00002 M-00001 2"});
  scene.mentor(2, "interests: [b1]\n");
  CHECK(pairs(scene) == Lines{"Y-00001 M-00001 2", "Y-00002 M-00002 1"});
}

TEST_CASE(
    "where there are too few mentors, those come first who have nobody else, then who has waited longest") {
  MatchingScene scene;
  scene.counts(interests_alone + "  nobody_else: 0\n").mentor(1);
  scene.young_person(1, "referred: {on: 2026-03-02}\n").young_person(2, "referred: {on: 2026-03-01}\n");
  CHECK(pairs(scene) == Lines{"Y-00002 M-00001 0"});
  scene.young_person(3, "referred: {on: 2026-05-01}\nnobody_else: yes\n");
  CHECK(pairs(scene) == Lines{"Y-00003 M-00001 0"});
  scene.mentor(1, "capacity: 2\n");
  CHECK(pairs(scene) == Lines{"Y-00003 M-00001 0", "Y-00002 M-00001 0"});
}

TEST_CASE("that somebody has nobody else counts as much as the policy says against what suits better") {
  MatchingScene scene;
  scene.counts(interests_alone + "  nobody_else: 2\n").mentor(1, "interests: [a1, b1]\n");
  scene.young_person(1, "interests: [a1, b1]\n").young_person(2, "interests: [a1]\nnobody_else: yes\n");
  CHECK(pairs(scene) == Lines{"Y-00002 M-00001 3"});
  scene.counts(interests_alone + "  nobody_else: 0\n");
  CHECK(pairs(scene) == Lines{"Y-00001 M-00001 2"});
}

TEST_CASE("an equal mentor who has waited longer is proposed first") {
  MatchingScene scene;
  scene.counts(interests_alone)
      .young_person(1)
      .mentor(1)
      .mentor(2, "", "  - {id: V-00001, step: information-session, on: 2025-12-31}\n");
  scene.mentor(1, "", "  - {id: V-00001, step: information-session, on: 2026-01-02}\n");
  CHECK(pairs(scene) == Lines{"Y-00001 M-00002 0"});
}

TEST_CASE("whom nobody suits is told with why") {
  MatchingScene scene;
  scene.young_person(1);
  CHECK(unmatched(proposals_of(scene)) == Lines{"Y-00001: there are no mentors in home"});
  scene.mentor(1).match(1, 1, 1,
                        "started: 2026-03-01\nendings:\n  - {id: V-00001, on: 2026-04-02, as: broke-down, "
                        "by: mentor}\n");
  CHECK(unmatched(proposals_of(scene)) ==
        Lines{"Y-00001: the one mentor in home could not be matched with them now",
              "Y-00001: M-00001: a match of the two (P-00001) broke down on 2 April 2026"});
  scene.young_person(2);
  CHECK(pairs(scene).size() == 1);
  scene.young_person(3, "referred: {on: 2026-05-01}\n");
  CHECK(unmatched(proposals_of(scene)).back() ==
        "Y-00003: could be matched with M-00001, who has no more room beside what is proposed");
}

TEST_CASE("a score below none is proposed where there is nothing better") {
  MatchingScene scene;
  scene.counts(interests_alone + "  said_no: -50\n")
      .young_person(1)
      .mentor(1)
      .match(1, 1, 1, "decisions:\n  - {id: V-00001, by: young-person, on: 2026-02-02, yes: no}\n");
  CHECK(pairs(scene) == Lines{"Y-00001 M-00001 -50"});
}

TEST_CASE("whoever is proposed, in a match or gone is not looked at, and is told") {
  MatchingScene scene;
  scene.mentor(1, "capacity: 3\n").young_person(1).match(1, 1, 1, "");
  scene.young_person(2).match(2, 2, 1, "started: 2026-03-01\n");
  scene.young_person(3, "closed:\n  - {id: V-00001, on: 2026-06-01, as: withdrew}\n");
  scene.young_person(4, "referred: {on: 2026-07-02}\n").young_person(5);
  const Proposals proposals = proposals_of(scene);
  CHECK(pairs(proposals).size() == 1);
  CHECK(proposals.proposals.front().young_person->id.text() == "Y-00005");
  Lines left_out;
  for (const auto& [person, state] : proposals.not_waiting)
    left_out.push_back(person->id.text() + " " + std::string(mentor::word(state)));
  CHECK(left_out == Lines{"Y-00001 proposed", "Y-00002 matched", "Y-00003 closed", "Y-00004 waiting"});
}

TEST_CASE("room that a proposal takes is kept for it") {
  MatchingScene scene;
  scene.mentor(1).young_person(1).match(1, 1, 1, "").young_person(2);
  CHECK(pairs(scene).empty());
  CHECK(not_ready(proposals_of(scene)) ==
        Lines{"M-00001: is proposed to 1 young person already, and has room for 1 more"});
  scene.mentor(1, "capacity: 2\n");
  CHECK(pairs(scene).size() == 1);
}

TEST_CASE("every mentor is proposed, free with the room that is left, or not ready with why") {
  MatchingScene scene;
  scene.young_person(1)
      .mentor(1, "capacity: 3\n")
      .mentor(2, "", "")
      .mentor(3, "closed:\n  - {id: V-00009, on: 2026-06-01, as: withdrew}\n");
  scene.mentor(4, "", "");
  const Proposals proposals = proposals_of(scene);
  CHECK(pairs(proposals).size() == 1);
  CHECK(free(proposals) == Lines{"M-00001 2"});
  CHECK(not_ready(proposals) == Lines{"M-00002: readiness.information_session",
                                      "M-00003: has left the scheme",
                                      "M-00004: readiness.information_session"});
}

TEST_CASE("where nobody waits the mentors are free, or lack what they lack") {
  MatchingScene scene;
  scene.mentor(1).mentor(2, "", "");
  const Proposals proposals = proposals_of(scene);
  CHECK(proposals.proposals.empty());
  CHECK(free(proposals) == Lines{"M-00001 1"});
  CHECK(not_ready(proposals) == Lines{"M-00002: readiness.information_session"});
}

TEST_CASE("the same records give the same matches, in whatever order they were added") {
  MatchingScene scene;
  for (int i = 1; i <= 5; ++i) {
    scene.young_person(i, "interests: [chess]\n").mentor(i, "interests: [chess]\n");  // all alike
  }
  const auto& pool = scene.pool();
  const Proposals expected = mentor::matching::propose_for_all(pool, {"home"});
  mentor::Register reversed;
  const auto reverse = [](const auto& from, auto& to) {
    for (auto each = from.rbegin(); each != from.rend(); ++each) to.insert(*each);
  };
  reverse(scene.records().mentors, reversed.mentors);
  reverse(scene.records().young_people, reversed.young_people);
  const mentor::matching::Pool other(reversed, scene.policies(), scene.rulebook(),
                                     mentor::test::day("2026-07-01"));
  const Proposals again = mentor::matching::propose_for_all(other, {"home"});
  CHECK(pairs(expected).size() == 5);
  CHECK(pairs(again) == pairs(expected));
}

}  // namespace matching_proposals_test
