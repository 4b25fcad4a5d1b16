/// What git says of a file that differs: ":100644 100644 OLD NEW M", as its raw formats write it.
#pragma once

#include <string>
#include <string_view>

#include "base/errors.h"

namespace mentor::git {

struct RawLine {
  std::string old_mode;
  std::string new_mode;
  std::string old_id;  ///< in full; empty where there was no file
  std::string new_id;
  char status = 'M';  ///< A, D, M, T, or U while a conflict is not settled
};

/// Throws Trouble(machine) for what is no such line.
[[nodiscard]] RawLine read_raw_line(std::string_view line);

/// What such a trouble says.
[[nodiscard]] Trouble not_understood();

}  // namespace mentor::git
