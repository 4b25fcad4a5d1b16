#include "transaction.h"

#include <doctest/doctest.h>

#include "recovery.h"
#include "store/atomic_file.h"
#include "store/journal.h"
#include "support/git_fixture.h"

namespace transaction_test {

using mentor::ReadHold;
using mentor::Transaction;
using mentor::git::Repository;
using mentor::store::Change;
using mentor::store::Journal;
using mentor::test::contains;
using mentor::test::GitFixture;
using mentor::test::trouble_of;
using mentor::test::Variable;
using std::chrono::milliseconds;

namespace fs = std::filesystem;

namespace {

constexpr const char* kMentor = "mentors/M-1.yaml";
constexpr const char* kMatch = "matches/P-1.yaml";

Change change_of(std::map<std::string, std::optional<std::string>> files) {
  return {std::move(files), "change M-1", {{"Mentorctl-Command", "amend"}}};
}

std::string commit(const fs::path& root, const Change& change,
                   Transaction::Found found = Transaction::Found::as_committed) {
  Repository repository(root, Repository::For::writing);
  return Transaction(root, repository, "amend", milliseconds(50)).commit(change, found);
}

std::string refusal(const GitFixture& fixture, const Change& change) {
  return trouble_of([&] { commit(fixture.root(), change); });
}

// Why no transaction can be opened here.
std::string unfit(const GitFixture& fixture) {
  return trouble_of([&] {
    Repository repository(fixture.root());
    Transaction(fixture.root(), repository, "amend", milliseconds(50));
  });
}

// One mentor, committed.
struct Records : GitFixture {
  Records() { commit_file(kMentor, "old\n"); }

  [[nodiscard]] std::string status() const { return git({"status", "--porcelain", "--untracked-files=all"}); }
  [[nodiscard]] std::string head() const { return git({"rev-parse", "HEAD"}); }

  // The journal of a command that turns the mentor's bytes and makes a match.
  void leave_journal() const {
    Journal journal{head(), {}};
    journal.entries.push_back({kMentor, git({"rev-parse", std::string("HEAD:") + kMentor}),
                               mentor::store::fingerprint("new\n"), "mentors/.mentorctl-1.tmp"});
    journal.entries.push_back(
        {kMatch, std::nullopt, mentor::store::fingerprint("match\n"), "matches/.mentorctl-2.tmp"});
    mentor::store::write_journal(root() / ".git", journal);
  }

  [[nodiscard]] bool has_journal() const { return mentor::store::has_journal(root() / ".git"); }

