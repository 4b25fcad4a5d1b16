#include <doctest/doctest.h>

#include <fstream>

#include "support/command_fixture.h"
#include "support/refusals.h"

namespace cmd_mentor_form_test {

using mentor::test::Answer;
using mentor::test::check_refused;
using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::Words;

namespace {

class MentorFormFixture : public CommandFixture {
 public:
  /// A form with this text, outside of the data directory.
  std::string form(const std::string& text) const {
    const auto file = outside() / "mentor.txt";
    std::filesystem::create_directories(outside());
    std::ofstream(file, std::ios::binary) << text;
    return file.string();
  }
  std::string record(const std::string& id) const { return read("mentors/" + id + ".yaml").value_or(""); }
};

const std::string filled =
    "name: Ros Okafor-Vale\nscheme: rotherham\nrole: Senior manager\nborn: 1978-03-14\ngender: woman\n"
    "area: Wath\ndepartment: Housing\nemail: ros@nowhere.example\nphone: 01709 000003\n"
    "languages: English, Igbo\ninterests:\n  - cooking\nexpertise:\n  - law\ncare_experienced: no\n"
    "capacity: 2\nprefers:\n  age: 16-18\n  gender:\npen_picture: I grew up here.\n\n"
    "I like two things: dogs, and rain.\n\n  - walking\n";

}  // namespace

TEST_CASE_FIXTURE(MentorFormFixture,
                  "a mentor's form asks what they know best and nothing that the staff record") {
  const std::string before = everything();
  const Answer empty = run({"add-mentor", "--form"});
  CHECK(empty.status == 0);
  CHECK(empty.err == "");
  for (const std::string label :
       {"name:", "scheme: rotherham", "role:", "born:", "gender:", "area:", "department:", "email:", "phone:",
        "languages:\n  -", "interests:\n  -", "expertise:\n  -",
        "care_experienced:", "capacity:", "prefers:", "  age:", "  gender:", "pen_picture:"}) {
    CAPTURE(label);
    CHECK(contains(empty.out, "\n" + label + "\n"));
  }
  for (const std::string label :
       {"id:", "enquired:", "steps:", "closed:", "reopened:", "overrides:", "waivers:"}) {
    CAPTURE(label);
    CHECK_FALSE(contains(empty.out, "\n" + label));
  }
  CHECK(
      contains(empty.out, "# what they are to the scheme; senior-manager, elected-member (needed)\nrole:\n"));
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(MentorFormFixture,
                  "a mentor's form says what is kept, who sees it, and that they may change it") {
  const std::string empty = run({"add-mentor", "--form"}).out;
  std::string head;
  for (const auto& each : empty.substr(0, empty.find("\n\n"))) head += each == '\n' ? ' ' : each;
  for (const std::string says : {"is kept in the scheme's records", "team reads it", "a young person",
                                 "been in care is for the team alone", "have it changed or taken out"}) {
    CAPTURE(says);
    std::string without_signs;
    for (const char each : head)
      if (each != '#') without_signs += each;
    for (auto at = without_signs.find("  "); at != std::string::npos; at = without_signs.find("  "))
      without_signs.erase(at, 1);
    CHECK(contains(without_signs, says));
  }
}

TEST_CASE_FIXTURE(MentorFormFixture, "a mentor added by a form has the record that options make") {
  const Answer added = run(
      {"add-mentor", "--id", "M-7KQ2D", "--enquired", "2026-03-01", "--from", form(filled)});
  REQUIRE_MESSAGE(added.status == 0, added.err);
  CHECK(record("M-7KQ2D") == R"(id: M-7KQ2D
name: Ros Okafor-Vale
scheme: rotherham
role: senior-manager
enquired: 2026-03-01
born: 1978-03-14
gender: woman
area: Wath
department: Housing
languages: [English, Igbo]
interests: [cooking]
expertise: [law]
care_experienced: no
capacity: 2
email: ros@nowhere.example
phone: "01709 000003"
pen_picture: "I grew up here. I like two things: dogs, and rain. - walking"
prefers: {age: 16-18}
)");
  CHECK(last_message() == "add mentor M-7KQ2D\n\nMentorctl-Command: add-mentor\nMentorctl-Record: M-7KQ2D\n");
}

TEST_CASE_FIXTURE(MentorFormFixture, "a mentor may ask for a gender and for no age") {
  std::string text = filled;
  const std::string age = "  age: 16-18\n  gender:\n";
  text.replace(text.find(age), age.size(), "  age:\n  gender: girl\n");
  CHECK(run({"add-mentor", "--id", "M-7KQ2D", "--from", form(text)}).status == 0);
  CHECK(contains(record("M-7KQ2D"), "\nprefers: {gender: girl}\n"));
}

TEST_CASE_FIXTURE(MentorFormFixture,
                  "a pen picture that comes before its step is kept, and the step is left to vet") {
  const Answer added = run({"add-mentor", "--id", "M-7KQ2D", "--from", form(filled)});
  CHECK(contains(added.err,
                 "note: the pen picture is written down, and the step is not: once they are trained, "
                 "record it with 'mentorctl vet M-7KQ2D pen-picture'"));
  CHECK_FALSE(contains(record("M-7KQ2D"), "steps"));
  CHECK(done({"vet", "M-7KQ2D", "pen-picture"}) == "M-7KQ2D");
  CHECK(contains(record("M-7KQ2D"), "step: pen-picture"));
  const Answer without = run(
      {"add-mentor", "--name", "Kay", "--scheme", "rotherham", "--role", "elected-member"});
  CHECK_FALSE(contains(without.err, "pen picture"));
}

TEST_CASE_FIXTURE(MentorFormFixture,
                  "a form filled in after the training goes into the record with its step") {
  add_ready_mentor("M-7KQ2D", "Ros Okafor-Vale");
  done({"vet", "M-7KQ2D", "pen-picture", "--on", "2026-03-01", "--from", form(filled)});
  const std::string after = record("M-7KQ2D");
  for (const std::string line :
       {"enquired: 2025-11-01\n", "area: Wath\n", "interests: [cooking]\n", "capacity: 2\n",
        "step: pen-picture, on: 2026-03-01}", "pen_picture: \"I grew up here."}) {
    CAPTURE(line);
    CHECK(contains(after, line));
  }
  CHECK(last_message() ==
        "record pen-picture of M-7KQ2D\n\nMentorctl-Command: vet\nMentorctl-Record: M-7KQ2D\n");
}

TEST_CASE_FIXTURE(MentorFormFixture, "a form that is another mentor's, or of another step, is refused") {
  add_ready_mentor("M-7KQ2D", "Ros Marsh");
  add_ready_mentor("M-8KQ2D", "Ros Okafor-Vale");
  const std::string file = form(filled);
  check_refused(
      *this,
      {{{"vet", "M-7KQ2D", "pen-picture", "--from", file}, 2, "the form has another name than M-7KQ2D"},
       {{"vet", "M-8KQ2D", "identity", "--from", file}, 2, "--text and --from are the pen picture"},
       {{"vet", "M-7KQ2D", "M-8KQ2D", "pen-picture", "--from", file}, 2, "of one mentor"},
       {{"vet", "M-8KQ2D", "pen-picture", "--from", file + ".none"}, 2, "--from: "},
       {{"add-mentor", "--from", file, "--name", "Kay"}, 2, "only --scheme, --id and --enquired"},
       {{"add-mentor", "--from", file, "--prefers-age", "30"}, 2, "the rest stands in the form"},
       {{"add-mentor", "--from", file, "--form"}, 2, "--form prints an empty form"},
       {{"add-mentor"}, 2, "--name, --scheme, --role are missing"}});
  CHECK_FALSE(contains(run({"vet", "M-7KQ2D", "pen-picture", "--from", file}).err, "Okafor"));
  const std::string no_picture = form("name: Ros Okafor-Vale\nrole: elected-member\n");
  check_refused(
      *this, {{{"vet", "M-8KQ2D", "pen-picture", "--from", no_picture}, 2, "the form has no 'pen_picture'"}});
}

TEST_CASE_FIXTURE(MentorFormFixture, "all that is wrong in a mentor's form is told at its place") {
  const std::string before = everything();
  const std::string file = form(
      "name: Ros\nscheme: rotherham\nrole: manager\nborn: 14/03/1978\nsteps: dbs\ncapacity: two\n");
  const Answer wrong = run({"add-mentor", "--from", file});
  CHECK(wrong.status == 3);
  for (const std::string says :
       {":3:7: 'role': 'manager' is no word of the scheme 'rotherham'",
        ":4:7: 'born': '14/03/1978' is not a date", ":5:1: a mentor has no field 'steps'",
        ":6:11: 'capacity': 'two' is not a whole number"}) {
    CAPTURE(says);
    CHECK_MESSAGE(contains(wrong.err, file + says), wrong.err);
  }
  CHECK(everything() == before);
}

}  // namespace cmd_mentor_form_test
