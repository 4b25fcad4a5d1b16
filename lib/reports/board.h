/// The sections of the board's report, each one or more tables (see report.h).
#pragma once

#include <vector>

#include "reports/counts.h"
#include "reports/stretch.h"

namespace mentor::reports {

[[nodiscard]] std::vector<Table> deciding_section(const Stretches& over);
[[nodiscard]] std::vector<Table> safeguarding_section(const Stretches& over);
[[nodiscard]] std::vector<Table> young_people_section(const Stretches& over);
[[nodiscard]] std::vector<Table> mentors_section(const Stretches& over);
[[nodiscard]] std::vector<Table> relationships_section(const Stretches& over);
[[nodiscard]] std::vector<Table> commitment_section(const Stretches& over);
[[nodiscard]] std::vector<Table> support_section(const Stretches& over);
[[nodiscard]] std::vector<Table> words_section(const Stretches& over);
[[nodiscard]] std::vector<Table> reach_section(const Stretches& over);
[[nodiscard]] std::vector<Table> spending_section(const Stretches& over);
[[nodiscard]] std::vector<Table> staff_section(const Stretches& over);
/// Scheme by scheme, where there are several, and area by area.
[[nodiscard]] std::vector<Table> parts_section(const Stretches& over, const Basis& basis);
[[nodiscard]] std::vector<Table> definitions_section(const Stretches& over);

}  // namespace mentor::reports
