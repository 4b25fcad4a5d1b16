/// The people of an invented data directory.
#pragma once

#include "bench/cast.h"
#include "model/records.h"

namespace mentor::bench {

/// A mentor who was ready before the first pair began; in a proposed match, not long ago.
[[nodiscard]] Mentor mentor_of_pair(const Cast& cast, int number);
/// Some of them have all they need, some have only begun.
[[nodiscard]] Mentor mentor_in_preparation(const Cast& cast, int number);

/// Somebody of 16 to 20 on that day.
[[nodiscard]] YoungPerson young_person_of_pair(const Cast& cast, int number, Day start);
[[nodiscard]] YoungPerson young_person_waiting(const Cast& cast, int number);

}  // namespace mentor::bench
