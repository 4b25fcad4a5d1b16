#include "matching/proposals.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.h"
#include "matching/assignment.h"
#include "rules/people.h"
#include "rules/safeguarding.h"

namespace mentor::matching {

namespace {

/// Somebody who waits, with whom they could be matched.
struct Seeker {
  const YoungPerson* person;
  Suggestion suggestion;
};

/// What the mentors of the schemes have to give, and what became of it.
struct Shelf {
  std::vector<const Offer*> offers;  ///< who has waited longest first
  std::map<MentorId, std::size_t> place;
  std::vector<std::size_t> room;  ///< what is left
};

Shelf shelf_of(const Pool& pool, const std::vector<std::string>& schemes) {
  Shelf shelf;
  for (const auto& scheme : schemes) {
    for (const Offer& offer : pool.offers(scheme)) shelf.offers.push_back(&offer);
  }
  std::ranges::sort(shelf.offers, {}, [](const Offer* offer) {
    return std::tuple(!offer->idle_since, offer->idle_since.value_or(Day()), offer->mentor->id);
  });
  for (const Offer* offer : shelf.offers) {
    shelf.place.emplace(offer->mentor->id, shelf.room.size());
    shelf.room.push_back(offer->spare_room());
  }
  return shelf;
}

std::vector<Seeker> seekers(const Pool& pool, const std::vector<std::string>& schemes) {
  std::vector<Seeker> all;
  for (const auto& [person, since] : rules::who_waits(pool.records(), pool.today())) {
    if (is_among(person->scheme, schemes)) all.push_back({person, pool.suggest(*person, Judged::open)});
  }
  return all;
}

Assignment solve(const std::vector<Seeker>& seekers, const Shelf& shelf) {
  Scores scores(seekers.size(), std::vector<std::optional<int>>(shelf.offers.size()));
  for (std::size_t row = 0; row < seekers.size(); ++row) {
    for (const Candidate& each : seekers[row].suggestion.candidates)
      scores[row][shelf.place.at(each.mentor->id)] = each.score;
  }
  return assign(scores, shelf.room);
}

/// Mentors who would do but for what the rules or an earlier match say of the two.
std::vector<std::string> against_the_two(const Suggestion& suggestion, const Shelf& shelf) {
  std::vector<std::string> sentences;
  for (const auto& [mentor, findings, because] : suggestion.not_ready) {
    if (!shelf.offers[shelf.place.at(mentor->id)]->because.empty()) continue;
    std::vector<std::string> said = because;
    said.reserve(because.size() + findings.size());
    for (const Finding& each : findings) said.push_back(each.message);
    sentences.push_back(fmt::format("{}: {}", mentor->id.view(), join(said, "; ")));
  }
  return sentences;
}

/// Why there is none among those who could be matched with them.
std::string all_taken(const std::vector<Candidate>& candidates) {
  std::vector<std::string> mentors;
  mentors.reserve(candidates.size());
  for (const Candidate& each : candidates) mentors.push_back(each.mentor->id.text());
  return fmt::format("could be matched with {}, who {} no more room beside what is proposed",
                     join(mentors, ", "), mentors.size() == 1 ? "has" : "have");
}

std::string none_of(std::size_t mentors, const std::string& scheme) {
  if (mentors == 0) return fmt::format("there are no mentors in {}", scheme);
  if (mentors == 1) return fmt::format("the one mentor in {} could not be matched with them now", scheme);
  return fmt::format("none of the {} mentors in {} could be matched with them now", mentors, scheme);
}

Unmatched unmatched(const Seeker& seeker, const Shelf& shelf) {
  const auto& [urgency, findings, candidates, not_ready] = seeker.suggestion;
  if (!candidates.empty()) return {seeker.person, {all_taken(candidates)}};
  std::vector<std::string> because{none_of(not_ready.size(), seeker.person->scheme)};
  std::ranges::move(against_the_two(seeker.suggestion, shelf), std::back_inserter(because));
  return {seeker.person, std::move(because)};
}

void settle(std::vector<Seeker> seekers, const Assignment& assignment, Shelf& shelf, Proposals& proposals) {
  for (std::size_t row = 0; row < seekers.size(); ++row) {
    auto& [person, suggestion] = seekers[row];
    if (!assignment[row]) {
      proposals.unmatched.push_back(unmatched(seekers[row], shelf));
      continue;
    }
    --shelf.room[*assignment[row]];
    const Mentor* mentor = shelf.offers[*assignment[row]]->mentor;
    auto& candidates = suggestion.candidates;
    proposals.proposals.push_back({person, std::move(suggestion.urgency), std::move(suggestion.findings),
                                   std::move(*std::ranges::find(candidates, mentor, &Candidate::mentor))});
  }
}

/// Adds what is said there and is new here, each rule once.
void add_new(const NotReady& said, NotReady& to) {
  for (const Finding& each : said.findings) {
    if (std::ranges::find(to.findings, each.rule, &Finding::rule) == to.findings.end())
      to.findings.push_back(each);
  }
  for (const auto& each : said.because) {
    if (std::ranges::find(to.because, each) == to.because.end()) to.because.push_back(each);
  }
}

/// Whoever waits, or nobody: a mentor about whom a concern is open gets no new match.
void add_concern(const Mentor& mentor, const Pool& pool, NotReady& not_ready) {
  const Concern* concern = rules::holding_concern(mentor, pool.records(), pool.policies(), pool.today());
  const auto is_said = [](const Finding& each) { return each.rule == "safeguarding.held"; };
  if (!concern || std::ranges::any_of(not_ready.findings, is_said)) return;
  not_ready.because.push_back(fmt::format("the concern {} about them is open", concern->id.view()));
}

/// All the room that a mentor has left is for what is proposed already.
void add_what_is_proposed(const Offer& offer, NotReady& not_ready) {
  if (offer.room == 0 || offer.spare_room() > 0) return;
  not_ready.because.push_back(fmt::format("is proposed to {} already, and has room for {} more",
                                          counted(offer.proposed, "young person", "young people"),
                                          offer.room));
}

/// Mentors who suit none of those who wait, with all that is against them.
std::map<MentorId, NotReady> suiting_nobody(const std::vector<Seeker>& seekers) {
  std::map<MentorId, NotReady> found;
  for (const auto& [person, suggestion] : seekers) {
    for (const NotReady& each : suggestion.not_ready) {
      const auto [place, is_new] = found.try_emplace(each.mentor->id);
      place->second.mentor = each.mentor;
      add_new(each, place->second);
    }
  }
  for (const auto& [person, suggestion] : seekers) {
    for (const Candidate& each : suggestion.candidates) found.erase(each.mentor->id);
  }
  return found;
}

void place_mentors(const Pool& pool, const std::map<MentorId, NotReady>& against, const Shelf& shelf,
                   Proposals& proposals) {
  for (std::size_t place = 0; place < shelf.offers.size(); ++place) {
    const Offer& offer = *shelf.offers[place];
    NotReady not_ready{offer.mentor, {}, offer.because};
    if (const auto found = against.find(offer.mentor->id); found != against.end())
      add_new(found->second, not_ready);
    add_concern(*offer.mentor, pool, not_ready);
    add_what_is_proposed(offer, not_ready);
    if (not_ready.findings.empty() && offer.spare_room() == shelf.room[place])
      add_new({offer.mentor, pool.rulebook().lacking(*offer.mentor, pool.records(), pool.today()), {}},
              not_ready);
    if (!not_ready.findings.empty() || !not_ready.because.empty()) {
      proposals.not_ready.push_back(std::move(not_ready));
    } else if (shelf.room[place] > 0) {
      proposals.free.push_back({offer.mentor, shelf.room[place]});
    }
  }
  std::ranges::sort(proposals.free, {}, [](const Free& each) { return each.mentor->id; });
  std::ranges::sort(proposals.not_ready, {}, [](const NotReady& each) { return each.mentor->id; });
}

void add_those_not_waiting(const Pool& pool, const std::vector<std::string>& schemes, Proposals& proposals) {
  for (const auto& [id, person] : pool.records().young_people) {
    if (!is_among(person.scheme, schemes)) continue;
    if (rules::waiting_since(person, pool.records(), pool.today())) continue;
    proposals.not_waiting.push_back({&person, rules::state_of(person, pool.records(), pool.today())});
  }
}

}  // namespace

Proposals propose_for_all(const Pool& pool, const std::vector<std::string>& schemes) {
  Proposals proposals;
  std::vector<Seeker> waiting = seekers(pool, schemes);
  Shelf shelf = shelf_of(pool, schemes);
  const Assignment assignment = solve(waiting, shelf);
  const auto against = suiting_nobody(waiting);
  settle(std::move(waiting), assignment, shelf, proposals);
  place_mentors(pool, against, shelf, proposals);
  add_those_not_waiting(pool, schemes, proposals);
  return proposals;
}

}  // namespace mentor::matching
