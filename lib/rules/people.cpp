#include "rules/people.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mentor::rules {

namespace {

/// The day on which a match that no longer runs, or was declined, set its people free.
std::optional<Day> freed_on(const Match& match, Day today) {
  std::optional<Day> day;
  for (const auto& [from, ending] : spells(match)) {
    if (ending && ending->on <= today && (!day || ending->on > *day)) day = ending->on;
  }
  for (const auto& decision : match.decisions) {
    if (!decision.yes && decision.on <= today && (!day || decision.on > *day)) day = decision.on;
  }
  return day;
}

Day latest_freeing(const std::vector<const Match*>& matches, Day since, Day today) {
  for (const Match* match : matches) {
    if (const auto freed = freed_on(*match, today)) since = std::max(since, *freed);
  }
  return since;
}

bool is_engaged(const std::vector<const Match*>& matches, Day today) {
  return std::ranges::any_of(matches, [&](const Match* match) { return is_open(state_of(*match, today)); });
}

Day latest_return(const std::vector<Reopening>& reopened, Day since, Day today) {
  for (const auto& each : reopened) {
    if (each.on <= today) since = std::max(since, each.on);
  }
  return since;
}

}  // namespace

std::optional<Day> waiting_since(const YoungPerson& person, const Register& records, Day today) {
  if (person.referred.on > today || state_of(person, records, today) != YoungPersonState::waiting) {
    return std::nullopt;
  }
  const auto matches = matches_of(person.id, records);
  Day since = latest_freeing(matches, person.referred.on, today);
  for (const Match* match : matches) {
    if (const Ending* ending = standing_ending(*match, today)) since = std::max(since, ending->on);
  }
  return latest_return(person.reopened, since, today);
}

std::vector<Waiting> who_waits(const Register& records, Day today) {
  std::vector<Waiting> all;
  for (const auto& [id, person] : records.young_people) {
    if (const auto since = waiting_since(person, records, today)) all.push_back({&person, *since});
  }
  std::ranges::stable_sort(all, {}, [](const Waiting& each) {
    return std::pair(!each.person->nobody_else.value_or(false), each.since);
  });
  return all;
}

std::optional<Day> idle_since(const Mentor& mentor, const Register& records, Day today) {
  const auto matches = matches_of(mentor.id, records);
  if (has_left(mentor, today) || is_engaged(matches, today)) return std::nullopt;
  if (mentor.enquired && *mentor.enquired > today) return std::nullopt;
  std::optional<Day> since = mentor.enquired;
  for (const auto& step : mentor.steps) {
    if (step.on <= today && (!since || step.on > *since)) since = step.on;
  }
  if (!since) return std::nullopt;
  return latest_return(mentor.reopened, latest_freeing(matches, *since, today), today);
}

void judge(const Scheme& scheme, const Editions<WaitingAsks>& editions, Day today, Findings& found) {
  const auto* terms = editions.on(today);
  if (!terms) return;
  for (const auto& [id, person] : scheme.records.young_people) {
    const auto since = person.scheme == scheme.name ? waiting_since(person, scheme.records, today)
                                                    : std::nullopt;
    if (!since || today <= terms->asks.after.after(*since)) continue;
    Finding waiting = terms->finding(fmt::format("has waited for a match since {}", since->in_words()));
    waiting.from = since;
    waiting.due = terms->asks.after.after(*since);
    waiting.measured = today.days_since(*since);
    waiting.unit = "days";
    found.push_back(about(person, std::move(waiting)));
  }
}

void judge(const Scheme& scheme, const Editions<Turning18Asks>& editions, Day today, Findings& found) {
  constexpr int of_age = 18;
  const auto* terms = editions.on(today);
  if (!terms) return;
  for (const auto& [id, person] : scheme.records.young_people) {
    if (!takes_part(person, scheme.name, today)) continue;
    const Day birthday = person.born.birthday(of_age);
    if (today >= birthday || terms->asks.before.after(today) < birthday) continue;
    Finding soon = terms->finding(fmt::format("turns {} on {}, and is {}", of_age, birthday.in_words(),
                                              word(state_of(person, scheme.records, today))));
    soon.due = birthday;
    found.push_back(about(person, std::move(soon)));
    found.back().spot.place = place_of(person, &YoungPerson::born);
  }
}

void judge(const Scheme& scheme, const Editions<UnmatchedAsks>& editions, Day today, Findings& found) {
  const auto* terms = editions.on(today);
  if (!terms) return;
  for (const auto& [id, mentor] : scheme.records.mentors) {
    const auto since = mentor.scheme == scheme.name ? idle_since(mentor, scheme.records, today)
                                                    : std::nullopt;
    const bool prepared = std::ranges::any_of(mentor.steps, [&](const Step& step) {
      const bool teaches = step.step == StepKind::training || step.step == StepKind::qualification;
      return teaches && step.on <= today;
    });
    if (!since || !prepared || today <= terms->asks.after.after(*since)) continue;
    Finding idle = terms->finding(fmt::format("trained, and without a match since {}", since->in_words()));
    idle.from = since;
    idle.due = terms->asks.after.after(*since);
    idle.measured = today.days_since(*since);
    idle.unit = "days";
    found.push_back(about(mentor, std::move(idle)));
  }
}

}  // namespace mentor::rules
