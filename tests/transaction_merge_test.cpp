#include <doctest/doctest.h>

#include "store/journal.h"
#include "support/git_fixture.h"
#include "transaction.h"

namespace transaction_merge_test {

using mentor::Transaction;
using mentor::git::Repository;
using mentor::store::Change;
using mentor::test::contains;
using mentor::test::GitFixture;
using mentor::test::trouble_of;

namespace {

constexpr const char* kMentor = "mentors/M-1.yaml";
constexpr const char* kMatch = "matches/P-1.yaml";

/// A branch `theirs` that changed the mentor, and `main`, which made a match since.
struct TwoBranches : GitFixture {
  TwoBranches() {
    commit_file(kMentor, "old\n");
    git({"switch", "--quiet", "--create", "theirs"});
    commit_file(kMentor, "theirs\n");
    git({"switch", "--quiet", "main"});
  }

  [[nodiscard]] std::string id(const std::string& name) const { return git({"rev-parse", name}); }
  [[nodiscard]] std::string status() const { return git({"status", "--porcelain", "--untracked-files=all"}); }

  /// Opens a transaction and does this with it.
  template <class Act>
  std::string within(Act act) const {
    Repository repository(root(), Repository::For::writing);
    Transaction transaction(root(), repository, "sync");
    return act(transaction);
  }
  [[nodiscard]] std::string merge(const Change& change) const {
    return within([&](Transaction& transaction) { return transaction.merge(change, id("theirs")); });
  }
  [[nodiscard]] std::string advance(const Change& change) const {
    return within([&](Transaction& transaction) { return transaction.advance(change, id("theirs")); });
  }
};

}  // namespace

TEST_CASE_FIXTURE(TwoBranches,
                  "a merge becomes one commit with both as parents, and leaves what else is staged") {
  commit_file(kMatch, "match\n");
  write("NOTES.txt", "mine\n");
  git({"add", "NOTES.txt"});
  const std::string ours = id("HEAD");
  const std::string commit = merge({{{kMentor, "theirs\n"}}, "merge", {{"Mentorctl-Command", "sync"}}});
  CHECK(commit == id("main"));
  CHECK(git({"log", "-1", "--format=%P"}) == ours + " " + id("theirs"));
  CHECK(git({"log", "-1", "--format=%B"}) == "merge\n\nMentorctl-Command: sync");
  CHECK(read(kMentor) == "theirs\n");
  CHECK(git({"ls-tree", "-r", "--name-only", "HEAD"}) == std::string(kMatch) + "\n" + kMentor);
  CHECK(status() == "A  NOTES.txt");
  CHECK_FALSE(mentor::store::has_journal(root() / ".git"));
}

TEST_CASE_FIXTURE(TwoBranches, "a merge that changes no file is a commit all the same") {
  commit_file(kMatch, "match\n");
  commit_file(kMentor, "theirs\n");
  const std::string tree = id("HEAD^{tree}");
  const std::string commit = merge({{}, "merge", {}});
  CHECK(commit == id("main"));
  CHECK(id("HEAD^{tree}") == tree);
  CHECK(id("HEAD^2") == id("theirs"));
}

TEST_CASE_FIXTURE(TwoBranches, "the branch advances to a commit that descends from it, with its files") {
  CHECK(advance({{{kMentor, "theirs\n"}}, {}, {}}) == id("theirs"));
  CHECK(id("main") == id("theirs"));
  CHECK(read(kMentor) == "theirs\n");
  CHECK(status().empty());
}

TEST_CASE_FIXTURE(TwoBranches, "neither a merge nor an advance goes over a hand edit") {
  write(kMentor, "by hand\n");
  const Change change{{{kMentor, "theirs\n"}}, "merge", {}};
  CHECK(
      contains(trouble_of([&] { std::ignore = merge(change); }), "5 'mentors/M-1.yaml' was changed by hand"));
  CHECK(contains(trouble_of([&] { std::ignore = advance(change); }),
                 "5 'mentors/M-1.yaml' was changed by hand"));
  CHECK(read(kMentor) == "by hand\n");
}

TEST_CASE_FIXTURE(TwoBranches, "a merge that git refuses to commit leaves the old files") {
  commit_file(kMatch, "match\n");
  git({"config", "commit.gpgSign", "true"});
  git({"config", "gpg.program", "false"});
  const std::string ours = id("HEAD");
  CHECK(contains(trouble_of([&] {
                   std::ignore = merge({{{kMentor, "theirs\n"}}, "merge", {}});
                 }),
                 "4 git did not commit"));
  CHECK(id("HEAD") == ours);
  CHECK(read(kMentor) == "old\n");
  CHECK(status().empty());
}

}  // namespace transaction_merge_test
