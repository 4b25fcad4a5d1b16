#include "matching/suggestion.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "matching/past.h"
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

/// Whether it is about the match that would be made or about the young person, so no matter which mentor.
bool is_of_any_mentor(const Finding& finding) {
  return finding.rule.starts_with("match.") || finding.rule == "eligibility.age";
}

/// What the rules say of the mentor in a match with this young person that would start on the day.
class Trial {
 public:
  Trial(const YoungPerson& young_person, const Register& records) {
    trial_.settings = records.settings;
    trial_.young_people.emplace(young_person.id, young_person);
    trial_.concerns = records.concerns;
  }

  Findings of(const Two& two, const rules::Rulebook& rulebook) {
    const Match match = trial_match(two);
    trial_.mentors = {{two.mentor.id, two.mentor}};
    trial_.matches = {{match.id, match}};
    Findings found = rulebook.judge_act(rules::Act::start, trial_, {match.id}, two.today);
    std::erase_if(found, [](const Finding& each) { return is_of_any_mentor(each) || !each.stands(); });
    for (auto& each : found) {
      each.subject = two.mentor.id.text();
      if (each.spot.file.empty()) each.spot = {two.mentor.file, two.mentor.places.start()};
    }
    return found;
  }

 private:
  Register trial_;
};

/// What stands against a match in the mentor's own record: not there yet, or not there any more.
std::vector<std::string> absences(const Two& two) {
  const auto& enquired = two.mentor.enquired;
  if (enquired && *enquired > two.today) return {fmt::format("enquires on {}", enquired->in_words())};
  if (rules::has_left(two.mentor, two.today)) return {"has left the scheme"};
  return {};
}

Candidate candidate_of(const Two& two, const Register& records, const Weights& weights, Findings advice) {
  Candidate candidate{&two.mentor, 0, {}, std::move(advice)};
  Reasons& reasons = candidate.reasons;
  add_wishes(two, weights, reasons);
  add_meeting(two, records, weights, reasons);
  add_interests(two, weights, reasons);
  add_languages(two, weights, reasons);
  add_area(two, weights, reasons);
  add_experience(two, weights, reasons);
  add_matches(two, records, weights, reasons);
  add_load(two, records, weights, reasons);
  for (const auto& each : reasons) candidate.score += each.points;
  std::ranges::stable_sort(reasons, [](const Reason& a, const Reason& b) { return a.points > b.points; });
  return candidate;
}

void rank(std::vector<Candidate>& candidates, const Register& records, Day today) {
  std::vector<std::tuple<int, bool, Day, std::size_t>> order;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto since = rules::idle_since(*candidates[i].mentor, records, today);
    order.emplace_back(-candidates[i].score, !since, since.value_or(Day()), i);
  }
  std::ranges::sort(order);
  std::vector<Candidate> ranked;
  ranked.reserve(order.size());
  for (const auto& each : order) ranked.push_back(std::move(candidates[std::get<3>(each)]));
  candidates = std::move(ranked);
}

}  // namespace

Suggestion suggest(const YoungPerson& young_person, const Register& records, const rules::Rulebook& rulebook,
                   Day today, const Weights& weights) {
  Suggestion suggestion;
  Trial trial(young_person, records);
  for (const auto& [id, mentor] : records.mentors) {
    if (mentor.scheme != young_person.scheme) continue;
    const Two two{young_person, mentor, today};
    std::vector<std::string> because = absences(two);
    if (because.empty()) because = obstacles(two, records);
    Findings findings = trial.of(two, rulebook);
    Findings advice;
    std::ranges::copy_if(findings, std::back_inserter(advice),
                         [](const Finding& each) { return each.severity == Severity::advise; });
    std::erase_if(findings, [](const Finding& each) { return each.severity == Severity::advise; });
    if (because.empty() && findings.empty()) {
      suggestion.candidates.push_back(candidate_of(two, records, weights, std::move(advice)));
    } else {
      suggestion.not_ready.push_back({&mentor, std::move(findings), std::move(because)});
    }
  }
  rank(suggestion.candidates, records, today);
  return suggestion;
}

}  // namespace mentor::matching
