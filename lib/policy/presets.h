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

/// The records of the example, as `init --example` writes them: `file` is a path below the data directory.
/// Made from data-example/ when the library is built; `scheme` is empty.
[[nodiscard]] std::span<const Preset> example();

}  // namespace mentor::policy
