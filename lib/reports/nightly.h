/// The parts of the nightly report, each a table. What people read of one is short: what can wait is counted.
/// `meetings` are those of each match, in their order.
#pragma once

#include <vector>

#include "reports/report.h"

namespace mentor::reports {

/// How far ahead the report looks where no rule says it.
inline constexpr int days_ahead = 30;
inline constexpr int days_soon = 7;

/// `quiet`: the pairs that have not met for four weeks or longer, those that have not met for longest first.
[[nodiscard]] Table quiet_table(const Basis& basis, const std::vector<Meetings>& meetings);

/// `meetings`: what now stands, the first meetings and where those that fell through were moved to.
[[nodiscard]] Table meetings_table(const Basis& basis, const std::vector<Meetings>& meetings);

/// `dates`: the 18th and 26th birthdays of young people who take part, and the days on which a pause, a
/// renewal or a match ends, of the next 30 days.
[[nodiscard]] Table dates_table(const Basis& basis);

/// `waiting`: young people without a match, matches without a decision, and mentors without a young person,
/// each with the next step and whose it is. Those who have waited longest come first.
[[nodiscard]] Table waiting_table(const Basis& basis);

/// `period`: the periods that run. People read of those that end within a week with less than was asked.
[[nodiscard]] Table period_table(const Basis& basis, const std::vector<Meetings>& meetings);

/// `broke`, `lapsed`, `mended`, `silent`, `changes`: what is new since an earlier moment.
[[nodiscard]] std::vector<Table> news_tables(const News& news, const Basis& basis);

}  // namespace mentor::reports
