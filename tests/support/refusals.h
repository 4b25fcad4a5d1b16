/// Command lines that are refused, as a table.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/command_fixture.h"

namespace mentor::test {

struct Refusal {
  Words words;
  int status;
  std::string says;  ///< in what it writes to people
};

/// Each is refused with that status and those words, and nothing has changed behind it.
inline void check_refused(CommandFixture& fixture, const std::vector<Refusal>& rows) {
  const std::string before = fixture.everything();
  for (const auto& row : rows) {
    CAPTURE(row.says);
    const Answer refused = fixture.run(row.words);
    CHECK(refused.status == row.status);
    CHECK(refused.out.empty());
    CHECK_MESSAGE(contains(refused.err, row.says), refused.err);
  }
  CHECK(fixture.everything() == before);
}

}  // namespace mentor::test
