/// The periods of a match's commitment, and what was given in each.
#pragma once

#include <optional>
#include <vector>

#include "rules/pair.h"
#include "rules/terms.h"

namespace mentor {
namespace rules {

/// commitment.time: a finished period with less than the time committed to. Rotherham DLT report §3.8 (90
/// minutes a month); Stockport's case study (2 to 3 hours a week).
struct TimeAsks {
  Minutes minutes;  ///< for each `per`
  Span per;
  std::optional<Span> over;  ///< judged together; a whole number of `per`. Default: each `per` by itself
  std::vector<std::string> counts;
  Places places;

  /// How long a period is, and what is asked for in a whole one.
  [[nodiscard]] Span length() const { return over.value_or(per); }
  [[nodiscard]] int asked() const;
  void check(Decoder& decoder) const;
};

enum class PeriodStatus : std::uint8_t { met, short_of, running, paused };

}  // namespace rules

template <>
inline constexpr auto words_of<rules::PeriodStatus> = std::to_array<std::string_view>({"met", "short",
                                                                                       "running", "paused"});
template <>
inline constexpr auto fields_of<rules::TimeAsks> = std::tuple(
    field("minutes", &rules::TimeAsks::minutes, traits::required, "the time committed to"),
    field("per", &rules::TimeAsks::per, traits::required, "in how long"),
    field("over", &rules::TimeAsks::over, traits::optional, "how long is judged together"),
    field("counts", &rules::TimeAsks::counts, traits::required | traits::from(vocabulary::session_kinds),
          "the kinds of session whose time counts"));

namespace rules {

/// Counts periods of one unit from an anchor, so that clamped months recover.
class Stepper {
 public:
  /// The end of the period that begins at `from` and is that long. Another length, or days in which no rule
  /// was in force, make a new anchor.
  Day end_of(Day from, const Span& length);

 private:
  Day anchor_;
  Day end_;
  std::optional<Span> length_;
  int steps_ = 0;
};

/// One period: from its first day to before `to`.
struct Period {
  Day from;
  Day to;
  int minutes = 0;   ///< given, of the kinds that count
  int required = 0;  ///< asked for, less what pauses take off, rounded up
  PeriodStatus status{};
  const Terms<TimeAsks>* terms = nullptr;
};

/// The periods that have begun by `today`, of every spell, in order. The one in which a match ended is left
/// out: it is not judged. Months count from the start of the spell and clamp; when an edition changes the
/// unit, the new unit begins where the running period ends.
[[nodiscard]] std::vector<Period> periods(const Pair& pair, const Editions<TimeAsks>& editions, Day today);

}  // namespace rules
}  // namespace mentor
