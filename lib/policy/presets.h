/// The policies that come with the program, as `init` writes them.
#pragma once

#include <span>
#include <string_view>

namespace mentor::policy {

struct Preset {
  std::string_view scheme;  ///< `rotherham`
  std::string_view file;    ///< `schemes/rotherham/2026-01-01.yaml`
  std::string_view text;
};

/// All of them, by scheme, then date. Made from lib/policy/presets/ when the library is built.
[[nodiscard]] std::span<const Preset> presets();

/// The records and the settings of the example: `file` is a path below the data directory, `scheme` says
/// nothing. Made from data-example/ when the library is built.
[[nodiscard]] std::span<const Preset> example();

}  // namespace mentor::policy
