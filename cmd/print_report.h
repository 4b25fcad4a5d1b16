/// How a report is shown in each format.
#pragma once

#include <string>
#include <vector>

#include "cmd/call.h"
#include "cmd/made_report.h"

namespace mentor::cmd {

/// What stands below the title, a line each: what was read and how many pairs run (not of a journey), and
/// what no commit holds.
[[nodiscard]] std::vector<std::string> lead_of(ReadingRoom& room, const reports::Report& report,
                                               const AskedReport& asked);

/// The tables that people read, that of the figures first, without totals by area where there is but one.
[[nodiscard]] std::vector<Table> for_people(const reports::Report& report);

/// In the format that was asked for, on standard output.
void print_report(const Call& call, ReadingRoom& room, const Made& made);

}  // namespace mentor::cmd
