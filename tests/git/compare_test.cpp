#include "git/compare.h"

#include <doctest/doctest.h>

#include "git/sharing.h"
#include "support/git_fixture.h"

namespace git_compare_test {

using mentor::git::authors_of;
using mentor::git::differing;
using mentor::git::fetched;
using mentor::git::merge_bases;
using mentor::git::Repository;
using mentor::git::upstream_of;
using mentor::test::contains;
using mentor::test::GitFixture;
using mentor::test::trouble_of;

namespace {

struct Shared : GitFixture {
  Shared() {
    commit_file("a", "one\n");
    git({"init", "--quiet", "--bare", "--initial-branch=main", hub()});
    git({"remote", "add", "origin", hub()});
    git({"push", "--quiet", "--set-upstream", "origin", "main"});
  }
  [[nodiscard]] std::string hub() const { return (outside() / "hub.git").string(); }
  [[nodiscard]] std::string id(const std::string& name) const { return git({"rev-parse", name}); }
};

}  // namespace

TEST_CASE_FIXTURE(GitFixture, "two commits differ in what was added, removed, changed and made a program") {
  commit_file("gone", "1\n");
  commit_file("changed", "1\n");
  commit_file("same", "1\n");
  const std::string ours = git({"rev-parse", "HEAD"});
  git({"rm", "--quiet", "gone"});
  commit_file("new file", "2\n");
  commit_file("changed", "2\n");
  git({"update-index", "--chmod=+x", "changed"});
  git({"commit", "--quiet", "-m", "x"});
  const auto files = differing(Repository(root()), ours, git({"rev-parse", "HEAD"}));
  REQUIRE(files.size() == 3);
  CHECK(files[0].path == "changed");
  CHECK(files[0].our_mode == "100644");
  CHECK(files[0].their_mode == "100755");
  CHECK(files[1].path == "gone");
  CHECK(files[1].their_id.empty());
  CHECK(files[2].path == "new file");
  CHECK(files[2].our_id.empty());
  CHECK(files[2].their_id == git({"rev-parse", "HEAD:new file"}));
}

TEST_CASE_FIXTURE(GitFixture,
                  "merge bases are none of strangers, and authors are those of the path, newest first") {
  commit_file("a", "1\n");
  const std::string first = git({"rev-parse", "HEAD"});
  commit_file("a", "2\n");
  commit_file("b", "1\n");
  const Repository repository(root());
  CHECK(merge_bases(repository, first, "HEAD") == std::vector{first});
  const auto authors = authors_of(repository, first, "HEAD", "a");
  REQUIRE(authors.size() == 1);
  CHECK(authors[0].name == "Ada Admin");
  git({"switch", "--quiet", "--orphan", "other"});
  commit_file("c", "1\n");
  CHECK(merge_bases(repository, first, "HEAD").empty());
}

TEST_CASE_FIXTURE(Shared, "a push is taken, and refused where somebody else was first") {
  const Repository repository(root());
  const auto upstream = upstream_of(repository);
  REQUIRE(upstream.has_value());
  CHECK(upstream->remote == "origin");
  CHECK(upstream->branch == "refs/heads/main");
  commit_file("a", "two\n");
  CHECK_FALSE(push(repository, *upstream, id("HEAD")));
  const std::string theirs = id("HEAD");
  git({"reset", "--quiet", "--hard", "HEAD^"});
  commit_file("a", "three\n");
  CHECK(push(repository, *upstream, id("HEAD")).has_value());
  fetch(repository, *upstream);
  CHECK(fetched(repository, *upstream) == theirs);
}

TEST_CASE_FIXTURE(Shared, "a shared copy that is out of reach is said in one sentence") {
  std::filesystem::rename(hub(), hub() + ".away");
  const Repository repository(root());
  const auto upstream = upstream_of(repository).value();
  CHECK(trouble_of([&] { fetch(repository, upstream); }) ==
        "4 cannot reach the shared copy 'origin' ('" + hub() +
            "' does not appear to be a git repository), nothing was changed, try again when there is a "
            "connection");
  git({"branch", "--unset-upstream"});
  CHECK_FALSE(upstream_of(repository).has_value());
}

}  // namespace git_compare_test
