#include "matching/assignment.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <tuple>

namespace matching_assignment_test {

using mentor::matching::assign;
using mentor::matching::Assignment;
using mentor::matching::Scores;
using Capacities = std::vector<std::size_t>;

namespace {

constexpr auto no = std::nullopt;

/// How good an assignment is: rows matched, the sum, then how each row does, first one first: its score, and
/// the lower column. Greater is better.
using Worth = std::tuple<std::size_t, std::int64_t, std::vector<std::pair<std::int64_t, std::int64_t>>>;

Worth worth_of(const Scores& scores, const Assignment& assignment) {
  Worth worth;
  for (std::size_t row = 0; row < scores.size(); ++row) {
    auto& [matched, sum, rows] = worth;
    const auto column = assignment[row];
    matched += column ? 1 : 0;
    sum += column ? scores[row][*column].value() : 0;
    constexpr std::int64_t nothing = -1'000'000'000;
    rows.emplace_back(column ? scores[row][*column].value() : nothing,
                      column ? -static_cast<std::int64_t>(*column) : 0);
  }
  return worth;
}

/// The best of all that there are, tried one by one.
class EveryAssignment {
 public:
  EveryAssignment(const Scores& scores, Capacities capacities)
      : scores_(scores), left_(std::move(capacities)) {
    try_row();
  }
  Assignment best;

 private:
  void try_row() {
    if (tried_.size() == scores_.size()) {
      if (best.size() != scores_.size() || worth_of(scores_, tried_) > worth_of(scores_, best)) best = tried_;
      return;
    }
    const auto& row = scores_[tried_.size()];
    tried_.push_back(no);
    try_row();
    for (std::size_t column = 0; column < left_.size(); ++column) {
      if (!row[column] || left_[column] == 0) continue;
      --left_[column];
      tried_.back() = column;
      try_row();
      ++left_[column];
    }
    tried_.pop_back();
  }

  const Scores& scores_;
  Capacities left_;
  Assignment tried_;
};

/// A small case with many equal scores, so that ties are the rule.
struct Case {
  Scores scores;
  Capacities capacities;
};
Case drawn(std::uint32_t seed) {
  std::mt19937 random(seed);
  const auto below = [&](std::uint32_t most) { return random() % most; };
  const int spread = 1 + static_cast<int>(below(6));
  Case drawn;
  drawn.scores.resize(below(6));
  drawn.capacities.resize(below(5));
  for (auto& each : drawn.capacities) each = below(4);
  for (auto& row : drawn.scores) {
    for (std::size_t column = 0; column < drawn.capacities.size(); ++column) {
      const int score = static_cast<int>(below(static_cast<std::uint32_t>(2 * spread))) - spread;
      row.push_back(below(3) == 0 ? std::nullopt : std::optional(score));
    }
  }
  return drawn;
}

}  // namespace

TEST_CASE("an assignment is the best that there is, as trying all of them tells") {
  constexpr std::uint32_t cases = 3000;
  for (std::uint32_t seed = 1; seed <= cases; ++seed) {
    const Case each = drawn(seed);
    CAPTURE(seed);
    const Assignment assignment = assign(each.scores, each.capacities);
    REQUIRE(assignment.size() == each.scores.size());
    CHECK(assignment == EveryAssignment(each.scores, each.capacities).best);
  }
}

TEST_CASE("as many as possible are matched before anybody is matched well") {
  CHECK(assign({{90, 10}, {80, no}}, {1, 1}) == Assignment{1, 0});
}

TEST_CASE("one match more is worth all that the highest scores could make of it") {
  constexpr int best = mentor::matching::most_score;
  CHECK(assign({{best, -best, no}, {no, best, -best}, {-best, no, no}}, {1, 1, 1}) == Assignment{1, 2, 0});
}

TEST_CASE("with as many matched the highest sum is taken, not the best of one") {
  CHECK(assign({{50, 49}, {50, 10}}, {1, 1}) == Assignment{1, 0});
}

TEST_CASE("a score below none is still a match, and never takes the place of a better one") {
  CHECK(assign({{-20}}, {1}) == Assignment{0});
  CHECK(assign({{-20}, {-19}}, {1}) == Assignment{no, 0});
  CHECK(assign({{-20, 5}}, {1, 1}) == Assignment{1});
}

TEST_CASE("of equals the first row comes first, and gets the first column") {
  CHECK(assign({{7}, {7}, {7}}, {2}) == Assignment{0, 0, no});
  CHECK(assign({{7, 7}, {7, 7}}, {1, 1}) == Assignment{0, 1});
  CHECK(assign({{3, 5}, {4, 6}}, {1, 1}) == Assignment{1, 0});
}

TEST_CASE("a column takes as many as it has room for, and nobody without a score") {
  CHECK(assign({{1}, {2}, {3}}, {0}) == Assignment{no, no, no});
  CHECK(assign({{1}, {2}, {3}}, {5}) == Assignment{0, 0, 0});
  CHECK(assign({{no, no}}, {1, 1}) == Assignment{no});
  CHECK(assign({{}, {}}, {}) == Assignment{no, no});
  CHECK(assign({}, {1, 2}) == Assignment{});
}

TEST_CASE("the highest and the lowest scores that there are do not run over") {
  using mentor::matching::most_score;
  constexpr std::size_t rows = 300;
  Scores scores(rows, {most_score, -most_score});
  const Assignment assignment = assign(scores, {rows / 2, rows});
  CHECK(std::ranges::count(assignment, std::optional<std::size_t>(0)) == rows / 2);
  CHECK(std::ranges::count(assignment, std::optional<std::size_t>(1)) == rows / 2);
  CHECK(assignment.front() == 0);
  CHECK(assignment.back() == 1);
}

}  // namespace matching_assignment_test
