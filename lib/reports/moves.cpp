#include "reports/moves.h"

#include <algorithm>

#include "reports/by_area.h"

namespace mentor::reports {

namespace {

struct Moves {
  int enquired = 0;
  int mentors_left = 0;
  int referred = 0;
  int young_people_left = 0;
  int proposed = 0;
  int began = 0;
  int ended = 0;
};

template <class Dated>
int count_in(const Days& days, const std::vector<Dated>& facts) {
  return static_cast<int>(
      std::ranges::count_if(facts, [&](const Dated& each) { return days.hold(each.on); }));
}

int begun_in(const Days& days, const Match& match) {
  return static_cast<int>(std::ranges::count_if(
      rules::spells(match), [&](const rules::Spell& each) { return days.hold(each.from); }));
}

}  // namespace

void add_moves(Report& report, const Basis& basis) {
  const Days days = basis.counted();
  if (!days.begin()) return;
  ByArea<Moves> by_area;
  for (const auto& [id, mentor] : basis.records.mentors) {
    auto& moves = by_area.at(mentor.scheme, mentor.area);
    moves.enquired += mentor.enquired && days.hold(*mentor.enquired) ? 1 : 0;
    moves.mentors_left += count_in(days, mentor.closed);
  }
  for (const auto& [id, person] : basis.records.young_people) {
    auto& moves = by_area.at(person.scheme, person.area);
    moves.referred += days.hold(person.referred.on) ? 1 : 0;
    moves.young_people_left += count_in(days, person.closed);
  }
  for (const auto& [id, match] : basis.records.matches) {
    auto& moves = by_area.at(match.scheme, area_of(basis.records, id.view()));
    moves.proposed += days.hold(match.proposed) ? 1 : 0;
    moves.began += begun_in(days, match);
    moves.ended += count_in(days, match.endings);
  }
  Table table = by_area.table("Who came and went in these days",
                              {{"enquired", "mentors enquired"},
                               {"mentors_left", "left"},
                               {"referred", "young people referred"},
                               {"young_people_left", "left"},
                               {"proposed", "matches proposed"},
                               {"began", "began"},
                               {"ended", "ended"}},
                              [](const Moves& each) {
                                return std::vector{cell(each.enquired), cell(each.mentors_left),
                                                   cell(each.referred), cell(each.young_people_left),
                                                   cell(each.proposed), cell(each.began),
                                                   cell(each.ended)};
                              });
  table.key = "moved";
  report.tables.insert(report.tables.end() - 1, std::move(table));
}

}  // namespace mentor::reports
