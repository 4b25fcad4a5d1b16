#include <fmt/format.h>

#include <map>
#include <utility>

#include "reports/by_area.h"
#include "reports/moves.h"
#include "reports/report.h"

namespace mentor::reports {

namespace {

constexpr int full_time = 100;  // hundredths

bool is_there(const StaffMember& member, Day today) {
  return (!member.from || *member.from <= today) && (!member.to || *member.to > today);
}

/// Somebody whose share is not noted works full time.
Share share_of(const StaffMember& member) { return member.share.value_or(Share{full_time}); }

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
    if (!is_there(each, basis.today)) continue;
    table.rows.push_back(
        {cell(each.id), cell(each.name), cell(share_of(each)), cell(each.from), cell(each.to)});
  }
  return table;
}

int full_time_hundredths(const Basis& basis) {
  int sum = 0;
  for (const auto& each : basis.records.settings.staff) {
    if (is_there(each, basis.today)) sum += share_of(each).hundredths;
  }
  return sum;
}

Value in_hundredths(int hundredths) {
  return Value::of_decimal(fmt::format("{}.{:02}", hundredths / full_time, hundredths % full_time));
}

/// Pairs for each full-time worker, rounded to hundredths; no value without staff.
Value for_each_worker(int pairs, int staff) {
  if (staff == 0) return {};
  return in_hundredths((2 * pairs * full_time * full_time + staff) / (2 * staff));
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
  const int staff = full_time_hundredths(basis);
  Report report{"capacity",
                "Capacity",
                {{"full_time", "", "full-time workers", in_hundredths(staff)},
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
