#include "changes/order.h"

#include <doctest/doctest.h>

namespace changes_order_test {

using mentor::changes::Keys;
using mentor::changes::ordered;

namespace {

/// The order, which must be the same with both sides exchanged.
Keys both_ways(const Keys& before, const Keys& ours, const Keys& theirs, const Keys& kept) {
  const auto less = [](const std::string& a, const std::string& b) { return a < b; };
  const Keys found = ordered(before, ours, theirs, kept, less);
  CHECK(ordered(before, theirs, ours, kept, less) == found);
  return found;
}

}  // namespace

TEST_CASE("what is new stands behind what it was put behind") {
  CHECK(both_ways({"a", "m"}, {"a", "b", "m"}, {"a", "m", "z"}, {"a", "b", "m", "z"}) ==
        Keys{"a", "b", "m", "z"});
}

TEST_CASE("what both put in one place comes in turn, and each keeps its own order") {
  CHECK(both_ways({"a"}, {"a", "x", "d"}, {"a", "c", "y"}, {"a", "x", "d", "c", "y"}) ==
        Keys{"a", "c", "x", "d", "y"});
}

TEST_CASE("what both put in is there once") {
  CHECK(both_ways({}, {"c", "m"}, {"b", "m", "d"}, {"b", "c", "d", "m"}) == Keys{"b", "c", "m", "d"});
}

TEST_CASE("the side that moved something has its order") {
  CHECK(both_ways({"a", "b", "c"}, {"a", "b", "c", "d"}, {"c", "a", "b"}, {"a", "b", "c", "d"}) ==
        Keys{"c", "d", "a", "b"});
}

TEST_CASE("what is not kept is left out, and what stood behind it stays in its place") {
  CHECK(both_ways({"a", "b", "c"}, {"a", "b", "x", "c"}, {"a", "c"}, {"a", "c", "x"}) == Keys{"a", "x", "c"});
}

TEST_CASE("without a rule for what comes next the words that one side put in stay together") {
  CHECK(ordered({}, {"z", "b"}, {"c", "a"}, {"a", "b", "c", "z"}) == Keys{"c", "a", "z", "b"});
  CHECK(ordered({}, {"c", "a"}, {"z", "b"}, {"a", "b", "c", "z"}) == Keys{"c", "a", "z", "b"});
}

}  // namespace changes_order_test
