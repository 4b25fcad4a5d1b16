#include <doctest/doctest.h>

#include <random>

#include "support/command_fixture.h"

namespace cmd_undo_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::PairFixture;
using mentor::test::Words;

namespace {

class UndoFixture : public PairFixture {
 public:
  [[nodiscard]] std::string tree(const std::string& commit = "HEAD") const {
    return git({"rev-parse", commit + "^{tree}"});
  }
  [[nodiscard]] std::string short_head() const { return head().substr(0, 10); }
  std::string log_a_session(const std::string& day = "2026-02-10", const std::string& minutes = "90") {
    return done({"log-session", "P-9X2MC", "--date", day, "--minutes", minutes, "--kind", "one-to-one"});
  }
};

/// What people do, each fit to be done more than once.
const std::vector<Words> commands{
    {"amend", "M-7KQ2D", "area=Wath", "interests=chess, music"},
    {"amend", "M-7KQ2D", "area=Maltby", "department="},
    {"amend", "Y-4F7KA", "key_adult=Jo: \"Field\"", "needs=eet"},
    {"amend", "P-9X2MC", "first_meeting.activity=Film"},
    {"vet", "M-7KQ2D", "identity"},
    {"vet", "M-7KQ2D", "reference", "--on", "2026-01-02"},
    {"survey", "Y-4F7KA", "--trust", "yes", "--listens", "no"},
    {"log-session", "P-9X2MC", "--date", "2026-02-10", "--minutes", "60", "--kind", "call"},
    {"log-session", "P-9X2MC", "--date", "2026-03-10", "--cancelled-by", "mentor"},
    {"check-in", "P-9X2MC", "--with", "mentor", "--date", "2026-03-13", "--note", "fine: so far"},
    {"check-in", "M-7KQ2D", "--with", "mentor", "--date", "2026-01-13"},
    {"goal", "P-9X2MC", "--area", "home", "--text", "A flat"},
    {"reflect", "P-9X2MC", "--by", "mentor", "--text", "We \"got on\""},
    {"log-event", "mentor-meetup", "--invited", "M-7KQ2D", "--attended", "M-7KQ2D"},
    {"add-mentor", "--name", "Lee Marsh", "--scheme", "rotherham", "--role", "elected-member"},
    {"concern", "raise", "--about", "Y-4F7KA", "--raised-by", "Jo"},
    {"pause", "P-9X2MC", "--from", "2026-03-20", "--why", "away"},
    {"end", "P-9X2MC", "--as", "drifted", "--by", "both", "--reason", "Moved"},
};

}  // namespace

TEST_CASE_FIXTURE(UndoFixture, "undo takes back what the last command did, to the byte and as a commit") {
  const std::string before = tree();
  done({"amend", "M-7KQ2D", "area=Wath"});
  const std::string amended = head();
  const Answer answer = run({"undo", "--why", "Ros Okafor-Vale did not move"});
  CHECK(answer.status == 0);
  CHECK(answer.out == "M-7KQ2D\n");
  CHECK(tree() == before);
  CHECK(last_message() ==
        "take back 'amend' of M-7KQ2D\n"
        "\n"
        "Mentorctl-Command: undo\n"
        "Mentorctl-Undoes: " +
            amended +
            "\n"
            "Mentorctl-Record: M-7KQ2D\n"
            "Mentorctl-Why: M-7KQ2D did not move\n");
  CHECK(git({"status", "--porcelain"}).empty());
}

TEST_CASE_FIXTURE(UndoFixture, "undo again takes back the command before, until none is left") {
  const std::string before = tree();
  done({"amend", "M-7KQ2D", "area=Wath"});
  const std::string between = tree();
  log_a_session();
  CHECK(run({"undo"}).status == 0);
  CHECK(tree() == between);
  CHECK(run({"undo"}).status == 0);
  CHECK(tree() == before);
  const Answer none = run({"undo"});
  CHECK(none.status == 2);
  CHECK(none.err == "mentorctl: the last change of the records, " +
                        git({"log", "-1", "--format=%H", "--grep=by hand"}).substr(0, 10) +
                        ", was not made by mentorctl: say which commit to take back\n");
}

TEST_CASE_FIXTURE(mentor::test::CommandFixture, "a directory that has only begun has nothing to take back") {
  const Answer answer = run({"undo"});
  CHECK(answer.status == 2);
  CHECK(answer.err == "mentorctl: there is nothing to take back\n");
}

