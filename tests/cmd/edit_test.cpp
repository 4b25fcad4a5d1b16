#include <doctest/doctest.h>
#include <sys/stat.h>

#include <deque>
#include <fstream>

#include "support/command_fixture.h"

namespace cmd_edit_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::PairFixture;
using mentor::test::Words;

namespace {

namespace fs = std::filesystem;

/// Somebody who edits the mentor M-7KQ2D: at each opening of the editor they replace a piece of the text.
class EditFixture : public PairFixture {
 public:
  EditFixture() {
    edit = [this](const fs::path& file) {
      ++openings;
      opened = file;
      struct stat about {};
      private_file = stat(file.c_str(), &about) == 0 && (about.st_mode & 0777) == 0600;
      seen = bytes(file);
      if (replacements.empty()) return status;
      const auto [piece, other] = replacements.front();
      replacements.pop_front();
      const std::size_t at = seen.find(piece);
      if (at == std::string::npos) throw std::runtime_error("there is no " + piece);
      std::ofstream(file, std::ios::binary) << std::string(seen).replace(at, piece.size(), other);
      if (meanwhile) meanwhile();
      return status;
    };
  }

  static std::string bytes(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }

  std::deque<std::pair<std::string, std::string>> replacements;
  std::function<void()> meanwhile;
  int status = 0;
  int openings = 0;
  fs::path opened;
  bool private_file = false;
  std::string seen;
};

}  // namespace

TEST_CASE_FIXTURE(EditFixture,
                  "edit commits what was typed, from a private copy outside of what git tracks") {
  replacements = {{"area: Rotherham", "area: Wath  # moved"}};
  CHECK(done({"edit", "Ros"}) == "M-7KQ2D");
  CHECK(private_file);
  CHECK(opened.filename() == "M-7KQ2D.yaml");
  CHECK(contains(opened.string(), "/.git/"));
  CHECK_FALSE(fs::exists(opened));
  CHECK(contains(read("mentors/M-7KQ2D.yaml").value(), "\narea: Wath  # moved\n"));
  CHECK(last_message() == "edit M-7KQ2D\n\nMentorctl-Command: edit\nMentorctl-Record: M-7KQ2D\n");
  CHECK(git({"status", "--porcelain"}).empty());
}

TEST_CASE_FIXTURE(EditFixture,
                  "a mistake is shown in its place and the editor opened again on what was typed") {
  replacements = {{"area: Rotherham", "aera: Wath"}, {"aera:", "area:"}};
  const Answer answer = run({"edit", "M-7KQ2D"});
  CHECK(answer.status == 0);
  CHECK(openings == 2);
  CHECK(contains(seen, "\naera: Wath\n"));
  CHECK(
      contains(answer.err, "mentors/M-7KQ2D.yaml:7:1: a mentor has no field 'aera', did you mean 'area'\n"));
  CHECK(contains(read("mentors/M-7KQ2D.yaml").value(), "\narea: Wath\n"));
}

TEST_CASE_FIXTURE(EditFixture, "what stays wrong is kept for the next edit, and the record stays as it was") {
  replacements = {{"area: Rotherham", "aera: Wath"}};
  const std::string before = everything();
  const Answer refused = run({"edit", "M-7KQ2D"});
  CHECK(refused.status == 3);
  CHECK(openings == 2);
  CHECK(contains(refused.err, "note: what you typed is kept, 'mentorctl edit M-7KQ2D' goes on with it\n"));
  CHECK(everything() == before);

  SUBCASE("it goes on from there") {
    replacements = {{"aera:", "area:"}};
    CHECK(run({"edit", "M-7KQ2D"}).status == 0);
    CHECK(contains(read("mentors/M-7KQ2D.yaml").value(), "\narea: Wath\n"));
  }
  SUBCASE("or begins anew") {
    replacements = {{"area: Rotherham", "area: Maltby"}};
    CHECK(run({"edit", "M-7KQ2D", "--anew"}).status == 0);
    CHECK(contains(read("mentors/M-7KQ2D.yaml").value(), "\narea: Maltby\n"));
  }
  SUBCASE("or on top of what was recorded since") {
    done({"amend", "M-7KQ2D", "name=Ros Okafor"});
    replacements = {{"aera:", "area:"}};
    CHECK(run({"edit", "M-7KQ2D"}).status == 0);
    CHECK(contains(read("mentors/M-7KQ2D.yaml").value(), "\narea: Wath\n"));
    CHECK(contains(read("mentors/M-7KQ2D.yaml").value(), "\nname: \"Ros Okafor\"\n"));
  }
}

TEST_CASE_FIXTURE(EditFixture, "what somebody else records meanwhile is not written over") {
  replacements = {{"area: Rotherham", "area: Wath"}};
  SUBCASE("elsewhere in the record, both stand") {
    meanwhile = [this] {
      meanwhile = nullptr;
      done({"amend", "M-7KQ2D", "name=Ros Okafor"});
    };
    CHECK(run({"edit", "M-7KQ2D"}).status == 0);
    CHECK(openings == 2);
    CHECK(contains(read("mentors/M-7KQ2D.yaml").value(), "\narea: Wath\n"));
    CHECK(contains(read("mentors/M-7KQ2D.yaml").value(), "\nname: \"Ros Okafor\"\n"));
  }
  SUBCASE("in the same line, somebody has to settle it") {
    meanwhile = [this] {
      meanwhile = nullptr;
      done({"amend", "M-7KQ2D", "area=Maltby"});
    };
    const Answer answer = run({"edit", "M-7KQ2D"});
    CHECK(answer.status == 3);
    CHECK(contains(answer.err, "a conflict marker of git, settle the merge first"));
    CHECK(contains(seen, "<<<<<<< what you typed\narea: Wath\n"));
    CHECK(contains(read("mentors/M-7KQ2D.yaml").value(), "\narea: Maltby\n"));
  }
}

