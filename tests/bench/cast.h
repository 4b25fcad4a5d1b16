/// Who is in an invented data directory, and when: the plan by which its records are made.
///
/// Pairs are numbered from 0. Those from `pairs` on are proposed matches; people who wait for one come after
/// them.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/day.h"
#include "bench/dice.h"
#include "model/id.h"

namespace mentor::bench {

struct Size {
  int pairs = 0;
  int sessions = 260;  ///< of each pair, one a week
  std::uint64_t seed = 1;
  int by_hand = 100;  ///< one file in so many is as somebody left it who edited it; 0: none, and no remarks
};

/// The day on which it all is looked at: 2026-11-02.
[[nodiscard]] Day the_day();

/// The schemes: two as they come with the program, one of the charity's own.
enum class SchemeKind : std::uint8_t { stockport, manchester, riverside };
[[nodiscard]] std::string_view name_of(SchemeKind scheme);

/// How a pair fares.
enum class Fate : std::uint8_t { runs, uneven, fell_silent, paused, ended, proposed };

class Cast {
 public:
  explicit Cast(const Size& size) : size_(size) {}

  [[nodiscard]] const Size& size() const { return size_; }
  [[nodiscard]] int proposed() const { return size_.pairs / 25 + 1; }
  [[nodiscard]] int waiting() const { return size_.pairs / 12 + 1; }
  [[nodiscard]] int in_preparation() const { return size_.pairs / 20 + 1; }
  [[nodiscard]] int matches() const { return size_.pairs + proposed(); }

  [[nodiscard]] static SchemeKind scheme_of(int pair);
  [[nodiscard]] Fate fate_of(int pair) const;
  /// Whose mentor a pair has: its own, or one who has two young people.
  [[nodiscard]] int mentor_of(int pair) const;
  [[nodiscard]] bool has_two(int mentor) const;

  /// The day before which no pair has begun, and all that have sessions have ready mentors.
  [[nodiscard]] Day first_day() const;
  /// A row of chance of its own for each thing that is made.
  enum class For : std::uint8_t {
    fate,
    mentor,
    young_person,
    match,
    sessions,
    check_ins,
    event,
    closing,
    look
  };
  [[nodiscard]] Dice dice(For what, int number) const;

  [[nodiscard]] MentorId mentor_id(int number) const { return MentorId::from_number(scattered(number)); }
  [[nodiscard]] YoungPersonId young_person_id(int number) const {
    return YoungPersonId::from_number(scattered(number));
  }
  [[nodiscard]] MatchId match_id(int number) const { return MatchId::from_number(scattered(number)); }
  [[nodiscard]] EventId event_id(int number) const { return EventId::from_number(scattered(number)); }
  [[nodiscard]] ConcernId concern_id(int number) const { return ConcernId::from_number(scattered(number)); }

 private:
  [[nodiscard]] std::uint32_t scattered(int number) const;

  Size size_;
};

/// Identifiers of the entries of one file: no two alike, none in order.
class EntryNumbers {
 public:
  explicit EntryNumbers(Dice& dice) : next_(static_cast<std::uint32_t>(dice.below(1 << 25))) {}
  template <class Identifier>
  [[nodiscard]] Identifier next() {
    next_ += 0x00B504F3U;  // odd, so that the numbers come round after 2^25
    return Identifier::from_number(next_ & 0x01FFFFFFU);
  }

 private:
  std::uint32_t next_;
};

}  // namespace mentor::bench
