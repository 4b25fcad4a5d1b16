#include "model/places.h"

#include <doctest/doctest.h>

namespace model_places_test {

using mentor::Place;
using mentor::Places;

namespace {

constexpr std::size_t many = 30;
const Place start{7, 3};

}  // namespace

TEST_CASE("each field has its place, wherever that is, and an absent one that of the start") {
  Places places(start);
  const auto place_of = [](std::size_t field) {
    return field % 3 == 0 ? Place{start.line, 10 * field + 4} : Place{start.line + field, field + 1};
  };
  for (std::size_t field = 0; field < many; field += 2) places.set(field, place_of(field));
  for (std::size_t field = 0; field < many; ++field) {
    INFO(field);
    const Place expected = field % 2 == 0 ? place_of(field) : start;
    CHECK(places.of(field).line == expected.line);
    CHECK(places.of(field).column == expected.column);
  }
  CHECK(places.of(many + 1).line == start.line);
  CHECK(places.start().column == start.column);
}

TEST_CASE("a place far out in a long line is that place") {
  Places places(start);
  for (const std::size_t column : {65535U, 65536U, 4000000U}) {
    places.set(2, {start.line, column});
    places.set(1, {start.line, column});
    CHECK(places.of(1).column == column);
  }
}

}  // namespace model_places_test
