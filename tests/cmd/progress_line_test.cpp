#include "cmd/progress_line.h"

#include <doctest/doctest.h>

#include <sstream>

#include "store/watched_source.h"
#include "support/memory_source.h"

namespace cmd_progress_line_test {

using mentor::cmd::ProgressLine;
using mentor::store::WatchedSource;
using std::chrono::milliseconds;

namespace {

struct Terminal {
  std::ostringstream shown;
  milliseconds now{5000};
  ProgressLine line{shown, [this] { return now; }};

  /// What is shown of so many files after so many milliseconds more.
  std::string after(int passed, std::size_t done, std::size_t known) {
    now += milliseconds(passed);
    shown.str("");
    line.read(done, known);
    return shown.str();
  }
};

}  // namespace

TEST_CASE("what takes less than a second is done in silence") {
  Terminal terminal;
  CHECK(terminal.after(0, 1, 10).empty());
  CHECK(terminal.after(999, 5, 10).empty());
  CHECK(terminal.after(1, 6, 10) == "\r\x1b[Kreading the records: 6 of 10 files");
}

TEST_CASE("progress is told ten times a second at most") {
  Terminal terminal;
  CHECK_FALSE(terminal.after(1000, 1, 10).empty());
  CHECK(terminal.after(99, 2, 10).empty());
  CHECK_FALSE(terminal.after(1, 3, 10).empty());
}

TEST_CASE("nothing is left of the line when all is read, or when it goes") {
  Terminal terminal;
  CHECK(terminal.after(2000, 10, 10).empty());  // never shown, nothing to wipe out
  CHECK_FALSE(terminal.after(0, 9, 10).empty());
  CHECK(terminal.after(0, 10, 10) == "\r\x1b[K");
  std::ostringstream shown;
  {
    milliseconds now{0};
    ProgressLine line(shown, [&] { return now; });
    now = milliseconds(1500);
    line.read(1, 2);
  }
  CHECK(shown.str().ends_with("\r\x1b[K"));
}

TEST_CASE("a source that is watched tells of each file, of those it listed and of those it did not") {
  auto below = std::make_unique<mentor::test::MemorySource>();
  below->write("mentors/M-00001.yaml", "a");
  below->write("mentors/M-00002.yaml", "b");
  below->write("mentorctl.yaml", "c");
  std::string told;
  const WatchedSource source(std::move(below), [&](std::size_t read, std::size_t known) {
    told += std::to_string(read) + "/" + std::to_string(known) + " ";
  });
  CHECK(source.read("mentorctl.yaml").bytes == "c");
  CHECK(source.list("mentors").size() == 2);
  CHECK(source.read("mentors/M-00001.yaml").bytes == "a");
  CHECK(source.read("mentors/M-00002.yaml").bytes == "b");
  CHECK(told == "1/1 2/3 3/3 ");
}

}  // namespace cmd_progress_line_test
