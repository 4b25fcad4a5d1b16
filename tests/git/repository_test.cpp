#include "git/repository.h"

#include <doctest/doctest.h>

#include "git/diff.h"
#include "git/history.h"
#include "support/git_fixture.h"

namespace git_repository_test {

using mentor::git::Paths;
using mentor::git::Repository;
using mentor::test::contains;
using mentor::test::GitFixture;
using mentor::test::trouble_of;
using mentor::test::Variable;

TEST_CASE("a directory outside any repository is refused") {
  GitFixture fixture;
  CHECK(contains(trouble_of([&] { Repository(fixture.outside()); }), "is not in a git repository"));
  CHECK(contains(trouble_of([&] { Repository(fixture.root() / "nowhere"); }),
                 "4 cannot open the repository of"));
}

TEST_CASE("a bare repository is refused") {
  GitFixture fixture;
  fixture.git({"init", "--quiet", "--bare", "bare"});
  CHECK(contains(trouble_of([&] { Repository(fixture.root() / "bare"); }), "is a bare repository"));
}

TEST_CASE("a repository without a commit has a branch and no head") {
  GitFixture fixture;
  Repository repository(fixture.root());
  CHECK(repository.head().empty());
  CHECK(repository.branch() == "main");
  CHECK(repository.prefix().empty());
  CHECK(repository.look_up({"a.yaml"}).at(0).head == std::nullopt);
}

TEST_CASE("a data directory may lie below the top of the repository") {
  GitFixture fixture;
  fixture.commit_file("office records/mentors/M-1.yaml", "id: M-1\n");
  Repository repository(fixture.root() / "office records");
  CHECK(repository.prefix() == "office records/");
  CHECK(repository.top() == fixture.root());
  CHECK(repository.head() == fixture.git({"rev-parse", "HEAD"}));
  CHECK(repository.look_up({"mentors/M-1.yaml"}).at(0).head.value().bytes == "id: M-1\n");
}

TEST_CASE("a linked work tree has its own place for locks") {
  GitFixture fixture;
  fixture.commit_file("a.yaml", "a\n");
  fixture.git({"worktree", "add", "--quiet", "-b", "other", "../linked"});
  Repository linked(fixture.outside() / "linked");
  CHECK(linked.branch() == "other");
  CHECK(linked.git_path("mentorctl.lock") == fixture.root() / ".git/worktrees/linked/mentorctl.lock");
}

TEST_CASE("a new repository is on main unless its owner says otherwise") {
  GitFixture fixture;
  Repository::initialise(fixture.outside() / "new");
  CHECK(Repository(fixture.outside() / "new").branch() == "main");
  fixture.git({"config", "--global", "init.defaultBranch", "trunk"});
  Repository::initialise(fixture.outside() / "newer");
  CHECK(Repository(fixture.outside() / "newer").branch() == "trunk");
}

TEST_CASE("GIT_DIR in the environment does not send a commit elsewhere") {
  GitFixture fixture;
  fixture.commit_file("a.yaml", "a\n");
  Repository::initialise(fixture.outside() / "other");
  const Variable elsewhere("GIT_DIR", (fixture.outside() / "other/.git").string());
  const Variable globbing("GIT_GLOB_PATHSPECS", "1");
  Repository repository(fixture.root());
  CHECK(repository.top() == fixture.root());
  fixture.write("a.yaml", "b\n");
  const std::string commit = repository.commit({"a.yaml"}, {}, "change\n");
  const Variable here("GIT_DIR", std::nullopt);
  CHECK(fixture.git({"show", commit + ":a.yaml"}) == "b");
}

TEST_CASE("the author is known from the configuration or the environment, and never guessed") {
  GitFixture fixture;
  CHECK(Repository(fixture.root()).identity() == "Ada Admin <ada@example.org>");
  CHECK(Repository(fixture.root(), Repository::For::writing).identity() == "Ada Admin <ada@example.org>");
  fixture.git({"config", "--global", "--unset", "user.email"});
  CHECK(Repository(fixture.root()).identity() == std::nullopt);
  const Variable author("GIT_AUTHOR_EMAIL", "a@example.org");
  CHECK(Repository(fixture.root()).identity() == std::nullopt);
  const Variable committer("GIT_COMMITTER_EMAIL", "a@example.org");
  CHECK(Repository(fixture.root()).identity() == "Ada Admin <a@example.org>");
}

TEST_CASE("an address in EMAIL is a given one, and git's reason is kept when nobody is known") {
  GitFixture fixture;
  fixture.git({"config", "--global", "--unset", "user.email"});
  Repository nobody(fixture.root());
  CHECK(nobody.identity() == std::nullopt);
  CHECK(nobody.why_nobody() == "no email was given and auto-detection is disabled");
  const Variable email("EMAIL", "ada@example.com");
  CHECK(Repository(fixture.root()).identity() == "Ada Admin <ada@example.com>");
}

TEST_CASE("a commit's id is read whatever the branch is called") {
  GitFixture fixture;
  fixture.git({"checkout", "--quiet", "-b", "fix]"});
  fixture.write("a.yaml", "a\n");
  Repository repository(fixture.root());
  const std::string id = repository.commit({"a.yaml"}, {"a.yaml"}, "x] y\n");
  CHECK(id == fixture.git({"rev-parse", "HEAD"}));
}

TEST_CASE("HEAD may be a symbolic link, as git once made it") {
  GitFixture fixture;
  fixture.commit_file("a.yaml", "a\n");
  std::filesystem::remove(fixture.root() / ".git/HEAD");
  std::filesystem::create_symlink("refs/heads/main", fixture.root() / ".git/HEAD");
  CHECK(Repository(fixture.root()).branch() == "main");
}

TEST_CASE("a work tree elsewhere and a lost commit are told before anything is written") {
  GitFixture fixture;
  fixture.commit_file("a.yaml", "a\n");
  SUBCASE("a work tree elsewhere") {
    std::filesystem::create_directory(fixture.outside() / "elsewhere");
    fixture.git({"config", "core.worktree", (fixture.outside() / "elsewhere").string()});
    CHECK(contains(trouble_of([&] { Repository(fixture.root()); }), "4 git has its work tree in '"));
  }
  SUBCASE("a lost commit") {
    fixture.write(".git/refs/heads/main", std::string(40, '1') + "\n");
    Repository repository(fixture.root());
    CHECK(contains(trouble_of([&] { static_cast<void>(repository.look_up({"a.yaml"})); }),
                   "4 git has lost the commit that HEAD leads to"));
  }
}

TEST_CASE("what is under way is told with the way out of it") {
  GitFixture fixture;
  const Repository repository(fixture.root());
  CHECK_FALSE(repository.under_way());
  const auto told = [&](const std::string& file) {
    std::filesystem::create_directories((fixture.root() / ".git" / file).parent_path());
    fixture.write(".git/" + file, "");
    const auto state = repository.under_way();
    std::filesystem::remove_all(fixture.root() / ".git" / file.substr(0, file.find('/')));
    return state ? state->what + ", " + state->how_to : "";
  };
  CHECK(told("MERGE_HEAD") ==
        "a merge, finish it with `git merge --continue` or give it up with `git merge --abort`");
  CHECK(contains(told("rebase-merge/done"), "a rebase, "));
  CHECK(contains(told("rebase-apply/applying"), "a `git am`, "));
  CHECK(contains(told("rebase-apply/rebasing"), "a rebase, "));
  CHECK(told("SQUASH_MSG") ==
        "a squashed merge, finish it with `git commit` or give it up with `git reset --merge`");
  CHECK(contains(told("CHERRY_PICK_HEAD"), "a cherry-pick, "));
  CHECK(contains(told("REVERT_HEAD"), "a revert, "));
  CHECK(told("BISECT_LOG") == "a bisection, end it with `git bisect reset`");
}

TEST_CASE("blobs are told by what HEAD and the index hold, in both kinds of repository") {
  GitFixture fixture;
  std::string format;
  SUBCASE("SHA-1") { format = "sha1"; }
  SUBCASE("SHA-256") { format = "sha256"; }
  fixture.git({"init", "--quiet", "--initial-branch=main", "--object-format=" + format, "../hashed"});
  const auto root = fixture.outside() / "hashed";
  std::ofstream(root / "-a b.yaml") << "one\n";
  Repository repository(root);
  repository.commit({"-a b.yaml"}, {"-a b.yaml"}, "first\n");
  std::ofstream(root / "-a b.yaml") << "two\n";
  fixture.git({"-C", root.string(), "add", "--", "-a b.yaml"});
  repository.prepare_look_up();
  const auto held = repository.look_up({"-a b.yaml", "none.yaml"});
  CHECK(held.at(0).head.value().id == repository.blob_id("one\n"));
  CHECK(held.at(0).head.value().bytes == "one\n");
  CHECK(held.at(0).index == repository.blob_id("two\n"));
  CHECK_FALSE(held.at(1).head);
  CHECK_FALSE(held.at(1).index);
  CHECK(repository.read_blob("HEAD:-a b.yaml") == "one\n");
  CHECK(repository.read_blob("HEAD:none") == std::nullopt);
}

TEST_CASE("a blob can be kept without a commit") {
  GitFixture fixture;
  const Repository repository(fixture.root());
  const std::string id = repository.blob_id("kept\n");
  CHECK(repository.read_blob(id) == std::nullopt);
  CHECK(repository.blob_id("kept\n", Repository::Keep::yes) == id);
  CHECK(repository.read_blob(id) == "kept\n");
}

TEST_CASE("a commit holds exactly its paths and leaves other staged work alone") {
  GitFixture fixture;
  fixture.commit_file("a.yaml", "a\n");
  fixture.commit_file("gone.yaml", "gone\n");
  fixture.write("staged.yaml", "staged\n");
  fixture.git({"add", "staged.yaml"});
  fixture.write("a.yaml", "b\n");
  fixture.write("-n ew.yaml", "new\n");
  fixture.write("[x]*.yaml", "literal\n");
  std::filesystem::remove(fixture.root() / "gone.yaml");
  Repository repository(fixture.root());
  const std::string id = repository.commit({"-n ew.yaml", "[x]*.yaml", "a.yaml", "gone.yaml"},
                                           {"-n ew.yaml", "[x]*.yaml"}, "# x\n\nA: b\n");
  CHECK(id == fixture.git({"rev-parse", "HEAD"}));
  CHECK(repository.head() == id);
  CHECK(fixture.git({"show", "--format=", "--name-status"}) ==
        "A\t-n ew.yaml\nA\t[x]*.yaml\nM\ta.yaml\nD\tgone.yaml");
  CHECK(fixture.git({"log", "-1", "--format=%B"}) == "# x\n\nA: b");
  CHECK(fixture.git({"status", "--porcelain"}) == "A  staged.yaml");
}

TEST_CASE("no hook and no monitor runs") {
  GitFixture fixture;
  for (const char* hook : {"pre-commit", "prepare-commit-msg", "commit-msg", "post-commit",
                           "post-index-change", "reference-transaction"}) {
    fixture.write(std::string(".git/hooks/") + hook, "#!/bin/sh\ntouch ran\nexit 1\n");
    std::filesystem::permissions(fixture.root() / ".git/hooks" / hook, std::filesystem::perms::owner_all);
  }
  fixture.git({"config", "core.fsmonitor", "touch ran"});
  fixture.write("a.yaml", "a\n");
  Repository repository(fixture.root());
  repository.commit({"a.yaml"}, {"a.yaml"}, "first\n");
  CHECK(repository.status().empty());
  CHECK_FALSE(fixture.read("ran"));
}

TEST_CASE("a refused commit takes back the intention to add") {
  GitFixture fixture;
  fixture.git({"config", "commit.gpgsign", "true"});
  fixture.git({"config", "gpg.program", "false"});
  fixture.write("a.yaml", "a\n");
  Repository repository(fixture.root());
  const std::string said = trouble_of([&] { repository.commit({"a.yaml"}, {"a.yaml"}, "first\n"); });
  CHECK(contains(said,
                 "4 git did not commit: gpg failed to sign the data, failed to write commit object, put"));
  CHECK(fixture.git({"status", "--porcelain"}) == "?? a.yaml");
}

TEST_CASE(
    "what changed since the last commit is listed with untracked files, below the data directory only") {
  GitFixture fixture;
  fixture.commit_file("data/a.yaml", "a\n");
  fixture.commit_file("data/b.yaml", "b\n");
  fixture.commit_file("data/same.yaml", "same\n");
  fixture.write("outside.yaml", "x\n");
  fixture.write("data/a.yaml", "changed\n");
  fixture.write("data/new dir/\xc3\xa9 x.yaml", "new\n");
  std::filesystem::remove(fixture.root() / "data/b.yaml");
  Repository repository(fixture.root() / "data");
  CHECK(repository.status() == Paths{"a.yaml", "b.yaml", "new dir/\xc3\xa9 x.yaml"});
  CHECK(repository.status({"b.yaml", "same.yaml"}) == Paths{"b.yaml"});
}

TEST_CASE("ignored paths are told") {
  GitFixture fixture;
  fixture.write(".gitignore", "P-*\n");
  const Repository repository(fixture.root());
  CHECK(repository.ignored({"matches/P-1.yaml", "mentors/M-1.yaml"}) == Paths{"matches/P-1.yaml"});
  CHECK(repository.ignored({"mentors/M-1.yaml"}).empty());
}

TEST_CASE("trailers are those of the last paragraph, never of the subject") {
  CHECK(mentor::git::trailers_of("Why: not\n").empty());
  CHECK(mentor::git::trailers_of("").empty());
  CHECK(mentor::git::trailers_of("subject\n\nWhy: no\n\nWhy: yes: indeed\nno trailer: here\n") ==
        std::vector<std::pair<std::string, std::string>>{{"Why", "yes: indeed"}});
}

TEST_CASE("a difference reads as git shows it, for changed, new and removed files") {
  GitFixture fixture;
  CHECK(mentor::git::diff("a\n", "b\n", "mentors/M-1.yaml") ==
        R"(diff --git a/mentors/M-1.yaml b/mentors/M-1.yaml
index 7898192..6178079 100644
--- a/mentors/M-1.yaml
+++ b/mentors/M-1.yaml
@@ -1 +1 @@
-a
+b
)");
  CHECK(contains(mentor::git::diff(std::nullopt, "b\n", "x.yaml"),
                 "diff --git a/x.yaml b/x.yaml\nnew file mode"));
  CHECK(contains(mentor::git::diff("a\n", std::nullopt, "x.yaml"), "+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"));
  CHECK(mentor::git::diff("a\n", "a\n", "x.yaml").empty());
}

}  // namespace git_repository_test
