#include "rules/support.h"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::rules {

namespace {

/// The first day of the mentor's longest running match, if any runs.
std::optional<Day> matched_since(const Mentor& mentor, const Register& records, Day today) {
  std::optional<Day> since;
  for (const Match* match : matches_of(mentor.id, records)) {
    if (!is_running(state_of(*match, today))) continue;
    const Day from = latest_spell(*match, today)->from;
    since = since ? std::min(*since, from) : from;
  }
  return since;
}

/// The last day from `since` on which the mentor was invited to an event of that kind, if they were.
std::optional<Day> last_offer(const Mentor& mentor, const SupervisionAsks& asks, const Register& records,
                              Day since, Day today) {
  std::optional<Day> last;
  for (const auto& [id, event] : records.events) {
    const bool invited = std::ranges::find(event.invited, Id(mentor.id)) != event.invited.end();
    const bool counts = invited && event.kind == asks.kind && event.date >= since && event.date <= today;
    if (counts && (!last || event.date > *last)) last = event.date;
  }
  return last;
}

}  // namespace

void judge(const Scheme& scheme, const Editions<SupervisionAsks>& editions, Day today, Findings& found) {
  const auto* terms = editions.on(today);
  if (!terms) return;
  for (const auto& [id, mentor] : scheme.records.mentors) {
    const auto since = mentor.scheme == scheme.name ? matched_since(mentor, scheme.records, today)
                                                    : std::nullopt;
    if (!since) continue;
    const auto last = last_offer(mentor, terms->asks, scheme.records, *since, today);
    const Day due = terms->asks.every.after(last.value_or(*since));
    if (today <= due) continue;
    Finding missing = terms->finding(
        last ? fmt::format("{} was last offered on {}", terms->asks.kind, last->in_words())
             : fmt::format("matched since {} and not yet offered {}", since->in_words(), terms->asks.kind));
    missing.due = due;
    found.push_back(about(mentor, std::move(missing)));
  }
}

}  // namespace mentor::rules
