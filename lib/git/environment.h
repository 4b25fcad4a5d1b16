/// How git is called: the words before the command, and the environment.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace mentor::git {

/// Long enough for a passphrase to be typed when commits are signed.
inline constexpr std::chrono::seconds kTimeLimit{60};

/// The setting by which git makes what it commits and where its branches stand durable.
inline constexpr const char* kDurable = "core.fsync=committed,reference";

/// "git" and what has to stand before its command: the directory, and the settings that make it run neither
/// hooks nor fsmonitor, nor change line endings.
[[nodiscard]] std::vector<std::string> git_words(const std::filesystem::path& directory);

/// Our environment without git's local variables and those that change what a path means; in plain English,
/// without editor, prompt and pager.
[[nodiscard]] std::vector<std::string> git_environment();

}  // namespace mentor::git
