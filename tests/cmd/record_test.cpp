#include <doctest/doctest.h>

#include "support/command_fixture.h"

namespace cmd_record_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::PairFixture;

namespace {

class RecordFixture : public PairFixture {
 public:
  /// Puts lines in front of what a file holds, as somebody with an editor would.
  void prepend(const std::string& path, const std::string& lines) const {
    write(path, lines + read(path).value_or(""));
  }
};

}  // namespace

TEST_CASE_FIXTURE(RecordFixture, "record commits what was changed by hand, and nothing else") {
  prepend("mentors/M-7KQ2D.yaml", "# Ros likes to be rung.\n");
  write("NOTES.txt", "mine\n");
  write("activities.txt", "mine too\n");
  git({"add", "NOTES.txt"});
  CHECK(done({"record", "--message", "As Ros Okafor-Vale asked"}) == "M-7KQ2D");
  CHECK(last_paths() == "mentors/M-7KQ2D.yaml");
  CHECK(last_message() ==
        "record changes by hand to M-7KQ2D\n"
        "\n"
        "Mentorctl-Command: record\n"
        "Mentorctl-Record: M-7KQ2D\n"
        "Mentorctl-Why: As M-7KQ2D asked\n");
  CHECK(git({"status", "--porcelain"}) == "A  NOTES.txt\n?? activities.txt");
}

TEST_CASE_FIXTURE(RecordFixture, "record gives an identifier to each entry typed without one") {
  write("sessions/P-9X2MC.yaml",
        "- {date: 2026-02-10, minutes: 60, kind: one-to-one}  # the first\n"
        "- date: 2026-02-17\n"
        "  minutes: 30\n"
        "  kind: call\n"
        "- {id: S-8F3K2, date: 2026-02-24, minutes: 45, kind: call}\n");
  CHECK(done({"record"}) == "P-9X2MC");
  CHECK(read("sessions/P-9X2MC.yaml").value() ==
        "- {id: S-10000, date: 2026-02-10, minutes: 60, kind: one-to-one}  # the first\n"
        "- id: S-20000\n"
        "  date: 2026-02-17\n"
        "  minutes: 30\n"
        "  kind: call\n"
        "- {id: S-8F3K2, date: 2026-02-24, minutes: 45, kind: call}\n");
}

