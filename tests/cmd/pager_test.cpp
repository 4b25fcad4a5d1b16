#include "cmd/pager.h"

#include <doctest/doctest.h>

namespace cmd_pager_test {

using mentor::cmd::is_longer_than;
using mentor::cmd::Screen;

TEST_CASE("a text is long when it leaves no row for the next prompt") {
  const Screen screen{10, 4};
  CHECK_FALSE(is_longer_than(screen, "1\n2\n3\n"));
  CHECK(is_longer_than(screen, "1\n2\n3\n4\n"));
  CHECK(is_longer_than(screen, "\n\n\n\n"));
}

TEST_CASE("a line that is too wide takes more rows, by the width that letters take") {
  const Screen screen{10, 4};
  CHECK_FALSE(is_longer_than(screen, "1\n1234567890\n3\n"));
  CHECK(is_longer_than(screen, "1\n12345678901\n3\n"));
  CHECK(is_longer_than(screen, "1\n李李李李李李\n3\n"));
  CHECK_FALSE(is_longer_than(screen, "1\néééééééééé\n3\n"));
}

TEST_CASE("what is no terminal has no screen to be longer than") {
  CHECK_FALSE(is_longer_than(Screen{}, "1\n2\n3\n4\n5\n6\n"));
}

}  // namespace cmd_pager_test
