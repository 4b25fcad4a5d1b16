#include "rules/support.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

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

bool is_invited(const Event& event, const Id& person) {
  return std::ranges::find(event.invited, person) != event.invited.end();
}

/// The last day from `since` on which all of them were invited to an event of that kind, if they were.
std::optional<Day> last_offer(const std::vector<Id>& people, std::string_view kind, const Register& records,
                              Day since, Day today) {
  std::optional<Day> last;
  for (const Event* event : records.events.of(people.front())) {
    if (event->kind != kind || event->date < since || event->date > today || (last && event->date <= *last))
      continue;
    if (std::ranges::all_of(people, [&](const Id& person) { return is_invited(*event, person); }))
      last = event->date;
  }
  return last;
}

/// The finding about the kinds of event that were not offered in time; due when the first of them was.
class Offers {
 public:
  Offers(const Pair& pair, const Terms<PairEventsAsks>& terms, Day since, Day today)
      : pair_(pair), terms_(terms), since_(since), today_(today) {}

  void ask(const std::vector<std::string>& kinds, const std::vector<Id>& people) {
    for (const auto& kind : kinds) {
      const Day last = last_offer(people, kind, pair_.records, since_, today_).value_or(since_);
      const Day due = terms_.asks.every.after(last);
      if (today_ <= due) continue;
      late_.push_back(kind);
      due_ = due_ ? std::min(*due_, due) : due;
    }
  }

  [[nodiscard]] std::optional<Finding> finding() const {
    if (late_.empty()) return std::nullopt;
    Finding late = terms_.finding(
        fmt::format("not invited for {} to: {}", terms_.asks.every.text(), join(late_, ", ")));
    late.due = due_;
    return late;
  }

 private:
  const Pair& pair_;
  const Terms<PairEventsAsks>& terms_;
  Day since_;
  Day today_;
  std::vector<std::string> late_;
  std::optional<Day> due_;
};

}  // namespace

void judge(const Scheme& scheme, const Editions<SupervisionAsks>& editions, Day today, Findings& found) {
  const auto* terms = editions.on(today);
  if (!terms) return;
  for (const auto& [id, mentor] : scheme.records.mentors) {
    const auto since = mentor.scheme == scheme.name ? matched_since(mentor, scheme.records, today)
                                                    : std::nullopt;
    if (!since) continue;
    const auto last = last_offer({mentor.id}, terms->asks.kind, scheme.records, *since, today);
    const Day due = terms->asks.every.after(last.value_or(*since));
    if (today <= due) continue;
    Finding missing = terms->finding(
        last ? fmt::format("{} was last offered on {}", terms->asks.kind, last->in_words())
             : fmt::format("matched since {} and not yet offered {}", since->in_words(), terms->asks.kind));
    missing.due = due;
    found.push_back(about(mentor, std::move(missing)));
  }
}

void PairEventsAsks::check(Decoder& decoder) const {
  if (!pairs.empty() || !mentors.empty() || !young_people.empty()) return;
  decoder.report(places.start(), "one of 'pairs', 'mentors' and 'young_people' must name a kind of event");
}

void judge(const Pair& pair, const Editions<PairEventsAsks>& editions, Day today, Findings& found) {
  const auto spell = pair.running_spell(today);
  const auto* terms = spell ? editions.on(today) : nullptr;
  if (!terms) return;
  Offers offers(pair, *terms, spell->from, today);
  offers.ask(terms->asks.pairs, {pair.mentor.id, pair.young_person.id});
  offers.ask(terms->asks.mentors, {pair.mentor.id});
  offers.ask(terms->asks.young_people, {pair.young_person.id});
  if (auto late = offers.finding())
    found.push_back(pair.about(std::move(*late), place_of(pair.match, &Match::started)));
}

}  // namespace mentor::rules
