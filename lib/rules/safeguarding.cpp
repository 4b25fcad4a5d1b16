#include "rules/safeguarding.h"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::rules {

namespace {

/// Whether it is about somebody of the scheme, or about staff, who are of every one.
bool is_said_by(const Scheme& scheme, const Concern& concern) {
  const auto id = Id::parse(concern.about);
  const auto whose = id ? scheme_of(*id, scheme.records) : std::string_view();
  return whose.empty() || whose == scheme.name;
}

}  // namespace

const Concern* open_concern(const MentorId& mentor, const Register& records, Day today) {
  const Concern* first = nullptr;
  for (const auto& [id, concern] : records.concerns) {
    const bool open = concern.raised <= today && (!concern.closed || today < *concern.closed);
    if (!open || concern.about != mentor.view()) continue;
    if (!first || concern.raised < first->raised) first = &concern;
  }
  return first;
}

void judge(const Scheme& scheme, const Editions<PassedOnAsks>& editions, Day today, Findings& found) {
  for (const auto& [id, concern] : scheme.records.concerns) {
    if (concern.raised > today || !is_said_by(scheme, concern)) continue;
    const auto* terms = editions.on(concern.raised);
    if (!terms || (concern.passed_on && *concern.passed_on <= today)) continue;
    const Day due = terms->asks.within.after(concern.raised);
    if (today <= due) continue;
    Finding waits = terms->finding(fmt::format("raised on {} and not passed on", concern.raised.in_words()));
    waits.subject = concern.id.text();
    waits.from = concern.raised;
    waits.due = due;
    waits.spot = {concern.file, place_of(concern, &Concern::raised)};
    found.push_back(std::move(waits));
  }
}

const Concern* holding_concern(const Mentor& mentor, const Register& records,
                               const policy::Policies& policies, Day today) {
  const Concern* concern = open_concern(mentor.id, records, today);
  const auto* edition = concern ? policies.in_force(mentor.scheme, concern->raised) : nullptr;
  return edition && edition->rule("safeguarding.held") ? concern : nullptr;
}

void judge(const Pair& pair, const Editions<HeldAsks>& editions, Day today, Findings& found) {
  const Concern* concern = open_concern(pair.mentor.id, pair.records, today);
  const auto* terms = concern ? editions.on(concern->raised) : nullptr;
  if (!terms) return;
  const std::string open = fmt::format("while the concern {} about the mentor is open", concern->id.view());
  if (pair.starts_or_runs(today) && state_of(pair.match, today) != MatchState::paused) {
    const bool runs = pair.running_spell(today).has_value();
    Finding goes_on = terms->finding((runs ? "the match goes on " : "the match is to start ") + open);
    goes_on.from = concern->raised;
    found.push_back(pair.about(std::move(goes_on), place_of(pair.match, &Match::mentor)));
  }
  for (const auto& session : pair.sessions) {
    if (!session.held() || session.date < concern->raised || session.date > today) continue;
    Finding held = terms->finding(fmt::format("a session was held on {}, {}", session.date.in_words(), open));
    held.from = session.date;
    found.push_back(pair.about(std::move(held), {}));
    found.back().spot = {std::string(pair.sessions_file), session.places.start()};
  }
}

}  // namespace mentor::rules
