#include <doctest/doctest.h>

#include "support/command_fixture.h"

namespace cmd_exit_status_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::PairFixture;
using mentor::test::Words;

namespace {

const Words tea{"log-session", "P-9X2MC", "--minutes", "60", "--kind", "call"};

/// Each refusal has its status and one clear message, and leaves everything as it is.
struct StatusFixture : PairFixture {
  void refuses(const Words& words, int status, const std::string& says) {
    const std::string before = everything();
    const Answer refused = run(words);
    CHECK(refused.status == status);
    CHECK(refused.out.empty());
    CHECK_MESSAGE(contains(refused.err, says), refused.err);
    CHECK(everything() == before);
  }
  /// Somebody else's change of the match's first line, on a branch of its own.
  void conflict() const {
    git({"checkout", "--quiet", "-b", "other"});
    commit_file("notes.txt", "theirs\n");
    git({"checkout", "--quiet", "main"});
    commit_file("notes.txt", "ours\n");
  }
};

}  // namespace

TEST_CASE_FIXTURE(StatusFixture, "what is done has the status 0") {
  CHECK(run(tea).status == 0);
  CHECK(run({"check"}).status == 0);
  CHECK(run({"--help"}).status == 0);
  CHECK(run({"--version"}).status == 0);
  CHECK(run({"log-session", "--help"}).status == 0);
}

TEST_CASE_FIXTURE(StatusFixture, "what a rule refuses has the status 1") {
  refuses({"end", "tia", "--as", "completed", "--by", "both", "--reason", "Done"}, 1,
          "commitment.ended_early");
}

TEST_CASE_FIXTURE(StatusFixture, "a command line that is wrong has the status 2") {
  refuses({"log-session", "nobody", "--minutes", "60", "--kind", "call"}, 2, "there is no match 'nobody'");
  refuses({"log-sesion"}, 2, "did you mean 'log-session'");
}

TEST_CASE_FIXTURE(StatusFixture, "a record that is wrong has the status 3") {
  commit_file("matches/P-9X2MC.yaml", read("matches/P-9X2MC.yaml").value() + "ended: 2026-03-01\n");
  refuses(tea, 3, "matches/P-9X2MC.yaml:12:1: ");
  CHECK(run({"check"}).status == 3);
  CHECK(run({"report"}).status == 3);
  CHECK(run({"show", "P-9X2MC"}).status == 3);
}

TEST_CASE_FIXTURE(StatusFixture, "a policy that is wrong has the status 3 in every command") {
  std::string policy = read("schemes/rotherham/2026-01-01.yaml").value();
  policy.replace(policy.find("\nrules:\n"), 8, "\nrules:\n  commitment.tme: {severity: should, source: x}\n");
  commit_file("schemes/rotherham/2026-01-01.yaml", policy);
  for (const Words& words :
       std::vector<Words>{tea, {"check"}, {"list", "mentors"}, {"rules"}, {"report"}, {"show", "tia"}}) {
    CAPTURE(words.front());
    refuses(words, 3, "there is no rule 'commitment.tme', did you mean 'commitment.time'");
  }
}

TEST_CASE_FIXTURE(StatusFixture, "a machine that says no has the status 4") {
  SUBCASE("without an identity") {
    git({"config", "--global", "--unset", "user.name"});
    git({"config", "--global", "--unset", "user.email"});
    git({"config", "--global", "user.useConfigOnly", "true"});
    refuses(tea, 4, "git doesn't know who you are");
    CHECK(run({"check"}).status == 0);
  }
  SUBCASE("with an index that somebody holds") {
    std::ofstream(root() / ".git" / "index.lock") << "";
    const Answer refused = run(tea);
    CHECK(refused.status == 4);
    CHECK(contains(refused.err, "git's index is locked"));
    std::filesystem::remove(root() / ".git" / "index.lock");
    CHECK(git({"status", "--porcelain"}).empty());
  }
  SUBCASE("without a repository") {
    std::filesystem::rename(root() / ".git", outside() / "git");
    CHECK(run(tea).status == 4);
    CHECK_FALSE(read("sessions/P-9X2MC.yaml"));
  }
}

TEST_CASE_FIXTURE(StatusFixture, "what a person must settle first has the status 5") {
  SUBCASE("a merge") {
    conflict();
    CHECK(try_git({"merge", "other"}).status != 0);
    refuses(tea, 5, "a merge is under way");
  }
  SUBCASE("a detached HEAD") {
    git({"checkout", "--quiet", "--detach"});
    refuses(tea, 5, "HEAD is detached");
  }
  SUBCASE("a hand edit of the file to be changed") {
    write("matches/P-9X2MC.yaml", read("matches/P-9X2MC.yaml").value() + "# a note\n");
    refuses({"end", "tia", "--as", "drifted", "--by", "both", "--reason", "Moved"}, 5,
            "'matches/P-9X2MC.yaml' was changed by hand, which is not recorded");
    CHECK(run(tea).status == 0);  // another file
  }
  SUBCASE("a change staged in that file") {
    const std::string match = read("matches/P-9X2MC.yaml").value();
    write("matches/P-9X2MC.yaml", match + "# a note\n");
    git({"add", "matches"});
    write("matches/P-9X2MC.yaml", match);
    refuses({"end", "tia", "--as", "drifted", "--by", "both", "--reason", "Moved"}, 5, "has a staged change");
  }
}

TEST_CASE_FIXTURE(StatusFixture,
                  "a command commits its own paths and leaves what else was changed or staged") {
  write("notes.txt", "mine\n");
  git({"add", "notes.txt"});
  write("mentors/M-7KQ2D.yaml", read("mentors/M-7KQ2D.yaml").value() + "# a note\n");
  write("scratch.txt", "mine\n");
  const std::string before = git({"status", "--porcelain"});
  CHECK(run(tea).status == 0);
  CHECK(last_paths() == "sessions/P-9X2MC.yaml");
  CHECK(git({"status", "--porcelain"}) == before);
}

TEST_CASE_FIXTURE(StatusFixture, "every command that writes makes exactly one commit") {
  int before = commits();
  for (const Words& words :
       std::vector<Words>{{"add-mentor", "--name", "Lee Marsh", "--scheme", "rotherham", "--role",
                           "elected-member", "--id", "M-8KQ2D"},
                          {"vet", "M-8KQ2D", "M-7KQ2D", "identity"},
                          {"refer", "--name", "Kay", "--scheme", "rotherham", "--born", "2006-01-01",
                           "--agreed-on", "2026-04-01", "--id", "Y-5F7KA"},
                          {"match", "Y-5F7KA", "M-8KQ2D", "--id", "P-8X2MC"},
                          {"decide", "P-8X2MC", "--by", "mentor", "--no"},
                          tea,
                          {"log-event", "mentor-meetup", "--invited", "M-7KQ2D"},
                          {"end", "P-9X2MC", "--as", "drifted", "--by", "both", "--reason", "Moved"},
                          {"close", "M-7KQ2D", "--as", "finished"}}) {
    CAPTURE(words.front());
    CHECK(run(words).status == 0);
    CHECK(commits() == ++before);
    CHECK(git({"status", "--porcelain"}).empty());
    CHECK(contains(last_message(), "\n\nMentorctl-Command: " + words.front() + "\nMentorctl-Record: "));
  }
}

}  // namespace cmd_exit_status_test
