/// Reading what `git cat-file` answers in a batch.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/errors.h"

namespace mentor::git {

/// What it says of one object before its content.
struct Answer {
  std::string id;    ///< in full
  std::string type;  ///< commit, tree, blob or tag
  std::size_t size = 0;
};

/// Reads such a line without its end; nothing when it says that there is no such object, or none alone.
/// Throws what unreadable_answer() makes.
[[nodiscard]] std::optional<Answer> read_answer(std::string_view line);

/// Trouble(machine): what it answers makes no sense.
[[nodiscard]] Trouble unreadable_answer();

}  // namespace mentor::git
