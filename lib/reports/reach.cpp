#include <algorithm>
#include <map>
#include <utility>

#include "reports/by_area.h"
#include "reports/groups.h"
#include "reports/report.h"
#include "reports/young_people.h"
#include "rules/people.h"

namespace mentor::reports {

namespace {

struct Reached {
  std::string called;  ///< as it was spelt first
  int referred = 0;
  int matched = 0;
};

using Groups = std::map<Group, Reached>;
Table groups_table(const Groups& groups) {
  Table table{"groups",
              "Young people by group",
              {{"scheme", "scheme"},
               {"kind", "kind"},
               {"group", "group"},
               {"referred", "referred"},
               {"matched", "matched"}},
              {}};
  for (const auto& [group, reached] : groups) {
    table.rows.push_back({Value::of_token(group.scheme), Value::of_token(name(group.kind)),
                          cell(reached.called), cell(reached.referred), cell(reached.matched)});
  }
  return table;
}

struct ReachTotals {
  int referred = 0;
  int declined = 0;
  int waiting = 0;
  int matched = 0;
  int ended = 0;
};

Table reach_totals(const ByArea<ReachTotals>& by_area) {
  return by_area.table("By scheme and area",
                       {{"referred", "referred"},
                        {"declined", "declined"},
                        {"waiting", "waiting"},
                        {"matched", "matched"},
                        {"ended", "had a match end"}},
                       [](const ReachTotals& totals) {
                         return std::vector{cell(totals.referred), cell(totals.declined),
                                            cell(totals.waiting), cell(totals.matched), cell(totals.ended)};
                       });
}

std::vector<Figure> figures_of(const Basis& basis) {
  constexpr std::string_view group_activity = "group-activity";
  int activities = 0;
  std::set<YoungPersonId> came;
  for (const auto& [id, event] : basis.records.events) {
    if (!basis.counted().hold(event.date)) continue;
    activities += event.kind == group_activity ? 1 : 0;
    for (const auto& each : event.attended) {
      if (const auto person = YoungPersonId::parse(each.view())) came.insert(*person);
    }
  }
  std::int64_t held = 0;
  for (const auto& [id, log] : basis.records.sessions) {
    held += std::ranges::count_if(
        log.entries, [&](const Session& each) { return each.held() && basis.counted().hold(each.date); });
  }
  return {{"group_activities", "", "group activities", cell(activities)},
          {"came_to_events", "", "young people who came to an event", cell(static_cast<int>(came.size()))},
          {"sessions_held", "", "sessions held", Value::of_number(held)}};
}

/// Whether they had left when the days that are counted began, and by their end have not come back.
bool has_left_before(const YoungPerson& person, const Basis& basis) {
  if (!rules::has_left(person, basis.today)) return false;
  return !basis.over.begin() || rules::has_left(person, basis.over.from);
}

}  // namespace

Report reach(const Basis& basis) {
  const auto matched = with_match_in_days({MatchState::active, MatchState::paused}, basis);
  const auto ended = with_match_ended(basis);
  const Days counted = basis.counted();
  Groups groups;
  ByArea<ReachTotals> by_area;
  for (const auto& [id, person] : basis.records.young_people) {
    if (person.referred.on > basis.today) continue;
    const int is_matched = matched.contains(id) ? 1 : 0;
    auto& totals = by_area.at(person.scheme, person.area);
    totals.referred += counted.hold(person.referred.on) ? 1 : 0;
    totals.declined += offers_declined(person, counted);
    totals.waiting += rules::waiting_since(person, basis.records, basis.today) ? 1 : 0;
    totals.matched += is_matched;
    totals.ended += ended.contains(id) ? 1 : 0;
    if (has_left_before(person, basis)) continue;
    for (const auto& [group, called] : groups_of(person, basis.today)) {
      auto& reached = groups.try_emplace(group, Reached{called}).first->second;
      ++reached.referred;
      reached.matched += is_matched;
    }
  }
  return {"reach", "Reach", figures_of(basis), {groups_table(groups), reach_totals(by_area)}, {}};
}

}  // namespace mentor::reports
