#include <doctest/doctest.h>

#include <fstream>

#include "support/command_fixture.h"

namespace cmd_setup_test {

using mentor::test::Answer;
using mentor::test::CommandFixture;
using mentor::test::contains;
using nlohmann::json;

TEST_CASE_FIXTURE(CommandFixture, "where the program stands must be known, for git is to run it") {
  const std::string before = everything();
  const Answer answer = run({"setup", "--yes"});
  CHECK(answer.status == 4);
  CHECK(contains(answer.err, "it is not known where this program stands"));
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(CommandFixture, "what a machine lacks is told as data, with what it is for") {
  program = "/usr/bin/mentorctl";
  const Answer answer = json_of({"setup"});
  CHECK(answer.status == 4);
  const json provisions = answer.data().at("provisions");
  REQUIRE(provisions.size() == 6);
  CHECK(provisions[0].at("name") == "identity");
  CHECK(provisions[0].at("in_place") == true);
  CHECK_FALSE(provisions[0].contains("lacks"));
  CHECK(provisions[1].at("name") == "merge-driver");
  CHECK(provisions[1].at("lacks") == "git doesn't ask this program");
  CHECK(provisions[5].at("name") == "completion");
  CHECK(provisions[5].at("lacks") == "there is no home directory to put it in");
  CHECK(contains(answer.err, "completion: set HOME"));
}

TEST_CASE_FIXTURE(CommandFixture, "at a terminal setup shows what is lacking and asks before it mends") {
  program = "/usr/bin/mentorctl";
  environment["HOME"] = outside().string();
  asks = true;
  typed = "no\n";
  CHECK(run({"setup"}).status == 4);
  CHECK_FALSE(std::filesystem::exists(root() / ".git/hooks/pre-commit"));
  typed = "perhaps\nyes\n";
  const Answer mended = run({"setup"});
  CHECK(mended.status == 0);
  CHECK(contains(mended.err, "mend what can be mended? [yes]"));
  CHECK(contains(mended.err, "hook: mended"));
  CHECK(git({"config", "merge.mentorctl.driver"}) == "/usr/bin/mentorctl merge-driver -- %O %A %B %P %X %Y");
  CHECK(std::filesystem::exists(outside() / ".local/share/bash-completion/completions/mentorctl"));
  typed = "";
  CHECK(run({"setup"}).status == 0);
}

TEST_CASE_FIXTURE(CommandFixture, "only what is staged is checked, and rules refuse nothing there") {
  write("mentors/M-00009.yaml", "id: M-00009\nname: Lee\nscheme: rotherham\nrole: nobody\n");
  CHECK(run({"check", "--staged"}).status == 0);
  git({"add", "mentors"});
  const Answer answer = run({"check", "--staged"});
  CHECK(answer.status == 3);
  CHECK(contains(answer.err, "mentors/M-00009.yaml:4:7"));
  write("mentors/M-00009.yaml", "id: M-00009\nname: Lee\nscheme: rotherham\nrole: elected-member\n");
  git({"add", "mentors"});
  CHECK(contains(run({"check", "--staged"}).err, "1 file is staged, and sound"));
  CHECK(run({"check", "--staged", "--what-if", "x"}).status == 2);
}

namespace {

namespace fs = std::filesystem;

/// A machine on which everything can be mended.
class SetupFixture : public CommandFixture {
 public:
  SetupFixture() {
    program = "/usr/bin/mentorctl";
    environment["HOME"] = outside().string();
  }
  /// What setup says of one thing.
  json said_of(const std::string& name) {
    const json all = json_of({"setup"}).data();
    for (const auto& each : all.at("provisions"))
      if (each.at("name") == name) return each;
    return {};
  }
};

}  // namespace

TEST_CASE_FIXTURE(SetupFixture, "a hook that is a link is somebody's own, and stops nothing else") {
  write("hooks/ours", "#!/bin/sh\nexit 0\n");
  fs::permissions(root() / "hooks/ours", fs::perms::owner_all);
  fs::create_directories(root() / ".git/hooks");
  fs::create_symlink("../../hooks/ours", root() / ".git/hooks/pre-commit");
  const Answer answer = run({"setup", "--yes"});
  CHECK(answer.status == 4);
  CHECK(contains(answer.err, "permissions: mended\n"));
  const std::string told = "hook: add to '" + (root() / ".git/hooks/pre-commit").string() + "':\n";
  REQUIRE(contains(answer.err, told));
  CHECK(read("hooks/ours") == "#!/bin/sh\nexit 0\n");
  const std::size_t begin = answer.err.find(told) + told.size();
  const std::string lines = answer.err.substr(begin, answer.err.find("\nfi\n", begin) + 4 - begin);
  write("hooks/ours", "#!/bin/sh\n" + lines);
  CHECK(run({"setup"}).status == 0);
  fs::remove(root() / "hooks/ours");
  CHECK(contains(run({"setup", "--yes"}).err, told));
  CHECK(fs::is_symlink(root() / ".git/hooks/pre-commit"));
}

TEST_CASE_FIXTURE(SetupFixture, "two data directories of one repository share its hook") {
  const std::string second = (root() / "second").string();
  fs::create_directories(second);
  for (const std::string name : {"mentorctl.yaml", ".gitattributes", "schemes"})
    fs::copy(root() / name, fs::path(second) / name, fs::copy_options::recursive);
  git({"add", "second"});
  git({"commit", "--quiet", "-m", "a second one"});
  CHECK(run({"setup", "--yes"}).status == 0);
  CHECK(run({"--data", second, "setup", "--yes"}).status == 0);
  CHECK(run({"setup"}).status == 0);
  program = "/usr/local/bin/mentorctl";
  CHECK(run({"setup", "--yes"}).status == 0);
  const std::string hook = read(".git/hooks/pre-commit").value();
  CHECK(contains(hook, "/usr/local/bin/mentorctl --data . check --staged"));
  CHECK(contains(hook, "/usr/bin/mentorctl --data second/ check --staged"));
  CHECK_FALSE(contains(hook, "/usr/bin/mentorctl --data . "));
  CHECK(hook.find("#!/bin/sh") == hook.rfind("#!/bin/sh"));
  CHECK(mentor::git::run({"sh", "-n", (root() / ".git/hooks/pre-commit").string()}, {}, "",
                         std::chrono::seconds(9))
            .status == 0);
}

TEST_CASE_FIXTURE(SetupFixture,
                  "what a linked work tree shares with the others is kept from other people too") {
  const std::string linked = (outside() / "linked").string();
  CHECK(run({"setup", "--yes"}).status == 0);
  git({"worktree", "add", "--quiet", linked});
  CHECK(run({"--data", linked, "setup", "--yes"}).status == 0);
  fs::permissions(root() / ".git", fs::perms::group_read, fs::perm_options::add);
  CHECK(run({"--data", linked, "setup"}).status == 4);
  CHECK(run({"--data", linked, "setup", "--yes"}).status == 0);
  CHECK((fs::status(root() / ".git").permissions() & fs::perms::group_read) == fs::perms::none);
}

}  // namespace cmd_setup_test
