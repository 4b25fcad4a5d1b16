/// The state of a match, as it follows from its dated facts; and the spells in which it ran.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "model/records.h"
#include "model/register.h"

namespace mentor {

enum class MatchState : std::uint8_t { proposed, declined, active, paused, self_managed, ended };
template <>
inline constexpr auto words_of<MatchState> =
    std::to_array<std::string_view>({"proposed", "declined", "active", "paused", "self-managed", "ended"});

enum class MentorState : std::uint8_t { preparing, ready, matched, paused, left };
template <>
inline constexpr auto words_of<MentorState> = std::to_array<std::string_view>({"preparing", "ready",
                                                                               "matched", "paused", "left"});

enum class YoungPersonState : std::uint8_t { waiting, proposed, matched, paused, self_managed, closed };
template <>
inline constexpr auto words_of<YoungPersonState> =
    std::to_array<std::string_view>({"waiting", "proposed", "matched", "paused", "self-managed", "closed"});

namespace rules {

/// A time in which a match ran: from its start, or from a reopening, to the ending that followed.
struct Spell {
  Day from;
  const Ending* ending = nullptr;  ///< null while it has none

  /// Whether the day is in the spell; the day of the ending is.
  [[nodiscard]] bool holds(Day day) const { return day >= from && (!ending || day <= ending->on); }
};

/// The spells of a match in order; none before it has a start.
[[nodiscard]] std::vector<Spell> spells(const Match& match);
/// The last of them that has begun by `today`.
[[nodiscard]] std::optional<Spell> latest_spell(const Match& match, Day today);

/// The ending that stands on that day: the last since the latest spell began; null while that runs. A pair
/// that was handed its relationship may end it later, so it need not be the spell's own.
[[nodiscard]] const Ending* standing_ending(const Match& match, Day today);

/// The latest word of that side by `today`; null when they have said nothing.
[[nodiscard]] const Decision* latest_decision(const Match& match, Side side, Day today);

/// Whether the match is paused on that day. A pause without an end lasts until the match ends.
[[nodiscard]] bool is_paused(const Match& match, Day day);
/// Of the days from `from` to before `to`, how many are not paused.
[[nodiscard]] int active_days(const Match& match, Day from, Day to);

/// The state on that day. A match is proposed until the day it starts, and ended from the day of its ending
/// on.
[[nodiscard]] MatchState state_of(const Match& match, Day today);
/// Active or paused.
[[nodiscard]] bool is_running(MatchState state);
/// Proposed or running: the young person is in no other match.
[[nodiscard]] bool is_open(MatchState state);

/// Whether a person who was closed has left on that day, and has not come back. When both fall on one day,
/// they have left if they left more often than they came back.
template <class Person>
[[nodiscard]] bool has_left(const Person& person, Day today) {
  std::optional<Day> left;
  for (const auto& each : person.closed) {
    if (each.on <= today && (!left || each.on > *left)) left = each.on;
  }
  std::optional<Day> back;
  for (const auto& each : person.reopened) {
    if (each.on <= today && (!back || each.on > *back)) back = each.on;
  }
  if (!left || !back || *left != *back) return left > back;
  const auto times = [&](const auto& entries) {
    return std::ranges::count_if(entries, [&](const auto& each) { return each.on <= today; });
  };
  return times(person.closed) > times(person.reopened);
}

/// Needs the matches in the register. Matched while any match of theirs runs, proposed while one is proposed.
[[nodiscard]] YoungPersonState state_of(const YoungPerson& person, const Register& records, Day today);

/// Needs the matches in the register. `ready` is whether the mentor has done what the scheme asks for; see
/// Rulebook::state_of, which knows. Paused when every running match is.
[[nodiscard]] MentorState state_of(const Mentor& mentor, const Register& records, Day today, bool ready);

/// The matches of a mentor or a young person.
[[nodiscard]] std::vector<const Match*> matches_of(const MentorId& mentor, const Register& records);
[[nodiscard]] std::vector<const Match*> matches_of(const YoungPersonId& person, const Register& records);

}  // namespace rules
}  // namespace mentor
