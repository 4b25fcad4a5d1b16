#include "rules/eligibility.h"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::rules {

namespace {

/// What is wrong with somebody's age on that day, if anything is.
std::optional<Finding> wrong_age(const YoungPerson& person, const Terms<AgeAsks>& terms, Day on) {
  const int age = person.born.age_on(on);
  const bool young = age < terms.asks.from.count;
  const bool old = terms.asks.to && age > terms.asks.to->count;
  if (!young && !old) return std::nullopt;
  const int bound = young ? terms.asks.from.count : terms.asks.to->count;
  Finding found = terms.finding(fmt::format("aged {} on {}, the scheme is for {} {}", age, on.in_words(),
                                            young ? "those from" : "those up to", bound));
  found.measured = age;
  found.required = bound;
  found.unit = "years";
  return found;
}

bool asks_of(const CareExperienceAsks& asks, Side side) {
  return std::ranges::find(asks.of, side) != asks.of.end();
}

}  // namespace

void AgeAsks::check(Decoder& decoder) const {
  if (to && to->count < from.count) {
    decoder.report(place_of(*this, &AgeAsks::to), "'to' is less than 'from', correct one of them");
  }
}

void judge(const Scheme& scheme, const Editions<AgeAsks>& editions, Day today, Findings& found) {
  for (const auto& [id, person] : scheme.records.young_people) {
    if (!takes_part(person, scheme.name, today)) continue;
    const auto* terms = editions.on(person.referred.on);
    if (!terms) continue;
    auto wrong = wrong_age(person, *terms, person.referred.on);
    if (!wrong) continue;
    found.push_back(about(person, std::move(*wrong)));
    found.back().spot.place = place_of(person, &YoungPerson::born);
  }
}

void judge(const Pair& pair, const Editions<AgeAsks>& editions, Day today, Findings& found) {
  const auto start = pair.first_day(today);
  const auto* terms = start ? editions.on(*start) : nullptr;
  if (!terms) return;
  if (auto wrong = wrong_age(pair.young_person, *terms, *start)) {
    found.push_back(pair.about(std::move(*wrong), place_of(pair.match, &Match::started)));
  }
}

void judge(const Pair& pair, const Editions<BackgroundAsks>& editions, Day today, Findings& found) {
  const auto start = pair.first_day(today);
  const auto* terms = start ? editions.on(*start) : nullptr;
  if (!terms || pair.mentor.department.empty()) return;
  const std::string department = fold(pair.mentor.department);
  for (const auto& avoided : terms->asks.avoid_departments) {
    if (department.find(fold(avoided)) == std::string::npos) continue;
    found.push_back(
        pair.about(terms->finding(fmt::format("the mentor works in {}, which the scheme would rather avoid",
                                              in_quotes(avoided))),
                   place_of(pair.match, &Match::mentor)));
  }
}

void judge(const Pair& pair, const Editions<CareExperienceAsks>& editions, Day today, Findings& found) {
  const auto start = pair.first_day(today);
  const auto* terms = start ? editions.on(*start) : nullptr;
  if (!terms || !asks_of(terms->asks, Side::mentor) || pair.mentor.care_experienced.value_or(false)) return;
  const std::string what = pair.mentor.care_experienced ? "not care experienced"
                                                        : "not known to have been in care";
  found.push_back(pair.about(terms->finding("the mentor is " + what), place_of(pair.match, &Match::mentor)));
}

void judge(const Scheme& scheme, const Editions<CareExperienceAsks>& editions, Day today, Findings& found) {
  for (const auto& [id, person] : scheme.records.young_people) {
    if (!takes_part(person, scheme.name, today) || person.care_experienced.value_or(true)) continue;
    const auto* terms = editions.on(person.referred.on);
    if (!terms || !asks_of(terms->asks, Side::young_person)) continue;
    found.push_back(about(person, terms->finding("the young person is not care experienced")));
    found.back().spot.place = place_of(person, &YoungPerson::care_experienced);
  }
}

}  // namespace mentor::rules
