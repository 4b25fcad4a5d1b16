#include <doctest/doctest.h>

#include <fstream>

#include "support/command_fixture.h"

namespace cmd_unsound_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::PairFixture;
using mentor::test::Words;

namespace {

class UnsoundFixture : public PairFixture {
 public:
  /// The mentor of the match goes, by hand. The commit's short id.
  [[nodiscard]] std::string take_mentor_away() const {
    git({"rm", "--quiet", "mentors/M-7KQ2D.yaml"});
    git({"commit", "--quiet", "-m", "away"});
    return short_head();
  }
  [[nodiscard]] std::string short_head() const { return head().substr(0, 10); }
  /// What leads out of that.
  static std::string way_out(const std::string& commit) {
    return "what to do: `mentorctl history mentors/M-7KQ2D.yaml` shows who did this, `mentorctl undo " +
           commit + "` takes it back; or edit 'matches/P-9X2MC.yaml' and run `mentorctl record`\n";
  }
};

}  // namespace

TEST_CASE_FIXTURE(UnsoundFixture, "the commit that took away what others refer to is taken back") {
  const std::string before = git({"rev-parse", "HEAD^{tree}"});
  const std::string commit = take_mentor_away();
  CHECK(run({"check"}).status == 3);
  const Answer answer = json_of({"undo", commit, "--why", "Ros Okafor-Vale is still with us"});
  CHECK(answer.status == 0);
  CHECK(answer.rules().empty());
  CHECK(git({"rev-parse", "HEAD^{tree}"}) == before);
  CHECK(contains(last_message(), "Mentorctl-Why: M-7KQ2D is still with us\n"));
  CHECK(run({"check"}).status == 0);
}

TEST_CASE_FIXTURE(UnsoundFixture, "a commit that broke a file, the settings or a policy is taken back") {
  std::string path;
  SUBCASE("a record") { path = "matches/P-9X2MC.yaml"; }
  SUBCASE("the settings") { path = "mentorctl.yaml"; }
  SUBCASE("a policy") { path = "schemes/rotherham/2026-01-01.yaml"; }
  commit_file(path, "[\n");
  const Answer refused = run({"check"});
  CHECK(refused.status == 3);
  CHECK(contains(refused.err, "`mentorctl undo " + short_head() + "` takes it back"));
  CHECK(run({"undo", "HEAD"}).status == 0);
  CHECK(run({"check"}).status == 0);
}

TEST_CASE_FIXTURE(UnsoundFixture, "an undo that leaves unsound records no worse is done, and says so") {
  done({"amend", "Y-4F7KA", "area=Wath"});
  const std::string amended = head();
  CHECK(!take_mentor_away().empty());
  const Answer answer = run({"undo", amended});
  CHECK(answer.status == 0);
  CHECK(contains(answer.err, "note: the records are not sound yet, 'mentorctl check' says where\n"));
  CHECK(contains(read("young-people/Y-4F7KA.yaml").value(), "area: Rotherham\n"));
}

