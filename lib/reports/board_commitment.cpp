#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "reports/board.h"
#include "reports/figures.h"
#include "rules/check_ins.h"
#include "rules/support.h"

namespace mentor::reports {

namespace {

constexpr std::string_view whole_service;
constexpr int months_of_a_year = 12;
constexpr std::string_view commitment_heading = "What pairs give";

using rules::PeriodStatus;

/// The months up to that of the last day, and of that one no day behind it: as many as the days are in, and
/// no less than twelve.
std::vector<Days> months_of(const Days& days) {
  const Day last = Day::parse(days.to.iso().substr(0, 8) + "01").value_or(days.to);
  const int spanned = last.months_since(days.from) + 2;
  std::vector<Days> months;
  for (int back = std::max(months_of_a_year, spanned) - 1; back >= 0; --back) {
    const Day from = last.plus_months(-back);
    if (back >= months_of_a_year && from.plus_months(1) <= days.from) continue;
    months.push_back({from, std::min(from.plus_months(1).plus_days(-1), days.to)});
  }
  return months;
}

Table months_table(std::string key, std::string title, std::vector<Column> counted) {
  Table table{
      std::move(key), std::move(title), {{"month", "", Shown::data}, {"called", "month", Shown::people}}, {}};
  table.section = std::string(commitment_heading);
  Chart chart{Chart::Kind::months, table.title, 1, {}};
  for (auto& column : counted) {
    table.columns.push_back(std::move(column));
    chart.values.push_back(table.columns.size() - 1);
  }
  table.chart = std::move(chart);
  return table;
}

/// `The last month goes up to 3 September 2026.`; nothing where it is whole.
std::string clipped(const Days& days) {
  const bool is_whole = days.to.iso().substr(0, 7) != days.to.plus_days(1).iso().substr(0, 7);
  return is_whole ? "" : fmt::format("The last month goes up to {}.", days.to.in_words());
}

/// The month as data, and in words: `October 2026`.
std::vector<Value> month_of(const Days& days) {
  const std::string words = days.from.in_words();
  const bool is_whole = days.to.plus_days(1) == days.from.plus_months(1);
  return {Value::of_token(days.from.iso().substr(0, 7)),
          Value::of_text(words.substr(words.find(' ') + 1) + (is_whole ? "" : ", in part"))};
}

/// How many of them ended met, short and paused.
std::vector<Value> counts_of(const Days& days, const std::vector<JudgedPeriod>& periods) {
  std::vector<Value> counts;
  for (const auto status : {PeriodStatus::met, PeriodStatus::short_of, PeriodStatus::paused})
    counts.push_back(Value::of_number(periods_in(days, periods, status, whole_service)));
  return counts;
}

Table periods_by_month(const Days& days, const std::vector<JudgedPeriod>& periods) {
  Table table = months_table("periods_by_month", "Commitments met, short and paused, month by month",
                             {{"met", "met"}, {"short", "short"}, {"paused", "paused"}});
  table.about = "By the month in which a period of a pair's commitment ended.";
  if (const std::string up_to = clipped(days); !up_to.empty()) table.about += " " + up_to;
  for (const auto& month : months_of(days)) {
    std::vector<Value> row = month_of(month);
    std::ranges::move(counts_of(month, periods), std::back_inserter(row));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table hours_by_month(const Stretch& stretch) {
  Table table = months_table("hours_by_month", "Hours together, month by month", {{"hours", "hours"}});
  table.columns.push_back({"sessions", "sessions held"});
  table.columns.push_back({"fell_through", "fell through"});
  table.about = clipped(stretch.days);
  for (const auto& month : months_of(stretch.days)) {
    const Held held = held_in(month, stretch.end, whole_service);
    std::vector<Value> row = month_of(month);
    row.push_back(hours(held.minutes));
    row.push_back(Value::of_number(held.sessions));
    row.push_back(Value::of_number(held.fell_through));
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// Of those at the end of whom a rule asks something in time, all, and those with whom nothing is late.
struct InTime {
  int all = 0;
  int in_time = 0;
};

std::set<std::string> late_by(const Stretch& stretch, std::string_view rule) {
  std::set<std::string> late;
  for (const auto& each : stretch.found) {
    if (each.rule == rule) late.insert(each.subject);
  }
  return late;
}

InTime check_ins(const Stretch& stretch) {
  constexpr std::string_view rule = "support.check_in";
  const auto late = late_by(stretch, rule);
  InTime pairs;
  for (const auto& [id, match] : stretch.end.records.matches) {
    const MatchState state = rules::state_of(match, stretch.days.to);
    if (!rules::is_running(state) && state != MatchState::self_managed) continue;
    const auto terms = terms_on<rules::CheckInAsks>(rule, match.scheme, stretch.days.to,
                                                    stretch.end.policies);
    if (!terms || (state == MatchState::self_managed && !terms->asks.self_managed)) continue;
    ++pairs.all;
    pairs.in_time += late.contains(id.text()) ? 0 : 1;
  }
  return pairs;
}

std::vector<Value> told_in_time(const InTime& owed) {
  return {Value::of_number(owed.all), Value::of_number(owed.in_time)};
}

bool has_running_match(const Mentor& mentor, const Stretch& stretch) {
  return std::ranges::any_of(rules::matches_of(mentor.id, stretch.end.records), [&](const Match* match) {
    return rules::is_running(rules::state_of(*match, stretch.days.to));
  });
}

InTime supervision(const Stretch& stretch) {
  constexpr std::string_view rule = "support.supervision";
  const auto late = late_by(stretch, rule);
  InTime mentors;
  for (const auto& [id, mentor] : stretch.end.records.mentors) {
    if (!has_running_match(mentor, stretch)) continue;
    if (!terms_on<rules::SupervisionAsks>(rule, mentor.scheme, stretch.days.to, stretch.end.policies))
      continue;
    ++mentors.all;
    mentors.in_time += late.contains(id.text()) ? 0 : 1;
  }
  return mentors;
}

Value conversations(const Stretch& stretch) {
  std::int64_t count = 0;
  for (const auto& [id, log] : stretch.end.records.check_ins)
    count += std::ranges::count_if(log.entries,
                                   [&](const CheckIn& each) { return stretch.days.hold(each.date); });
  return Value::of_number(count);
}

}  // namespace

std::vector<Table> commitment_section(const Stretches& over) {
  const Day today = over.today.days.to;
  FigureTable table("commitment", "Commitments and time", over.all());
  table.section(std::string(commitment_heading))
      .about("Periods of the commitments that pairs made which ended in these days, and time together.");
  table.rows({{"met", "periods met"}, {"short", "periods short"}, {"paused", "periods paused throughout"}},
             [today](const Stretch& each) { return counts_of(each.days, judged_periods(each, today)); });
  table.rows(
      {{"hours", "hours together"},
       {"sessions", "sessions held"},
       {"fell_through", "sessions that fell through"}},
      [](const Stretch& each) -> std::vector<Value> {
        const Held held = held_in(each.days, each.end, whole_service);
        return {hours(held.minutes), Value::of_number(held.sessions), Value::of_number(held.fell_through)};
      });
  return {table.take(), periods_by_month(over.now.days, judged_periods(over.now, today)),
          hours_by_month(over.now)};
}

std::vector<Table> support_section(const Stretches& over) {
  FigureTable table("support", "Check-ins and supervision", over.all());
  table.section("What the team gives").about("At the end of each period, in schemes whose rules ask for it.");
  table.row({"check_ins", "conversations with the team"}, conversations);
  table.rows(
      {{"pairs", "pairs with whom the team is to check in"}, {"pairs_in_time", "of them nothing late"}},
      [](const Stretch& each) { return told_in_time(check_ins(each)); });
  table.rows(
      {{"mentors", "mentors to be offered supervision"}, {"mentors_in_time", "of them offered in time"}},
      [](const Stretch& each) { return told_in_time(supervision(each)); });
  return {table.take()};
}

}  // namespace mentor::reports
