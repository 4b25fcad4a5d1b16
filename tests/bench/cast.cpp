#include "bench/cast.h"

#include <array>

namespace mentor::bench {

Day the_day() { return *Day::parse("2026-11-02"); }

std::string_view name_of(SchemeKind scheme) {
  static constexpr auto names = std::to_array<std::string_view>({"stockport", "manchester", "riverside"});
  return names[static_cast<std::size_t>(scheme)];
}

SchemeKind Cast::scheme_of(int pair) {
  const int tenth = pair % 10;
  if (tenth < 4) return SchemeKind::stockport;
  return tenth < 7 ? SchemeKind::manchester : SchemeKind::riverside;
}

Fate Cast::fate_of(int pair) const {
  if (pair >= size_.pairs) return Fate::proposed;
  const int lot = dice(For::fate, pair).below(100);
  if (lot < 2) return Fate::uneven;
  if (lot < 4) return Fate::fell_silent;
  if (lot < 7) return Fate::paused;
  return lot < 15 ? Fate::ended : Fate::runs;
}

int Cast::mentor_of(int pair) const {
  const bool shares = pair % 20 == 1 && pair < size_.pairs;
  return shares ? pair - 1 : pair;
}

bool Cast::has_two(int mentor) const { return mentor % 20 == 0 && mentor + 1 < size_.pairs; }

Day Cast::first_day() const { return the_day().plus_days(-7 * size_.sessions - 480); }

Dice Cast::dice(For what, int number) const {
  constexpr std::uint64_t kinds = 16;
  return {size_.seed, static_cast<std::uint64_t>(number) * kinds + static_cast<std::uint64_t>(what)};
}

std::uint32_t Cast::scattered(int number) const {
  constexpr std::uint64_t odd = 0x0165667B;
  return static_cast<std::uint32_t>((static_cast<std::uint64_t>(number) * odd + size_.seed * 0x2545F491U) &
                                    0x01FFFFFFU);
}

}  // namespace mentor::bench
