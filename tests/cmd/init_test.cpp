#include <doctest/doctest.h>

#include "store/journal.h"
#include "support/command_fixture.h"

namespace cmd_init_test {

using mentor::test::Answer;
using mentor::test::CommandFixture;
using mentor::test::contains;

namespace {

/// A place for new directories beside the fixture's own.
struct InitFixture : CommandFixture {
  Answer init(const std::string& name, const mentor::test::Words& more = {}) {
    return run(mentor::test::with({"init", place(name), "--scheme", "rotherham"}, more));
  }
  [[nodiscard]] std::string place(const std::string& name) const { return (outside() / name).string(); }
  [[nodiscard]] bool exists(const std::string& name) const {
    return std::filesystem::exists(outside() / name);
  }
  std::string git_in(const std::string& name, mentor::test::Words words) const {
    words.insert(words.begin(), {"-C", place(name)});
    return git(words);
  }
  /// A directory with the example of those schemes in it.
  Answer example(const std::string& name, const mentor::test::Words& schemes) {
    mentor::test::Words words = {"init", place(name), "--example", "--organisation", "Council"};
    for (const auto& scheme : schemes) words.insert(words.end(), {"--scheme", scheme});
    return run(words);
  }
  /// What `check` finds there on the day on which the example ends.
  Answer checked(const std::string& name) {
    return json_of({"check", "--data", place(name), "--today", "2026-11-02"});
  }
  /// The records in a folder of the new directory.
  mentor::test::Words records(const std::string& name, const std::string& folder) {
    mentor::test::Words paths;
    std::istringstream lines(git_in(name, {"ls-tree", "-r", "--name-only", "HEAD", folder + "/"}));
    for (std::string line; std::getline(lines, line);) paths.push_back(line);
    return paths;
  }
  /// The organisation that the new directory says it is.
  std::string organisation(const std::string& name) {
    std::ifstream settings(outside() / name / "mentorctl.yaml");
    for (std::string line; std::getline(settings, line);) {
      if (line.starts_with("organisation: ")) return line.substr(14);
    }
    return "";
  }
};

}  // namespace

TEST_CASE_FIXTURE(InitFixture, "init makes a directory and records all of it in one commit") {
  const Answer made = init("scheme");
  CHECK(made.status == 0);
  CHECK(made.out.empty());
  CHECK(contains(made.err, "done: a data directory in "));
  CHECK(git_in("scheme", {"ls-tree", "-r", "--name-only", "HEAD"}) ==
        ".gitattributes\n.gitignore\nmentorctl.yaml\nschemes/rotherham/2026-01-01.yaml");
  CHECK(git_in("scheme", {"rev-list", "--count", "HEAD"}) == "1");
  CHECK(git_in("scheme", {"log", "-1", "--format=%B"}) ==
        "begin records for rotherham\n\nMentorctl-Command: init");
  CHECK(git_in("scheme", {"status", "--porcelain"}).empty());
}

TEST_CASE_FIXTURE(InitFixture, "init lets no line-level driver merge the records") {
  init("scheme");
  const std::string attributes = git_in("scheme", {"show", "HEAD:.gitattributes"});
  CHECK(contains(attributes, "*.yaml -text merge=mentorctl"));
  CHECK_FALSE(contains(attributes, "union"));
}

TEST_CASE_FIXTURE(InitFixture, "an init that was killed before its commit can be tried again") {
  git({"init", "--quiet", place("scheme")});
  const std::string half = "organisation: Half\n";
  std::ofstream(outside() / "scheme/mentorctl.yaml") << half;
  mentor::store::Journal journal;
  journal.entries.push_back(
      {"mentorctl.yaml", std::nullopt, mentor::store::fingerprint(half), ".mentorctl-1.tmp"});
  mentor::store::write_journal(outside() / "scheme/.git", journal);
  CHECK(init("scheme").status == 0);
  CHECK(git_in("scheme", {"rev-list", "--count", "HEAD"}) == "1");
}

TEST_CASE_FIXTURE(InitFixture, "a preset keeps its own date whatever the day is") {
  CHECK(init("scheme", {"--today", "2031-05-06"}).status == 0);
  CHECK(contains(git_in("scheme", {"show", "HEAD:schemes/rotherham/2026-01-01.yaml"}),
                 "in_force: 2026-01-01\n"));
}

TEST_CASE_FIXTURE(InitFixture, "the organisation is the one that was given, else the directory's name") {
  init("Given", {"--organisation", "Rotherham Council"});
  CHECK(organisation("Given") == "Rotherham Council");
  init("Council");
  CHECK(organisation("Council") == "Council");
  SUBCASE("with a slash behind it") {
    CHECK(init("Slash/").status == 0);
    CHECK(organisation("Slash") == "Slash");
  }
  SUBCASE("as the directory that one is in") {
    CHECK(init("Here/.").status == 0);
    CHECK(organisation("Here") == "Here");
  }
}

TEST_CASE_FIXTURE(InitFixture, "a directory's name that is no sound text does not get into the settings") {
  for (const std::string name : {"bell\x07", "bidi\xE2\x80\xAE", "\xFF"}) {
    CAPTURE(name);
    const Answer refused = init(name);
    CHECK(refused.status == 2);
    CHECK(contains(refused.err, "--organisation is missing"));
    CHECK_FALSE(exists(name));
    CHECK(init(name, {"--organisation", "Council"}).status == 0);
  }
}

TEST_CASE_FIXTURE(InitFixture, "a scheme named twice is there once") {
  CHECK(init("scheme", {"--scheme", "rotherham"}).status == 0);
  CHECK(contains(git_in("scheme", {"show", "HEAD:mentorctl.yaml"}), "schemes: [rotherham]\n"));
}

TEST_CASE_FIXTURE(InitFixture, "a scheme without a preset is refused with the nearest one") {
  const Answer refused = run({"init", place("new"), "--scheme", "rothrham"});
  CHECK(refused.status == 2);
  CHECK(contains(refused.err, "--scheme: there is no preset for 'rothrham', did you mean 'rotherham'"));
  CHECK_FALSE(exists("new"));
}

TEST_CASE_FIXTURE(InitFixture, "init needs a directory and a scheme") {
  CHECK(run({"init"}).status == 2);
  CHECK(run({"init", place("new")}).status == 2);
  CHECK(run({"init", "", "--scheme", "rotherham"}).status == 2);
  CHECK_FALSE(exists("new"));
}

TEST_CASE_FIXTURE(InitFixture, "a data directory is not made a second time") {
  const std::string before = everything();
  const Answer refused = run({"init", root().string(), "--scheme", "rotherham"});
  CHECK(refused.status == 2);
  CHECK(contains(refused.err, "is a data directory already"));
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(InitFixture, "init writes over nobody's file") {
  std::filesystem::create_directory(outside() / "repository2");
  std::ofstream(outside() / "repository2" / ".gitignore") << "mine\n";
  git_in("repository2", {"init", "--quiet", "--initial-branch=main"});
  git_in("repository2", {"add", "."});
  git_in("repository2", {"commit", "--quiet", "-m", "mine"});
  const Answer refused = init("repository2");
  CHECK(refused.status == 5);
  CHECK(contains(refused.err, "there is a file '.gitignore' in "));
  CHECK(git_in("repository2", {"status", "--porcelain"}).empty());
  CHECK(git_in("repository2", {"show", "HEAD:.gitignore"}) == "mine");
}

TEST_CASE_FIXTURE(InitFixture, "what stands where the directory should be made is said and stays") {
  std::ofstream(outside() / "file") << "mine\n";
  CHECK(init("file").status == 2);
  CHECK(init("file/below").status == 4);
  CHECK(std::filesystem::is_regular_file(outside() / "file"));
}

TEST_CASE_FIXTURE(InitFixture, "without an identity init leaves nothing behind") {
  git({"config", "--global", "--unset", "user.name"});
  git({"config", "--global", "--unset", "user.email"});
  git({"config", "--global", "user.useConfigOnly", "true"});
  const Answer refused = init("scheme");
  CHECK(refused.status == 4);
  CHECK(contains(refused.err, "git doesn't know who you are"));
  CHECK_FALSE(exists("scheme"));
}

TEST_CASE_FIXTURE(InitFixture, "without an identity a directory that was there stays as it was") {
  git({"config", "--global", "--unset", "user.name"});
  git({"config", "--global", "--unset", "user.email"});
  git({"config", "--global", "user.useConfigOnly", "true"});
  std::filesystem::create_directory(outside() / "mine");
  std::ofstream(outside() / "mine" / "notes.txt") << "mine\n";
  CHECK(init("mine").status == 4);
  const std::filesystem::directory_iterator entries(outside() / "mine");
  CHECK(std::distance(entries, std::filesystem::directory_iterator()) == 1);
}

TEST_CASE_FIXTURE(InitFixture, "a dry run of init shows every file and makes none") {
  const Answer shown = init("scheme", {"--dry-run"});
  CHECK(shown.status == 0);
  CHECK(contains(shown.out, "+++ b/mentorctl.yaml"));
  CHECK(contains(shown.out, "+schemes: [rotherham]"));
  CHECK(contains(shown.out, "+++ b/schemes/rotherham/2026-01-01.yaml"));
  CHECK(shown.err == "a dry run: nothing was written\n");
  CHECK_FALSE(exists("scheme"));
  CHECK(run({"init", root().string(), "--scheme", "rotherham", "--dry-run"}).status == 2);
}

TEST_CASE_FIXTURE(InitFixture, "init answers programs with the commit") {
  const Answer made = json_of({"init", place("scheme"), "--scheme", "rotherham"});
  CHECK(made.data().at("schema") == "mentorctl/1");
  CHECK(made.data().at("commit") == git_in("scheme", {"rev-parse", "HEAD"}));
  CHECK(init("other", {"--format", "csv"}).status == 2);
  CHECK_FALSE(exists("other"));
}

TEST_CASE_FIXTURE(InitFixture, "a scheme without a preset begins with a copy of the one that is named") {
  const Answer refused = run({"init", place("own"), "--scheme", "wigan"});
  CHECK(refused.status == 2);
  CHECK(contains(refused.err, "there is no preset for 'wigan'"));
  CHECK(contains(refused.err, "add --like and its name"));
  CHECK(contains(refused.err, "rotherham (Mentoring scheme for care leavers)"));
  CHECK_FALSE(exists("own"));
  CHECK(run({"init", place("own"), "--scheme", "wigan", "--like", "rotherham"}).status == 0);
  const std::string policy = git_in("own", {"show", "HEAD:schemes/wigan/2026-01-01.yaml"});
  CHECK(contains(policy, "\nscheme: wigan\n"));
  CHECK(policy.starts_with("# Copied from the policy of rotherham: change "));
  CHECK(run({"check", "--data", place("own")}).status == 0);
}

TEST_CASE_FIXTURE(InitFixture, "a scheme's name is a folder's too, and the preset to copy must be there") {
  for (const std::string name : {"../own", "Wigan", "-x", "a b", "wig\xc3\xa4n"}) {
    CHECK(run({"init", place("own"), "--scheme", name, "--like", "rotherham"}).status == 2);
  }
  const Answer refused = run({"init", place("own"), "--scheme", "wigan", "--like", "rotheram"});
  CHECK(refused.status == 2);
  CHECK(contains(refused.err, "--like: there is no preset 'rotheram', did you mean 'rotherham'"));
}

TEST_CASE_FIXTURE(InitFixture, "on a terminal init asks which preset a scheme of one's own is to copy") {
  asks = true;
  typed = "rotherham\n";
  const Answer asked = run({"init", place("own"), "--scheme", "wigan"});
  CHECK(asked.status == 0);
  CHECK(contains(asked.err, "a copy of which one is to be changed: "));
  CHECK(contains(git_in("own", {"ls-tree", "-r", "--name-only", "HEAD"}), "schemes/wigan/2026-01-01.yaml"));
}

TEST_CASE_FIXTURE(InitFixture, "the example of one scheme holds its records and no other's") {
  // the pairs of each: young people who were proposed a mentor, as tests/example tells
  const std::map<std::string, std::size_t> pairs = {
      {"rotherham", 10}, {"stockport", 2}, {"south-tyneside", 6}, {"manchester", 7}};
  for (const auto& [scheme, matches] : pairs) {
    CAPTURE(scheme);
    CHECK(example(scheme, {scheme}).status == 0);
    CHECK(records(scheme, "matches").size() == matches);
    for (const std::string folder : {"mentors", "young-people", "matches", "events"}) {
      for (const auto& path : records(scheme, folder)) {
        CAPTURE(path);
        CHECK(contains(git_in(scheme, {"show", "HEAD:" + path}), "\nscheme: " + scheme + "\n"));
      }
    }
    CHECK_FALSE(records(scheme, "sessions").empty());
    const Answer found = checked(scheme);
    CHECK(found.status == 0);
    const mentor::test::json data = found.data();
    for (const auto& finding : data.at("findings")) CHECK(finding.at("severity") != "must");
  }
}

TEST_CASE_FIXTURE(InitFixture,
                  "a log of the example goes with its match, and a concern with whom it is about") {
  example("south", {"south-tyneside"});
  example("north", {"manchester"});
  for (const std::string name : {"south", "north"}) {
    auto logged = records(name, "sessions");
    for (auto& path : logged) path.replace(0, std::string("sessions").size(), "matches");
    for (const auto& path : logged) CHECK(exists(name + "/" + path));
    auto spoken = records(name, "check-ins");
    std::erase_if(spoken, [](const std::string& path) { return !path.starts_with("check-ins/P-"); });
    CHECK(spoken.size() == logged.size());
  }
  CHECK(records("south", "concerns") == mentor::test::Words{"concerns/C-STFF1.yaml"});
  CHECK(records("north", "concerns") ==
        mentor::test::Words{"concerns/C-JM4B1.yaml", "concerns/C-STFF1.yaml"});
}

TEST_CASE_FIXTURE(InitFixture, "the example of several schemes holds the records of each, and the team") {
  CHECK(example("all", {"rotherham", "stockport", "south-tyneside", "manchester"}).status == 0);
  CHECK(records("all", "matches").size() == 25);
  const Answer found = checked("all");
  CHECK(found.status == 0);
  const auto rules = found.rules();
  CHECK(std::ranges::find(rules, "service.capacity") == rules.end());
  CHECK(organisation("all") == "Council");
  CHECK(contains(git_in("all", {"show", "HEAD:mentorctl.yaml"}),
                 "\nschemes: [rotherham, stockport, south-tyneside, manchester]\n"));
  CHECK(example("two", {"stockport", "manchester"}).status == 0);
  CHECK(records("two", "matches").size() == 9);
  CHECK(contains(git_in("two", {"show", "HEAD:mentorctl.yaml"}), "\nschemes: [stockport, manchester]\n"));
}

TEST_CASE_FIXTURE(InitFixture, "a scheme of one's own has no example") {
  const Answer refused = run({"init", place("own"), "--scheme", "wigan", "--like", "stockport", "--example"});
  CHECK(refused.status == 2);
  CHECK(contains(refused.err, "--example: there is none for 'wigan', leave the option out or take one of: "));
  CHECK_FALSE(exists("own"));
  CHECK(run({"init", place("own"), "--scheme", "stockport", "--scheme", "wigan", "--like", "stockport",
             "--example"})
            .status == 2);
  CHECK_FALSE(exists("own"));
}

}  // namespace cmd_init_test
