#include "matching/offer.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "rules/matching_rules.h"
#include "rules/pair.h"
#include "rules/people.h"
#include "rules/state.h"

namespace mentor::matching {

namespace {

void add_absence(const Mentor& mentor, Day today, std::vector<std::string>& because) {
  if (mentor.enquired && *mentor.enquired > today) {
    because.push_back(fmt::format("enquires on {}", mentor.enquired->in_words()));
  } else if (rules::has_left(mentor, today)) {
    because.emplace_back("has left the scheme");
  }
}

void add_fullness(std::size_t taken, std::size_t capacity, std::vector<std::string>& because) {
  if (taken < capacity) return;
  because.push_back(fmt::format(
      "has no room: {}, and offers to have {}",
      taken == 0 ? "has none" : fmt::format("has {}", counted(taken, "match", "matches")), capacity));
}

}  // namespace

Offer offer_of(const Mentor& mentor, const Register& records, Day today) {
  Offer offer;
  offer.mentor = &mentor;
  offer.matches = rules::matches_of(mentor.id, records);
  offer.idle_since = rules::idle_since(mentor, records, today);
  const auto taken = static_cast<std::size_t>(std::ranges::count_if(offer.matches, [&](const Match* match) {
    return rules::Pair::of(*match, records).starts_or_runs(today);
  }));
  offer.proposed = static_cast<std::size_t>(std::ranges::count_if(offer.matches, [&](const Match* match) {
    const bool starts = rules::Pair::of(*match, records).starts_or_runs(today);
    return !starts && rules::state_of(*match, today) == MatchState::proposed;
  }));
  const auto capacity = static_cast<std::size_t>(rules::capacity_of(mentor));
  offer.room = capacity > taken ? capacity - taken : 0;
  add_absence(mentor, today, offer.because);
  if (offer.because.empty()) add_fullness(taken, capacity, offer.because);
  return offer;
}

}  // namespace mentor::matching
