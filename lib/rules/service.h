/// Rules about the service itself.
#pragma once

#include <optional>

#include "model/amounts.h"
#include "rules/pair.h"
#include "rules/terms.h"

namespace mentor {
namespace rules {

/// service.capacity: fewer full-time workers than the least, by the shares of the staff who are there on the
/// day; or more pairs for each than they can carry. Manchester, project setup (at least three full-time
/// workers).
struct StaffAsks {
  Count workers;
  std::optional<Count> pairs;
  Places places;
};
void judge(const Scheme& scheme, const Editions<StaffAsks>& editions, Day today, Findings& found);

/// The full-time posts of the staff who are there on that day, in hundredths; a share that is not given is a
/// whole post.
[[nodiscard]] int full_time(const Settings& settings, Day today);

}  // namespace rules

template <>
inline constexpr auto fields_of<rules::StaffAsks> = std::tuple(
    field("workers", &rules::StaffAsks::workers, traits::required, "the least full-time workers"),
    field("pairs", &rules::StaffAsks::pairs, traits::optional, "the most running pairs for each of them"));

}  // namespace mentor
