#include <doctest/doctest.h>

#include "support/command_fixture.h"

namespace cmd_vet_test {

using mentor::test::Answer;
using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::with;
using mentor::test::Words;

namespace {

/// Two mentors without a step, and a young person.
struct VetFixture : CommandFixture {
  VetFixture() {
    write("mentors/M-7KQ2D.yaml", "id: M-7KQ2D\nname: Ros Vale\nscheme: rotherham\nrole: senior-manager\n");
    write("mentors/M-8KQ2D.yaml", "id: M-8KQ2D\nname: Lee Marsh\nscheme: rotherham\nrole: elected-member\n");
    git({"add", "."});
    git({"commit", "--quiet", "-m", "by hand"});
    add_young_person("Y-4F7KA", "Tia Quill", "2006-05-20");
  }
  /// The line of the step that was recorded last.
  [[nodiscard]] std::string last_step(const std::string& id = "M-7KQ2D") const {
    const std::string text = read("mentors/" + id + ".yaml").value();
    return text.substr(text.rfind("  - ") + 4);
  }
};

}  // namespace

TEST_CASE_FIXTURE(VetFixture, "a step is recorded as one line") {
  struct Row {
    Words words;
    std::string line;
  };
  const std::vector<Row> rows{
      {{"information-session"}, "step: information-session, on: 2026-04-02}"},
      {{"information-session", "--on", "2025-11-09"}, "step: information-session, on: 2025-11-09}"},
      {{"training", "--topic", "boundaries"}, "step: training, on: 2026-04-02, topic: boundaries}"},
      {{"line-manager"}, "step: line-manager, on: 2026-04-02}"},
      {{"reference"}, "step: reference, on: 2026-04-02}"},
      {{"employed"}, "step: employed, on: 2026-04-02}"},
      {{"interview"}, "step: interview, on: 2026-04-02}"},
      {{"identity"}, "step: identity, on: 2026-04-02}"},
      {{"approved", "--by", "Jo Field"}, "step: approved, on: 2026-04-02, as: Jo Field}"},
      {{"dbs", "--level", "enhanced", "--workforce", "child-and-adult", "--barred-list", "yes",
        "--eligible-because", "weekly", "--issued", "2026-03-20", "--seen-by", "HR"},
       "step: dbs, on: 2026-04-02, level: enhanced, workforce: child-and-adult, barred_list: yes, "
       "eligible_because: "
       "weekly, issued: 2026-03-20, seen_by: HR}"},
      {{"professional-role", "--with", "tia", "--as", "social-worker", "--ended", "2025-12-31"},
       "step: professional-role, on: 2026-04-02, with: Y-4F7KA, as: social-worker, ended: 2025-12-31}"},
  };
  for (const auto& [words, line] : rows) {
    CAPTURE(words.front());
    CHECK(run(with({"vet", "M-7KQ2D"}, words)).status == 0);
    CHECK(contains(last_step(), line));
    CHECK(git({"show", "--format=", "--numstat", "HEAD"})
              .starts_with(words == rows.front().words ? "2\t0" : "1\t0"));
  }
}

TEST_CASE_FIXTURE(VetFixture, "a pen picture is kept with its step") {
  CHECK(run({"vet", "M-7KQ2D", "pen-picture", "--text", "I walk, and I listen"}).status == 0);
  CHECK(contains(read("mentors/M-7KQ2D.yaml").value(), "pen_picture: I walk, and I listen\n"));
  CHECK(contains(last_step(), "step: pen-picture, on: 2026-04-02}"));
  CHECK_FALSE(contains(history(), "listen"));
}

TEST_CASE_FIXTURE(VetFixture, "a pen picture is nothing but that of one mentor") {
  const std::string before = everything();
  for (const Words& words :
       std::vector<Words>{{"vet", "M-7KQ2D", "identity", "--text", "I walk"},
                          {"vet", "M-7KQ2D", "marsh", "pen-picture", "--text", "I walk"}}) {
    CHECK(run(words).status == 2);
  }
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(VetFixture, "several mentors take a step together in one commit") {
  const Answer vetted = json_of({"vet", "M-7KQ2D", "marsh", "training", "--topic", "safeguarding"});
  CHECK(vetted.status == 0);
  CHECK(vetted.data().at("id") == "M-7KQ2D");
  CHECK(vetted.data().at("ids") == mentor::test::json{"M-7KQ2D", "M-8KQ2D"});
  CHECK(last_paths() == "mentors/M-7KQ2D.yaml\nmentors/M-8KQ2D.yaml");
  CHECK(last_message() ==
        "record training of M-7KQ2D, M-8KQ2D\n\nMentorctl-Command: vet\nMentorctl-Record: M-7KQ2D\n"
        "Mentorctl-Record: M-8KQ2D\n");
}

TEST_CASE_FIXTURE(VetFixture, "a training on several topics is a step for each in one commit") {
  const int before = commits();
  done({"vet", "M-7KQ2D", "training", "--topic", "safeguarding", "--topic", "boundaries"});
  CHECK(read("mentors/M-7KQ2D.yaml")
            .value()
            .ends_with("steps:\n  - {id: V-10000, step: training, on: 2026-04-02, topic: safeguarding}\n"
                       "  - {id: V-20000, step: training, on: 2026-04-02, topic: boundaries}\n"));
  CHECK(commits() == before + 1);
}

TEST_CASE_FIXTURE(VetFixture, "a mentor named twice takes the step once") {
  const Answer vetted = json_of({"vet", "M-7KQ2D", "ros", "identity"});
  CHECK(vetted.data().at("ids") == mentor::test::json{"M-7KQ2D"});
  CHECK(last_message() ==
        "record identity of M-7KQ2D\n\nMentorctl-Command: vet\nMentorctl-Record: M-7KQ2D\n");
}

TEST_CASE_FIXTURE(VetFixture, "a step says what it needs") {
  struct Row {
    Words words;
    std::string says;
  };
  const std::vector<Row> rows{
      {{"M-7KQ2D"}, "STEP is missing, see 'mentorctl vet --help'"},
      {{"interview"}, "MENTOR is missing"},
      {{"M-7KQ2D", "trainning"}, "STEP: 'trainning' is not known, did you mean 'training'"},
      {{"M-7KQ2D", "training"}, "'training' needs --topic, one of safeguarding, boundaries, mentor-role, "},
      {{"M-7KQ2D", "training", "--topic", "boundries"},
       "--topic: 'boundries' is no word of the scheme 'rotherham', did you mean 'boundaries'"},
      {{"M-7KQ2D", "training", "--topic", "juggling"},
       "one of safeguarding, boundaries, mentor-role, relationship-building, confidentiality, "
       "problem-solving"},
      {{"M-7KQ2D", "dbs"}, "'dbs' needs --level, one of basic, standard, enhanced"},
      {{"M-7KQ2D", "dbs", "--level", "enhancd"}, "--level: 'enhancd' is not known, did you mean 'enhanced'"},
      {{"M-7KQ2D", "dbs", "--level", "basic", "--workforce", "childs"},
       "--workforce: 'childs' is not known, did you mean 'child'"},
      {{"M-7KQ2D", "dbs", "--level", "basic", "--issued", "2026-03-02", "--on", "2026-03-01"},
       "--issued: 2026-03-02 comes after 2026-03-01"},
      {{"M-7KQ2D", "qualification"}, "'qualification' needs --level"},
      {{"M-7KQ2D", "considered"}, "'considered' needs --topic"},
      {{"M-7KQ2D", "professional-role", "--with", "Y-4F7KA"}, "'professional-role' needs --with and --ended"},
      {{"M-7KQ2D", "professional-role", "--ended", "2025-12-31"},
       "'professional-role' needs --with and --ended"},
      {{"M-7KQ2D", "identity", "--on", "2026-04-03"}, "--on: 2026-04-03 is still to come"},
      {{"M-7KQ2D", "dbs", "--level", "basic", "--issued", "2026-04-03"},
       "--issued: 2026-04-03 is still to come"},
      {{"M-7KQ2D", "M-9ZZZZ", "identity"}, "there is no mentor 'M-9ZZZZ'"},
      {{"M-7KQ2D", "Y-4F7KA", "identity"}, "'Y-4F7KA' names a young person, and a mentor is wanted"},
  };
  const std::string before = everything();
  for (const auto& [words, says] : rows) {
    CAPTURE(says);
    const Answer refused = run(with({"vet"}, words));
    CHECK(refused.status == 2);
    CHECK(contains(refused.err, says));
  }
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(VetFixture, "a day that is still to come is seen before anybody is looked for") {
  CHECK(contains(run({"vet", "nobody", "identity", "--on", "2026-04-03"}).err,
                 "--on: 2026-04-03 is still to come"));
}

TEST_CASE_FIXTURE(VetFixture,
                  "a DBS check without why the role is eligible is recorded, and the reason is asked for") {
  const Answer checked = run({"vet", "M-7KQ2D", "dbs", "--level", "enhanced"});
  CHECK(checked.status == 0);
  CHECK(contains(checked.err,
                 "note: why the role is eligible for the check is not recorded yet, add it with 'mentorctl "
                 "amend M-7KQ2D/V-10000 eligible_because=TEXT': asking for a check that the role is not "
                 "eligible for is an offence\n"));
  const Answer told = run(
      {"vet", "M-7KQ2D", "dbs", "--level", "enhanced", "--eligible-because", "Mentors children weekly"});
  CHECK(contains(told.err, "amend M-7KQ2D/V-20000 workforce=child"));
  CHECK_FALSE(contains(told.err, "offence"));
  const Answer whole = run({"vet", "M-7KQ2D", "dbs", "--level", "enhanced", "--eligible-because",
                            "Mentors children weekly", "--workforce", "child"});
  CHECK(whole.err == "done: record dbs of M-7KQ2D\n");
}

}  // namespace cmd_vet_test
