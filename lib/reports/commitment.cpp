#include <fmt/format.h>

#include <map>
#include <utility>

#include "reports/report.h"

namespace mentor::reports {

namespace {

struct Totals {
  int met = 0;
  int missed = 0;
  int minutes = 0;
  int required = 0;
};
using ByArea = std::map<std::pair<std::string, std::string>, Totals>;

Table periods_table() {
  return {"periods",
          "Commitments, period by period",
          {{"match", "match"},
           {"who", "who", Shown::people},
           {"mentor", "", Shown::data},
           {"young_person", "", Shown::data},
           {"scheme", "", Shown::data},
           {"area", "area"},
           {"from", "from"},
           {"to", "to before"},
           {"minutes", "minutes"},
           {"required", "asked"},
           {"status", "status"}},
          {}};
}

Table by_area_table() {
  return {"by_area",
          "By scheme and area (finished periods)",
          {{"scheme", "scheme"},
           {"area", "area"},
           {"met", "met"},
           {"short", "short"},
           {"minutes", "minutes"},
           {"required", "asked"}},
          {}};
}

Value row_of(const rules::Pair& pair, const rules::Period& period, const std::string& area) {
  Value row = Value::of_map();
  row.add("match", Value::of_token(pair.match.id.view()));
  row.add("who", Value::of_text(who(pair.records, pair.match.id.view())));
  row.add("mentor", Value::of_token(pair.mentor.id.view()));
  row.add("young_person", Value::of_token(pair.young_person.id.view()));
  row.add("scheme", Value::of_token(pair.match.scheme));
  row.add("area", area.empty() ? Value() : Value::of_text(area));
  row.add("from", Value::of_token(period.from.iso()));
  row.add("to", Value::of_token(period.to.iso()));
  row.add("minutes", Value::of_number(period.minutes));
  row.add("required", Value::of_number(period.required));
  row.add("status", Value::of_token(word(period.status)));
  return row;
}

void count(Totals& totals, const rules::Period& period) {
  const bool met = period.status == rules::PeriodStatus::met;
  const bool missed = period.status == rules::PeriodStatus::short_of;
  if (!met && !missed) return;
  totals.met += met ? 1 : 0;
  totals.missed += missed ? 1 : 0;
  totals.minutes += period.minutes;
  totals.required += period.required;
}

Table totals_table(const ByArea& by_area) {
  Table table = by_area_table();
  for (const auto& [where, totals] : by_area) {
    table.rows.push_back({Value::of_token(where.first),
                          where.second.empty() ? Value() : Value::of_text(where.second),
                          Value::of_number(totals.met), Value::of_number(totals.missed),
                          Value::of_number(totals.minutes), Value::of_number(totals.required)});
  }
  return table;
}

}  // namespace

Report commitment(const Basis& basis) {
  Table periods = periods_table();
  ByArea by_area;
  for (const auto& [id, match] : basis.records.matches) {
    const auto pair = rules::Pair::of(match, basis.records);
    const std::string area = area_of(basis.records, id.view());
    for (const auto& period : basis.rulebook.periods(pair, basis.today)) {
      add_row(periods, row_of(pair, period, area));
      count(by_area[{match.scheme, area}], period);
    }
  }
  return {"commitment", "Commitments", {std::move(periods), totals_table(by_area)}, {}};
}

}  // namespace mentor::reports
