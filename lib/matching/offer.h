/// A mentor as every young person of the scheme meets them: what hangs on the mentor alone, worked out once.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "model/register.h"

namespace mentor::matching {

struct Offer {
  const Mentor* mentor = nullptr;
  std::vector<const Match*> matches;  ///< theirs, whatever became of them
  std::size_t room = 0;               ///< how many more they could have
  std::size_t proposed = 0;           ///< how many wait for somebody's word
  std::optional<Day> idle_since;      ///< the day since which they have had no match
  std::vector<std::string> because;   ///< why nobody could be matched with them now, in plain sentences

  /// The room left if all that is proposed comes about.
  [[nodiscard]] std::size_t spare_room() const { return room > proposed ? room - proposed : 0; }
};

/// Not there yet, gone, and no room: what a mentor's own record and matches say against another match. Needs
/// the people and matches.
[[nodiscard]] Offer offer_of(const Mentor& mentor, const Register& records, Day today);

}  // namespace mentor::matching
