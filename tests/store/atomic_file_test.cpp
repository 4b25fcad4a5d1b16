#include "store/atomic_file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>
#include <set>

#include "support/git_fixture.h"

namespace store_atomic_file_test {

using mentor::store::is_plain_path;
using mentor::store::read_file;
using mentor::store::write_file;
using mentor::test::contains;
using mentor::test::TemporaryDirectory;
using mentor::test::trouble_of;

namespace fs = std::filesystem;

namespace {

std::set<std::string> names_in(const fs::path& directory) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(directory)) names.insert(entry.path().filename());
  return names;
}

// No file may grow beyond this many bytes while it lives: a full disk, as far as write() is concerned.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int) = SIG_DFL;
};

}  // namespace

TEST_CASE("a written file reads back byte for byte, for its owner only, and nothing else is left") {
  TemporaryDirectory directory;
  const std::string bytes("a\0\r\n\xff", 5);
  write_file(directory.path(), "mentors/-M 1.yaml", bytes);
  write_file(directory.path(), "mentors/-M 1.yaml", bytes + "more");
  CHECK(read_file(directory.path(), "mentors/-M 1.yaml") == bytes + "more");
  CHECK(names_in(directory.path() / "mentors") == std::set<std::string>{"-M 1.yaml"});
  struct stat status {};
  REQUIRE(stat((directory.path() / "mentors/-M 1.yaml").c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0600);
}

TEST_CASE("a file that is not there reads as nothing, and may be removed") {
  TemporaryDirectory directory;
  CHECK(read_file(directory.path(), "mentors/M-1.yaml") == std::nullopt);
  mentor::store::remove_file(directory.path(), "mentors/M-1.yaml");
  write_file(directory.path(), "mentors/M-1.yaml", "x");
  mentor::store::remove_file(directory.path(), "mentors/M-1.yaml");
  CHECK(names_in(directory.path() / "mentors").empty());
}

TEST_CASE("a write that fails leaves the old bytes and no temporary") {
  TemporaryDirectory directory;
  write_file(directory.path(), "a.yaml", "old");
  {
    const FileSizeLimit full(1000);
    CHECK(trouble_of([&] { write_file(directory.path(), "a.yaml", std::string(5000, 'x')); }) ==
          "4 cannot write 'a.yaml': File too large, put that right and try again");
  }
  CHECK(read_file(directory.path(), "a.yaml") == "old");
  CHECK(names_in(directory.path()) == std::set<std::string>{"a.yaml"});
}

TEST_CASE("what is exchanged or set aside can be put back without writing") {
  TemporaryDirectory directory;
  const std::string aside = ".mentorctl-1.tmp";
  write_file(directory.path(), "a.yaml", "old");
  SUBCASE("exchanged") {
    mentor::store::stage_file(directory.path(), "a.yaml", aside, "new");
    mentor::store::exchange_file(directory.path(), "a.yaml", aside);
    CHECK(read_file(directory.path(), "a.yaml") == "new");
  }
  SUBCASE("set aside") {
    mentor::store::set_aside_file(directory.path(), "a.yaml", aside);
    mentor::store::set_aside_file(directory.path(), "never.yaml", aside);
    CHECK_FALSE(read_file(directory.path(), "a.yaml"));
  }
  CHECK(read_file(directory.path(), aside) == "old");
  mentor::store::install_file(directory.path(), "a.yaml", aside);
  CHECK(read_file(directory.path(), "a.yaml") == "old");
  CHECK(names_in(directory.path()) == std::set<std::string>{"a.yaml"});
}

TEST_CASE("directories are removed as far as they are empty") {
  TemporaryDirectory directory;
  write_file(directory.path(), "a/b.yaml", "x");
  fs::create_directories(directory.path() / "a/c/d");
  mentor::store::prune_directories(directory.path(), "a/c/d/e.yaml");
  CHECK(names_in(directory.path() / "a") == std::set<std::string>{"b.yaml"});
  mentor::store::prune_directories(directory.path(), "a/gone/b.yaml");
  CHECK(names_in(directory.path()) == std::set<std::string>{"a"});
}

TEST_CASE("a full disk is told with what to do") {
  CHECK(std::string(mentor::system_trouble("cannot write 'a.yaml'", ENOSPC).what()) ==
        "cannot write 'a.yaml': No space left on device, free some space and try again");
}

TEST_CASE("no symbolic link is followed or replaced") {
  TemporaryDirectory directory;
  fs::create_directory(directory.path() / "real");
  std::ofstream(directory.path() / "real/a.yaml") << "real";
  fs::create_directory_symlink("real", directory.path() / "link");
  fs::create_symlink("real/a.yaml", directory.path() / "a.yaml");
  for (const char* path : {"link/a.yaml", "a.yaml"}) {
    CHECK(contains(trouble_of([&] { write_file(directory.path(), path, "x"); }), "4 cannot write"));
    CHECK(
        contains(trouble_of([&] { static_cast<void>(read_file(directory.path(), path)); }), "4 cannot read"));
    CHECK(
        contains(trouble_of([&] { mentor::store::remove_file(directory.path(), path); }), "4 cannot remove"));
  }
  CHECK(read_file(directory.path(), "real/a.yaml") == "real");
  CHECK(fs::is_symlink(directory.path() / "a.yaml"));
}

TEST_CASE("the root itself may be reached through a link") {
  TemporaryDirectory directory;
  fs::create_directory(directory.path() / "real");
  fs::create_directory_symlink("real", directory.path() / "link");
  write_file(directory.path() / "link", "a.yaml", "x");
  CHECK(read_file(directory.path() / "real", "a.yaml") == "x");
}

TEST_CASE("a pipe or a directory in a file's place is refused at once") {
  TemporaryDirectory directory;
  REQUIRE(mkfifo((directory.path() / "pipe.yaml").c_str(), 0600) == 0);
  fs::create_directory(directory.path() / "folder.yaml");
  for (const char* path : {"pipe.yaml", "folder.yaml"})
    CHECK(contains(trouble_of([&] { static_cast<void>(read_file(directory.path(), path)); }),
                   "not a plain file"));
}

TEST_CASE("only plain paths below the root are taken") {
  for (const char* path : {"a.yaml", "mentors/-M 1.yaml", "a/b/\xc3\xa9.yaml", ".gitignore"})
    CHECK(is_plain_path(path));
  for (const char* path :
       {"", "/a", "a/", "a//b", ".", "..", "a/../b", "a/./b", ".git/config", "a\nb", "a\x7f"}) {
    CAPTURE(path);
    CHECK_FALSE(is_plain_path(path));
    CHECK(
        contains(trouble_of([&] { write_file("/nowhere", path, "x"); }), "not a path in the data directory"));
  }
}

TEST_CASE("temporaries stand beside their file and are told by their names") {
  const std::string name = mentor::store::temporary_beside("mentors/M-1.yaml");
  CHECK(name.starts_with("mentors/.mentorctl-"));
  CHECK(mentor::store::is_temporary(name));
  CHECK_FALSE(mentor::store::is_temporary("mentors/M-1.yaml"));
  CHECK(name != mentor::store::temporary_beside("mentors/M-1.yaml"));
  CHECK(mentor::store::temporary_beside("a.yaml").starts_with(".mentorctl-"));
}

}  // namespace store_atomic_file_test
