#include "store/source.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>
#include <string>
#include <vector>

#include "support/git_fixture.h"
#include "support/memory_source.h"

namespace store_source_test {

using mentor::store::FolderSource;
using mentor::store::OverlaySource;
using mentor::test::contains;
using mentor::test::MemorySource;
using mentor::test::TemporaryDirectory;

namespace fs = std::filesystem;

namespace {

using Names = std::vector<std::string>;

/// A folder `mentors` with a file in it that says `text`.
class Folder {
 public:
  Folder() {
    fs::create_directory(path("mentors"));
    write("mentors/M-00001.yaml", "text");
  }
  [[nodiscard]] fs::path path(const std::string& name) const { return directory_.path() / name; }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
  }
  [[nodiscard]] FolderSource source() const { return FolderSource(directory_.path()); }

 private:
  TemporaryDirectory directory_;
};

}  // namespace

TEST_CASE("a folder's files are listed by name, hidden ones left out") {
  const Folder folder;
  folder.write("mentors/M-00000.yaml", "");
  folder.write("mentors/.M-00002.yaml.swp", "");
  folder.write("mentors/notes.txt", "");
  CHECK(folder.source().list("mentors") == Names{"M-00000.yaml", "M-00001.yaml", "notes.txt"});
  CHECK(folder.source().list("matches") == Names{});
}

TEST_CASE("a file is read whole, byte for byte") {
  const Folder folder;
  const std::string bytes("a\0\r\n\xff", 5);
  folder.write("mentors/M-00002.yaml", bytes);
  folder.write("mentors/M-00003.yaml", "");
  CHECK(folder.source().read("mentors/M-00002.yaml").bytes == bytes);
  CHECK(folder.source().read("mentors/M-00003.yaml").bytes == "");
}

TEST_CASE("a file that is not there has neither bytes nor a problem") {
  const Folder folder;
  for (const std::string path : {"mentors/M-99999.yaml", "matches/P-00001.yaml"}) {
    const auto contents = folder.source().read(path);
    CHECK_FALSE(contents.bytes);
    CHECK(contents.problem == "");
  }
}

TEST_CASE("what is no plain file is refused at once") {
  const Folder folder;
  const std::string no_file = "this is no file but a folder, a pipe or a device, take it away";
  const auto problem = [&](const std::string& name) { return folder.source().read(name).problem; };
  SUBCASE("a folder") {
    fs::create_directory(folder.path("mentors/M-00002.yaml"));
    CHECK(problem("mentors/M-00002.yaml") == no_file);
  }
  SUBCASE("a pipe") {
    REQUIRE(mkfifo(folder.path("mentors/M-00002.yaml").c_str(), 0600) == 0);
    CHECK(problem("mentors/M-00002.yaml") == no_file);
  }
  SUBCASE("a link") {
    fs::create_symlink("M-00001.yaml", folder.path("mentors/M-00002.yaml"));
    CHECK(problem("mentors/M-00002.yaml") == "a link is not followed, put the record itself here");
  }
  SUBCASE("a link to nowhere") {
    fs::create_symlink("nowhere", folder.path("mentors/M-00002.yaml"));
    CHECK(problem("mentors/M-00002.yaml") == "a link is not followed, put the record itself here");
  }
}

TEST_CASE("a link in the place of a folder is refused, whether the folder or a file in it is asked for") {
  const Folder folder;
  fs::create_directories(folder.path("elsewhere/rotherham"));
  std::string path;
  SUBCASE("the folder") { path = "matches"; }
  SUBCASE("a folder above") { path = "schemes/rotherham"; }
  const std::string link = path.substr(0, path.find('/'));
  fs::create_symlink("elsewhere", folder.path(link));
  const auto refusal = [&](const auto& ask) {
    try {
      static_cast<void>(ask());
    } catch (const mentor::Trouble& trouble) {
      return trouble.problems().front().spot.file + ": " + trouble.what();
    }
    return std::string();
  };
  const std::string wanted = link + ": a link is not followed, put the folder itself here";
  CHECK(refusal([&] { return folder.source().list(path); }) == wanted);
  CHECK(refusal([&] { return folder.source().read(path + "/2026-01-01.yaml"); }) == wanted);
}

TEST_CASE("the data directory itself may be reached through a link") {
  const Folder folder;
  fs::create_directory_symlink(folder.path(""), folder.path("link"));
  const FolderSource source(folder.path("link"));
  CHECK(source.list("mentors") == Names{"M-00001.yaml"});
  CHECK(source.read("mentors/M-00001.yaml").bytes == "text");
}

TEST_CASE("a file of four mebibytes is read and a longer one refused") {
  const Folder folder;
  folder.write("mentors/M-00002.yaml", "");
  fs::resize_file(folder.path("mentors/M-00002.yaml"), mentor::store::largest_file);
  CHECK(folder.source().read("mentors/M-00002.yaml").bytes->size() == mentor::store::largest_file);
  fs::resize_file(folder.path("mentors/M-00002.yaml"), mentor::store::largest_file + 1);
  CHECK(folder.source().read("mentors/M-00002.yaml").problem ==
        "a file of over 4 MiB is no record, take it away");
}

TEST_CASE("what the disk refuses is a trouble that names the path") {
  const Folder folder;
  CHECK(contains(
      mentor::test::trouble_of([&] { static_cast<void>(folder.source().list("mentors/M-00001.yaml")); }),
      "4 cannot read 'mentors/M-00001.yaml'"));
  CHECK(contains(mentor::test::trouble_of(
                     [&] { static_cast<void>(folder.source().read("mentors/M-00001.yaml/x.yaml")); }),
                 "4 cannot read 'mentors/M-00001.yaml/x.yaml'"));
}

TEST_CASE("an overlay shows what a change would leave") {
  const MemorySource below(
      MemorySource::Files{{"mentors/M-00001.yaml", "one"}, {"mentors/M-00002.yaml", "two"}, {"a.yaml", "a"}});
  const OverlaySource overlay(below, {{"mentors/M-00001.yaml", "new one"},
                                      {"mentors/M-00002.yaml", std::nullopt},
                                      {"mentors/M-00003.yaml", "three"},
                                      {"mentors/deep/er.yaml", "x"},
                                      {"matches/P-00001.yaml", "pair"},
                                      {"matches/P-00002.yaml", std::nullopt}});
  CHECK(overlay.list("mentors") == Names{"M-00001.yaml", "M-00003.yaml"});
  CHECK(overlay.list("matches") == Names{"P-00001.yaml"});
  CHECK(overlay.list("mentor") == Names{});
  CHECK(overlay.read("mentors/M-00001.yaml").bytes == "new one");
  CHECK_FALSE(overlay.read("mentors/M-00002.yaml").bytes);
  CHECK(overlay.read("mentors/M-00002.yaml").problem == "");
  CHECK(overlay.read("a.yaml").bytes == "a");
}

TEST_CASE("an overlay lets what is below speak for itself") {
  MemorySource below(MemorySource::Files{{"a.yaml", "a"}});
  below.spoil("b.yaml", "a link");
  const OverlaySource overlay(below, {{"a.yaml", "new"}});
  CHECK(overlay.read("b.yaml").problem == "a link");
  CHECK(below.reads() == Names{"b.yaml"});
}

}  // namespace store_source_test
