/// The groups that reports count young people by.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "model/records.h"

namespace mentor::reports {

/// By what young people are grouped, in the order of tables.
enum class GroupKind : std::uint8_t { group, language, eet, barrier, nobody_else };

[[nodiscard]] std::string_view name(GroupKind kind);

/// A group of a scheme; case and accents make no other group.
struct Group {
  std::string scheme;
  GroupKind kind{};
  std::string folded;

  friend auto operator<=>(const Group&, const Group&) = default;
};

/// The groups that one young person is in, as they are spelt.
using Membership = std::map<Group, std::string>;

/// Each group once, however often it is named, by what was known on the day.
[[nodiscard]] Membership groups_of(const YoungPerson& person, Day today);

}  // namespace mentor::reports
