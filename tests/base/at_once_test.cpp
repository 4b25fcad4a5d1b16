#include "base/at_once.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace base_at_once_test {

using mentor::Calls;
using mentor::for_each_number;

namespace {

constexpr std::size_t many = 1000;

}  // namespace

TEST_CASE("every number has its call once, in turn in their order") {
  std::vector<std::size_t> numbers;
  for_each_number(many, Calls::in_turn, [&](std::size_t i) { numbers.push_back(i); });
  std::vector<std::size_t> all(many);
  std::iota(all.begin(), all.end(), 0U);
  CHECK(numbers == all);
}

TEST_CASE("every number has its call once, at once in any order") {
  std::vector<std::atomic<int>> calls(many);
  for_each_number(many, Calls::at_once, [&](std::size_t i) { ++calls[i]; });
  for (const auto& each : calls) REQUIRE(each == 1);
  for_each_number(0, Calls::at_once, [](std::size_t) { FAIL("there is no number"); });
}

TEST_CASE("what a call throws is thrown when the others are done") {
  for (const Calls calls : {Calls::in_turn, Calls::at_once}) {
    std::atomic<int> running = 0;
    const auto work = [&](std::size_t i) {
      ++running;
      if (i == many / 2) {
        --running;
        throw std::runtime_error("a call");
      }
      if (i + 4 > many / 2) std::this_thread::sleep_for(std::chrono::milliseconds(1));
      --running;
    };
    CHECK_THROWS_WITH_AS(for_each_number(many, calls, work), "a call", std::runtime_error);
    CHECK(running == 0);
  }
}

TEST_CASE("of several that throw the lowest number is heard, however many cores there are") {
  for (int round = 0; round < 500; ++round) {
    for (const Calls calls : {Calls::in_turn, Calls::at_once}) {
      const auto work = [](std::size_t i) {
        if (i >= 10) throw std::runtime_error(std::to_string(i));
      };
      REQUIRE_THROWS_WITH_AS(for_each_number(many, calls, work), "10", std::runtime_error);
    }
  }
}

}  // namespace base_at_once_test
