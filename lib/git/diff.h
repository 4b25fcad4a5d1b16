/// The difference between two contents of a file, as `git diff` shows it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mentor::git {

/// A unified diff with git's headers for this path; nothing stands for "no such file"; empty when nothing
/// differs. The texts pass through a private directory under the system's temporary one, never through the
/// data directory.
[[nodiscard]] std::string diff(const std::optional<std::string>& old_bytes,
                               const std::optional<std::string>& new_bytes, std::string_view path);

}  // namespace mentor::git
