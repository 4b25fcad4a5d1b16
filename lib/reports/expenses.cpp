#include <algorithm>
#include <utility>

#include "reports/by_area.h"
#include "reports/report.h"

namespace mentor::reports {

namespace {

struct ExpensesTotals {
  Pence cost;
  Pence claimed;
  Pence unclaimed;
  Pence unpaid;  ///< claimed, and not paid back yet
  Pence paid;
};

/// Adds one session. What was paid back was claimed, whether or not that was noted.
void count(ExpensesTotals& totals, const Session& session, Day today) {
  const std::int64_t cost = session.cost->count;
  const bool paid = session.paid && *session.paid <= today;
  const bool claimed = paid || (session.claimed && *session.claimed <= today);
  totals.cost.count += cost;
  totals.claimed.count += claimed ? cost : 0;
  totals.unclaimed.count += claimed ? 0 : cost;
  totals.unpaid.count += claimed && !paid ? cost : 0;
  totals.paid.count += paid ? cost : 0;
}

std::vector<Value> cells(const ExpensesTotals& totals) {
  return {cell(totals.cost), cell(totals.claimed), cell(totals.unclaimed), cell(totals.unpaid),
          cell(totals.paid)};
}

std::vector<Column> sums() {
  return {{"cost", "cost"},
          {"claimed", "claimed"},
          {"unclaimed", "not claimed"},
          {"unpaid", "claimed, not paid"},
          {"paid", "paid"}};
}

Table claims_table() {
  return {"claims",
          "Costs of sessions, in pounds",
          {{"match", "match"},
           {"session", "session"},
           {"who", "who", Shown::people},
           {"mentor", "", Shown::data},
           {"scheme", "", Shown::data},
           {"date", "date"},
           {"cost", "cost"},
           {"cost_for", "for"},
           {"activity", "activity"},
           {"claimed", "claimed"},
           {"paid", "paid"}},
          {}};
}

std::vector<Value> claim(const Match& match, const Session& session, const Basis& basis) {
  return {cell(match.id),
          cell(session.id),
          Value::of_text(who(basis.records, match.id.view())),
          cell(match.mentor),
          Value::of_token(match.scheme),
          cell(session.date),
          cell(session.cost),
          cell(session.cost_for),
          cell(session.activity),
          cell_by(session.claimed, basis.today),
          cell_by(session.paid, basis.today)};
}

Table expenses_totals() {
  Table table{
      "totals",
      "By pair",
      {{"scheme", "scheme"}, {"match", "match"}, {"who", "who", Shown::people}, {"mentor", "", Shown::data}},
      {}};
  for (auto& column : sums()) table.columns.push_back(std::move(column));
  return table;
}

void add_totals(Table& table, const Match& match, const ExpensesTotals& totals, const Basis& basis) {
  auto& row = table.rows.emplace_back();
  row = {Value::of_token(match.scheme), cell(match.id), Value::of_text(who(basis.records, match.id.view())),
         cell(match.mentor)};
  for (auto& value : cells(totals)) row.push_back(std::move(value));
}

std::vector<Figure> figures_of(const ExpensesTotals& all) {
  return {{"in_all", "cost", "spent on sessions in all, in pounds", cell(all.cost)},
          {"in_all", "claimed", "of it claimed", cell(all.claimed)},
          {"in_all", "paid", "of it paid back", cell(all.paid)}};
}

}  // namespace

Report expenses(const Basis& basis) {
  Table claims = claims_table();
  Table by_pair = expenses_totals();
  ByArea<ExpensesTotals> by_area;
  ExpensesTotals all;
  for (const auto& [id, log] : basis.records.sessions) {
    const Match& match = basis.records.matches.at(id);
    const std::size_t before = claims.rows.size();
    ExpensesTotals totals;
    for (const auto& session : log.entries) {
      if (!session.cost || !basis.counted().hold(session.date)) continue;
      claims.rows.push_back(claim(match, session, basis));
      count(totals, session, basis.today);
      count(all, session, basis.today);
      count(by_area.at(match.scheme, area_of(basis.records, id.view())), session, basis.today);
    }
    if (claims.rows.size() > before) add_totals(by_pair, match, totals, basis);
  }
  std::ranges::stable_sort(by_pair.rows, {}, [](const auto& row) { return row.front().text; });
  return {"expenses",
          "Expenses",
          figures_of(all),
          {std::move(claims), std::move(by_pair), by_area.table("By scheme and area", sums(), cells)},
          {}};
}

}  // namespace mentor::reports
