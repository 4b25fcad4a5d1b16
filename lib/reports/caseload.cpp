#include <algorithm>
#include <map>

#include "reports/by_area.h"
#include "reports/moves.h"
#include "reports/report.h"

namespace mentor::reports {

namespace {

/// How many findings stand about each record.
std::map<std::string, int> standing(const Basis& basis) {
  std::map<std::string, int> found;
  for (const auto& each : basis.rulebook.check(basis.records, basis.today)) {
    if (each.stands()) ++found[each.subject];
  }
  return found;
}

std::optional<Day> last_check_in(const rules::Pair& pair, Counterpart with, Day today) {
  std::optional<Day> last;
  for (const auto& each : pair.check_ins) {
    if (each.with == with && each.date <= today) last = std::max(last, std::optional(each.date));
  }
  return last;
}

std::optional<rules::Period> running_period(const rules::Pair& pair, const Basis& basis) {
  const auto periods = basis.rulebook.periods(pair, basis.today);
  if (periods.empty() || periods.back().to <= basis.today) return std::nullopt;
  return periods.back();
}

Table pairs_table() {
  return {"pairs",
          "Pairs",
          {{"match", "match"},
           {"who", "who", Shown::people},
           {"mentor", "", Shown::data},
           {"young_person", "", Shown::data},
           {"scheme", "scheme"},
           {"area", "area"},
           {"state", "state"},
           {"started", "started"},
           {"last_met", "last met"},
           {"check_in_mentor", "check-in: mentor"},
           {"check_in_young_person", "young person"},
           {"minutes", "minutes"},
           {"required", "asked"},
           {"findings", "findings"}},
          {}};
}

struct CaseloadTotals {
  int active = 0;
  int paused = 0;
  int self_managed = 0;
};

void count(CaseloadTotals& totals, MatchState state) {
  ++(state == MatchState::active   ? totals.active
     : state == MatchState::paused ? totals.paused
                                   : totals.self_managed);
}

Table caseload_totals(const ByArea<CaseloadTotals>& by_area) {
  return by_area.table(
      "By scheme and area", {{"active", "active"}, {"paused", "paused"}, {"self_managed", "self-managed"}},
      [](const CaseloadTotals& totals) {
        return std::vector{cell(totals.active), cell(totals.paused), cell(totals.self_managed)};
      });
}

}  // namespace

Report caseload(const Basis& basis) {
  auto found = standing(basis);
  Table pairs = pairs_table();
  ByArea<CaseloadTotals> by_area;
  for (const auto& [id, match] : basis.records.matches) {
    const MatchState state = rules::state_of(match, basis.today);
    if (!rules::is_running(state) && state != MatchState::self_managed) continue;
    const auto pair = rules::Pair::of(match, basis.records);
    const auto period = running_period(pair, basis);
    const std::string area = area_of(basis.records, id.view());
    const int findings = found[match.id.text()] + found[match.mentor.text()] +
                         found[match.young_person.text()];
    pairs.rows.push_back({cell(id), Value::of_text(who(basis.records, id.view())), cell(match.mentor),
                          cell(match.young_person), Value::of_token(match.scheme), cell(area), cell(state),
                          cell(match.started), cell(last_met(pair, basis.today)),
                          cell(last_check_in(pair, Counterpart::mentor, basis.today)),
                          cell(last_check_in(pair, Counterpart::young_person, basis.today)),
                          period ? cell(period->minutes) : Value(), period ? cell(period->required) : Value(),
                          cell(findings)});
    count(by_area.at(match.scheme, area), state);
  }
  Report report{"caseload", "Caseload", {}, {std::move(pairs), caseload_totals(by_area)}, {}};
  add_moves(report, basis);
  return report;
}

}  // namespace mentor::reports
