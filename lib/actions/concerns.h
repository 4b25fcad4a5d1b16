/// Safeguarding concerns: that there is one, who was told, when it was closed. Never what was said.
#pragma once

#include "actions/plan.h"

namespace mentor::actions {

/// A new concern as `draft` has it, about a mentor, a young person or staff. Needs all concerns.
[[nodiscard]] Plan raise_concern(Concern draft, const Facts& facts);

/// To whom a concern was passed on.
struct PassingOn {
  std::string to;
  Day on;
  std::string reference;
};
/// Trouble (refused) when it was passed on before.
[[nodiscard]] Plan pass_on_concern(const ConcernId& concern, const PassingOn& passing_on, const Facts& facts);

/// Trouble (refused) when it was closed before. Needs all concerns and matches.
[[nodiscard]] Plan close_concern(const ConcernId& concern, Day on, const Facts& facts);

}  // namespace mentor::actions
