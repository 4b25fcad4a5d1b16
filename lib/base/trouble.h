/// A Trouble whose message is formatted, for the two causes that are thrown all over.
#pragma once

#include <fmt/format.h>

#include <utility>

#include "base/errors.h"

namespace mentor {

/// The command line is wrong.
template <class... Words>
[[nodiscard]] Trouble usage(fmt::format_string<Words...> format, Words&&... words) {
  return {Cause::usage, fmt::format(format, std::forward<Words>(words)...)};
}

/// What was asked is refused.
template <class... Words>
[[nodiscard]] Trouble refused(fmt::format_string<Words...> format, Words&&... words) {
  return {Cause::refused, fmt::format(format, std::forward<Words>(words)...)};
}

}  // namespace mentor
