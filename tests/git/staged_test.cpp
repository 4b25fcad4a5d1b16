#include "git/staged.h"

#include <doctest/doctest.h>

#include "support/git_fixture.h"

namespace git_staged_test {

using mentor::git::Objects;
using mentor::git::Repository;
using mentor::test::GitFixture;
using mentor::test::trouble_of;

namespace {

using Files = std::map<std::string, std::optional<std::string>>;

Files staged_in(const std::filesystem::path& directory, const std::filesystem::path& index = {}) {
  const Repository repository(directory);
  Objects objects(repository);
  return mentor::git::staged(repository, objects, index);
}

}  // namespace

TEST_CASE_FIXTURE(GitFixture,
                  "what is staged are the files that the next commit changes, as it will hold them") {
  commit_file("changed.yaml", "old\n");
  commit_file("gone.yaml", "gone\n");
  commit_file("same.yaml", "same\n");
  write("changed.yaml", "staged\n");
  write("new one.yaml", "new\n");
  git({"add", "changed.yaml", "new one.yaml"});
  git({"rm", "--quiet", "gone.yaml"});
  write("changed.yaml", "not staged\n");
  write("same.yaml", "not staged\n");
  write("meant.yaml", "meant to be added\n");
  git({"add", "--intent-to-add", "meant.yaml"});
  CHECK(staged_in(root()) ==
        Files{{"changed.yaml", "staged\n"}, {"gone.yaml", std::nullopt}, {"new one.yaml", "new\n"}});
}

TEST_CASE_FIXTURE(GitFixture, "before the first commit all that is staged is new") {
  write("a.yaml", "a\n");
  git({"add", "a.yaml"});
  CHECK(staged_in(root()) == Files{{"a.yaml", "a\n"}});
  const Repository repository(root());
  CHECK(mentor::git::last_commit_or_nothing(repository) == git({"hash-object", "-t", "tree", "/dev/null"}));
}

TEST_CASE_FIXTURE(GitFixture, "paths are those of the data directory, and others are none of its business") {
  commit_file("below/a.yaml", "a\n");
  write("below/a.yaml", "b\n");
  write("above.yaml", "above\n");
  git({"add", "--all"});
  CHECK(staged_in(root() / "below") == Files{{"a.yaml", "b\n"}});
}

TEST_CASE_FIXTURE(GitFixture, "the index of a hook is read in place of git's own") {
  commit_file("a.yaml", "a\n");
  std::filesystem::copy_file(root() / ".git/index", outside() / "index");
  write("a.yaml", "b\n");
  git({"add", "a.yaml"});
  CHECK(staged_in(root()) == Files{{"a.yaml", "b\n"}});
  CHECK(staged_in(root(), outside() / "index").empty());
}

TEST_CASE_FIXTURE(GitFixture, "a conflict that is not settled stops whoever asks what is staged") {
  commit_file("a.yaml", "a\n");
  git({"checkout", "--quiet", "-b", "other"});
  commit_file("a.yaml", "theirs\n");
  git({"checkout", "--quiet", "main"});
  commit_file("a.yaml", "ours\n");
  CHECK(try_git({"merge", "other"}).status != 0);
  CHECK(trouble_of([&] { (void)staged_in(root()); }) ==
        "5 the conflict in 'a.yaml' is not settled, edit the file, then `git add` it");
}

}  // namespace git_staged_test
