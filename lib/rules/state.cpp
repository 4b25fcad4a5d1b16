#include "rules/state.h"

#include <algorithm>

namespace mentor::rules {

namespace {

bool any_in(const std::vector<const Match*>& matches, Day today, MatchState wanted) {
  return std::ranges::any_of(matches, [&](const Match* match) { return state_of(*match, today) == wanted; });
}

bool has_no(const Match& match, Side side, Day today) {
  const Decision* decision = latest_decision(match, side, today);
  return decision != nullptr && !decision->yes;
}

const Ending* first_ending_from(const Match& match, Day day) {
  const Ending* first = nullptr;
  for (const auto& each : match.endings) {
    if (each.on >= day && (!first || each.on < first->on)) first = &each;
  }
  return first;
}

const Reopening* first_reopening_from(const Match& match, Day day) {
  const Reopening* first = nullptr;
  for (const auto& each : match.reopened) {
    if (each.on >= day && (!first || each.on < first->on)) first = &each;
  }
  return first;
}

}  // namespace

std::vector<Spell> spells(const Match& match) {
  std::vector<Spell> found;
  std::optional<Day> from = match.started;
  while (from) {
    const Ending* ending = first_ending_from(match, *from);
    found.push_back({*from, ending});
    if (!ending) break;
    const Reopening* reopening = first_reopening_from(match, ending->on);
    if (!reopening || found.size() > match.reopened.size()) break;
    from = std::max(reopening->on, ending->on.plus_days(1));
  }
  return found;
}

std::optional<Spell> latest_spell(const Match& match, Day today) {
  std::optional<Spell> latest;
  for (const auto& spell : spells(match)) {
    if (spell.from <= today) latest = spell;
  }
  return latest;
}

const Ending* standing_ending(const Match& match, Day today) {
  const auto spell = latest_spell(match, today);
  const Ending* last = nullptr;
  for (const auto& each : match.endings) {
    const bool is_since = spell && each.on >= spell->from && each.on <= today;
    if (is_since && (!last || each.on >= last->on)) last = &each;
  }
  return last;
}

const Decision* latest_decision(const Match& match, Side side, Day today) {
  const Decision* latest = nullptr;
  for (const auto& each : match.decisions) {
    if (each.by == side && each.on <= today && (!latest || each.on >= latest->on)) latest = &each;
  }
  return latest;
}

bool is_paused(const Match& match, Day day) {
  return std::ranges::any_of(match.pauses, [&](const Pause& pause) {
    if (day < pause.from) return false;
    if (pause.to) return day < *pause.to;
    const Ending* ending = first_ending_from(match, pause.from);
    return !ending || day <= ending->on;
  });
}

int active_days(const Match& match, Day from, Day to) {
  if (match.pauses.empty()) return to.days_since(from);
  int active = 0;
  for (Day day = from; day < to; day = day.plus_days(1)) active += is_paused(match, day) ? 0 : 1;
  return active;
}

MatchState state_of(const Match& match, Day today) {
  const auto spell = latest_spell(match, today);
  if (!spell) {
    const bool declined = has_no(match, Side::young_person, today) || has_no(match, Side::mentor, today);
    return declined ? MatchState::declined : MatchState::proposed;
  }
  if (const Ending* ending = standing_ending(match, today)) {
    return ending->as == EndingKind::self_managed ? MatchState::self_managed : MatchState::ended;
  }
  return is_paused(match, today) ? MatchState::paused : MatchState::active;
}

bool is_running(MatchState state) { return state == MatchState::active || state == MatchState::paused; }

bool is_open(MatchState state) { return state == MatchState::proposed || is_running(state); }

YoungPersonState state_of(const YoungPerson& person, const Register& records, Day today) {
  if (has_left(person, today)) return YoungPersonState::closed;
  const auto matches = matches_of(person.id, records);
  if (any_in(matches, today, MatchState::active)) return YoungPersonState::matched;
  if (any_in(matches, today, MatchState::paused)) return YoungPersonState::paused;
  if (any_in(matches, today, MatchState::proposed)) return YoungPersonState::proposed;
  if (any_in(matches, today, MatchState::self_managed)) return YoungPersonState::self_managed;
  return YoungPersonState::waiting;
}

MentorState state_of(const Mentor& mentor, const Register& records, Day today, bool ready) {
  if (has_left(mentor, today)) return MentorState::left;
  const auto matches = matches_of(mentor.id, records);
  if (any_in(matches, today, MatchState::active)) return MentorState::matched;
  if (any_in(matches, today, MatchState::paused)) return MentorState::paused;
  return ready ? MentorState::ready : MentorState::preparing;
}

std::vector<const Match*> matches_of(const MentorId& mentor, const Register& records) {
  return records.matches.of(mentor);
}

std::vector<const Match*> matches_of(const YoungPersonId& person, const Register& records) {
  return records.matches.of(person);
}

}  // namespace mentor::rules
