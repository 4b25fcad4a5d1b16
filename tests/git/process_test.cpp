#include "git/process.h"

#include <doctest/doctest.h>
#include <fcntl.h>

#include <string>

#include "support/git_fixture.h"

namespace git_process_test {

using mentor::git::run;
using mentor::test::contains;
using mentor::test::trouble_of;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

const std::vector<std::string> kEnvironment{"PATH=/usr/bin:/bin", "GREETING=good day"};

mentor::git::Outcome shell(const std::string& script, const std::string& input = "") {
  return run({"sh", "-c", script}, kEnvironment, input, seconds(20));
}

}  // namespace

TEST_CASE("a program's status and both outputs come back") {
  const auto outcome = shell("echo out; echo err >&2; exit 7");
  CHECK(outcome.status == 7);
  CHECK(outcome.out == "out\n");
  CHECK(outcome.err == "err\n");
}

TEST_CASE("a program that a signal ended has status 128 and the signal") {
  CHECK(shell("kill -9 $$").status == 137);
}

TEST_CASE("a program gets exactly the environment and arguments it was given") {
  CHECK(run({"sh", "-c", "echo \"$GREETING|$1|$HOME\"", "sh", "a 'b' *"}, kEnvironment, "", seconds(5)).out ==
        "good day|a 'b' *|\n");
}

TEST_CASE("large inputs and outputs pass each other without a deadlock") {
  const std::string text(3'000'000, 'x');
  const auto outcome = shell("tee /dev/stderr", text);
  CHECK(outcome.out == text);
  CHECK(outcome.err == text);
}

TEST_CASE("what a program is handed over it has before it is waited for, and the rest afterwards") {
  mentor::git::Process small({"sh", "-c", "cat; echo done"}, kEnvironment);
  small.hand_over("question\n");
  CHECK(small.finish("", seconds(20)).out == "question\ndone\n");
  const std::string text(3'000'000, 'x');
  mentor::git::Process large({"cat"}, kEnvironment);
  large.hand_over(text);
  CHECK(large.finish("y", seconds(20)).out == text + "y");
}

TEST_CASE("a program that leaves its input unread is no error") {
  CHECK(shell("exit 0", std::string(3'000'000, 'x')).status == 0);
}

TEST_CASE("a program that takes too long is stopped with all that it started") {
  mentor::test::TemporaryDirectory directory;
  const std::string mark = directory.path() / "mark";
  const std::vector<std::string> slow{"sh", "-c", "(sleep 1; touch \"$0\") & wait", mark};
  CHECK(
      contains(trouble_of([&] { run(slow, kEnvironment, "", milliseconds(100)); }), "4 'sh' took too long"));
  run({"sleep", "1.2"}, kEnvironment, "", seconds(5));
  CHECK_FALSE(std::filesystem::exists(mark));
}

TEST_CASE("what a program leaves running does not keep us waiting") {
  const auto outcome = run({"sh", "-c", "echo done; sleep 8 & exit 0"}, kEnvironment, "", seconds(5));
  CHECK(outcome.out == "done\n");
}

TEST_CASE("a program that does not exist is named") {
  CHECK(trouble_of([] { run({"no-such-program"}, kEnvironment, "", seconds(1)); }) ==
        "4 cannot run 'no-such-program': it was not found, install it and try again");
}

TEST_CASE("a program inherits only descriptors that are meant to be") {
  const mentor::Descriptor meant(open("/dev/null", O_RDONLY));
  const mentor::Descriptor ours(open("/dev/null", O_RDONLY | O_CLOEXEC));
  const auto has = [](const mentor::Descriptor& file) {
    return shell("test -e /proc/self/fd/" + std::to_string(file.get())).status == 0;
  };
  CHECK(has(meant));
  CHECK_FALSE(has(ours));
}

}  // namespace git_process_test