TEST_CASE_FIXTURE(EditFixture, "an editor that fails or changes nothing records nothing") {
  const std::string before = everything();
  CHECK(run({"edit", "M-7KQ2D"}).status == 0);
  CHECK_FALSE(fs::exists(opened));
  status = 1;
  const Answer answer = run({"edit", "M-7KQ2D"});
  CHECK(answer.status == 4);
  CHECK(answer.err == "mentorctl: the editor ended with status 1, so nothing was recorded\n");
  CHECK_FALSE(fs::exists(opened));
  status = 127;
  CHECK(contains(run({"edit", "M-7KQ2D"}).err,
                 "there is no such editor, name yours, for example: export EDITOR=nano"));
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(EditFixture, "on a terminal somebody is asked whether to go on with a mistake") {
  asks = true;
  replacements = {{"area: Rotherham", "aera: Wath"}};
  typed = "\nq\n";
  CHECK(run({"edit", "M-7KQ2D"}).status == 3);
  CHECK(openings == 2);
}

TEST_CASE_FIXTURE(EditFixture, "what stands in the way is said before somebody types") {
  write("mentors/M-7KQ2D.yaml", read("mentors/M-7KQ2D.yaml").value() + "# by hand\n");
  CHECK(run({"edit", "M-7KQ2D"}).status == 5);
  CHECK(openings == 0);
}

TEST_CASE_FIXTURE(EditFixture,
                  "edit opens a record that cannot be read, a log by its entry, and the settings") {
  commit_file("mentors/M-7KQ2D.yaml",
              "id: M-7KQ2D\nname: x\nnmae: y\nscheme: rotherham\nrole: elected-member\n");
  replacements = {{"nmae: y\n", ""}};
  CHECK(run({"edit", "m-7kq2d"}).status == 0);
  done({"log-session", "P-9X2MC", "--date", "2026-03-03", "--minutes", "60", "--kind", "call"});
  replacements = {{"60", "90"}};
  CHECK(run({"edit", "P-9X2MC/S-10000"}).status == 0);
  CHECK(contains(read("sessions/P-9X2MC.yaml").value(), "minutes: 90"));
  replacements = {{"organisation:", "organisation: Our"}};
  CHECK(run({"edit", "mentorctl.yaml"}).status == 0);
}

TEST_CASE_FIXTURE(EditFixture, "two people do not edit the same record at once") {
  replacements = {{"area: Rotherham", "area: Wath"}};
  Answer second;
  meanwhile = [&] {
    meanwhile = nullptr;
    second = run({"edit", "M-7KQ2D"});
  };
  CHECK(run({"edit", "M-7KQ2D"}).status == 0);
  CHECK(second.status == 4);
  CHECK(contains(second.err, "'mentors/M-7KQ2D.yaml' is locked by `mentorctl edit`"));
}

TEST_CASE_FIXTURE(EditFixture,
                  "a file that is not there, or goes while somebody types, is not edited for ever") {
  const Answer none = run({"edit", "mentors/M-00009.yaml"});
  CHECK(none.status == 2);
  CHECK(none.err == "mentorctl: there is no file 'mentors/M-00009.yaml' here\n");
  CHECK(openings == 0);
  add_ready_mentor("M-00001", "Lee Marsh");
  replacements = {{"area: Rotherham", "area: Wath"}};
  meanwhile = [this] {
    meanwhile = nullptr;
    git({"rm", "--quiet", "mentors/M-00001.yaml"});
    git({"commit", "--quiet", "-m", "by hand"});
  };
  const Answer gone = run({"edit", "M-00001"});
  CHECK(gone.status == 5);
  CHECK(openings == 1);
  CHECK(contains(gone.err, "'mentors/M-00001.yaml' is not there any more, bring it back first"));
  CHECK(contains(gone.err, "what you typed is kept"));
}

TEST_CASE_FIXTURE(EditFixture, "edit says what the rules newly say, and which entries went") {
  replacements = {{"  - {id: V-00002, step: line-manager, on: 2025-11-20}\n", ""}};
  const Answer answer = json_of({"edit", "M-7KQ2D"});
  CHECK(answer.status == 0);
  CHECK(answer.rules() == mentor::test::Words{"readiness.line_manager"});
  CHECK(
      contains(answer.err, "note: 1 entry was taken out of 'mentors/M-7KQ2D.yaml': V-00002; git keeps what"));
}

TEST_CASE_FIXTURE(EditFixture, "an edit of the settings tells nothing that was found before") {
  const Words before = json_of({"check"}).rules();
  CHECK_FALSE(before.empty());
  replacements = {{"organisation:", "organisation: Our"}};
  CHECK(json_of({"edit", "mentorctl.yaml"}).rules().empty());
}

}  // namespace cmd_edit_test
