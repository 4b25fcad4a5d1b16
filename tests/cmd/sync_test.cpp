#include <doctest/doctest.h>

#include <fstream>
#include <tuple>

#include "support/command_fixture.h"

namespace cmd_sync_test {

using mentor::test::Answer;
using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::Variable;

namespace {

/// A mentor whom somebody else changed in the shared copy, after all that is here.
class SharedFixture : public CommandFixture {
 public:
  SharedFixture() {
    add_ready_mentor("M-7KQ2D", "Ros Okafor-Vale");
    const std::string hub = (outside() / "hub.git").string();
    git({"init", "--quiet", "--bare", "--initial-branch=main", hub});
    git({"remote", "add", "origin", hub});
    git({"push", "--quiet", "--set-upstream", "origin", "main"});
  }

  /// The others' commit.
  void others_write(const std::string& area) const {
    git({"switch", "--quiet", "--create", "others"});
    commit_file("mentors/M-7KQ2D.yaml", with_area(area));
    git({"push", "--quiet", "origin", "others:main"});
    git({"switch", "--quiet", "main"});
  }
  /// Merges another commit into the branch, with the mentor's record as it is given.
  void cross_merge(const std::string& other, const std::string& text) const {
    std::ignore = try_git({"merge", "--no-commit", "--no-ff", other});
    write("mentors/M-7KQ2D.yaml", text);
    git({"commit", "--quiet", "--all", "-m", "merge"});
  }
  /// A program for git, somewhere outside; its path.
  std::string script(const std::string& name, const std::string& lines) const {
    const std::filesystem::path file = outside() / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << "#!/bin/sh\n" << lines;
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    return file.string();
  }
  [[nodiscard]] std::string in_hub(const std::string& name) const {
    return git({"--git-dir", (outside() / "hub.git").string(), "rev-parse", name});
  }
  static std::string with_area(const std::string& area) {
    std::string text = ready_mentor("M-7KQ2D", "Ros Okafor-Vale");
    return text.replace(text.find("Rotherham"), 9, area);
  }
};

}  // namespace

TEST_CASE_FIXTURE(SharedFixture,
                  "sync takes over what others recorded, and hands on nothing where nothing is new") {
  others_write("Maltby");
  const std::string theirs = git({"rev-parse", "others"});
  const json data = json_of({"sync"}).data();
  CHECK(data == json{{"schema", "mentorctl/1"},
                     {"id", "M-7KQ2D"},
                     {"ids", {"M-7KQ2D"}},
                     {"commit", theirs},
                     {"findings", json::array()},
                     {"conflicts", json::array()}});
  CHECK(head() == theirs);
  CHECK(contains(run({"sync"}).err, "nothing to share"));
}

TEST_CASE_FIXTURE(SharedFixture, "sync says who wrote what where one field was changed two ways") {
  others_write("Maltby");
  done({"amend", "M-7KQ2D", "area=Old Thurcroft", "--why", "moved"});
  const std::string before = head();
  const Answer answer = json_of({"sync"});
  CHECK(answer.status == 5);
  const json data = answer.data();
  const json conflict = data.at("conflicts").at(0);
  CHECK(conflict.at("id") == "M-7KQ2D");
  CHECK(conflict.at("field") == "area");
  CHECK(conflict.at("before") == "Rotherham");
  CHECK(conflict.at("ours").at("value") == "Old Thurcroft");
  CHECK(conflict.at("theirs").at("value") == "Maltby");
  CHECK(conflict.at("theirs").at("by") == "Ada Admin");
  CHECK_FALSE(data.contains("commit"));
  CHECK(contains(answer.err, "mentorctl sync --take 'M-7KQ2D.area=Old Thurcroft'\n"));
  CHECK(head() == before);
  CHECK(git({"status", "--porcelain"}).empty());
}

TEST_CASE_FIXTURE(SharedFixture, "sync takes a value that is neither of the two, and none for an empty one") {
  others_write("Maltby");
  done({"amend", "M-7KQ2D", "area=Wath", "--why", "moved"});
  CHECK(run({"--dry-run", "sync", "--take", "M-7KQ2D.area=Brinsworth"}).out.find("+area: Brinsworth") !=
        std::string::npos);
  CHECK(contains(read("mentors/M-7KQ2D.yaml").value(), "area: Wath"));
  CHECK(run({"sync", "--take", "M-7KQ2D.area="}).status == 0);
  CHECK_FALSE(contains(read("mentors/M-7KQ2D.yaml").value(), "area:"));
  CHECK(git({"log", "-1", "--format=%P"}).size() == 81);
}

TEST_CASE_FIXTURE(SharedFixture, "what sync says to type gives a text of several lines as it is") {
  others_write("Maltby");
  const std::string text = "It's \\n\n\tč \"$HOME\" `x`\nend";
  done({"amend", "M-7KQ2D", "area=" + text, "--why", "moved"});
  const std::string said = run({"sync"}).err;
  const std::string before_word = "for the first:  mentorctl sync --take ";
  REQUIRE(contains(said, before_word));
  const std::size_t begin = said.find(before_word) + before_word.size();
  const std::string word = said.substr(begin, said.find('\n', begin) - begin);
  const auto shell = mentor::git::run({"bash", "-c", "printf %s " + word}, {}, "", std::chrono::seconds(30));
  CHECK(shell.out == "M-7KQ2D.area=" + text);
}

TEST_CASE_FIXTURE(SharedFixture,
                  "a text of several lines that was changed two ways is settled as it was given") {
  const std::string theirs = "They said:\n\n  \"no\"\n# and so on\n";
  git({"switch", "--quiet", "--create", "others"});
  done({"amend", "M-7KQ2D", "pen_picture=" + theirs});
  git({"push", "--quiet", "origin", "others:main"});
  git({"switch", "--quiet", "main"});
  done({"amend", "M-7KQ2D", "pen_picture=Mine:\n- one\n- two"});
  const Answer asked = json_of({"sync"});
  REQUIRE(asked.status == 5);
  const json conflict = asked.data().at("conflicts").at(0);
  CHECK(conflict.at("ours").at("value") == "Mine:\n- one\n- two");
  CHECK(conflict.at("theirs").at("value") == theirs);
  std::string wanted;
  SUBCASE("theirs") { wanted = theirs; }
  SUBCASE("neither") { wanted = "line one\n\nline: three"; }
  CHECK(run({"sync", "--take", "M-7KQ2D.pen_picture=" + wanted}).status == 0);
  CHECK(json_of({"show", "M-7KQ2D"}).data().at("record").at("pen_picture") == wanted);
}

TEST_CASE_FIXTURE(SharedFixture,
                  "an entry that one struck and the other changed is kept or removed, and nothing else") {
  git({"switch", "--quiet", "--create", "others"});
  done({"amend", "M-7KQ2D/V-00009", "--remove"});
  git({"push", "--quiet", "origin", "others:main"});
  git({"switch", "--quiet", "main"});
  done({"amend", "M-7KQ2D/V-00009", "on=2025-12-02"});
  const std::string before = head();
  CHECK(contains(run({"sync"}).err, "mentorctl sync --take M-7KQ2D/V-00009=kept\n"));
  const Answer answer = run({"sync", "--take", "M-7KQ2D/V-00009=2025-12-03"});
  CHECK(answer.status == 2);
  CHECK(contains(answer.err, "--take: one side removed M-7KQ2D/V-00009, so it is kept or nothing"));
  CHECK(head() == before);
  SUBCASE("kept, with what was changed") {
    CHECK(run({"sync", "--take", "M-7KQ2D/V-00009=kept"}).status == 0);
    CHECK(contains(read("mentors/M-7KQ2D.yaml").value(), "{id: V-00009, step: pen-picture, on: 2025-12-02}"));
  }
  SUBCASE("removed") {
    CHECK(run({"sync", "--take", "M-7KQ2D/V-00009="}).status == 0);
    CHECK_FALSE(contains(read("mentors/M-7KQ2D.yaml").value(), "V-00009"));
  }
}

TEST_CASE_FIXTURE(SharedFixture,
                  "what crossed merges disagree about is asked again, and what one took out stays out") {
  others_write("Maltby");
  done({"amend", "M-7KQ2D", "area=Wath"});
  const std::string here = head();
  cross_merge("others", with_area("Wath"));
  git({"switch", "--quiet", "others"});
  cross_merge(here, with_area("Maltby"));
  done({"amend", "M-7KQ2D/V-00009", "--remove"});
  git({"push", "--quiet", "origin", "others:main"});
  git({"switch", "--quiet", "main"});
  done({"amend", "M-7KQ2D", "phone=0170"});
  const Answer asked = json_of({"sync"});
  CHECK(asked.status == 5);
  REQUIRE(asked.data().at("conflicts").size() == 1);
  CHECK(asked.data().at("conflicts").at(0).at("field") == "area");
  CHECK(run({"sync", "--take", "M-7KQ2D.area=Maltby"}).status == 0);
  const std::string merged = read("mentors/M-7KQ2D.yaml").value();
  CHECK(contains(merged, "area: Maltby\n"));
  CHECK(contains(merged, "phone: \"0170\"\n"));
  CHECK_FALSE(contains(merged, "V-00009"));
}

TEST_CASE_FIXTURE(SharedFixture, "what a partial clone lacks is fetched as sync says, and then merged") {
  git({"--git-dir", (outside() / "hub.git").string(), "config", "uploadpack.allowFilter", "true"});
  git({"config", "remote.origin.url", "file://" + (outside() / "hub.git").string()});
  git({"config", "remote.origin.promisor", "true"});
  git({"config", "remote.origin.partialCloneFilter", "blob:none"});
  git({"clone", "--quiet", (outside() / "hub.git").string(), "../elsewhere"});
  std::ofstream(outside() / "elsewhere/mentors/M-7KQ2D.yaml") << with_area("Maltby");
  git({"-C", "../elsewhere", "commit", "--quiet", "--all", "-m", "by hand"});
  git({"-C", "../elsewhere", "push", "--quiet"});
  done({"amend", "M-7KQ2D", "phone=0170"});
  const std::string before = head();
  const Answer answer = run({"sync"});
  CHECK(answer.status == 4);
  CHECK(contains(answer.err,
                 "git lacks a file that a commit names, as in a partial clone: fetch it with `git "
                 "fetch --refetch --no-filter`, or check the repository with `git fsck`"));
  CHECK(head() == before);
  git({"fetch", "--quiet", "--refetch", "--no-filter"});
  CHECK(run({"sync"}).status == 0);
  CHECK(contains(read("mentors/M-7KQ2D.yaml").value(), "area: Maltby\n"));
}

TEST_CASE_FIXTURE(SharedFixture, "sync refuses a value that no record may hold, and merges nothing") {
  others_write("2019");
  done({"amend", "M-7KQ2D", "born=1970-01-01", "--why", "x"});
  const std::string before = head();
  git({"switch", "--quiet", "others"});
  std::string text = with_area("Maltby");
  commit_file("mentors/M-7KQ2D.yaml", text.replace(text.find("1978-03-14"), 10, "1979-01-01"));
  git({"push", "--quiet", "origin", "others:main"});
  git({"switch", "--quiet", "main"});
  const Answer answer = run({"sync", "--take", "M-7KQ2D.born=yesterday"});
  CHECK(answer.status == 2);
  CHECK(contains(answer.err, "--take: that would not be sound: "));
  CHECK(head() == before);
}

TEST_CASE_FIXTURE(CommandFixture, "sync without a shared copy says how to name one") {
  const Answer answer = run({"sync"});
  CHECK(answer.status == 2);
  CHECK(contains(answer.err, "`git remote add origin ADDRESS`"));
}

TEST_CASE_FIXTURE(CommandFixture, "the merge driver is explained by its own help, and no overview lists it") {
  CHECK_FALSE(contains(run({"--help"}).out, "merge-driver"));
  const Answer help = run({"merge-driver", "--help"});
  CHECK(help.status == 0);
  CHECK(contains(help.out, "mentorctl merge-driver BEFORE OURS THEIRS PATH"));
}

TEST_CASE_FIXTURE(SharedFixture,
                  "whoever goes to another branch while sync fetches hands on none of its work") {
  git({"switch", "--quiet", "--create", "draft"});
  commit_file("mentors/M-7KQ2D.yaml", with_area("Maltby"));
  git({"switch", "--quiet", "main"});
  done({"amend", "M-7KQ2D", "phone=0170"});
  const std::string before = in_hub("main");
  git({"config", "remote.origin.uploadpack",
       "git -C '" + root().string() + "' switch --quiet draft; git-upload-pack"});
  const Answer answer = run({"sync"});
  CHECK(answer.status == 5);
  CHECK(contains(answer.err, "somebody went from the branch 'main' to 'draft' meanwhile"));
  CHECK(git({"symbolic-ref", "--short", "HEAD"}) == "draft");
  CHECK(in_hub("main") == before);
}

TEST_CASE_FIXTURE(SharedFixture,
                  "where a second attempt meets a conflict, what the first one merged is told") {
  const std::string hub = (outside() / "hub.git").string();
  git({"switch", "--quiet", "--create", "others"});
  add_ready_mentor("M-00002", "Lee Marsh");
  git({"push", "--quiet", "origin", "others:main"});
  commit_file("mentors/M-7KQ2D.yaml", with_area("Maltby"));
  git({"push", "--quiet", "origin", "others:meanwhile"});
  git({"switch", "--quiet", "main"});
  done({"amend", "M-7KQ2D", "area=Wath"});
  script("hub.git/hooks/pre-receive",
         "rm \"$0\"\nenv -u GIT_QUARANTINE_PATH git update-ref refs/heads/main refs/heads/meanwhile\n");
  SUBCASE("for programs") {
    const Answer answer = json_of({"sync"});
    CHECK(answer.status == 5);
    const json data = answer.data();
    CHECK(data.at("ids") == json{"M-00002"});
    CHECK(data.at("commit") == head());
    CHECK(data.at("conflicts").at(0).at("field") == "area");
  }
  SUBCASE("for people") {
    const Answer answer = run({"sync"});
    CHECK(answer.status == 5);
    CHECK(answer.out == "M-00002\n");
    CHECK_FALSE(contains(answer.err, "nothing was merged"));
    CHECK(contains(answer.err, "what came first was merged here and is not handed on yet: one thing"));
  }
  CHECK(git({"log", "-1", "--format=%s"}) == "merge what others recorded");
  CHECK(in_hub("main") == in_hub("meanwhile"));
}

TEST_CASE_FIXTURE(SharedFixture,
                  "a shared copy that cannot move its branch is not taken for somebody else's haste") {
  done({"amend", "M-7KQ2D", "phone=0170"});
  std::ofstream(outside() / "hub.git/refs/heads/main.lock") << "";
  const Answer answer = run({"sync"});
  CHECK(answer.status == 4);
  CHECK(contains(answer.err, "the shared copy 'origin' takes nothing from here: "));
  CHECK(contains(answer.err, "main.lock': File exists"));
}

TEST_CASE_FIXTURE(SharedFixture, "nothing that sync runs asks for a password") {
  const std::string asked = (outside() / "asked").string();
  const std::string ask = script("ask", "touch '" + asked + "'\necho secret\n");
  script(
      "bin/git-remote-locked",
      "[ \"$SSH_ASKPASS_REQUIRE\" = never ] || '" + ask +
          "'\nprintf 'protocol=https\\nhost=example.org\\nusername=x\\n\\n' | git credential fill\nexit 1\n");
  const Variable path("PATH", (outside() / "bin").string() + ":" + std::getenv("PATH"));
  git({"remote", "set-url", "origin", "locked::x"});
  SUBCASE("git's own variable") {
    const Variable set("GIT_ASKPASS", ask);
    CHECK(run({"sync"}).status == 4);
  }
  SUBCASE("that of ssh") {
    const Variable set("SSH_ASKPASS", ask);
    CHECK(run({"sync"}).status == 4);
  }
  SUBCASE("git's setting") {
    git({"config", "core.askPass", ask});
    CHECK(run({"sync"}).status == 4);
  }
  CHECK_FALSE(std::filesystem::exists(asked));
}

TEST_CASE_FIXTURE(SharedFixture,
                  "what is no record and stands in the way of sync is to be committed or put aside") {
  git({"switch", "--quiet", "--create", "others"});
  commit_file("notes.md", "theirs\n");
  git({"push", "--quiet", "origin", "others:main"});
  git({"switch", "--quiet", "main"});
  write("notes.md", "mine\n");
  const Answer answer = run({"sync"});
  CHECK(answer.status == 5);
  CHECK(contains(answer.err, "'notes.md' is in the way"));
  CHECK(contains(answer.err, "commit it with git or put it aside with `git stash --include-untracked`"));
  CHECK_FALSE(contains(answer.err, "mentorctl record"));
}

}  // namespace cmd_sync_test
