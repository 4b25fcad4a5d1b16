#include "git/settings.h"

#include <doctest/doctest.h>

#include "support/git_fixture.h"

namespace git_settings_test {

using mentor::git::Repository;
using mentor::test::GitFixture;

TEST_CASE_FIXTURE(GitFixture, "a setting is what git goes by, and is set for this repository alone") {
  const Repository repository(root());
  CHECK(mentor::git::setting(repository, "user.name") == "Ada Admin");
  CHECK_FALSE(mentor::git::setting(repository, "merge.mentorctl.driver"));
  git({"config", "--add", "merge.mentorctl.driver", "one"});
  git({"config", "--add", "merge.mentorctl.driver", "two"});
  mentor::git::set(repository, "merge.mentorctl.driver", "a b\n'c'");
  CHECK(mentor::git::setting(repository, "merge.mentorctl.driver") == "a b\n'c'");
  CHECK(git({"config", "--get-all", "merge.mentorctl.driver"}) == "a b\n'c'");
  mentor::git::set(repository, "user.name", "Kit Ashe");
  CHECK(git({"config", "user.name"}) == "Kit Ashe");
  CHECK(git({"config", "--global", "user.name"}) == "Ada Admin");
}

TEST_CASE_FIXTURE(GitFixture, "hooks are the repository's own unless git was told of another folder") {
  const Repository repository(root());
  CHECK(mentor::git::hooks(repository).folder == root() / ".git/hooks");
  CHECK_FALSE(mentor::git::hooks(repository).elsewhere);
  git({"config", "--global", "core.hooksPath", "~/shared hooks"});
  CHECK(mentor::git::hooks(repository).folder == outside() / "shared hooks");
  CHECK(mentor::git::hooks(repository).elsewhere);
  git({"config", "core.hooksPath", "hooks"});
  CHECK(mentor::git::hooks(repository).folder == root() / "hooks");
}

TEST_CASE_FIXTURE(GitFixture, "in a linked work tree the hooks are those of the repository") {
  commit_file("a.txt", "a\n");
  git({"worktree", "add", "--quiet", "../linked"});
  const Repository repository(outside() / "linked");
  CHECK(mentor::git::hooks(repository).folder == root() / ".git/hooks");
}

TEST_CASE_FIXTURE(GitFixture,
                  "an attribute is what the nearest file says, also of a path that is not there") {
  write(".gitattributes", "*.yaml -text merge=mentorctl\n");
  const Repository repository(root());
  CHECK(mentor::git::attribute(repository, "merge", "mentors/M-00000.yaml") == "mentorctl");
  CHECK(mentor::git::attribute(repository, "text", "mentors/M-00000.yaml") == "unset");
  CHECK(mentor::git::attribute(repository, "merge", "notes.txt") == "unspecified");
}

TEST_CASE_FIXTURE(GitFixture, "the files that git keeps are those of the data directory") {
  commit_file("a b.yaml", "a\n");
  commit_file("below/c.yaml", "c\n");
  write("stray.yaml", "stray\n");
  CHECK(mentor::git::tracked_files(Repository(root())) == mentor::git::Paths{"a b.yaml", "below/c.yaml"});
  CHECK(mentor::git::tracked_files(Repository(root() / "below")) == mentor::git::Paths{"c.yaml"});
}

}  // namespace git_settings_test
