#include "cmd/output_file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "base/errors.h"
#include "support/git_fixture.h"

namespace cmd_output_file_test {

using mentor::Cause;
using mentor::Trouble;
using mentor::cmd::must_be_directory_for_output;
using mentor::cmd::must_be_place_for_output;
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

TEST_CASE_FIXTURE(OutputFixture, "an output file never stands in a folder of records, whatever its name") {
  for (const std::string name : {"data/mentors", "data/schemes/rotherham", "data/exports"})
    fs::create_directories(at(name));
  std::ofstream(at("data/mentorctl.yaml")) << "organisation: X\n";
  for (const std::string name : {"data/mentors/x.csv", "data/schemes/x.html", "data/concerns/x.csv",
                                 "data/schemes/rotherham/x.csv", "data/matches", "data/activities.yaml",
                                 "data/.gitattributes", "data/.gitignore", "data/exports/../mentors/x.csv"}) {
    CAPTURE(name);
    CHECK(refusal(at(name)) == "usage: -o: '" + at(name) + "' is where the records stand, name another file");
    CHECK_FALSE(fs::is_regular_file(at(name)));
  }
  CHECK(refusal(at("data/exports/mentors.csv")) == "written");
}

TEST_CASE_FIXTURE(OutputFixture,
                  "an output file never stands in git's folder, however far above the records") {
  for (const std::string name : {".git/hooks", "a/data"}) fs::create_directories(at(name));
  std::ofstream(at("a/data/mentorctl.yaml")) << "organisation: X\n";
  for (const std::string name :
       {"a/data/../../.git/config", ".git/hooks/pre-commit", "a/.gitattributes", ".gitignore"}) {
    CAPTURE(name);
    CHECK(contains(refusal(at(name)), "is where the records stand, name another file"));
  }
  CHECK(fs::is_empty(at(".git/hooks")));
}

TEST_CASE_FIXTURE(OutputFixture,
                  "an output file never stands in a repository's own folder, whatever its name") {
  for (const std::string name :
       {"office.git/objects/pack", "office.git/refs/heads", "office.git/hooks", "refs/objects"})
    fs::create_directories(at(name));
  std::ofstream(at("office.git/HEAD")) << "ref: refs/heads/main\n";
  std::ofstream(at("HEAD")) << "of a letter\n";
  fs::create_directory_symlink(at("office.git/hooks"), at("hooks"));
  for (const std::string name : {"office.git/HEAD", "office.git/config", "office.git/hooks/pre-commit",
                                 "office.git/objects/pack/x.csv", "hooks/post-commit", "office.git/x.json"}) {
    CAPTURE(name);
    CHECK(contains(refusal(at(name)), "is where the records stand, name another file"));
  }
  CHECK_THROWS_AS(must_be_directory_for_output(at("office.git/exports")), Trouble);
  CHECK(read(at("office.git/HEAD")) == "ref: refs/heads/main\n");
  CHECK(refusal(at("refs/x.csv")) == "written");
}

TEST_CASE_FIXTURE(OutputFixture, "links lead no output file among the records") {
  for (const std::string name : {"data/mentors", "data/exports", "elsewhere"})
    fs::create_directories(at(name));
  std::ofstream(at("data/mentorctl.yaml")) << "organisation: X\n";
  std::ofstream(at("data/mentors/M-7KQ2D.yaml")) << "name: X\n";
  fs::create_directory_symlink(at("data/mentors"), at("people"));
  fs::create_directory_symlink(at("elsewhere"), at("data/matches"));
  fs::create_symlink(at("data/mentors/M-7KQ2D.yaml"), at("report.html"));
  for (const std::string name : {"people/M-7KQ2D.yaml", "people/x.csv", "data/matches/x.csv"}) {
    CAPTURE(name);
    CHECK(contains(refusal(at(name)), "usage: -o: '" + at(name) + "' is where the records stand"));
  }
  CHECK_THROWS_AS(must_be_place_for_output(at("report.html")), Trouble);
  CHECK(read(at("data/mentors/M-7KQ2D.yaml")) == "name: X\n");
}

TEST_CASE_FIXTURE(OutputFixture, "a data directory within another keeps output out of the folders of both") {
  fs::create_directories(at("data/mentors/inner/exports"));
  for (const std::string name : {"data", "data/mentors/inner"})
    std::ofstream(at(name + "/mentorctl.yaml")) << "organisation: X\n";
  CHECK(contains(refusal(at("data/mentors/inner/exports/x.csv")), "is where the records stand"));
}

TEST_CASE_FIXTURE(OutputFixture, "several files are never written into the folder of policies") {
  fs::create_directories(at("data/schemes"));
  std::ofstream(at("data/mentorctl.yaml")) << "organisation: X\n";
  for (const std::string name : {"data/schemes", "data/schemes/", "data/schemes/new", "data/mentors"}) {
    CAPTURE(name);
    CHECK_THROWS_AS(must_be_directory_for_output(at(name)), Trouble);
  }
  CHECK_NOTHROW(must_be_directory_for_output(at("data/exports")));
  CHECK_THROWS_AS(must_be_directory_for_output(at("data")), Trouble);
  CHECK_THROWS_AS(must_be_directory_for_output(at("data/.")), Trouble);
}

}  // namespace cmd_output_file_test
