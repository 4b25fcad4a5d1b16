/// Chance, the same on every machine: the distributions of the standard library differ from one to the next.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>

namespace mentor::bench {

class Dice {
 public:
  /// Each stream of a seed is a row of its own, so that what is made of one does not shift the others.
  Dice(std::uint64_t seed, std::uint64_t stream)
      : engine_((seed + 1) * 0x9E3779B97F4A7C15U ^ (stream * 2 + 1)) {}

  /// From 0 to below `count`.
  [[nodiscard]] int below(int count) {
    return static_cast<int>(((engine_() >> 32U) * static_cast<std::uint64_t>(count)) >> 32U);
  }
  /// From `low` to `high`, both included.
  [[nodiscard]] int from(int low, int high) { return low + below(high - low + 1); }
  [[nodiscard]] bool in_a_hundred(int cases) { return below(100) < cases; }
  template <class List>
  [[nodiscard]] const auto& one_of(const List& list) {
    return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace mentor::bench
