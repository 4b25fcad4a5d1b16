/// Changes of fields as lines for people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "changes/difference.h"

namespace mentor::cmd {

/// `area: Rotherham → Wath`, a line each; what is of another record than `asked`, or of one of its entries,
/// says so first. An entry that came or went is one line: `P-9X2MC/S-8F3K2, new: date 2026-02-10, minutes
/// 60`.
[[nodiscard]] std::vector<std::string> in_words(const changes::FieldChanges& changes, std::string_view asked);

}  // namespace mentor::cmd
