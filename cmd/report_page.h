/// A report as a page that can be kept, printed or sent: Markdown or HTML.
#pragma once

#include <string>
#include <vector>

#include "base/table.h"
#include "cmd/made_from.h"

namespace mentor::cmd {

/// Prints it in the call's format.
void print_page(const Call& call, std::string title, std::vector<std::string> lead, std::vector<Table> tables,
                const MadeFrom& made_from);

}  // namespace mentor::cmd
