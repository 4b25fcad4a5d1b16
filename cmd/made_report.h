/// The reports that there are, and how each is made from the records.
#pragma once

#include <string>
#include <vector>

#include "cmd/made_from.h"
#include "reports/report.h"

namespace mentor::cmd {

/// A report, and what its making brought to light.
struct Made {
  reports::Report report;
  AskedReport asked;  ///< with names settled, so that it can be made again
  std::vector<std::string> notes;
  std::string
      unchanged_since;  ///< of the nightly report, for people: nothing was recorded or newly broke since
};

/// Throws Trouble (usage) for a report that there is not, and for one that is asked what it does not tell.
[[nodiscard]] Made make_report(ReadingRoom& room, const AskedReport& asked);

}  // namespace mentor::cmd
