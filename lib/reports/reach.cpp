#include <algorithm>
#include <map>
#include <utility>

#include "reports/by_area.h"
#include "reports/groups.h"
#include "reports/report.h"
#include "reports/when.h"
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
Table groups_table(const Groups& groups, const When& when) {
  Table table{"groups",
              "Young people by group",
              {{"scheme", "scheme"},
               {"kind", "kind"},
               {"group", "group"},
               {"referred", heading("with us", when.during)},
               {"matched", heading("matched", when.during)}},
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
  int proposed = 0;
  int matched = 0;
  int ended = 0;
};

Table reach_totals(const ByArea<ReachTotals>& by_area, const When& when) {
  return by_area.table("By scheme and area",
                       {{"referred", heading("referred", when.happened)},
                        {"declined", heading("declined", when.happened)},
                        {"waiting", heading("waiting", when.stands)},
                        {"proposed", heading("proposed", when.stands)},
                        {"matched", heading("matched", when.during)},
                        {"ended", heading("had a match end", when.happened)}},
                       [](const ReachTotals& totals) {
                         return std::vector{cell(totals.referred), cell(totals.declined),
                                            cell(totals.waiting),  cell(totals.proposed),
                                            cell(totals.matched),  cell(totals.ended)};
                       });
}

std::vector<Figure> figures_of(const Basis& basis, const When& when) {
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
  return {{"group_activities", "", heading("group activities", when.happened), cell(activities)},
          {"came_to_events", "", heading("young people who came to an event", when.happened),
           cell(static_cast<int>(came.size()))},
          {"sessions_held", "", heading("sessions held", when.happened), Value::of_number(held)}};
}

/// Whether they had left when the days that are counted began, and by their end have not come back.
bool has_left_before(const YoungPerson& person, const Basis& basis) {
  if (!rules::has_left(person, basis.today)) return false;
  return !basis.over.begin() || rules::has_left(person, basis.over.from);
}

bool is_proposed(const YoungPerson& person, const Basis& basis) {
  return rules::state_of(person, basis.records, basis.today) == YoungPersonState::proposed;
}

}  // namespace

Report reach(const Basis& basis) {
  const auto matched = with_match_in_days({MatchState::active, MatchState::paused}, basis);
  const auto ended = with_match_ended(basis);
  const Days counted = basis.counted();
  const When when = when_of(basis.over);
  Groups groups;
  ByArea<ReachTotals> by_area;
  for (const auto& [id, person] : basis.records.young_people) {
    if (person.referred.on > basis.today) continue;
    const int is_matched = matched.contains(id) ? 1 : 0;
    auto& totals = by_area.at(person.scheme, person.area);
    totals.referred += counted.hold(person.referred.on) ? 1 : 0;
    totals.declined += offers_declined(person, counted);
    totals.waiting += rules::waiting_since(person, basis.records, basis.today) ? 1 : 0;
    totals.proposed += is_proposed(person, basis) ? 1 : 0;
    totals.matched += is_matched;
    totals.ended += ended.contains(id) ? 1 : 0;
    if (has_left_before(person, basis)) continue;
    for (const auto& [group, called] : groups_of(person, basis.today)) {
      auto& reached = groups.try_emplace(group, Reached{called}).first->second;
      ++reached.referred;
      reached.matched += is_matched;
    }
  }
  return {"reach",
          "Reach",
          figures_of(basis, when),
          {groups_table(groups, when), reach_totals(by_area, when)},
          {}};
}

}  // namespace mentor::reports
