#include <utility>

#include "reports/by_area.h"
#include "reports/report.h"

namespace mentor::reports {

namespace {

struct CommitmentTotals {
  int met = 0;
  int missed = 0;
  int minutes = 0;
  int required = 0;
};

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

Value row_of(const rules::Pair& pair, const rules::Period& period, const std::string& area) {
  Value row = Value::of_map();
  row.add("match", Value::of_token(pair.match.id.view()));
  row.add("who", Value::of_text(who(pair.records, pair.match.id.view())));
  row.add("mentor", Value::of_token(pair.mentor.id.view()));
  row.add("young_person", Value::of_token(pair.young_person.id.view()));
  row.add("scheme", Value::of_token(pair.match.scheme));
  row.add("area", cell(area));
  row.add("from", Value::of_token(period.from.iso()));
  row.add("to", Value::of_token(period.to.iso()));
  row.add("minutes", Value::of_number(period.minutes));
  row.add("required", Value::of_number(period.required));
  row.add("status", Value::of_token(word(period.status)));
  return row;
}

void count(CommitmentTotals& totals, const rules::Period& period) {
  const bool met = period.status == rules::PeriodStatus::met;
  const bool missed = period.status == rules::PeriodStatus::short_of;
  if (!met && !missed) return;
  totals.met += met ? 1 : 0;
  totals.missed += missed ? 1 : 0;
  totals.minutes += period.minutes;
  totals.required += period.required;
}

Table commitment_totals(const ByArea<CommitmentTotals>& by_area) {
  return by_area.table("By scheme and area (finished periods)",
                       {{"met", "met"}, {"short", "short"}, {"minutes", "minutes"}, {"required", "asked"}},
                       [](const CommitmentTotals& totals) {
                         return std::vector{cell(totals.met), cell(totals.missed), cell(totals.minutes),
                                            cell(totals.required)};
                       });
}

}  // namespace

Report commitment(const Basis& basis) {
  Table periods = periods_table();
  ByArea<CommitmentTotals> by_area;
  for (const auto& [id, match] : basis.records.matches) {
    const auto pair = rules::Pair::of(match, basis.records);
    const std::string area = area_of(basis.records, id.view());
    for (const auto& period : basis.rulebook.periods(pair, basis.today)) {
      if (period.to <= basis.over.from) continue;
      add_row(periods, row_of(pair, period, area));
      count(by_area.at(match.scheme, area), period);
    }
  }
  return {"commitment", "Commitments", {}, {std::move(periods), commitment_totals(by_area)}, {}};
}

}  // namespace mentor::reports