TEST_CASE_FIXTURE(UnsoundFixture,
                  "an undo is refused for what it makes unsound, however unsound the rest is") {
  const std::string id = done(
      {"add-mentor", "--name", "Lee Marsh", "--scheme", "rotherham", "--role", "elected-member"});
  const std::string added = head();
  const std::string event = done({"log-event", "mentor-meetup", "--invited", id, "--attended", id});
  CHECK(!take_mentor_away().empty());
  const std::string before = everything();
  const Answer answer = run({"undo", added});
  CHECK(answer.status == 5);
  CHECK(contains(answer.err, event + " invited names " + id + ", by "));
  CHECK_FALSE(contains(answer.err, "P-9X2MC"));
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(UnsoundFixture, "an undo that would take away again what others refer to is refused") {
  const std::string sound = head();
  CHECK(!take_mentor_away().empty());
  git({"checkout", "--quiet", sound, "--", "mentors"});
  git({"commit", "--quiet", "-m", "back"});
  const std::string before = everything();
  CHECK(run({"undo", "HEAD"}).status == 5);
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(UnsoundFixture, "what comes to light in a file that could not be read hinders no undo") {
  const std::string first = take_mentor_away();
  commit_file("matches/P-9X2MC.yaml", "[\n");
  CHECK(run({"undo", "HEAD"}).status == 0);
  CHECK(contains(run({"check"}).err, way_out(first)));
  CHECK(run({"undo", first}).status == 0);
  CHECK(run({"check"}).status == 0);
}

TEST_CASE_FIXTURE(UnsoundFixture, "a reason is kept only where all names that it may hold can be read") {
  done({"amend", "Y-4F7KA", "area=Wath"});
  const std::string amended = head();
  CHECK(!take_mentor_away().empty());
  const std::string before = everything();
  const Answer answer = run({"undo", amended, "--why", "Ros Okafor-Vale said so"});
  CHECK(answer.status == 2);
  CHECK(contains(answer.err, "--why: names in it become identifiers"));
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(UnsoundFixture, "whatever is refused for what was committed says what leads out of it") {
  const std::string commit = take_mentor_away();
  for (const Words& words : std::vector<Words>{{"check"},
                                               {"show", "P-9X2MC"},
                                               {"report", "caseload"},
                                               {"amend", "P-9X2MC", "focus=A job"},
                                               {"log-session", "P-9X2MC", "--minutes", "9", "--kind", "call"},
                                               {"edit", "P-9X2MC"}}) {
    CAPTURE(words.front());
    edit = [](const std::filesystem::path& file) {
      std::ofstream(file, std::ios::app) << "# typed\n";
      return 0;
    };
    const Answer answer = run(words);
    CHECK(answer.status == 3);
    CHECK(contains(answer.err, "there is no mentor 'M-7KQ2D'"));
    CHECK_MESSAGE(contains(answer.err, way_out(commit)), answer.err);
  }
}

TEST_CASE_FIXTURE(UnsoundFixture,
                  "who made it is found behind whatever was recorded since, and on a side branch") {
  std::string commit;
  const auto write_on = [&](int times) {
    for (int i = 0; i < times; ++i) commit_file("notes.txt", std::to_string(i));
    done({"add-mentor", "--name", "Lee Marsh", "--scheme", "rotherham", "--role", "elected-member"});
  };
  write_on(3);
  SUBCASE("a little") {
    commit = take_mentor_away();
    write_on(1);
  }
  SUBCASE("a lot") {
    commit = take_mentor_away();
    write_on(11);
  }
  SUBCASE("on a side branch") {
    git({"switch", "--quiet", "--create", "side"});
    commit = take_mentor_away();
    git({"switch", "--quiet", "main"});
    write_on(2);
    git({"merge", "--quiet", "-m", "merge", "side"});
    write_on(4);
  }
  SUBCASE("behind an undo that was undone") {
    commit = take_mentor_away();
    CHECK(run({"undo", "HEAD"}).status == 0);
    CHECK(run({"check"}).status == 0);
    commit = take_mentor_away();
  }
  CHECK(contains(run({"check"}).err, way_out(commit)));
  CHECK(run({"undo", commit}).status == 0);
  CHECK(run({"check"}).status == 0);
}

TEST_CASE_FIXTURE(UnsoundFixture,
                  "where git alone merged two sides, the commit that took the record away is named") {
  git({"rm", "--quiet", "matches/P-9X2MC.yaml"});
  git({"commit", "--quiet", "-m", "no match yet"});
  git({"switch", "--quiet", "--create", "side"});
  const std::string commit = take_mentor_away();
  git({"switch", "--quiet", "main"});
  add_running_match("P-9X2MC", "Y-4F7KA", "M-7KQ2D", "2026-02-01");
  git({"merge", "--quiet", "-m", "merge", "side"});
  CHECK(contains(run({"check"}).err, way_out(commit)));
  CHECK(run({"undo", commit}).status == 0);
  CHECK(run({"check"}).status == 0);
}

TEST_CASE_FIXTURE(UnsoundFixture,
                  "what is not sound only as somebody edits it has no commit to be taken back") {
  std::filesystem::remove(root() / "mentors/M-7KQ2D.yaml");
  for (const Words& words : {Words{"check"}, Words{"record"}}) {
    const Answer answer = run(words);
    CHECK(answer.status == 3);
    CHECK_FALSE(contains(answer.err, "what to do"));
  }
}

TEST_CASE_FIXTURE(UnsoundFixture,
                  "record says that what is recorded is not sound where nothing else is to be said") {
  CHECK(!take_mentor_away().empty());
  const Answer answer = run({"record"});
  CHECK(answer.status == 0);
  CHECK(contains(answer.err,
                 "note: what is recorded is not sound, 'mentorctl check' says where and what to do\n"));
}

TEST_CASE_FIXTURE(UnsoundFixture,
                  "a history goes by identifier, path and folder however unsound the records are") {
  const std::string commit = take_mentor_away();
  commit_file("mentorctl.yaml", "[\n");
  for (const std::string subject :
       {"M-7KQ2D", "mentors/M-7KQ2D.yaml", "mentors", "mentors/", "m-7kq2d/v-00001"}) {
    CAPTURE(subject);
    const Answer answer = run({"history", subject});
    CHECK(answer.status == 0);
    CHECK(contains(answer.out, commit));
  }
  CHECK_FALSE(contains(run({"history", "mentors"}).out, "P-9X2MC"));
  CHECK(run({"history", "schemes/"}).status == 0);
  const Answer by_name = run({"history", "Okafor"});
  CHECK(by_name.status == 3);
  CHECK(
      contains(by_name.err,
               "a history goes by a name only where the records are sound: give the whole identifier, or the "
               "path of the file or folder\nwhat to do: `mentorctl history mentorctl.yaml` shows"));
}

}  // namespace cmd_unsound_test
