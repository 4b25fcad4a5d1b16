#include <doctest/doctest.h>

#include "support/command_fixture.h"

namespace cmd_add_mentor_test {

using mentor::test::Answer;
using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::with;
using mentor::test::Words;

namespace {

const Words ros{"add-mentor", "--name", "Ros Okafor-Vale", "--scheme",
                "rotherham",  "--role", "senior-manager"};

/// Runs a command that must be refused as wrong, and leave everything as it is.
std::string refused(CommandFixture& fixture, const Words& words) {
  const std::string before = fixture.everything();
  const Answer answer = fixture.run(words);
  CHECK(answer.status == 2);
  CHECK(answer.out.empty());
  CHECK(fixture.everything() == before);
  return answer.err;
}

}  // namespace

TEST_CASE_FIXTURE(CommandFixture, "a new mentor is one file and one commit that names nobody") {
  const Answer added = run(ros);
  CHECK(added.status == 0);
  CHECK(added.out == "M-10000\n");
  CHECK(added.err == "done: add mentor M-10000\n");
  CHECK(
      read("mentors/M-10000.yaml") ==
      "id: M-10000\nname: Ros Okafor-Vale\nscheme: rotherham\nrole: senior-manager\nenquired: 2026-04-02\n");
  CHECK(last_paths() == "mentors/M-10000.yaml");
  CHECK(last_message() == "add mentor M-10000\n\nMentorctl-Command: add-mentor\nMentorctl-Record: M-10000\n");
  CHECK(git({"status", "--porcelain"}).empty());
}

TEST_CASE_FIXTURE(CommandFixture, "all that add-mentor is told stands in the record in its order") {
  done(with(ros, {"--prefers-gender",
                  "female",
                  "--prefers-age",
                  "16-18",
                  "--pen-picture",
                  "I walk: far, and often",
                  "--phone",
                  "01709000003",
                  "--email",
                  "ros@example.org",
                  "--capacity",
                  "2",
                  "--care-experienced",
                  "yes",
                  "--expertise",
                  "law",
                  "--interest",
                  "cooking",
                  "--interest",
                  "football",
                  "--language",
                  "English",
                  "--department",
                  "Housing",
                  "--area",
                  "No",
                  "--gender",
                  "female",
                  "--born",
                  "1980-02-29",
                  "--enquired",
                  "2025-11-01"}));
  CHECK(read("mentors/M-10000.yaml") == R"(id: M-10000
name: Ros Okafor-Vale
scheme: rotherham
role: senior-manager
enquired: 2025-11-01
born: 1980-02-29
gender: female
area: "No"
department: Housing
languages: [English]
interests: [cooking, football]
expertise: [law]
care_experienced: yes
capacity: 2
email: ros@example.org
phone: "01709000003"
pen_picture: "I walk: far, and often"
prefers: {age: 16-18, gender: female}
)");
}

TEST_CASE_FIXTURE(CommandFixture, "add-mentor says all that it needs at once") {
  CHECK(refused(*this, {"add-mentor"}) ==
        "mentorctl: --name, --scheme, --role are missing, see 'mentorctl add-mentor --help'\n");
  CHECK(refused(*this, {"add-mentor", "--name", "Ros", "--scheme", "rotherham"}) ==
        "mentorctl: --role is missing, see 'mentorctl add-mentor --help'\n");
}

TEST_CASE_FIXTURE(CommandFixture, "a value that is none is refused with what was meant") {
  struct Row {
    Words words;
    std::string says;
  };
  const std::vector<Row> rows{
      {{"--born", "1980-02-30"}, "mentorctl: --born: '1980-02-30' is not a date, YYYY-MM-DD\n"},
      {{"--born", "2026-04-03"}, "mentorctl: --born: 2026-04-03 is still to come, today is 2026-04-02\n"},
      {{"--enquired", "2026-04-03"},
       "mentorctl: --enquired: 2026-04-03 is still to come, today is 2026-04-02\n"},
      {{"--capacity", "1000"}, "--capacity: '1000' is not "},
      {{"--capacity", "-1"}, "--capacity: '-1' is not "},
      {{"--care-experienced", "maybe"}, "--care-experienced: 'maybe' is not yes or no"},
      {{"--prefers-age", "old"}, "--prefers-age: 'old' is not "},
      {{"--prefers-age", "18-16"}, "--prefers-age: '18-16' is not "},
      {{"--id", "M-1234"}, "--id: 'M-1234' is not an identifier"},
      {{"--id", "Y-12345"}, "--id: 'Y-12345' is not an identifier"},
      {{"--id", "M-1234U"}, "--id: 'M-1234U' is not an identifier"},
  };
  for (const auto& [words, says] : rows) {
    CAPTURE(words.front());
    CHECK(contains(refused(*this, with(ros, words)), says));
  }
}

TEST_CASE_FIXTURE(CommandFixture, "a word that is not the scheme's is refused with the nearest") {
  Words words = ros;
  words[6] = "senior-manger";
  CHECK(contains(
      refused(*this, words),
      "--role: 'senior-manger' is no word of the scheme 'rotherham', did you mean 'senior-manager'"));
  words[4] = "rothrham";
  CHECK(contains(refused(*this, words), "--scheme: 'rothrham' does not run here, did you mean 'rotherham'"));
}

TEST_CASE_FIXTURE(CommandFixture, "an identifier that exists already can be chosen and not taken twice") {
  CHECK(done(with(ros, {"--id", "M-7KQ2D"})) == "M-7KQ2D");
  CHECK(refused(*this, with(ros, {"--id", "M-7KQ2D"})) == "mentorctl: --id: 'M-7KQ2D' is taken\n");
}

TEST_CASE_FIXTURE(CommandFixture, "an identifier that was drawn before is drawn again") {
  add_ready_mentor("M-10000", "Sam Reed");
  CHECK(done(ros) == "M-20000");
}

TEST_CASE_FIXTURE(CommandFixture, "a command answers programs with the record and its commit") {
  const Answer added = json_of(ros);
  CHECK(added.data() == mentor::test::json{{"schema", "mentorctl/1"},
                                           {"id", "M-10000"},
                                           {"ids", {"M-10000"}},
                                           {"commit", head()},
                                           {"findings", mentor::test::json::array()}});
  CHECK(run(with(ros, {"--format", "csv"})).status == 2);
}

}  // namespace cmd_add_mentor_test
