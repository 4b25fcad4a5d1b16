#include "store/reserve.h"

#include <doctest/doctest.h>

#include "support/git_fixture.h"

namespace store_reserve_test {

using mentor::store::reserve_room;
using mentor::test::TemporaryDirectory;

TEST_CASE("room is taken without a name and given back") {
  TemporaryDirectory directory;
  const mentor::Descriptor room = reserve_room(directory.path(), 65536);
  CHECK(std::filesystem::is_empty(directory.path()));
}

}  // namespace store_reserve_test
