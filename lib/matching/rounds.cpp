#include "matching/rounds.h"

#include <algorithm>
#include <limits>

namespace mentor::matching {

namespace {

constexpr std::size_t no_meeting = std::numeric_limits<std::size_t>::max();

/// Who meets whom in which round, while the meetings are put in one after another: an edge colouring of a
/// bipartite graph by alternating paths.
class Timetable {
 public:
  explicit Timetable(const Meetings& meetings) : meetings_(meetings), round_(meetings.size(), no_meeting) {
    for (const auto& each : meetings) mentors_from_ = std::max(mentors_from_, each.young_person + 1);
    std::vector<std::size_t> counts;
    for (const auto& each : meetings) {
      for (const std::size_t person : {each.young_person, mentors_from_ + each.mentor}) {
        if (person >= counts.size()) counts.resize(person + 1);
        rounds_ = std::max(rounds_, ++counts[person]);
      }
    }
    meets_.assign(counts.size(), std::vector<std::size_t>(rounds_, no_meeting));
    for (std::size_t meeting = 0; meeting < meetings.size(); ++meeting) add(meeting);
  }

  /// Makes the rounds as even as can be: of two that differ, one has a path with one meeting more in it.
  void balance() {
    for (;;) {
      const auto sizes = this->sizes();
      const auto [least, most] = std::ranges::minmax_element(sizes);
      if (sizes.empty() || *most - *least < 2) return;
      exchange_one(static_cast<std::size_t>(most - sizes.begin()),
                   static_cast<std::size_t>(least - sizes.begin()));
    }
  }

  [[nodiscard]] std::vector<Meetings> rounds() const {
    std::vector<Meetings> rounds(rounds_);
    for (std::size_t meeting = 0; meeting < meetings_.size(); ++meeting)
      rounds[round_[meeting]].push_back(meetings_[meeting]);
    return rounds;
  }

 private:
  [[nodiscard]] std::size_t young_person(std::size_t meeting) const {
    return meetings_[meeting].young_person;
  }
  [[nodiscard]] std::size_t mentor(std::size_t meeting) const {
    return mentors_from_ + meetings_[meeting].mentor;
  }

  [[nodiscard]] std::size_t free_round(std::size_t person) const {
    return static_cast<std::size_t>(std::ranges::find(meets_[person], no_meeting) - meets_[person].begin());
  }

  void put(std::size_t meeting, std::size_t round) {
    round_[meeting] = round;
    meets_[young_person(meeting)][round] = meets_[mentor(meeting)][round] = meeting;
  }

  /// Where no round is free for both, one that is for the young person is made so for the mentor: a path from
  /// the mentor can't come to the young person, who has nothing in the round with which it would arrive.
  void add(std::size_t meeting) {
    const auto& theirs = meets_[young_person(meeting)];
    const auto& mentors = meets_[mentor(meeting)];
    for (std::size_t round = 0; round < rounds_; ++round) {
      if (theirs[round] == no_meeting && mentors[round] == no_meeting) return put(meeting, round);
    }
    const std::size_t round = free_round(young_person(meeting));
    const std::size_t other = free_round(mentor(meeting));
    exchange(path_from(mentor(meeting), round, other), round, other);
    put(meeting, round);
  }

  /// The meetings on the way from somebody who has one in the first of the two rounds and none in the other.
  [[nodiscard]] std::vector<std::size_t> path_from(std::size_t person, std::size_t round,
                                                   std::size_t other) const {
    std::vector<std::size_t> path;
    for (std::size_t meeting = meets_[person][round]; meeting != no_meeting;
         meeting = meets_[person][round]) {
      path.push_back(meeting);
      person = young_person(meeting) == person ? mentor(meeting) : young_person(meeting);
      std::swap(round, other);
    }
    return path;
  }

  void exchange(const std::vector<std::size_t>& path, std::size_t round, std::size_t other) {
    for (const std::size_t meeting : path)
      meets_[young_person(meeting)][round_[meeting]] = meets_[mentor(meeting)][round_[meeting]] = no_meeting;
    for (const std::size_t meeting : path) put(meeting, round_[meeting] == round ? other : round);
  }

  void exchange_one(std::size_t from, std::size_t to) {
    for (std::size_t person = 0; person < meets_.size(); ++person) {
      if (meets_[person][from] == no_meeting || meets_[person][to] != no_meeting) continue;
      const auto path = path_from(person, from, to);
      if (path.size() % 2 == 0) continue;
      exchange(path, from, to);
      return;
    }
  }

  [[nodiscard]] std::vector<std::size_t> sizes() const {
    std::vector<std::size_t> sizes(rounds_);
    for (const std::size_t round : round_) ++sizes[round];
    return sizes;
  }

  const Meetings& meetings_;
  std::size_t mentors_from_ = 0;                 ///< mentors are numbered on from here
  std::size_t rounds_ = 0;                       ///< how many
  std::vector<std::size_t> round_;               ///< of each meeting
  std::vector<std::vector<std::size_t>> meets_;  ///< the meeting of each person in each round
};

}  // namespace

std::vector<Meetings> rounds_of(const Meetings& meetings) {
  Timetable timetable(meetings);
  timetable.balance();
  return timetable.rounds();
}

}  // namespace mentor::matching
