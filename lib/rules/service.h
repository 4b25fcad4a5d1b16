/// Rules about the service itself.
#pragma once

#include <optional>
#include <string>

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

inline constexpr int whole_post = 100;  ///< hundredths

/// Whether they are on the staff on that day: from their first, to before their last.
[[nodiscard]] bool is_there(const StaffMember& member, Day today);
/// Their share of a full-time post; a whole one where it is not noted.
[[nodiscard]] Share share_of(const StaffMember& member);
/// The full-time posts of the staff who are there on that day, in hundredths.
[[nodiscard]] int full_time(const Settings& settings, Day today);
/// Hundredths of a post in posts: `2.50`.
[[nodiscard]] std::string posts(int hundredths);

}  // namespace rules

template <>
inline constexpr auto fields_of<rules::StaffAsks> = std::tuple(
    field("workers", &rules::StaffAsks::workers, traits::required, "the least full-time workers"),
    field("pairs", &rules::StaffAsks::pairs, traits::optional, "the most running pairs for each of them"));

}  // namespace mentor