TEST_CASE_FIXTURE(RecordFixture,
                  "record says what is wrong in the place where it was typed, and changes nothing") {
  write("sessions/P-9X2MC.yaml", "- {date: 2026-02-10, minuts: 60, kind: call}\n");
  prepend("mentors/M-7KQ2D.yaml", "name: x\n");
  const std::string before = everything();
  const Answer answer = run({"record"});
  CHECK(answer.status == 3);
  CHECK(contains(answer.err, "mentors/M-7KQ2D.yaml:3:1: 'name' stands here a second time, keep one\n"));
  CHECK(contains(answer.err, "sessions/P-9X2MC.yaml:1:22: "));
  CHECK_FALSE(contains(answer.err, "'id'"));
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(RecordFixture, "record takes a new record, a changed policy, settings and a removal") {
  write("mentors/M-00001.yaml", "id: M-00001\nname: Lee Marsh\nscheme: rotherham\nrole: elected-member\n");
  prepend("mentorctl.yaml", "# ours\n");
  prepend("schemes/rotherham/2026-01-01.yaml", "# theirs\n");
  std::filesystem::remove(root() / "matches/P-9X2MC.yaml");
  const Answer answer = run({"record"});
  CHECK(answer.status == 0);
  CHECK(answer.out == "P-9X2MC\nmentorctl.yaml\nM-00001\nschemes/rotherham/2026-01-01.yaml\n");
  CHECK(contains(answer.err, "note: 'matches/P-9X2MC.yaml' was taken away; git keeps what it said\n"));
  CHECK(git({"status", "--porcelain"}).empty());
}

TEST_CASE_FIXTURE(RecordFixture, "record takes nothing away that other records speak of") {
  std::filesystem::remove(root() / "mentors/M-7KQ2D.yaml");
  const Answer answer = run({"record"});
  CHECK(answer.status == 3);
  CHECK(contains(answer.err, "matches/P-9X2MC.yaml:3:9: there is no mentor 'M-7KQ2D'"));
}

TEST_CASE_FIXTURE(RecordFixture, "record shows what the rules newly say, and keeps the fact all the same") {
  write("sessions/P-9X2MC.yaml", "- {date: 2026-01-31, minutes: 60, kind: one-to-one}\n");
  const Answer answer = json_of({"record"});
  CHECK(answer.status == 0);
  CHECK(answer.rules() == mentor::test::Words{"data.outside_match"});
}

TEST_CASE_FIXTURE(RecordFixture, "without a change record does nothing") {
  const int before = commits();
  const Answer answer = json_of({"record"});
  CHECK(answer.status == 0);
  CHECK(answer.data().at("ids").empty());
  CHECK(commits() == before);
}

TEST_CASE_FIXTURE(RecordFixture, "record stops at a record that git is told to ignore") {
  write("mentors/M-00001.yaml", "id: M-00001\nname: Lee Marsh\nscheme: rotherham\nrole: elected-member\n");
  write(".git/info/exclude", "M-00001.yaml\n");
  const Answer answer = run({"record"});
  CHECK(answer.status == 4);
  CHECK(contains(answer.err, "git ignores 'mentors/M-00001.yaml'"));
}

TEST_CASE_FIXTURE(RecordFixture, "what is staged and says what was recorded is taken out of the way") {
  SUBCASE("a change that was taken back") {
    prepend("mentors/M-7KQ2D.yaml", "# hm\n");
    git({"add", "mentors"});
    write("mentors/M-7KQ2D.yaml", read("mentors/M-7KQ2D.yaml")->substr(5));
  }
  SUBCASE("a record that git was told to forget") {
    git({"rm", "--quiet", "--cached", "mentors/M-7KQ2D.yaml"});
  }
  SUBCASE("a new record that went again") {
    write("mentors/M-00001.yaml", "x");
    git({"add", "mentors"});
    std::filesystem::remove(root() / "mentors/M-00001.yaml");
  }
  const int before = commits();
  const Answer answer = run({"record"});
  CHECK(answer.status == 0);
  CHECK(answer.err == "done: nothing to record, no record was changed by hand\n");
  CHECK(commits() == before);
  CHECK(git({"status", "--porcelain"}).empty());
  CHECK(run({"amend", "M-7KQ2D", "area=Wath"}).status == 0);
}

TEST_CASE_FIXTURE(RecordFixture, "record sees what git was told to assume unchanged") {
  git({"update-index", "--assume-unchanged", "mentors/M-7KQ2D.yaml"});
  prepend("mentors/M-7KQ2D.yaml", "# by hand\n");
  CHECK(run({"amend", "M-7KQ2D", "area=Wath"}).status == 5);
  CHECK(done({"record"}) == "M-7KQ2D");
  CHECK(run({"amend", "M-7KQ2D", "area=Wath"}).status == 0);
}

TEST_CASE_FIXTURE(RecordFixture,
                  "names that went with a record, or with a match's people, stay out of the history") {
  add_young_person("Y-00001", "Nia Blenkinsop", "2006-01-01");
  write("sessions/P-9X2MC.yaml", "- {date: 2026-02-10, minutes: 60, kind: one-to-one}\n");
  std::filesystem::remove(root() / "young-people/Y-00001.yaml");
  done({"record", "--message", "Blenkinsop withdrew, tia rang"});
  CHECK(contains(last_message(), "Mentorctl-Why: Y-00001 withdrew, Y-4F7KA rang\n"));
}

TEST_CASE_FIXTURE(RecordFixture, "a file that was named after somebody is taken away without the name") {
  commit_file("mentors/Ros Okafor.yaml", "x\n");
  std::filesystem::remove(root() / "mentors/Ros Okafor.yaml");
  CHECK(run({"record"}).status == 0);
  CHECK(last_message() == "record changes by hand to what was no record\n\nMentorctl-Command: record\n");
}

TEST_CASE_FIXTURE(RecordFixture, "what editors and systems leave beside records is not record's business") {
  write("mentors/.#M-7KQ2D.yaml", "x");
  write("mentors/._M-7KQ2D.yaml", "x");
  write("schemes/other/2026-01-01.yaml", "x");
  const Answer answer = run({"record"});
  CHECK(answer.status == 0);
  CHECK(contains(answer.err, "nothing to record"));
}

TEST_CASE_FIXTURE(RecordFixture, "record tells which entries went") {
  commit_file("sessions/P-9X2MC.yaml",
              "- {id: S-00001, date: 2026-02-10, minutes: 60, kind: call}\n"
              "- {id: S-00002, date: 2026-02-11, minutes: 60, kind: call}\n");
  write("sessions/P-9X2MC.yaml", "[]\n");
  CHECK(contains(
      run({"record"}).err,
      "note: 2 entries were taken out of 'sessions/P-9X2MC.yaml': S-00001, S-00002; git keeps what"));
}

}  // namespace cmd_record_test
