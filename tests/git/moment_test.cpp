#include "git/moment.h"

#include <doctest/doctest.h>

#include "support/git_fixture.h"

namespace git_moment_test {

using mentor::Day;
using mentor::git::commit_known_as;
using mentor::git::Objects;
using mentor::git::Repository;
using mentor::test::contains;
using mentor::test::GitFixture;
using mentor::test::trouble_of;
using mentor::test::Variable;

namespace {

struct MomentFixture : GitFixture {
  std::string commit_at(const char* date, const std::string& message) const {
    const Variable committer("GIT_COMMITTER_DATE", date);
    git({"commit", "--quiet", "--allow-empty", "-m", message});
    return git({"rev-parse", "HEAD"});
  }
  [[nodiscard]] std::string known_as(const std::string& name) const {
    const Repository repository(root());
    Objects objects(repository);
    return commit_known_as(objects, name, repository.head());
  }
  [[nodiscard]] std::string refusal_of(const std::string& name) const {
    return trouble_of([&] { static_cast<void>(known_as(name)); });
  }
};

}  // namespace

TEST_CASE_FIXTURE(MomentFixture, "a day means its last commit, by the committer's own clock") {
  const auto first = commit_at("2026-01-31T23:59:00-0100", "first");    // 1 February elsewhere
  const auto second = commit_at("2026-02-01T00:30:00+0900", "second");  // 31 January elsewhere
  const auto third = commit_at("2026-02-01T23:30:00+0545", "third");
  const auto fourth = commit_at("2026-02-10T09:30:00+0100", "fourth");
  CHECK(known_as("2026-01-31") == first);
  CHECK(known_as("2026-02-01") == third);
  CHECK(known_as("2026-02-09") == third);
  CHECK(known_as("2026-02-10") == fourth);
  CHECK(known_as("2199-12-31") == fourth);
  CHECK(refusal_of("2026-01-30") ==
        "2 there was nothing yet at '2026-01-30', the first commit with records came later");
  const Repository repository(root());
  Objects objects(repository);
  CHECK(last_commit_of(objects, Day::parse("2026-02-10").value(), second) == second);
}

TEST_CASE_FIXTURE(MomentFixture, "a day goes by what was merged here, not by when it was made elsewhere") {
  const auto first = commit_at("2026-02-01T12:00:00+0000", "first");
  git({"checkout", "--quiet", "-b", "other"});
  commit_at("2026-02-02T12:00:00+0000", "made elsewhere");
  git({"checkout", "--quiet", "main"});
  commit_at("2026-02-03T12:00:00+0000", "here");
  const Variable committer("GIT_COMMITTER_DATE", "2026-02-05T12:00:00+0000");
  git({"merge", "--quiet", "--no-ff", "-m", "merged", "other"});
  CHECK(known_as("2026-02-02") == first);
  CHECK(known_as("2026-02-04") == git({"rev-parse", "HEAD~1"}));
  CHECK(known_as("2026-02-05") == git({"rev-parse", "HEAD"}));
}

TEST_CASE_FIXTURE(MomentFixture,
                  "a commit is known by every name that git has for it, and none is an option") {
  const auto first = commit_at("2026-02-01T12:00:00+0000", "first");
  commit_at("2026-02-02T12:00:00+0000", "second");
  git({"tag", "-a", "-m", "a tag", "v1", "HEAD~1"});
  for (const std::string& name : {std::string("HEAD~1"), std::string("main~1"), std::string("v1"), first,
                                  first.substr(0, 10), std::string("@{1}")}) {
    CAPTURE(name);
    CHECK(known_as(name) == first);
  }
  for (const std::string name : {"--all", "-1", "nowhere", "HEAD~9", "HEAD:", "HEAD^{tree}", "2026-02-30",
                                 " ", "HEAD\n", "--output=x"}) {
    CAPTURE(name);
    CHECK(contains(refusal_of(name), "2 there is no commit '"));
  }
}

TEST_CASE_FIXTURE(MomentFixture, "a day that is written otherwise is told as it is to be") {
  commit_at("2026-02-01T12:00:00+0000", "first");
  CHECK(refusal_of("20/11/2026") ==
        "2 there is no commit '20/11/2026', nor is it a day, YYYY-MM-DD, did you mean 2026-11-20");
  CHECK(refusal_of("nowhere") ==
        "2 there is no commit 'nowhere', nor is it a day, YYYY-MM-DD: `git log` shows what there is");
}

TEST_CASE_FIXTURE(MomentFixture, "where a shallow clone has nothing of a moment, it says where it begins") {
  commit_at("2026-02-01T12:00:00+0000", "first");
  commit_at("2026-02-02T12:00:00+0000", "second");
  const auto third = commit_at("2026-02-03T12:00:00+0000", "third");
  git({"clone", "--quiet", "--depth", "1", "file://" + root().string(), (outside() / "clone").string()});
  git({"-C", (outside() / "clone").string(), "worktree", "add", "--quiet", "../linked"});
  const std::string begins = "the history begins here with " + third.substr(0, 10) +
                             ", `git fetch --unshallow` brings what came before";
  for (const std::string name : {"clone", "linked"}) {
    CAPTURE(name);
    const Repository clone(outside() / name);
    const auto refusal = [&](const std::string& moment) {
      Objects objects(clone);
      return trouble_of([&] { static_cast<void>(commit_known_as(objects, moment, clone.head())); });
    };
    CHECK(refusal("2026-02-02") == "2 what was known at '2026-02-02' is not here: " + begins);
    CHECK(refusal("HEAD~1") == "2 there is no commit 'HEAD~1', nor is it a day, YYYY-MM-DD: " + begins);
    CHECK(where_history_begins(clone) == begins);
  }
  CHECK(where_history_begins(Repository(root())).empty());
}

TEST_CASE_FIXTURE(MomentFixture, "nothing is known on a branch without a commit") {
  CHECK(contains(refusal_of("2026-02-01"), "2 there was nothing yet"));
  CHECK(contains(refusal_of("HEAD"), "2 there is no commit 'HEAD'"));
}

}  // namespace git_moment_test