TEST_CASE_FIXTURE(UndoFixture, "an undo that is named is taken back itself, and undone again") {
  done({"amend", "M-7KQ2D", "area=Wath"});
  const std::string amended = head();
  const std::string after = tree();
  CHECK(run({"undo"}).status == 0);
  const Answer twice = run({"undo", amended});
  CHECK(twice.status == 2);
  CHECK(contains(twice.err, "was taken back before, 'mentorctl undo " + short_head() + "' brings it back"));
  CHECK(run({"undo", "HEAD"}).status == 0);
  CHECK(tree() == after);
  CHECK(run({"undo"}).status == 0);
  CHECK(contains(last_message(), "Mentorctl-Undoes: " + amended));
}

TEST_CASE_FIXTURE(UndoFixture, "an older commit is taken back, and what came later is kept") {
  const std::string first = log_a_session("2026-02-10");
  const std::string wanted = head();
  const std::string second = log_a_session("2026-02-12");
  done({"amend", "M-7KQ2D", "email=ros@example.org"});
  const Answer answer = run({"undo", wanted.substr(0, 8)});
  CHECK(answer.status == 0);
  CHECK(contains(answer.err, "note: 1 entry was taken out of 'sessions/P-9X2MC.yaml': " + first.substr(8)));
  const std::string sessions = read("sessions/P-9X2MC.yaml").value();
  CHECK(contains(sessions, second.substr(8)));
  CHECK_FALSE(contains(sessions, first.substr(8)));
  CHECK(contains(read("mentors/M-7KQ2D.yaml").value(), "ros@example.org"));
}

