/// The words of a severity, as policies write them.
#pragma once

#include "base/finding.h"
#include "model/words.h"

namespace mentor {

template <>
inline constexpr auto words_of<Severity> = std::to_array<std::string_view>({"must", "should", "advise"});

}  // namespace mentor
