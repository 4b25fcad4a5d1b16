#include "reports/board.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace mentor::reports {

namespace {

void move_to(Report& report, std::vector<Table> tables) {
  std::move(tables.begin(), tables.end(), std::back_inserter(report.tables));
}

}  // namespace

Report board(const Basis& basis) {
  const Stretches over = stretches_of(basis);
  Report report{"board", "Report to the board", {}, {}, {}};
  report.names_nobody = true;
  report.lead = {fmt::format("{}, {}{}", basis.records.settings.organisation, in_words(over.now.days),
                             over.goes_on ? ", so far: the period is not over" : ""),
                 fmt::format("Beside it stand {} (before) and {} (a year before).",
                             in_words(over.before.days), in_words(over.year_before.days)),
                 "It names nobody. Counts of people from 1 to 4 are told as 'under 5' where they could show "
                 "who is meant."};
  move_to(report, deciding_section(over));
  move_to(report, safeguarding_section(over));
  move_to(report, young_people_section(over));
  move_to(report, mentors_section(over));
  move_to(report, relationships_section(over));
  move_to(report, commitment_section(over));
  move_to(report, support_section(over));
  move_to(report, words_section(over));
  move_to(report, reach_section(over));
  move_to(report, spending_section(over));
  move_to(report, staff_section(over));
  move_to(report, parts_section(over, basis));
  move_to(report, definitions_section(over));
  return report;
}

}  // namespace mentor::reports
