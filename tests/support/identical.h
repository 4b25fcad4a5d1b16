/// Whether two trees of values are the same in everything, places and layout included.
#pragma once

#include <algorithm>

#include "base/value.h"

namespace mentor {

[[nodiscard]] inline bool identical(const Value& a, const Value& b) {
  if (a.form != b.form || a.text != b.text || a.place != b.place || a.offset != b.offset ||
      a.layout != b.layout)
    return false;
  const auto same_member = [](const Member& one, const Member& other) {
    return one.key == other.key && one.place == other.place && one.offset == other.offset &&
           identical(one.value, other.value);
  };
  return std::ranges::equal(a.items, b.items, identical) &&
         std::ranges::equal(a.members, b.members, same_member);
}

}  // namespace mentor