  mentor::Recovery recover() const { return mentor::recover(Repository(root())); }
};

}  // namespace

TEST_CASE("a change becomes one commit with its sentence and trailers, and files for their owner only") {
  const Records records;
  Change change = change_of({{kMentor, "new\n"}, {"-dir x/-new file.yaml", "first\n"}});
  change.trailers.emplace_back("Mentorctl-Why", "because\nMentorctl-Override:\x1b forged");
  const std::string id = commit(records.root(), change);
  CHECK(id == records.head());
  CHECK(records.git({"log", "-1", "--format=%B"}) ==
        "change M-1\n\nMentorctl-Command: amend\nMentorctl-Why: because Mentorctl-Override:  forged");
  CHECK(records.git({"show", "--format=", "--name-status"}) ==
        "A\t-dir x/-new file.yaml\nM\tmentors/M-1.yaml");
  CHECK(records.read(kMentor) == "new\n");
  CHECK((fs::status(records.root() / kMentor).permissions() & fs::perms::all) ==
        (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(records.status().empty());
  CHECK_FALSE(records.has_journal());
}

TEST_CASE("a removal is committed") {
  const Records records;
  commit(records.root(), change_of({{kMentor, std::nullopt}, {"never.yaml", std::nullopt}}));
  CHECK_FALSE(records.read(kMentor));
  CHECK(records.git({"show", "--format=", "--name-status"}) == "D\tmentors/M-1.yaml");
}

TEST_CASE("the first commit is made on an unborn branch") {
  const GitFixture fixture;
  const std::string id = commit(fixture.root(), change_of({{"mentorctl.yaml", "organisation: X\n"}}));
  CHECK(id == fixture.git({"rev-parse", "HEAD"}));
  CHECK(fixture.git({"status", "--porcelain"}).empty());
}

TEST_CASE("a change that changes nothing makes no commit") {
  const Records records;
  CHECK(commit(records.root(), change_of({{kMentor, "old\n"}})) == records.head());
  CHECK(commit(records.root(), change_of({})) == records.head());
  CHECK(records.git({"rev-list", "--count", "HEAD"}) == "1");
}

TEST_CASE("a data directory below the top of its repository is committed alone") {
  const Records records;
  records.commit_file("office x/mentorctl.yaml", "a\n");
  records.write(kMentor, "changed by hand\n");
  commit(records.root() / "office x", change_of({{"mentorctl.yaml", "b\n"}, {"mentors/M-2.yaml", "two\n"}}));
  CHECK(records.git({"show", "--format=", "--name-only"}) ==
        "office x/mentorctl.yaml\noffice x/mentors/M-2.yaml");
  CHECK(records.status() == " M mentors/M-1.yaml");
}

TEST_CASE("what others staged or changed stays as it was") {
  const Records records;
  records.commit_file("other.yaml", "a\n");
  records.write("other.yaml", "b\n");
  records.git({"add", "other.yaml"});
  records.write("other.yaml", "c\n");
  records.write("new.txt", "new\n");
  records.git({"add", "new.txt"});
  commit(records.root(), change_of({{kMentor, "new\n"}}));
  CHECK(records.git({"show", "--format=", "--name-only"}) == kMentor);
  CHECK(records.status() == "A  new.txt\nMM other.yaml");
  CHECK(records.git({"show", ":other.yaml"}) == "b");
}

TEST_CASE("GIT_DIR in the environment does not send a change elsewhere") {
  const Records records;
  Repository::initialise(records.outside() / "other");
  {
    const Variable directory("GIT_DIR", (records.outside() / "other/.git").string());
    const Variable index("GIT_INDEX_FILE", (records.outside() / "index").string());
    commit(records.root(), change_of({{kMentor, "new\n"}}));
  }
  CHECK(records.git({"show", std::string("HEAD:") + kMentor}) == "new");
}

TEST_CASE("no transaction begins where no commit could be made") {
  const Records records;
  CHECK(unfit(records).empty());
  const std::string before = records.status();

  SUBCASE("nobody is named as author") {
    records.git({"config", "--global", "--unset", "user.name"});
    CHECK(contains(unfit(records),
                   "4 git doesn't know who you are (no name was given and auto-detection is disabled), run "
                   "`git config --global user.name"));
    CHECK(contains(unfit(records), "user.email"));
  }
  SUBCASE("HEAD is detached") {
    records.git({"checkout", "--quiet", "--detach"});
    CHECK(contains(unfit(records), "5 HEAD is detached"));
  }
  SUBCASE("a merge is under way") {
    records.git({"checkout", "--quiet", "-b", "side"});
    records.commit_file(kMentor, "side\n");
    records.git({"checkout", "--quiet", "main"});
    records.commit_file(kMentor, "main\n");
    CHECK(records.try_git({"merge", "side"}).status == 1);
    CHECK(contains(unfit(records), "5 a merge is under way, finish it with `git merge --continue`"));
  }
  SUBCASE("a rebase is under way, which also detaches HEAD") {
    records.git({"checkout", "--quiet", "-b", "side"});
    records.commit_file(kMentor, "side\n");
    records.git({"checkout", "--quiet", "main"});
    records.commit_file(kMentor, "main\n");
    CHECK(records.try_git({"rebase", "side"}).status == 1);
    CHECK(contains(unfit(records), "5 a rebase is under way"));
  }
  SUBCASE("a cherry-pick is under way") {
    records.write(".git/CHERRY_PICK_HEAD", records.head() + "\n");
    CHECK(contains(unfit(records), "5 a cherry-pick is under way"));
  }
  SUBCASE("a revert is under way") {
    records.write(".git/REVERT_HEAD", records.head() + "\n");
    CHECK(contains(unfit(records), "5 a revert is under way"));
  }
  SUBCASE("git's index is locked, and stays so") {
    records.write(".git/index.lock", "");
    CHECK(contains(unfit(records), "4 git's index is locked by '"));
    CHECK(records.read(".git/index.lock") == "");
  }
  SUBCASE("another command writes") {
    Repository repository(records.root());
    const Transaction other(records.root(), repository, "refer");
    CHECK(contains(unfit(records), "4 the data directory is locked by `mentorctl refer` (process "));
  }
}

TEST_CASE("a file that is not as committed is left alone") {
  const Records records;
  const Change change = change_of({{kMentor, "new\n"}, {kMatch, "match\n"}});
  const std::string head = records.head();

  SUBCASE("changed by hand") {
    records.write(kMentor, "by hand\n");
    CHECK(refusal(records, change) ==
          "5 'mentors/M-1.yaml' was changed by hand, which is not recorded, run `mentorctl record` first");
    CHECK(records.read(kMentor) == "by hand\n");
  }
  SUBCASE("changed by hand, and no record") {
    records.commit_file("notes.md", "old\n");
    records.write("notes.md", "by hand\n");
    CHECK(refusal(records, change_of({{"notes.md", "new\n"}})) ==
          "5 'notes.md' was changed by hand, which is not committed, commit it with git or put it aside "
          "with `git stash --include-untracked`");
    records.git({"reset", "--quiet", "--hard", head});
  }
  SUBCASE("removed by hand") {
    fs::remove(records.root() / kMentor);
    CHECK(contains(refusal(records, change), "5 'mentors/M-1.yaml' was removed by hand"));
  }
  SUBCASE("staged") {
    records.write(kMentor, "staged\n");
    records.git({"add", kMentor});
    records.write(kMentor, "old\n");
    CHECK(contains(refusal(records, change), "5 'mentors/M-1.yaml' has a staged change"));
    CHECK(records.git({"show", std::string(":") + kMentor}) == "staged");
  }
  SUBCASE("untracked in the way") {
    records.write(kMatch, "mine\n");
    CHECK(contains(refusal(records, change), "5 'matches/P-1.yaml' is in the way"));
    CHECK(records.read(kMatch) == "mine\n");
  }
  SUBCASE("ignored") {
    records.write(".gitignore", "P-*\n");
    CHECK(contains(refusal(records, change), "4 git ignores 'matches/P-1.yaml', take away the rule"));
    CHECK_FALSE(records.read(kMatch));
  }
  SUBCASE("outside the data directory") {
    CHECK(contains(refusal(records, change_of({{"../x.yaml", "x"}})),
                   "4 cannot write '../x.yaml': not a path"));
  }
  CHECK(records.head() == head);
  CHECK_FALSE(records.has_journal());
}

TEST_CASE("when git refuses, files and index are as before") {
  const Records records;
  records.commit_file("gone.yaml", "gone\n");
  records.write("staged.txt", "staged\n");
  records.git({"add", "staged.txt"});
  records.git({"config", "commit.gpgsign", "true"});
  records.git({"config", "gpg.program", "false"});
  const std::string head = records.head();
  const std::string said = refusal(
      records, change_of({{kMentor, "new\n"}, {kMatch, "match\n"}, {"gone.yaml", std::nullopt}}));
  CHECK(contains(said, "4 git did not commit: gpg failed to sign the data"));
  CHECK(records.read(kMentor) == "old\n");
  CHECK(records.read("gone.yaml") == "gone\n");
  CHECK_FALSE(records.read(kMatch));
  CHECK(records.status() == "A  staged.txt");
  CHECK(records.head() == head);
  CHECK_FALSE(records.has_journal());
}

TEST_CASE("when a file cannot be written, those before it are put back") {
  const Records records;
  records.write("notes", "a file where a folder is wanted\n");
  const std::string said = refusal(records, change_of({{kMentor, "new\n"}, {"notes", "x\n"}}));
  CHECK(contains(said, "5 'notes' is in the way"));
  fs::create_symlink("mentors", records.root() / "matches");
  CHECK(contains(refusal(records, change_of({{kMentor, "new\n"}, {kMatch, "x\n"}})), "4 cannot"));
  CHECK(records.read(kMentor) == "old\n");
}

TEST_CASE("what people changed by hand can be recorded, as it stands or completed") {
  const Records records;
  const std::string head = records.head();
  records.write(kMentor, "by hand\n");
  records.write(kMatch, "typed\n");
  const Change change = change_of({{kMentor, "by hand\n"}, {kMatch, "id: P-1\ntyped\n"}});

  SUBCASE("and is committed") {
    commit(records.root(), change, Transaction::Found::by_hand);
    CHECK(records.git({"show", "--format=", "--name-only"}) == "matches/P-1.yaml\nmentors/M-1.yaml");
    CHECK(records.read(kMatch) == "id: P-1\ntyped\n");
    CHECK(records.status().empty());
  }
  SUBCASE("but not what was typed after the files were read") {
    Change older = change;
    older.read = {{kMentor, "by hand\n"}, {kMatch, "typ"}};
    CHECK(trouble_of([&] { commit(records.root(), older, Transaction::Found::by_hand); }) ==
          "5 'matches/P-1.yaml' was changed by hand while the command ran, try again");
    CHECK(records.read(kMatch) == "typed\n");
    CHECK(records.head() == head);
  }
  SUBCASE("and is as people left it when git refuses") {
    records.git({"config", "commit.gpgsign", "true"});
    records.git({"config", "gpg.program", "false"});
    CHECK(contains(trouble_of([&] { commit(records.root(), change, Transaction::Found::by_hand); }),
                   "4 git did"));
    CHECK(records.read(kMentor) == "by hand\n");
    CHECK(records.read(kMatch) == "typed\n");
    CHECK(records.status() == " M mentors/M-1.yaml\n?? matches/P-1.yaml");
    CHECK(records.head() == head);
  }
}

TEST_CASE("what people wrote by hand is committed or theirs again when recording it was killed") {
  const Records records;
  records.write(kMentor, "by hand\n");
  records.write(kMatch, "typed\n");
  Journal journal{records.head(), {}};
  journal.entries.push_back(
      {kMentor, std::nullopt, mentor::store::fingerprint("by hand\n"), "mentors/.mentorctl-1.tmp", true});
  journal.entries.push_back(
      {kMatch, std::nullopt, mentor::store::fingerprint("typed\n"), "matches/.mentorctl-2.tmp", true});
  mentor::store::write_journal(records.root() / ".git", journal);
  records.git({"add", "--intent-to-add", kMatch});

  SUBCASE("before its commit") {
    CHECK(records.recover() == mentor::Recovery::put_back);
    CHECK(records.status() == " M mentors/M-1.yaml\n?? matches/P-1.yaml");
  }
  SUBCASE("after its commit, and before git's index was written") {
    records.git({"add", kMentor, kMatch});
    records.git({"commit", "--quiet", "-m", "record"});
    records.git({"reset", "--quiet", "HEAD~", "--", kMentor, kMatch});
    CHECK(records.recover() == mentor::Recovery::committed);
    CHECK(records.status().empty());
  }
  CHECK(records.read(kMentor) == "by hand\n");
  CHECK(records.read(kMatch) == "typed\n");
  CHECK_FALSE(records.has_journal());
}

TEST_CASE("a command killed before its commit is taken back") {
  const Records records;
  records.leave_journal();
  SUBCASE("before the first file") {}
  SUBCASE("with a temporary") { records.write("mentors/.mentorctl-1.tmp", "ne"); }
  SUBCASE("between two files") {
    records.write(kMentor, "new\n");
    records.write("matches/.mentorctl-2.tmp", "match\n");
  }
  SUBCASE("before git's commit") {
    records.write(kMentor, "new\n");
    records.write("mentors/.mentorctl-1.tmp", "old\n");
    records.write(kMatch, "match\n");
  }
  SUBCASE("within git's commit") {
    records.write(kMentor, "new\n");
    records.write(kMatch, "match\n");
    records.git({"add", "--intent-to-add", kMatch});
  }
  SUBCASE("within the recovery") { records.write("mentors/.mentorctl-1.tmp", "old\n"); }
  CHECK(records.recover() == mentor::Recovery::put_back);
  CHECK(records.read(kMentor) == "old\n");
  CHECK_FALSE(fs::exists(records.root() / "matches"));
  CHECK(records.status().empty());
  CHECK_FALSE(records.has_journal());
}

TEST_CASE("a command killed after its commit has happened") {
  const Records records;
  records.leave_journal();
  records.write(kMentor, "new\n");
  records.write(kMatch, "match\n");
  records.git({"add", kMatch});
  records.git({"commit", "--quiet", "-m", "change", "--", kMentor, kMatch});
  SUBCASE("and its index is written") {}
  SUBCASE("and its index is not written") {
    records.git({"reset", "--quiet", "HEAD~", "--", kMentor, kMatch});
    CHECK_FALSE(records.status().empty());
  }
  CHECK(records.recover() == mentor::Recovery::committed);
  CHECK(records.read(kMentor) == "new\n");
  CHECK(records.status().empty());
  CHECK_FALSE(records.has_journal());
}

TEST_CASE("a file that was changed after a command was killed needs a person") {
  const Records records;
  records.leave_journal();
  records.write(kMentor, "by hand since\n");
  records.write(kMatch, "match\n");
  CHECK(contains(trouble_of([&] { records.recover(); }),
                 "5 a command was killed while it wrote 'mentors/M-1.yaml', which was changed since"));
  CHECK(contains(unfit(records), "5 a command was killed"));
  CHECK(records.read(kMentor) == "by hand since\n");
  CHECK(records.read(kMatch) == "match\n");
  CHECK(records.has_journal());
  records.git({"restore", kMentor});
  CHECK(unfit(records).empty());
  CHECK(records.status().empty());
}

TEST_CASE("the next command recovers, in whichever data directory of the repository") {
  const Records records;
  records.commit_file("second/mentorctl.yaml", "a\n");
  records.leave_journal();
  records.write(kMentor, "new\n");
  commit(records.root() / "second", change_of({{"mentorctl.yaml", "b\n"}}));
  CHECK(records.read(kMentor) == "old\n");
  CHECK(records.status().empty());
}

TEST_CASE("a journal that was never finished is taken away") {
  const Records records;
  const std::string unfinished = ".git/.mentorctl-journal.tmp";
  records.write(unfinished, "mentorctl jour");
  SUBCASE("by a reader") { const ReadHold hold(Repository(records.root()), "report"); }
  SUBCASE("by a writer") { commit(records.root(), change_of({{kMentor, "new\n"}})); }
  CHECK_FALSE(records.read(unfinished));
}

TEST_CASE("a reader recovers before it reads, and keeps writers out") {
  const Records records;
  records.leave_journal();
  records.write(kMentor, "new\n");
  const Repository repository(records.root());
  const ReadHold hold(repository, "report", milliseconds(50));
  CHECK(records.read(kMentor) == "old\n");
  CHECK_FALSE(records.has_journal());
  CHECK(contains(unfit(records), "4 the data directory is locked by `mentorctl report` (process "));
  {
    const GitFixture fixture;
    const Repository sound(fixture.root());
    const ReadHold shared(sound, "report", milliseconds(50));
    CHECK(contains(unfit(fixture), "4 the data directory is locked by a command that reads"));
  }
}

TEST_CASE("while git's index is locked the records are recovered and the journal waits") {
  const Records records;
  records.leave_journal();
  records.write(kMatch, "match\n");
  records.git({"add", "--intent-to-add", kMatch});
  records.write(".git/index.lock", "");
  const Repository repository(records.root());
  { const ReadHold hold(repository, "report", milliseconds(50)); }
  CHECK_FALSE(records.read(kMatch));
  CHECK(records.has_journal());
  CHECK(contains(unfit(records), "4 git's index is locked"));
  fs::remove(records.root() / ".git/index.lock");
  CHECK(unfit(records).empty());
  CHECK(records.status().empty());
  CHECK_FALSE(records.has_journal());
}

}  // namespace transaction_test
