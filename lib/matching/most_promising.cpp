#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <limits>

#include "matching/rounds.h"

namespace mentor::matching {

namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
constexpr std::int64_t nowhere = std::numeric_limits<std::int64_t>::min();

/// The meetings that are held, while they become one more at a time: successive shortest paths, in which
/// somebody's first meeting is worth more than their second, and any more than all scores together.
class Improvement {
 public:
  Improvement(const Meetings& meetings, std::size_t most)
      : meetings_(meetings), most_(most), held_(meetings.size()) {
    for (const auto& each : meetings) {
      mentors_from_ = std::max(mentors_from_, each.young_person + 1);
      step_ += std::abs(each.score);
    }
    for (const auto& each : meetings) people_ = std::max(people_, mentors_from_ + each.mentor + 1);
    counts_.resize(people_);
  }

  /// Holds one more, by way of others that are exchanged; whether there was a way.
  bool add_one() {
    find_ways();
    std::size_t last = none;
    for (std::size_t mentor = mentors_from_; mentor < people_; ++mentor) {
      if (counts_[mentor] >= most_ || worth_[mentor] == nowhere) continue;
      if (last == none || worth_[mentor] + worth_of_next(mentor) > worth_[last] + worth_of_next(last))
        last = mentor;
    }
    if (last == none) return false;
    go(last);
    return true;
  }

  [[nodiscard]] Meetings held() const {
    Meetings held;
    for (std::size_t meeting = 0; meeting < meetings_.size(); ++meeting) {
      if (held_[meeting]) held.push_back(meetings_[meeting]);
    }
    return held;
  }

 private:
  [[nodiscard]] std::int64_t worth_of_next(std::size_t person) const {
    return step_ * static_cast<std::int64_t>(most_ - counts_[person]);
  }

  /// The best way to everybody, from the young people who have time: along meetings that are not held, and
  /// back along those that are.
  void find_ways() {
    worth_.assign(people_, nowhere);
    came_by_.assign(people_, none);
    for (std::size_t person = 0; person < mentors_from_; ++person) {
      if (counts_[person] < most_) worth_[person] = worth_of_next(person);
    }
    for (bool found = true; found;) {
      found = false;
      for (std::size_t meeting = 0; meeting < meetings_.size(); ++meeting) found = go_on(meeting) || found;
    }
  }

  /// Whether that meeting leads to somebody by a better way.
  bool go_on(std::size_t meeting) {
    const auto& [young_person, number, score] = meetings_[meeting];
    const std::size_t mentor = mentors_from_ + number;
    const std::size_t from = held_[meeting] ? mentor : young_person;
    const std::size_t to = held_[meeting] ? young_person : mentor;
    if (worth_[from] == nowhere) return false;
    const std::int64_t worth = worth_[from] + (held_[meeting] ? -score : score);
    if (worth <= worth_[to]) return false;
    worth_[to] = worth;
    came_by_[to] = meeting;
    return true;
  }

  void go(std::size_t last) {
    ++counts_[last];
    std::size_t person = last;
    for (std::size_t meeting = came_by_[person]; meeting != none; meeting = came_by_[person]) {
      held_[meeting] = !held_[meeting];
      const bool came_from_mentor = person < mentors_from_;
      person = came_from_mentor ? mentors_from_ + meetings_[meeting].mentor : meetings_[meeting].young_person;
    }
    ++counts_[person];
  }

  const Meetings& meetings_;
  std::size_t most_;
  std::vector<bool> held_;
  std::size_t mentors_from_ = 0;  ///< mentors are numbered on from here
  std::size_t people_ = 0;
  std::int64_t step_ = 1;  ///< by how much each meeting of somebody is worth less than the one before
  std::vector<std::size_t> counts_;   ///< the meetings of each person
  std::vector<std::int64_t> worth_;   ///< of the best way to each
  std::vector<std::size_t> came_by_;  ///< its last meeting
};

}  // namespace

Meetings most_promising(const Meetings& meetings, std::size_t most) {
  Improvement choice(meetings, most);
  while (choice.add_one()) {
  }
  return choice.held();
}

}  // namespace mentor::matching
