/// Whether a report that somebody kept is what the records said.
#pragma once

#include <functional>
#include <string>

#include "cmd/made_from.h"

namespace mentor::cmd {

/// Makes the report in the file again, by `print`, from the commit that it names and by its clocks, and says
/// whether it is the same to the byte. The value is the exit status: 1 where it is not. Throws Trouble
/// (usage) when the file is no report, or none of that `name` where one is given, its commit is not here, or
/// it was made of records that no commit holds.
[[nodiscard]] int verify(const Call& call, const std::string& file, const std::string& name,
                         const std::function<void(const Call& again, const MadeFrom& from)>& print);

}  // namespace mentor::cmd
