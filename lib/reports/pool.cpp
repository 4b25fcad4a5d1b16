#include <fmt/format.h>

#include <algorithm>

#include "model/wishes.h"
#include "reports/by_area.h"
#include "reports/moves.h"
#include "reports/report.h"
#include "reports/wishes.h"
#include "rules/matching_rules.h"
#include "rules/people.h"
#include "rules/safeguarding.h"

namespace mentor::reports {

namespace {

/// A mentor as the pool sees them.
struct Offer {
  const Mentor& mentor;
  MentorState state;
  Findings lacks;                 ///< what stands against a match that would start on the day
  const Concern* held = nullptr;  ///< for which nothing new starts
  int running = 0;
  int proposed = 0;

  [[nodiscard]] int capacity() const { return rules::capacity_of(mentor); }
  /// Whether another match could be found for them.
  [[nodiscard]] bool is_open() const {
    if (held) return false;
    if (state == MentorState::ready) return true;
    const bool matched = state == MentorState::matched || state == MentorState::paused;
    return matched && lacks.empty() && running < capacity();
  }
};

Offer offer_of(const Mentor& mentor, const Basis& basis) {
  Findings lacks = basis.rulebook.lacking(mentor, basis.records, basis.today);
  const MentorState is = rules::state_of(mentor, basis.records, basis.today, lacks.empty());
  Offer offer{mentor, is, std::move(lacks),
              rules::holding_concern(mentor, basis.records, basis.policies, basis.today)};
  for (const Match* match : rules::matches_of(mentor.id, basis.records)) {
    if (match->proposed > basis.today) continue;
    const MatchState state = rules::state_of(*match, basis.today);
    offer.running += rules::is_running(state) ? 1 : 0;
    offer.proposed += state == MatchState::proposed ? 1 : 0;
  }
  return offer;
}

/// The mentors who had enquired by the day.
std::vector<Offer> offers(const Basis& basis) {
  std::vector<Offer> all;
  for (const auto& [id, mentor] : basis.records.mentors) {
    if (!mentor.enquired || *mentor.enquired <= basis.today) all.push_back(offer_of(mentor, basis));
  }
  return all;
}

Table ready_table(const std::vector<Offer>& offers, const Basis& basis) {
  Table table{"ready",
              "Mentors ready, or with room for another",
              {{"mentor", "mentor"},
               {"name", "", Shown::people},
               {"scheme", "scheme"},
               {"area", "area"},
               {"state", "state"},
               {"capacity", "offers"},
               {"running", "pairs"},
               {"proposed", "proposed"},
               {"since", "idle since"},
               {"languages", "languages"},
               {"interests", "interests"}},
              {}};
  for (const auto& each : offers) {
    if (!each.is_open()) continue;
    const Mentor& mentor = each.mentor;
    table.rows.push_back({cell(mentor.id), cell(mentor.name), Value::of_token(mentor.scheme),
                          cell(mentor.area), cell(each.state), cell(each.capacity()), cell(each.running),
                          cell(each.proposed), cell(rules::idle_since(mentor, basis.records, basis.today)),
                          cell(mentor.languages), cell(mentor.interests)});
  }
  return table;
}

Table preparing_table(const std::vector<Offer>& offers) {
  Table table{"preparing",
              "Mentors preparing, or held by a concern",
              {{"mentor", "mentor"},
               {"name", "", Shown::people},
               {"scheme", "scheme"},
               {"area", "area"},
               {"enquired", "enquired"},
               {"lacks", "what is missing"}},
              {}};
  for (const auto& each : offers) {
    if (each.state != MentorState::preparing && !each.held) continue;
    std::vector<std::string> lacks;
    if (each.held) lacks.push_back(fmt::format("the concern {} about them is open", each.held->id.view()));
    for (const auto& finding : each.lacks) lacks.push_back(finding.message);
    table.rows.push_back({cell(each.mentor.id), cell(each.mentor.name), Value::of_token(each.mentor.scheme),
                          cell(each.mentor.area), cell(each.mentor.enquired), cell(lacks)});
  }
  return table;
}

Table waiting_table(const std::vector<rules::Waiting>& waiting, Day today) {
  Table table{"waiting",
              "Young people waiting",
              {{"young_person", "young person"},
               {"name", "", Shown::people},
               {"scheme", "scheme"},
               {"area", "area"},
               {"since", "since"},
               {"days", "days"},
               {"gender", "gender"},
               {"age", "age"},
               {"languages", "languages"},
               {"nobody_else", "nobody else"}},
              {}};
  for (const auto& [person, since] : waiting) {
    table.rows.push_back({cell(person->id), cell(person->name), Value::of_token(person->scheme),
                          cell(person->area), cell(since), cell(today.days_since(since)),
                          cell(person->gender), cell(person->born.age_on(today)), cell(person->languages),
                          cell(person->nobody_else)});
  }
  return table;
}

struct PoolTotals {
  int ready = 0;
  int preparing = 0;
  int waiting = 0;
};

Table by_area(const std::vector<Offer>& offers, const std::vector<rules::Waiting>& waiting) {
  ByArea<PoolTotals> by_area;
  for (const auto& each : offers) {
    auto& totals = by_area.at(each.mentor.scheme, each.mentor.area);
    totals.ready += each.is_open() ? 1 : 0;
    totals.preparing += each.state == MentorState::preparing ? 1 : 0;
  }
  for (const auto& each : waiting) ++by_area.at(each.person->scheme, each.person->area).waiting;
  return by_area.table("By scheme and area",
                       {{"ready", "mentors ready"}, {"preparing", "preparing"}, {"waiting", "waiting"}},
                       [](const PoolTotals& totals) {
                         return std::vector{cell(totals.ready), cell(totals.preparing), cell(totals.waiting)};
                       });
}

}  // namespace

Report pool(const Basis& basis) {
  const auto mentors = offers(basis);
  const auto young_people = rules::who_waits(basis.records, basis.today);
  std::vector<const Mentor*> open;
  std::vector<const YoungPerson*> waiting;
  for (const auto& each : mentors) {
    if (each.is_open()) open.push_back(&each.mentor);
  }
  waiting.reserve(young_people.size());
  for (const auto& each : young_people) waiting.push_back(each.person);
  const auto without = std::ranges::count_if(
      open, [](const Mentor* each) { return !asks_for_somebody(each->prefers); });
  Report report{
      "pool",
      "The pool",
      {{"without_wishes", "", "mentors ready who wish for nobody in particular", Value::of_number(without)}},
      {ready_table(mentors, basis), waiting_table(young_people, basis.today),
       wishes_table(open, waiting, basis.today), preparing_table(mentors), by_area(mentors, young_people)},
      {}};
  add_moves(report, basis);
  return report;
}

}  // namespace mentor::reports
