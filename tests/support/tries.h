/// How often a property is tried on random input.
#pragma once

#include <cstdint>
#include <cstdlib>

namespace mentor::test {

/// So often as a rule, or as MENTORCTL_TRIES says.
inline std::uint32_t tries(std::uint32_t usual) {
  const char* asked = std::getenv("MENTORCTL_TRIES");
  return asked ? static_cast<std::uint32_t>(std::strtoul(asked, nullptr, 10)) : usual;
}

}  // namespace mentor::test
