#include "tree_source.h"

#include <doctest/doctest.h>

#include "store/reader.h"
#include "support/git_fixture.h"

namespace tree_source_test {

using mentor::TreeSource;
using mentor::git::Repository;
using mentor::store::FolderSource;
using mentor::store::Source;
using mentor::test::contains;
using mentor::test::GitFixture;
using mentor::test::trouble_of;

namespace {

using Names = std::vector<std::string>;

struct TreeFixture : GitFixture {
  void commit_all() const {
    git({"add", "--all"});
    git({"commit", "--quiet", "-m", "all"});
  }
  [[nodiscard]] std::filesystem::path path(const std::string& name) const { return root() / name; }
};

/// What a source answers when it is asked for a file, in one line.
std::string answer(const Source& source, const std::string& path) {
  try {
    const auto contents = source.read(path);
    return contents.bytes ? "bytes: " + *contents.bytes : "problem: " + contents.problem;
  } catch (const mentor::Trouble& trouble) {
    const std::string where = trouble.problems().empty() ? "" : trouble.problems().front().spot.file + ": ";
    return std::to_string(static_cast<int>(trouble.cause())) + " " + where + trouble.what();
  }
}

std::string listing(const Source& source, const std::string& folder) {
  try {
    std::string all;
    for (const auto& name : source.list(folder)) all += name + " ";
    return all;
  } catch (const mentor::Trouble& trouble) {
    return trouble.what();
  }
}

}  // namespace

TEST_CASE_FIXTURE(TreeFixture, "a commit is read as the folder was then, whatever stands there now") {
  commit_file("mentors/M-00001.yaml", "then\n");
  commit_file("mentors/M-00002.yaml", "then too\n");
  commit_file("mentors/M-00001.yaml", "now\n");
  std::filesystem::remove(path("mentors/M-00002.yaml"));
  const Repository repository(root());
  const TreeSource then(repository, "HEAD~1");
  CHECK(then.list("mentors") == Names{"M-00001.yaml", "M-00002.yaml"});
  CHECK(then.read("mentors/M-00001.yaml").bytes == "then\n");
  CHECK(then.read("mentors/M-00002.yaml").bytes == "then too\n");
  CHECK(then.read("mentors/M-00001.yaml").bytes == "then\n");
  CHECK(TreeSource(repository, "HEAD^{tree}").read("mentors/M-00001.yaml").bytes == "now\n");
}

TEST_CASE_FIXTURE(TreeFixture, "a commit answers as its clone on disk does") {
  write("mentorctl.yaml", "organisation: A\n");
  write("mentors/M-00001.yaml", "one\n");
  write("mentors/M-00002.yaml", "");
  write("mentors/.hidden.yaml", "x\n");
  write("mentors/M.yaml", "x\n");
  write("mentors/M/deep.yaml", "deep\n");
  write("mentors/Ŝ.yaml", "x\n");
  write("schemes/rotherham/2026-01-01.yaml", "p\n");
  write("sessions/P-00001.yaml", std::string(mentor::store::largest_file, 'x'));
  write("sessions/P-00002.yaml", std::string(mentor::store::largest_file + 1, 'x'));
  write("sessions/P-00003.yaml", "three\n");
  std::filesystem::permissions(path("mentors/M-00001.yaml"), std::filesystem::perms::owner_all);
  std::filesystem::create_symlink("M-00001.yaml", path("mentors/M-00003.yaml"));
  std::filesystem::create_directory_symlink("mentors", path("matches"));
  git({"init", "--quiet", "events"});
  git({"-C", "events", "commit", "--quiet", "--allow-empty", "-m", "another repository"});
  commit_all();
  git({"clone", "--quiet", ".", "../clone"});
  const Repository repository(root());
  const TreeSource tree(repository, "HEAD");
  const FolderSource folder(outside() / "clone");
  for (const std::string name : {"mentors", "schemes", "schemes/rotherham", "nowhere", "mentors/M", "matches",
                                 "matches/M", "events", "sessions", "mentors/M.yaml"}) {
    CAPTURE(name);
    CHECK(listing(tree, name) == listing(folder, name));
  }
  for (const std::string name :
       {"mentorctl.yaml", "mentors/M-00001.yaml", "mentors/M-00002.yaml", "mentors/M-00003.yaml",
        "mentors/M-00004.yaml", "mentors/M", "mentors/M/deep.yaml", "matches/M-00001.yaml", "events",
        "nowhere/x", "sessions/P-00001.yaml", "sessions/P-00002.yaml", "sessions/P-00003.yaml",
        "mentors/Ŝ.yaml", "schemes/rotherham/2026-01-01.yaml", "nowhere.yaml", "events/E-00001.yaml"}) {
    CAPTURE(name);
    CHECK(answer(tree, name) == answer(folder, name));
  }
  CHECK(answer(tree, "mentors/M.yaml/x.yaml").starts_with("4 cannot read 'mentors/M.yaml"));
}

TEST_CASE_FIXTURE(TreeFixture, "a data directory below the top is read from there") {
  write("mentors/M-00001.yaml", "of the top\n");
  write("office records/mentorctl.yaml", "organisation: A\n");
  write("office records/mentors/M-00002.yaml", "two\n");
  commit_all();
  git({"rm", "-r", "--quiet", "--cached", "office records"});
  git({"commit", "--quiet", "-m", "none"});
  const Repository repository(root() / "office records");
  const TreeSource then(repository, "HEAD~1");
  CHECK(then.is_there());
  CHECK(then.list("mentors") == Names{"M-00002.yaml"});
  CHECK(then.read("mentors/M-00002.yaml").bytes == "two\n");
  const TreeSource now(repository, "HEAD");
  CHECK_FALSE(now.is_there());
  CHECK(now.list("mentors").empty());
  CHECK(now.read("mentorctl.yaml").bytes == std::nullopt);
}

TEST_CASE_FIXTURE(TreeFixture, "every file of a large folder is read, in any order, and again") {
  Names names;
  for (int i = 0; i < 1300; ++i) {
    names.push_back("mentors/" + std::to_string(100'000 + i * 7919 % 1300) + ".yaml");
    write(names.back(), "text of " + names.back());
  }
  commit_all();
  const Repository repository(root());
  const TreeSource tree(repository, "HEAD");
  for (int round = 0; round < 2; ++round) {
    for (const auto& name : names) CHECK(tree.read(name).bytes == "text of " + name);
  }
}

TEST_CASE_FIXTURE(TreeFixture, "files that are large together are all read") {
  for (int i = 0; i < 12; ++i)
    write("sessions/" + std::to_string(i) + ".yaml", std::string(3 << 20, static_cast<char>('a' + i)));
  commit_all();
  const Repository repository(root());
  const TreeSource tree(repository, "HEAD");
  for (int i = 0; i < 12; ++i)
    CHECK(tree.read("sessions/" + std::to_string(i) + ".yaml").bytes->front() == static_cast<char>('a' + i));
}

TEST_CASE_FIXTURE(TreeFixture, "what is wrong in a commit is named with the commit") {
  commit_file("mentorctl.yaml", "organisation: A\nnonsense: B\nschemes: [rotherham]\n");
  const Repository repository(root());
  const TreeSource tree(repository, "HEAD", "1a2b3c4");
  mentor::store::Reader reader(tree);
  reader.settings();
  const auto problems = reader.problems();
  REQUIRE_FALSE(problems.empty());
  CHECK(problems.front().spot.file == "1a2b3c4:mentorctl.yaml");
  CHECK(problems.front().spot.place.line == 2);
  CHECK(problems.front().line == "nonsense: B");
}

TEST_CASE_FIXTURE(TreeFixture,
                  "a tree that is none is a trouble, and so is one that names what is not here") {
  commit_file("mentors/M-00001.yaml", "one\n");
  const Repository repository(root());
  CHECK(trouble_of([&] { TreeSource(repository, "nowhere"); }) == "4 git has no commit or tree 'nowhere'");
  const std::string blob = git({"rev-parse", "HEAD:mentors/M-00001.yaml"});
  std::filesystem::remove(path(".git/objects/" + blob.substr(0, 2) + "/" + blob.substr(2)));
  CHECK(contains(answer(TreeSource(repository, "HEAD"), "mentors/M-00001.yaml"),
                 "4 git names 'mentors/M-00001.yaml' and does not have it here"));
}

}  // namespace tree_source_test