TEST_CASE_FIXTURE(UndoFixture,
                  "what a later commit changed again is not taken back, and the commit is named") {
  done({"amend", "M-7KQ2D", "area=Wath"});
  const std::string first = head();
  done({"amend", "M-7KQ2D", "area=Maltby"});
  const std::string before = everything();
  const Answer answer = run({"undo", first});
  CHECK(answer.status == 5);
  CHECK(answer.err ==
        "mentorctl: " + first.substr(0, 10) +
            " (amend area of M-7KQ2D) can't be taken back: M-7KQ2D area was changed since, by " +
            short_head() + " (amend area of M-7KQ2D); take that back first\n");
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(UndoFixture, "a later entry within a record that came is named as what hangs on it") {
  const std::string id = done(
      {"add-mentor", "--name", "Lee Marsh", "--scheme", "rotherham", "--role", "elected-member"});
  const std::string added = head();
  done({"vet", id, "identity"});
  const Answer answer = run({"undo", added});
  CHECK(answer.status == 5);
  CHECK(contains(answer.err, id + " was changed since, by " + short_head()));
  CHECK_FALSE(contains(answer.err, "Lee"));
}

TEST_CASE_FIXTURE(UndoFixture, "a record that others refer to is not taken back, and those are named") {
  const std::string id = done(
      {"add-mentor", "--name", "Lee Marsh", "--scheme", "rotherham", "--role", "elected-member"});
  const std::string added = head();
  const std::string event = done({"log-event", "mentor-meetup", "--invited", id, "--attended", id});
  const Answer answer = run({"undo", added});
  CHECK(answer.status == 5);
  CHECK(contains(answer.err, event + " invited names " + id + ", by " + short_head() + " (log"));
  CHECK(run({"undo", head()}).status == 0);
  CHECK(run({"undo", added}).status == 0);
  CHECK_FALSE(read("mentors/" + id + ".yaml").has_value());
}

TEST_CASE_FIXTURE(UndoFixture, "what was committed with git is taken back when it is named") {
  const std::string before = tree();
  commit_file("mentors/M-7KQ2D.yaml", read("mentors/M-7KQ2D.yaml").value() + "email: ros@example.org\n");
  const Answer plain = run({"undo"});
  CHECK(plain.status == 2);
  CHECK(contains(plain.err, "was not made by mentorctl: say which commit to take back"));
  CHECK(run({"undo", short_head()}).status == 0);
  CHECK(tree() == before);
  CHECK(last_message().starts_with("take back a change by hand of M-7KQ2D\n"));
}

TEST_CASE_FIXTURE(UndoFixture, "what else was committed beside the records is none of undo's business") {
  done({"amend", "M-7KQ2D", "area=Wath"});
  commit_file("NOTES.txt", "mine\n");
  CHECK(run({"undo", "HEAD"}).status == 2);
  CHECK(run({"undo"}).status == 0);
  CHECK(contains(read("mentors/M-7KQ2D.yaml").value(), "area: Rotherham\n"));
  CHECK(read("NOTES.txt") == "mine\n");
  write("NOTES.txt", "yours\n");
  write("mentors/M-7KQ2D.yaml", read("mentors/M-7KQ2D.yaml").value() + "email: ros@example.org\n");
  git({"commit", "--quiet", "-a", "-m", "both"});
  CHECK(contains(run({"undo", "HEAD"}).err,
                 "note: what the commit changed beside the records stays as it is\n"));
  CHECK(read("NOTES.txt") == "yours\n");
}

TEST_CASE_FIXTURE(UndoFixture, "a beginning, a merge and what is no commit are refused") {
  const Answer beginning = run({"undo", git({"rev-list", "--max-parents=0", "HEAD"})});
  CHECK(beginning.status == 2);
  CHECK(contains(beginning.err, "began the records, which can't be taken back"));
  git({"switch", "--quiet", "-c", "side"});
  done({"amend", "M-7KQ2D", "email=ros@example.org"});
  git({"switch", "--quiet", "main"});
  log_a_session();
  git({"merge", "--quiet", "--no-commit", "side"});
  write("mentors/M-7KQ2D.yaml", read("mentors/M-7KQ2D.yaml").value() + "phone: \"01709\"\n");
  git({"commit", "--quiet", "-a", "-m", "merge"});
  for (const Words& words : {Words{"undo"}, Words{"undo", "HEAD"}}) {
    const Answer merge = run(words);
    CHECK(merge.status == 2);
    CHECK(contains(merge.err, "is a merge"));
  }
  CHECK(run({"undo", "nothing"}).status == 2);
  CHECK(run({"undo", "--help"}).status == 0);
}

TEST_CASE_FIXTURE(UndoFixture,
                  "what a merge brought is taken back by name, and the undo of the other line counts") {
  git({"switch", "--quiet", "-c", "side"});
  done({"amend", "M-7KQ2D", "email=ros@example.org"});
  const std::string theirs = head();
  git({"switch", "--quiet", "main"});
  log_a_session();
  git({"merge", "--quiet", "-m", "merge", "side"});
  CHECK(run({"undo", theirs}).status == 0);
  CHECK_FALSE(contains(read("mentors/M-7KQ2D.yaml").value(), "ros@example.org"));
}

TEST_CASE_FIXTURE(UndoFixture, "a hand edit in the file stops an undo") {
  done({"amend", "M-7KQ2D", "area=Wath"});
  write("mentors/M-7KQ2D.yaml", read("mentors/M-7KQ2D.yaml").value() + "# mine\n");
  const std::string before = everything();
  CHECK(run({"undo"}).status == 5);
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(UndoFixture, "undo waits for whoever is at a merge, or on no branch") {
  done({"amend", "M-7KQ2D", "area=Wath"});
  SUBCASE("on no branch") { git({"switch", "--quiet", "--detach"}); }
  SUBCASE("at a merge") { write(".git/MERGE_HEAD", head() + "\n"); }
  CHECK(run({"undo"}).status == 5);
  CHECK(contains(read("mentors/M-7KQ2D.yaml").value(), "area: Wath\n"));
  CHECK(run({"history", "M-7KQ2D"}).status == 0);
}

TEST_CASE_FIXTURE(UndoFixture,
                  "a referral that a match was made of is needed by it, and the two are not run together") {
  const std::string id = done({"refer", "--name", "Nia Blenkinsop", "--scheme", "rotherham", "--born",
                               "2006-01-01", "--key-adult", "Sam Patel", "--agreed-on", "2026-03-01"});
  const std::string referred = head();
  const std::string match = done({"match", id, "M-7KQ2D"});
  const Answer answer = run({"undo", referred});
  CHECK(answer.status == 5);
  CHECK(answer.err == "mentorctl: " + referred.substr(0, 10) + " (refer " + id +
                          ") can't be taken back: " + match + " young_person names " + id + ", by " +
                          short_head() + " (propose to match " + id + " with M-7KQ2D as " + match +
                          "); take that back first\n");
}

TEST_CASE_FIXTURE(UndoFixture, "a dry run shows the difference and writes nothing") {
  done({"amend", "M-7KQ2D", "area=Wath"});
  const std::string before = everything();
  const Answer shown = run({"undo", "--dry-run"});
  CHECK(shown.status == 0);
  CHECK(contains(shown.out, "\n-area: Wath\n+area: Rotherham\n"));
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(UndoFixture, "on a terminal undo shows what would be taken back, and asks") {
  done({"amend", "M-7KQ2D", "area=Wath", "--why", "moved"});
  const std::string before = everything();
  asks = true;
  SUBCASE("whoever says no leaves it") {
    typed = "no\n";
    const Answer answer = run({"undo"});
    CHECK(answer.status == 1);
    CHECK(contains(answer.err, "Ada Admin, " + short_head() +
                                   "\n  amend area of M-7KQ2D\n"
                                   "this would be taken back:\n    M-7KQ2D area: Wath → Rotherham\n"
                                   "take it back? [yes]"));
    CHECK(everything() == before);
  }
  SUBCASE("Enter takes it back") {
    typed = "\n";
    CHECK(run({"undo"}).status == 0);
    CHECK(contains(read("mentors/M-7KQ2D.yaml").value(), "area: Rotherham\n"));
  }
}

TEST_CASE_FIXTURE(UndoFixture, "undo tells what the rules newly say, and refuses nothing for it") {
  log_a_session("2026-02-10", "90");
  const Answer answer = json_of({"undo"});
  CHECK(answer.status == 0);
  CHECK(answer.rules() == Words{"commitment.silence", "commitment.time"});
  CHECK(answer.data().at("ids") == mentor::test::json{"P-9X2MC"});
  CHECK(answer.data().at("commit") == head());
}

TEST_CASE_FIXTURE(UndoFixture, "comments, line ends and quotes that people wrote come back with the record") {
  std::string text = "\xEF\xBB\xBF# hers\n" + read("mentors/M-7KQ2D.yaml").value() +
                     "phone: '01709 1'   # desk\n";
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.insert(at, "\r");
  commit_file("mentors/M-7KQ2D.yaml", text);
  done({"amend", "M-7KQ2D", "area=Wath", "phone="});
  CHECK(read("mentors/M-7KQ2D.yaml") != text);
  CHECK(run({"undo"}).status == 0);
  CHECK(read("mentors/M-7KQ2D.yaml") == text);
}

TEST_CASE_FIXTURE(UndoFixture,
                  "whatever a command did, undo gives the tree before it, and undoing that the tree after") {
  std::mt19937 random(7);
  int undone = 0;
  for (int i = 0; i < 40; ++i) {
    const Words& words = commands[random() % commands.size()];
    CAPTURE(i);
    CAPTURE(words.front());
    const std::string before = tree();
    const std::string commit = head();
    if (run(words).status != 0 || head() == commit) continue;
    const std::string after = tree();
    const Answer answer = run({"undo"});
    INFO(answer.err);
    REQUIRE(answer.status == 0);
    REQUIRE(tree() == before);
    ++undone;
    if (random() % 2 != 0) continue;
    REQUIRE(run({"undo", "HEAD"}).status == 0);
    REQUIRE(tree() == after);
  }
  CHECK(undone >= 20);
}

TEST_CASE_FIXTURE(UndoFixture, "taking back any older commit leaves sound records, or all as it was") {
  std::mt19937 random(11);
  int undone = 0;
  int hindered = 0;
  for (int i = 0; i < 60; ++i) {
    if (random() % 3 != 0) {
      run(commands[random() % commands.size()]);
      continue;
    }
    const std::string commit = "HEAD~" + std::to_string(random() % 8);
    CAPTURE(i);
    CAPTURE(commit);
    const std::string before = everything();
    const Answer answer = run({"undo", commit});
    INFO(answer.err);
    REQUIRE(answer.status != 3);
    REQUIRE(answer.status != 4);
    undone += answer.status == 0 ? 1 : 0;
    hindered += answer.status == 5 ? 1 : 0;
    if (answer.status != 0) REQUIRE(everything() == before);
    REQUIRE(run({"check"}).status != 3);
  }
  CHECK(undone >= 5);
  CHECK(hindered >= 1);
}

}  // namespace cmd_undo_test
