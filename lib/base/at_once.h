/// Work on many things at once, on all cores that the machine has.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

namespace mentor {

/// Whether the calls may be made at once, or must follow one another.
enum class Calls : std::uint8_t { at_once, in_turn };

/// Calls `work(i)` once for each number below `count`, and returns when all calls have. In turn they come in
/// the order of the numbers, on this thread alone; at once in any order, on several threads, of which this is
/// one. Throws what the call of the lowest number threw that did; then there may be numbers above it that had
/// none.
void for_each_number(std::size_t count, Calls calls, const std::function<void(std::size_t)>& work);

}  // namespace mentor
