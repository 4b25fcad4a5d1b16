/// What somebody typed at a prompt, as the records write it.
#pragma once

#include <string>
#include <vector>

#include "model/describe.h"

namespace mentor::cmd {

/// `first-meeting` for `First meeting`, `yes` for `Y`, `30` for `£30`, `16-18` for `16 to 18`. What is not
/// plain is let be.
[[nodiscard]] std::string as_meant(const std::string& typed, Kind kind,
                                   const std::vector<std::string>& words);

}  // namespace mentor::cmd
