#include "cmd/output_file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "base/errors.h"
#include "support/git_fixture.h"

namespace cmd_output_file_test {

using mentor::Cause;
using mentor::Trouble;
using mentor::cmd::write_output;
using mentor::test::contains;
using mentor::test::TemporaryDirectory;

namespace fs = std::filesystem;

namespace {

class OutputFixture {
 public:
  [[nodiscard]] std::string at(const std::string& name) const { return (place.path() / name).string(); }
  static std::string read(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  [[nodiscard]] std::ptrdiff_t files() const {
    return std::distance(fs::directory_iterator(place.path()), fs::directory_iterator());
  }
  /// What is said of a place where nothing can be written, and why it is so: `usage: …`.
  static std::string refusal(const std::string& path) {
    try {
      write_output(path, "x");
    } catch (const Trouble& trouble) {
      return (trouble.cause() == Cause::usage ? "usage: " : "machine: ") + std::string(trouble.what());
    }
    return "written";
  }

  TemporaryDirectory place;
};

}  // namespace

TEST_CASE_FIXTURE(OutputFixture,
                  "an output file is new or replaced, for its owner alone, with nothing beside it") {
  write_output(at("a.json"), "one");
  write_output(at("a.json"), "two\n");
  CHECK(read(at("a.json")) == "two\n");
  CHECK(files() == 1);
  struct stat status {};
  REQUIRE(stat(at("a.json").c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0600);
}

TEST_CASE_FIXTURE(OutputFixture, "a device and what the process was given open are written to as they are") {
  CHECK_NOTHROW(write_output("/dev/null", "x"));
  CHECK(fs::is_character_file("/dev/null"));
  CHECK(contains(refusal("/dev/full"), "machine: cannot write '/dev/full': No space left on device"));
}

TEST_CASE_FIXTURE(OutputFixture, "where no file can stand nothing is written and it is said why") {
  fs::create_directory(at("folder"));
  CHECK(refusal(at("folder")) == "usage: -o: '" + at("folder") + "' is a directory, name a file in it");
  CHECK(refusal(at("none/a.json")) == "usage: -o: there is no directory '" + at("none") + "', make it first");
  write_output(at("a.json"), "whole");
  fs::create_symlink(at("a.json"), at("link.json"));
  CHECK(contains(refusal(at("link.json")), "symbolic link"));
  CHECK(read(at("a.json")) == "whole");
}

TEST_CASE_FIXTURE(OutputFixture, "an output file never takes the place of a record or of git's own files") {
  for (const std::string name : {"mentors", ".git"}) fs::create_directory(at(name));
  write_output(at("mentors/M-7KQ2D.yaml"), "no data directory yet");
  std::ofstream(at("mentorctl.yaml")) << "organisation: X\n";
  for (const std::string name : {"mentorctl.yaml", "mentors/M-7KQ2D.yaml", ".git/HEAD"}) {
    CAPTURE(name);
    CHECK(refusal(at(name)) == "usage: -o: '" + at(name) + "' is where the records stand, name another file");
  }
  CHECK(refusal(at("report.html")) == "written");
}

}  // namespace cmd_output_file_test
