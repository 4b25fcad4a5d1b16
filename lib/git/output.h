/// Reading what git printed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/errors.h"
#include "git/process.h"

namespace mentor::git {

/// The lines, without their ends.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);
/// The parts that NUL ends, as git's -z writes them.
[[nodiscard]] std::vector<std::string> split_at_nul(std::string_view text);
/// The words between blanks.
[[nodiscard]] std::vector<std::string> split_at_blanks(std::string_view text);
/// Parts as git takes them, each ended by NUL.
[[nodiscard]] std::string joined_by_nul(const std::vector<std::string>& parts);

/// What git said on its standard error, on one line, without its labels and hints.
[[nodiscard]] std::string what_git_said(const Outcome& outcome);
/// Only its last line there, which says why git gave up.
[[nodiscard]] std::string git_reason(const Outcome& outcome);
/// Trouble(machine): "WHAT: gpg failed to sign the data, put that right and try again".
[[nodiscard]] Trouble git_trouble(const std::string& what, const Outcome& outcome);

}  // namespace mentor::git
