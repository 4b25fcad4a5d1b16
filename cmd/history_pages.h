/// A history for programs and for people.
#pragma once

#include <string>
#include <vector>

#include "base/table.h"
#include "cmd/io.h"
#include "trail.h"

namespace mentor::cmd {

/// A row for each change of a field.
[[nodiscard]] Table history_table(const std::vector<Deed>& deeds);

/// Each commit with its moment, who made it, what it says of itself, and its changes; `asked` is the record
/// whose history it is, which needs no naming.
void print_history(const Io& io, const std::vector<Deed>& deeds, const std::string& asked);

}  // namespace mentor::cmd
