#include "rules/matching_rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::rules {

namespace {

/// The terms by which the start of a match is judged, when it is about to start or runs.
template <class Asks>
const Terms<Asks>* at_start(const Pair& pair, const Editions<Asks>& editions, Day today) {
  const auto first = pair.first_day(today);
  return first ? editions.on(*first) : nullptr;
}

/// What that side's word lacks for a start; empty when it lacks nothing.
std::string lacking(const Match& match, Side side, bool needs_yes, Day today) {
  const Decision* decision = latest_decision(match, side, std::max(today, *match.started));
  const std::string_view who = side == Side::young_person ? "the young person" : "the mentor";
  if (decision && !decision->yes) return fmt::format("{} said no on {}", who, decision->on.in_words());
  return decision || !needs_yes ? std::string() : fmt::format("{} has not said yes", who);
}

}  // namespace

void judge(const Pair& pair, const Editions<DecisionAsks>& editions, Day today, Findings& found) {
  const auto* terms = at_start(pair, editions, today);
  if (!terms) return;
  for (const Side side : {Side::young_person, Side::mentor}) {
    const bool needed = std::ranges::find(terms->asks.by, side) != terms->asks.by.end();
    if (const std::string wrong = lacking(pair.match, side, needed, today); !wrong.empty()) {
      found.push_back(pair.about(terms->finding(wrong), place_of(pair.match, &Match::decisions)));
    }
  }
}

void judge(const Pair& pair, const Editions<ContactsAsks>& editions, Day today, Findings& found) {
  const auto* terms = at_start(pair, editions, today);
  if (!terms || pair.match.contacts_given.value_or(false)) return;
  found.push_back(pair.about(terms->finding("the mentor was not given the emergency contacts"),
                             place_of(pair.match, &Match::contacts_given)));
}

void judge(const Pair& pair, const Editions<KeyAdultAsks>& editions, Day today, Findings& found) {
  const auto* terms = at_start(pair, editions, today);
  if (!terms || !pair.young_person.key_adult.empty()) return;
  found.push_back(pair.about(terms->finding("the young person's key adult is not named"),
                             place_of(pair.match, &Match::young_person)));
}

int capacity_of(const Mentor& mentor) { return mentor.capacity.value_or(Count{1}).count; }

void judge(const Pair& pair, const Editions<CapacityAsks>& editions, Day today, Findings& found) {
  const auto* terms = at_start(pair, editions, today);
  if (!terms) return;
  const auto matches = matches_of(pair.mentor.id, pair.records);
  const auto count = std::ranges::count_if(
      matches, [&](const Match* match) { return Pair::of(*match, pair.records).starts_or_runs(today); });
  const int capacity = capacity_of(pair.mentor);
  if (count <= capacity) return;
  Finding over = terms->finding(fmt::format("the mentor has {} and offers to have {}",
                                            counted(static_cast<std::size_t>(count), "match", "matches"),
                                            capacity));
  over.measured = count;
  over.required = capacity;
  over.unit = "pairs";
  found.push_back(pair.about(std::move(over), place_of(pair.match, &Match::mentor)));
}

void judge(const Pair& pair, const Editions<FirstMeetingAsks>& editions, Day today, Findings& found) {
  const auto* terms = at_start(pair, editions, today);
  if (!terms) return;
  const FirstMeeting meeting = pair.match.first_meeting.value_or(FirstMeeting());
  std::vector<std::string> missing;
  if (meeting.activity.empty()) missing.emplace_back("an activity");
  if (meeting.brokered_by.empty()) missing.emplace_back("somebody of the team to broker it");
  if (missing.empty()) return;
  found.push_back(pair.about(terms->finding("the first meeting is without " + join(missing, " and ")),
                             place_of(pair.match, &Match::first_meeting)));
}

void judge(const Pair& pair, const Editions<FocusAsks>& editions, Day today, Findings& found) {
  const auto spell = pair.match.focus.empty() ? pair.running_spell(today) : std::nullopt;
  const auto* terms = spell ? editions.on(spell->from) : nullptr;
  if (!terms) return;
  const Day due = terms->asks.after.after(spell->from);
  if (today <= due) return;
  Finding missing = terms->finding("no focus agreed yet");
  missing.due = due;
  found.push_back(pair.about(std::move(missing), place_of(pair.match, &Match::focus)));
}

}  // namespace mentor::rules
