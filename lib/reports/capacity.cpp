#include <map>
#include <utility>

#include "reports/by_area.h"
#include "reports/counts.h"
#include "reports/moves.h"
#include "reports/report.h"
#include "rules/service.h"

namespace mentor::reports {

namespace {

Table staff_table(const Basis& basis) {
  Table table{"staff",
              "The team",
              {{"id", "", Shown::data},
               {"name", "name", Shown::people},
               {"share", "share"},
               {"from", "from"},
               {"to", "to before"}},
              {}};
  for (const auto& each : basis.records.settings.staff) {
    if (!rules::is_there(each, basis.today)) continue;
    table.rows.push_back(
        {cell(each.id), cell(each.name), cell(rules::share_of(each)), cell(each.from), cell(each.to)});
  }
  return table;
}

/// Pairs for each full-time worker, rounded to hundredths; no value without staff.
Value for_each_worker(int pairs, int staff) {
  if (staff == 0) return {};
  return posts((2 * pairs * rules::whole_post * rules::whole_post + staff) / (2 * staff));
}

Table pairs_table(const std::map<std::string, int>& pairs, int staff) {
  Table table{"pairs",
              "Pairs that run",
              {{"scheme", "scheme"}, {"pairs", "pairs"}, {"for_each", "for each full-time worker"}},
              {}};
  for (const auto& [scheme, count] : pairs) {
    table.rows.push_back({Value::of_token(scheme), cell(count), for_each_worker(count, staff)});
  }
  return table;
}

}  // namespace

Report capacity(const Basis& basis) {
  std::map<std::string, int> pairs;
  for (const auto& scheme : basis.policies.schemes()) pairs[scheme] = 0;
  ByArea<int> by_area;
  int running = 0;
  for (const auto& [id, match] : basis.records.matches) {
    if (!rules::is_running(rules::state_of(match, basis.today))) continue;
    ++running;
    ++pairs[match.scheme];
    ++by_area.at(match.scheme, area_of(basis.records, id.view()));
  }
  const int staff = rules::full_time(basis.records.settings, basis.today);
  Report report{"capacity",
                "Capacity",
                {{"full_time", "", "full-time workers", posts(staff)},
                 {"running", "", "pairs that run", cell(running)},
                 {"for_each", "", "pairs for each full-time worker", for_each_worker(running, staff)}},
                {staff_table(basis), pairs_table(pairs, staff),
                 by_area.table("By scheme and area", {{"pairs", "pairs"}},
                               [](int count) { return std::vector{cell(count)}; })},
                {}};
  add_moves(report, basis);
  return report;
}

}  // namespace mentor::reports
