#include "matching/rounds.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>
#include <tuple>

namespace matching_rounds_test {

using mentor::matching::Meeting;
using mentor::matching::Meetings;
using mentor::matching::most_promising;
using mentor::matching::rounds_of;

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t bound) { return random() % bound; }

/// Each of the possible meetings with the same chance, in an order of their own.
Meetings some_meetings(Random& random, std::size_t young_people, std::size_t mentors) {
  const std::size_t in_ten = 1 + below(random, 10);
  Meetings meetings;
  for (std::size_t young_person = 0; young_person < young_people; ++young_person) {
    for (std::size_t mentor = 0; mentor < mentors; ++mentor) {
      if (below(random, 10) < in_ten)
        meetings.push_back({young_person, mentor, static_cast<int>(below(random, 60)) - 20});
    }
  }
  std::shuffle(meetings.begin(), meetings.end(), random);
  return meetings;
}

/// How many meetings each of them has, young people first; there are at most a hundred of these.
std::vector<std::size_t> counts_of(const Meetings& meetings) {
  std::vector<std::size_t> counts(200);
  for (const auto& each : meetings) {
    ++counts[each.young_person];
    ++counts[100 + each.mentor];
  }
  return counts;
}

std::size_t most_of_one(const Meetings& meetings) {
  return meetings.empty() ? 0 : std::ranges::max(counts_of(meetings));
}

Meetings sorted(Meetings meetings) {
  std::ranges::sort(meetings);
  return meetings;
}

/// What a choice is judged by, the better the greater: how many, how even, how promising.
std::tuple<std::size_t, int, int> merit(const Meetings& meetings) {
  int squares = 0;
  for (const std::size_t count : counts_of(meetings)) squares += static_cast<int>(count * count);
  int score = 0;
  for (const auto& each : meetings) score += each.score;
  return {meetings.size(), -squares, score};
}

auto people_in(const Meetings& meetings) {
  const auto counts = counts_of(meetings);
  return std::ranges::count_if(counts, [](std::size_t count) { return count > 0; });
}

/// Every choice in which nobody has more than `most`.
std::vector<Meetings> choices(const Meetings& meetings, std::size_t most) {
  std::vector<Meetings> found;
  for (std::size_t which = 0; which < (std::size_t{1} << meetings.size()); ++which) {
    Meetings some;
    for (std::size_t i = 0; i < meetings.size(); ++i) {
      if ((which >> i & 1U) != 0) some.push_back(meetings[i]);
    }
    if (most_of_one(some) <= most) found.push_back(std::move(some));
  }
  return found;
}

}  // namespace

TEST_CASE("three who could each meet three do so in three rounds without a break") {
  Meetings all;
  for (std::size_t young_person = 0; young_person < 3; ++young_person) {
    for (std::size_t mentor = 0; mentor < 3; ++mentor) all.push_back({young_person, mentor, 0});
  }
  const auto rounds = rounds_of(all);
  REQUIRE(rounds.size() == 3);
  for (const auto& each : rounds) CHECK(each.size() == 3);
}

TEST_CASE("a meeting for which neither has the same round free makes others give way") {
  // One after another: 0-0 in the first round, 0-1 and 1-0 in the second, 1-1 in the first, 2-0 in the third.
  // For 2-1 mentor 1 has only the third free, which 2 has not: 1-1 gives way, from the first to the third.
  const Meetings meetings{{0, 0, 0}, {0, 1, 0}, {1, 0, 0}, {1, 1, 0}, {2, 0, 0}, {2, 1, 0}};
  CHECK(rounds_of(meetings) ==
        std::vector<Meetings>{{{0, 0, 0}, {2, 1, 0}}, {{0, 1, 0}, {1, 0, 0}}, {{1, 1, 0}, {2, 0, 0}}});
}

TEST_CASE("a round with two meetings more than another gives one of them away") {
  // 0-0, 1-1 and 2-2 all find the first round free, and 0-1 the second. The path from young person 1 has 1-1
  // and 0-0 in the first round and 0-1 in the second: they change places.
  CHECK(rounds_of({{0, 0, 0}, {1, 1, 0}, {2, 2, 0}, {0, 1, 0}}) ==
        std::vector<Meetings>{{{2, 2, 0}, {0, 1, 0}}, {{0, 0, 0}, {1, 1, 0}}});
}

TEST_CASE("nobody meets anybody in no round") {
  CHECK(rounds_of({}).empty());
  CHECK(most_promising({}, 3).empty());
}

TEST_CASE("each meeting is in one round, nobody is twice in one, and there are as few as can be") {
  for (unsigned seed = 0; seed < 500; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Meetings meetings = some_meetings(random, 1 + below(random, 12), 1 + below(random, 12));
    const auto rounds = rounds_of(meetings);
    CHECK(rounds.size() == most_of_one(meetings));
    Meetings all;
    for (const auto& round : rounds) {
      CHECK(most_of_one(round) == 1);
      all.insert(all.end(), round.begin(), round.end());
    }
    CHECK(sorted(all) == sorted(meetings));
    CHECK(rounds_of(meetings) == rounds);
  }
}

TEST_CASE("of two rounds neither has two meetings more than the other") {
  for (unsigned seed = 0; seed < 500; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const auto rounds = rounds_of(some_meetings(random, 2 + below(random, 11), 2 + below(random, 11)));
    if (rounds.empty()) continue;
    const auto [least, most] = std::ranges::minmax(rounds, {}, &Meetings::size);
    CHECK(most.size() - least.size() < 2);
  }
}

TEST_CASE("when there is time for all meetings all are held") {
  Random random(7);
  const Meetings meetings = some_meetings(random, 8, 6);
  CHECK(most_promising(meetings, most_of_one(meetings)) == meetings);
  CHECK(most_promising(meetings, 0).empty());
}

TEST_CASE("when time is short the most promising meetings are held") {
  CHECK(most_promising({{0, 0, 10}, {0, 1, 30}, {0, 2, 20}}, 2) == Meetings{{0, 1, 30}, {0, 2, 20}});
  CHECK(most_promising({{0, 0, -20}}, 1) == Meetings{{0, 0, -20}});
}

TEST_CASE("somebody who could meet one person only meets them, however promising the others are") {
  // Mentor 0 could meet both, mentor 1 only the first: with one round nobody need go without.
  CHECK(most_promising({{0, 0, 90}, {0, 1, 1}, {1, 0, 1}}, 1) == Meetings{{0, 1, 1}, {1, 0, 1}});
  // Three young people, one mentor who could meet any of them twice, another who is for the first alone.
  CHECK(most_promising({{0, 0, 90}, {1, 0, 5}, {2, 0, 4}, {0, 1, 1}}, 2) ==
        Meetings{{1, 0, 5}, {2, 0, 4}, {0, 1, 1}});
}

TEST_CASE("no choice of meetings has more of them, is more even or more promising, or leaves out fewer") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    Meetings meetings = some_meetings(random, 1 + below(random, 4), 1 + below(random, 4));
    if (meetings.size() > 9) meetings.resize(9);
    const std::size_t most = 1 + below(random, 3);
    const Meetings chosen = most_promising(meetings, most);
    CHECK(most_of_one(chosen) <= most);
    for (const auto& other : choices(meetings, most)) {
      CHECK(merit(other) <= merit(chosen));
      CHECK(people_in(other) <= people_in(chosen));
    }
  }
}

}  // namespace matching_rounds_test
