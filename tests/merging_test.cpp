#include "merging.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <tuple>

#include "support/git_fixture.h"

namespace merging_test {

using mentor::merge_commits;
using mentor::Merging;
using mentor::take_over;
using mentor::changes::Settlements;
using mentor::git::Repository;
using mentor::test::contains;
using mentor::test::GitFixture;
using mentor::test::trouble_of;

namespace {

const std::string kSessions = "sessions/P-9X2MC.yaml";
const std::string kFirst = "- {id: S-00001, date: 2026-02-01}\n";
const std::string kSecond = "- {id: S-00002, date: 2026-02-02}\n";
const std::string kThird = "- {id: S-00003, date: 2026-02-03}\n";

/// Two branches, `main` and `others`, that begin with one commit.
class TwoBranches : public GitFixture {
 public:
  void begin(const std::string& path, const std::string& bytes) const {
    commit_file(path, bytes);
    git({"branch", "others"});
  }
  void on(const std::string& branch, const std::string& path, const std::string& bytes) const {
    git({"switch", "--quiet", branch});
    commit_file(path, bytes);
  }
  /// Merges both ways, each branch's commit with the other's before the merge, and settles what is said
  /// there.
  void cross(const std::string& path, const std::string& on_main, const std::string& on_others) const {
    const std::string ours = id("main");
    const std::string theirs = id("others");
    merge("main", theirs, path, on_main);
    merge("others", ours, path, on_others);
  }
  [[nodiscard]] Merging merged(const Settlements& settlements = {}) const {
    return merge_commits(Repository(root()), id("main"), id("others"), settlements);
  }
  [[nodiscard]] std::string id(const std::string& name) const { return git({"rev-parse", name}); }

  /// Takes the bytes of a file out of git.
  void lose(const std::string& name) const {
    const std::string object = id(name);
    std::filesystem::remove(root() / ".git" / "objects" / object.substr(0, 2) / object.substr(2));
  }

 private:
  void merge(const std::string& branch, const std::string& other, const std::string& path,
             const std::string& bytes) const {
    git({"switch", "--quiet", branch});
    std::ignore = try_git({"merge", "--no-commit", "--no-ff", other});
    write(path, bytes);
    git({"add", "--", path});
    git({"commit", "--quiet", "-m", "merge"});
  }
};

}  // namespace

TEST_CASE_FIXTURE(TwoBranches, "a file that git lacks is no file that was removed") {
  begin(kSessions, kFirst);
  on("others", kSessions, kFirst + kSecond);
  SUBCASE("theirs, where it is to be merged") {
    on("main", "mentors/M-7KQ2D.yaml", "id: M-7KQ2D\n");
    lose("others:" + kSessions);
    CHECK(contains(trouble_of([&] { std::ignore = merged(); }), "4 git lacks a file that a commit names"));
  }
  SUBCASE("theirs, where it is to be taken over") {
    lose("others:" + kSessions);
    const Repository repository(root());
    CHECK(contains(trouble_of([&] { std::ignore = take_over(repository, id("main"), id("others")); }),
                   "4 git lacks a file that a commit names"));
  }
  SUBCASE("what it was before") {
    on("main", kSessions, kThird + kFirst);
    lose("main~1:" + kSessions);
    CHECK(contains(trouble_of([&] { std::ignore = merged(); }), "4 git lacks a file that a commit names"));
  }
}

TEST_CASE_FIXTURE(TwoBranches, "a merge tells what was settled, and whether it is what neither side wrote") {
  const std::string path = "mentors/M-7KQ2D.yaml";
  begin(path, "id: M-7KQ2D\narea: a\n");
  on("main", path, "id: M-7KQ2D\narea: b\n");
  on("others", path, "id: M-7KQ2D\n");
  const mentor::changes::Conflict area{"M-7KQ2D", "area", "a", "b", ""};
  const std::vector<std::pair<std::string, bool>> answers{
      {"b", false}, {"", false}, {"c", true}, {"a", true}};
  for (const auto& [value, is_new] : answers) {
    CAPTURE(value);
    const Merging merging = merged({{"M-7KQ2D.area", value}});
    REQUIRE(merging.settled.size() == 1);
    CHECK(merging.settled[0].was.conflict == area);
    CHECK(merging.settled[0].was.ours.name == merging.settled[0].was.theirs.name);
    CHECK(merging.settled[0].value == value);
    CHECK(merging.settled[0].is_new() == is_new);
  }
  CHECK(merged().settled.empty());
}

TEST_CASE_FIXTURE(TwoBranches,
                  "what one side took out stays out where two bases disagree about something else") {
  begin(kSessions, kFirst + kSecond);
  const std::string ours = "- {id: S-00001, date: 2026-02-05}\n";
  const std::string theirs = "- {id: S-00001, date: 2026-02-06}\n";
  on("main", kSessions, ours + kSecond);
  on("others", kSessions, theirs + kSecond);
  cross(kSessions, ours + kSecond, ours + kSecond);
  on("main", kSessions, ours);
  on("others", kSessions, ours + kSecond + kThird);
  const Merging merging = merged();
  CHECK(merging.disagreements.empty());
  CHECK(merging.change.files.at(kSessions) == ours + kThird);
}

TEST_CASE_FIXTURE(TwoBranches, "what two bases disagree about is asked again where the sides differ there") {
  const std::string path = "mentors/M-7KQ2D.yaml";
  begin(path, "id: M-7KQ2D\narea: a\nphone: p\n");
  on("main", path, "id: M-7KQ2D\narea: b\nphone: p\n");
  on("others", path, "id: M-7KQ2D\narea: c\nphone: p\n");
  cross(path, "id: M-7KQ2D\narea: b\nphone: p\n", "id: M-7KQ2D\narea: c\nphone: p\n");
  SUBCASE("one took it out") {
    on("main", path, "id: M-7KQ2D\nphone: p\n");
    const auto found = merged().disagreements;
    REQUIRE(found.size() == 1);
    CHECK(found[0].conflict == mentor::changes::Conflict{"M-7KQ2D", "area", "", "", "c"});
  }
  SUBCASE("the whole file went") {
    git({"switch", "--quiet", "main"});
    git({"rm", "--quiet", path});
    git({"commit", "--quiet", "-m", "by hand"});
    const auto found = merged().disagreements;
    REQUIRE(found.size() == 1);
    CHECK(found[0].conflict.name() == path);
  }
}

TEST_CASE_FIXTURE(TwoBranches, "an entry that one base struck and the other changed is asked about again") {
  begin(kSessions, kFirst + kSecond);
  const std::string changed = "- {id: S-00001, date: 2026-02-05}\n";
  on("main", kSessions, changed + kSecond);
  on("others", kSessions, kSecond);
  cross(kSessions, changed + kSecond, kSecond);
  on("main", kSessions, changed + kSecond + kThird);
  const auto found = merged().disagreements;
  REQUIRE(found.size() == 1);
  CHECK(found[0].conflict.name() == "P-9X2MC/S-00001");
}

}  // namespace merging_test
