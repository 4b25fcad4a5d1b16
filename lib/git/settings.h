/// A repository's own settings, and what its attributes say of a path.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "git/repository.h"

namespace mentor::git {

/// What git goes by under that key, wherever it was set; nothing when it is not. Throws Trouble(machine).
[[nodiscard]] std::optional<std::string> setting(const Repository& repository, const std::string& key);
/// Writes it into the repository's own settings, whose only value it becomes. Throws Trouble(machine).
void set(const Repository& repository, const std::string& key, const std::string& value);

/// git's folder that all work trees of the repository share. Throws Trouble(machine).
[[nodiscard]] std::filesystem::path common_folder(const Repository& repository);

/// The folder in which git looks for hooks.
struct Hooks {
  std::filesystem::path folder;
  bool elsewhere = false;  ///< git was told so, and they may be those of other repositories too
};
/// Throws Trouble(machine).
[[nodiscard]] Hooks hooks(const Repository& repository);

/// What .gitattributes says of a path in the data directory, which need not be there: `mentorctl`, `set`,
/// `unset` or `unspecified`. Throws Trouble(machine).
[[nodiscard]] std::string attribute(const Repository& repository, const std::string& name,
                                    const std::string& path);

/// The files of the data directory that git keeps, sorted.
[[nodiscard]] Paths tracked_files(const Repository& repository);

}  // namespace mentor::git
