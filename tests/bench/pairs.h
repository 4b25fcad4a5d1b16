/// A pair of an invented data directory: its match, its sessions week by week, its talks with the team.
#pragma once

#include <optional>

#include "bench/cast.h"
#include "model/records.h"

namespace mentor::bench {

/// When a pair began, was away and ended: what its records agree on.
struct Course {
  Fate fate{};
  Day start;
  std::optional<Day> away_from;
  std::optional<Day> back_on;  ///< none while they are still away
  int away_after = 0;          ///< so many sessions before they went
  std::optional<Day> end;
};

[[nodiscard]] Course course_of(const Cast& cast, int pair);
[[nodiscard]] Match match_of(const Cast& cast, int pair, const Course& course);
/// As many as the size says; none for a proposed match.
[[nodiscard]] SessionLog sessions_of(const Cast& cast, int pair, const Course& course);
/// As often as the pair's scheme asks for.
[[nodiscard]] CheckInLog check_ins_of(const Cast& cast, int pair, const Course& course);

}  // namespace mentor::bench
