#include "matching/suggestion.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "rules/people.h"

namespace mentor::matching {

namespace {

/// A match of the two that would start on the day with all that is asked of the match itself.
Match trial_match(const Two& two) {
  Match match;
  match.id = MatchId::from_number(0);
  match.young_person = two.young_person.id;
  match.mentor = two.mentor.id;
  match.scheme = two.young_person.scheme;
  match.proposed = two.today;
  match.started = two.today;
  return match;
}

/// Whether it is about the match that would be made, which nobody has made yet.
bool is_of_match(const Finding& finding) { return finding.rule.starts_with("match."); }
/// Whether it is about the young person, so no matter which mentor.
bool is_of_young_person(const Finding& finding) { return finding.rule == "eligibility.age"; }

/// What the rules say of a young person, and of a mentor in a match with them that would start on the day.
class Trial {
 public:
  Trial(const YoungPerson& young_person, const Register& records, const rules::Rulebook& rulebook, Day today)
      : rulebook_(rulebook) {
    trial_.settings = records.settings;
    trial_.young_people.emplace(young_person.id, young_person);
    keep(rulebook.judge_act(rules::Act::refer, trial_, {young_person.id}, today));
    trial_.concerns = records.concerns;
  }

  Findings of(const Two& two) {
    const Match match = trial_match(two);
    trial_.mentors = {{two.mentor.id, two.mentor}};
    trial_.matches = {};
    trial_.matches.emplace(match.id, match);
    Findings found = rulebook_.judge_act(rules::Act::start, trial_, {match.id}, two.today);
    std::erase_if(found, [](const Finding& each) { return is_of_match(each) || !each.stands(); });
    const auto of_mentor = std::stable_partition(found.begin(), found.end(), is_of_young_person);
    Findings of_person(found.begin(), of_mentor);
    found.erase(found.begin(), of_mentor);
    for (auto& each : of_person) each.subject = two.young_person.id.text();
    keep(of_person);
    for (auto& each : found) {
      each.subject = two.mentor.id.text();
      if (each.spot.file.empty()) each.spot = {two.mentor.file, two.mentor.places.start()};
    }
    return found;
  }

  /// What stands against every match of theirs, as far as it was met by now.
  [[nodiscard]] const Findings& of_young_person() const { return of_young_person_; }

 private:
  /// Each rule once.
  void keep(const Findings& found) {
    for (const auto& each : found) {
      if (each.stands() &&
          std::ranges::find(of_young_person_, each.rule, &Finding::rule) == of_young_person_.end())
        of_young_person_.push_back(each);
    }
  }

  const rules::Rulebook& rulebook_;
  Register trial_;
  Findings of_young_person_;
};

int points_of(const Reasons& reasons) {
  int points = 0;
  for (const auto& each : reasons) points += each.points;
  return points;
}

/// By score, then by who has waited longest. `idle` has the candidates' days, in the same order.
void rank(std::vector<Candidate>& candidates, const std::vector<std::optional<Day>>& idle) {
  std::vector<std::tuple<int, bool, Day, std::size_t>> order;
  for (std::size_t i = 0; i < candidates.size(); ++i)
    order.emplace_back(-candidates[i].score, !idle[i], idle[i].value_or(Day()), i);
  std::ranges::sort(order);
  std::vector<Candidate> ranked;
  ranked.reserve(order.size());
  for (const auto& each : order) ranked.push_back(std::move(candidates[std::get<3>(each)]));
  candidates = std::move(ranked);
}

/// Takes the advice out of what the rules said.
Findings split_off_advice(Findings& findings) {
  const auto is_advice = [](const Finding& each) { return each.severity == Severity::advise; };
  Findings advice;
  std::ranges::copy_if(findings, std::back_inserter(advice), is_advice);
  std::erase_if(findings, is_advice);
  return advice;
}

}  // namespace

Pool::Pool(const Register& records, const policy::Policies& policies, const rules::Rulebook& rulebook,
           Day today)
    : records_(records),
      policies_(policies),
      rulebook_(rulebook),
      today_(today),
      wishes_to_meet_(wishes_to_meet_until(today, records)) {
  for (const auto& [id, mentor] : records.mentors)
    offers_[mentor.scheme].push_back(offer_of(mentor, records, today));
}

const std::vector<Offer>& Pool::offers(std::string_view scheme) const {
  static const std::vector<Offer> none;
  const auto found = offers_.find(scheme);
  return found == offers_.end() ? none : found->second;
}

Candidate Pool::candidate_of(const Two& two, const Offer& offer, const policy::Weights& weights,
                             const Reasons& urgency) const {
  Candidate candidate{&two.mentor, 0, {}, {}};
  Reasons& reasons = candidate.reasons;
  add_wishes(two, weights, reasons);
  add_meeting(two, wishes_to_meet_, weights, reasons);
  add_interests(two, weights, reasons);
  add_languages(two, weights, reasons);
  add_area(two, weights, reasons);
  add_experience(two, weights, reasons);
  add_matches(two, offer, weights, reasons);
  add_load(two, offer, weights, reasons);
  candidate.score = points_of(reasons) + points_of(urgency);
  std::ranges::stable_sort(reasons, [](const Reason& a, const Reason& b) { return a.points > b.points; });
  return candidate;
}

Suggestion Pool::suggest(const YoungPerson& young_person, Judged judged) const {
  const auto* edition = policies_.in_force(young_person.scheme, today_);
  const policy::Weights weights = edition ? edition->weights() : policy::Weights();
  Suggestion suggestion;
  suggestion.urgency = urgency_of(young_person, records_, weights, today_);
  std::vector<std::optional<Day>> idle;
  Trial trial(young_person, records_, rulebook_, today_);
  for (const Offer& offer : offers(young_person.scheme)) {
    const Two two{young_person, *offer.mentor, today_};
    Findings findings;
    if (judged == Judged::all || offer.because.empty()) findings = trial.of(two);
    Findings advice = split_off_advice(findings);
    std::vector<std::string> because = breakdowns(two, offer);
    because.insert(because.end(), offer.because.begin(), offer.because.end());
    if (because.empty() && findings.empty()) {
      idle.push_back(offer.idle_since);
      suggestion.candidates.push_back(candidate_of(two, offer, weights, suggestion.urgency));
      suggestion.candidates.back().advice = std::move(advice);
    } else {
      suggestion.not_ready.push_back({offer.mentor, std::move(findings), std::move(because)});
    }
  }
  suggestion.findings = trial.of_young_person();
  rank(suggestion.candidates, idle);
  return suggestion;
}

}  // namespace mentor::matching
