/// Changing a record in its text: the lines that must change and no others, so that comments, order, quoting
/// and blank lines that people wrote survive.
#pragma once

#include <string>
#include <string_view>

#include "base/value.h"

namespace mentor::store {

/// The text of a record that said `before`, made to say `after`. Both are trees as `encode` gives them, in
/// the order of the schema; a field that is new stands where that order puts it, a new entry of a list
/// between those that `after` has around it. Entries are known by their first member, their `id`. Line
/// endings and a byte order mark are kept.
///
/// Throws Trouble (Cause::machine) when the text as edited would be no YAML. Whether it says exactly `after`
/// is for the caller to read back: see store/record_file.h.
[[nodiscard]] std::string rewrite(std::string_view text, std::string_view file, const Value& before,
                                  const Value& after);

}  // namespace mentor::store
