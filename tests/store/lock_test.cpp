#include "store/lock.h"

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <future>
#include <optional>
#include <thread>

#include "support/git_fixture.h"

namespace store_lock_test {

using mentor::store::Hold;
using mentor::store::Lock;
using mentor::test::contains;
using mentor::test::TemporaryDirectory;
using mentor::test::trouble_of;
using std::chrono::milliseconds;

namespace {

std::string refusal(const std::filesystem::path& file, Hold hold) {
  return trouble_of([&] { Lock(file, hold, "check", milliseconds(30)); });
}

}  // namespace

TEST_CASE("several may read at once") {
  TemporaryDirectory directory;
  const auto file = directory.path() / "mentorctl.lock";
  const Lock first(file, Hold::shared, "report");
  CHECK(refusal(file, Hold::shared).empty());
  CHECK(refusal(file, Hold::exclusive) ==
        "4 the data directory is locked by a command that reads, wait for its end and try again");
}

TEST_CASE("who writes is alone, and is named to others") {
  TemporaryDirectory directory;
  const auto file = directory.path() / "mentorctl.lock";
  {
    const Lock writer(file, Hold::exclusive, "log-session");
    const std::string told = "4 the data directory is locked by `mentorctl log-session` (process " +
                             std::to_string(getpid()) + "), wait for its end and try again";
    CHECK(refusal(file, Hold::exclusive) == told);
    CHECK(refusal(file, Hold::shared) == told);
  }
  CHECK(refusal(file, Hold::exclusive).empty());
  CHECK(std::filesystem::file_size(file) == 0);
}

TEST_CASE("a lock that is given back in time is waited for") {
  TemporaryDirectory directory;
  const auto file = directory.path() / "mentorctl.lock";
  std::optional<Lock> first(std::in_place, file, Hold::exclusive, "refer");
  const auto second = std::async(std::launch::async, [&] { Lock(file, Hold::exclusive, "vet"); });
  std::this_thread::sleep_for(milliseconds(50));
  CHECK(second.wait_for(milliseconds(0)) == std::future_status::timeout);
  first.reset();
  CHECK(second.wait_for(std::chrono::seconds(5)) == std::future_status::ready);
}

TEST_CASE("a program that a holder started keeps the lock until it ends") {
  TemporaryDirectory directory;
  const auto file = directory.path() / "mentorctl.lock";
  std::optional<mentor::git::Process> child;
  {
    const Lock lock(file, Hold::exclusive, "refer");
    child.emplace(std::vector<std::string>{"cat"}, std::vector<std::string>{"PATH=/usr/bin:/bin"});
  }
  CHECK(contains(refusal(file, Hold::exclusive), "is locked by"));
  child.reset();
  CHECK(refusal(file, Hold::exclusive).empty());
}

TEST_CASE("a holder that was killed is told apart from what it left running") {
  TemporaryDirectory directory;
  const auto file = directory.path() / "mentorctl.lock";
  const Lock lock(file, Hold::shared, "report");
  std::ofstream(file) << "4194303 log-session";  // beyond the last process number but one
  CHECK(contains(refusal(file, Hold::exclusive),
                 "git, which `mentorctl log-session` (process 4194303) left running"));
}

TEST_CASE("a lock in a folder that is not there is refused") {
  CHECK(contains(refusal("/nowhere/mentorctl.lock", Hold::shared),
                 "4 cannot open the lock '/nowhere/mentorctl.lock'"));
}

}  // namespace store_lock_test
