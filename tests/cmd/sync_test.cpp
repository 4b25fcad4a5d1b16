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
  void others_write(const std::string& area) const { others_commit("mentors/M-7KQ2D.yaml", with_area(area)); }
  void others_commit(const std::string& path, const std::string& text) const {
    git({"switch", "--quiet", "--create", "others"});
    commit_file(path, text);
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
  static std::string with_area(const std::string& area) { return with("Rotherham", area); }
  /// The mentor's file with another word in it.
  static std::string with(const std::string& word, const std::string& other) {
    std::string text = ready_mentor("M-7KQ2D", "Ros Okafor-Vale");
    return text.replace(text.find(word), word.size(), other);
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
                  "what sync says to type repeats the answers that it was given, and settles all") {
  others_commit("mentors/M-7KQ2D.yaml",
                with("born: 1978-03-14\narea: Rotherham", "born: 1979-01-01\narea: Maltby"));
  done({"amend", "M-7KQ2D", "area=Wath", "born=1970-01-01"});
  const Answer answer = run({"sync", "--take", "M-7KQ2D.area=Old Wath"});
  CHECK(answer.status == 5);
  CHECK(contains(answer.err,
                 "  for the first:  mentorctl sync --take 'M-7KQ2D.area=Old Wath' --take "
                 "M-7KQ2D.born=1970-01-01\n"
                 "  for the second: mentorctl sync --take 'M-7KQ2D.area=Old Wath' --take "
                 "M-7KQ2D.born=1979-01-01\n"));
  CHECK(run({"sync", "--take", "M-7KQ2D.area=Old Wath", "--take", "M-7KQ2D.born=1979-01-01"}).status == 0);
  CHECK(contains(read("mentors/M-7KQ2D.yaml").value(), "born: 1979-01-01\narea: Old Wath\n"));
}

TEST_CASE_FIXTURE(SharedFixture,
                  "an answer that a first attempt used up is not repeated after a second one") {
  others_write("Maltby");
  git({"switch", "--quiet", "others"});
  commit_file("mentors/M-7KQ2D.yaml", with_area("Brinsworth"));
  git({"push", "--quiet", "origin", "others:meanwhile"});
  git({"switch", "--quiet", "main"});
  done({"amend", "M-7KQ2D", "area=Wath"});
  script("hub.git/hooks/pre-receive",
         "rm \"$0\"\nenv -u GIT_QUARANTINE_PATH git update-ref refs/heads/main refs/heads/meanwhile\n");
  const Answer answer = run({"sync", "--take", "M-7KQ2D.area=Wath"});
  CHECK(answer.status == 5);
  CHECK(contains(answer.err, "  for the second: mentorctl sync --take M-7KQ2D.area=Brinsworth\n"));
  CHECK(contains(answer.err, "  mentorctl amend M-7KQ2D area=VALUE\n"));
}

TEST_CASE_FIXTURE(SharedFixture, "two answers to one conflict are refused, and the same one twice is one") {
  others_write("Maltby");
  done({"amend", "M-7KQ2D", "area=Wath"});
  const std::string before = head();
  for (const std::string second : {"Maltby", ""}) {
    CAPTURE(second);
    const Answer answer = run({"sync", "--take", "M-7KQ2D.area=Wath", "--take", "M-7KQ2D.area=" + second});
    CHECK(answer.status == 2);
    CHECK(answer.err == "mentorctl: --take: 'M-7KQ2D.area' is answered two ways, give one of the answers\n");
  }
  CHECK(head() == before);
  CHECK(run({"sync", "--take", "M-7KQ2D.area=Wath", "--take", "M-7KQ2D.area=Wath"}).status == 0);
}

TEST_CASE_FIXTURE(SharedFixture,
                  "a value that neither side wrote is taken, and noted with both that were there") {
  const Variable committed("GIT_COMMITTER_DATE", "2026-03-02T12:00:00+0000");
  others_write("Maltby");
  done({"amend", "M-7KQ2D", "area=Wath"});
  const std::string there =
      ", which neither side wrote: there were 'Wath' by Ada Admin on 2026-03-02, and "
      "'Maltby' by Ada Admin on 2026-03-02\n";
  CHECK(contains(run({"--dry-run", "sync", "--take", "M-7KQ2D.area="}).err,
                 "note: M-7KQ2D area is to be nothing" + there));
  SUBCASE("it is neither") {
    const Answer answer = run({"sync", "--take", "M-7KQ2D.area=Brinsworth"});
    CHECK(answer.status == 0);
    CHECK(contains(answer.err, "note: M-7KQ2D area is to be 'Brinsworth'" + there));
  }
  SUBCASE("it is one of the two") {
    CHECK_FALSE(contains(run({"sync", "--take", "M-7KQ2D.area=Maltby"}).err, "neither side"));
  }
}

TEST_CASE_FIXTURE(SharedFixture, "sync ends with what corrects a wrong answer, for no merge is taken back") {
  const auto last_lines = [&](const std::string& answer) {
    const std::string err = run({"sync", "--take", answer}).err;
    return err.substr(std::min(err.find("a merge is never taken back"), err.size()));
  };
  const std::string first = "a merge is never taken back, this corrects what was settled wrongly:\n  ";
  const std::string mentor = "mentors/M-7KQ2D.yaml";
  SUBCASE("of a field") {
    others_write("Maltby");
    done({"amend", "M-7KQ2D", "area=Wath"});
    CHECK_FALSE(contains(run({"--dry-run", "sync", "--take", "M-7KQ2D.area=Wath"}).err, "taken back"));
    CHECK(last_lines("M-7KQ2D.area=Wath") == first + "mentorctl amend M-7KQ2D area=VALUE\n");
    CHECK_FALSE(contains(run({"sync"}).err, "taken back"));
  }
  SUBCASE("of an entry") {
    const std::string entry = "M-7KQ2D/V-00009";
    others_commit(mentor, with("  - {id: V-00009, step: pen-picture, on: 2025-12-01}\n", ""));
    done({"amend", entry, "on=2025-12-02"});
    SUBCASE("that stays") {
      CHECK(last_lines(entry + "=kept") == first + "mentorctl amend M-7KQ2D/V-00009 --remove\n");
      done({"amend", entry, "--remove"});
    }
    SUBCASE("that goes") {
      CHECK(last_lines(entry + "=") ==
            first + "mentorctl history M-7KQ2D/V-00009, then record again what was there\n");
    }
  }
  SUBCASE("of a file") {
    git({"switch", "--quiet", "--create", "others"});
    git({"rm", "--quiet", mentor});
    git({"commit", "--quiet", "-m", "gone"});
    git({"push", "--quiet", "origin", "others:main"});
    git({"switch", "--quiet", "main"});
    done({"amend", "M-7KQ2D", "area=Wath"});
    CHECK(last_lines(mentor + "=kept") == first + "remove 'mentors/M-7KQ2D.yaml', then mentorctl record\n");
  }
  SUBCASE("of the settings") {
    const std::string settings = read("mentorctl.yaml").value();
    const auto of = [&](const std::string& organisation) {
      const std::size_t begin = settings.find("organisation: ") + 14;
      return settings.substr(0, begin) + organisation + settings.substr(settings.find('\n', begin));
    };
    others_commit("mentorctl.yaml", of("Maltby"));
    commit_file("mentorctl.yaml", of("Wath"));
    CHECK(last_lines("mentorctl.yaml.organisation=Wath") == first + "mentorctl edit mentorctl.yaml\n");
  }
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
  CHECK(contains(answer.err, "main.lock': File exists, put that right and try again\n"));
}

TEST_CASE_FIXTURE(SharedFixture,
                  "of what a server says that refuses a push, the lines that say why are kept") {
  done({"amend", "M-7KQ2D", "phone=0170"});
  script("hub.git/hooks/pre-receive",
         "printf '\\n=====\\nclosed for the day\\n\\nring Jo\\nabout it\\nor do not\\n' >&2; exit 1\n");
  const Answer answer = run({"sync"});
  CHECK(answer.status == 4);
  CHECK(answer.err ==
        "mentorctl: the shared copy 'origin' takes nothing from here: closed for the day, ring Jo, put that "
        "right and try again\n");
}

TEST_CASE_FIXTURE(SharedFixture, "a server that says nothing itself is told by what git makes of it") {
  done({"amend", "M-7KQ2D", "phone=0170"});
  script("hub.git/hooks/pre-receive", "exit 1\n");
  CHECK(contains(run({"sync"}).err,
                 "takes nothing from here: [remote rejected] (pre-receive hook declined), put"));
}

TEST_CASE_FIXTURE(SharedFixture,
                  "what two sides recorded that is not sound together is told with who did what") {
  git({"switch", "--quiet", "--create", "others"});
  add_young_person("Y-4F7KA", "Tia Quillfeather", "2006-05-20");
  add_running_match("P-9X2MC", "Y-4F7KA", "M-7KQ2D", "2026-02-01");
  const std::string theirs = head();
  git({"push", "--quiet", "origin", "others:main"});
  git({"switch", "--quiet", "main"});
  git({"rm", "--quiet", "mentors/M-7KQ2D.yaml"});
  git({"commit", "--quiet", "-m", "away"});
  const std::string ours = head();
  const std::string day = git({"log", "-1", "--format=%cs"});
  const std::string before = everything();
  const Answer answer = run({"sync"});
  CHECK(answer.status == 3);
  CHECK(
      answer.err ==
      "matches/P-9X2MC.yaml (merged):3:9: there is no mentor 'M-7KQ2D', correct the identifier or bring the "
      "record back\n"
      "  3 | mentor: M-7KQ2D\n"
      "    |         ^\n"
      "nothing was merged and nothing was handed on: what is recorded here and what is in the shared copy "
      "are "
      "each sound, and together they are not\n"
      "  here: 'mentors/M-7KQ2D.yaml' was taken away by Ada Admin on " +
          day + ", with the commit " + ours.substr(0, 10) +
          "\n"
          "  in the shared copy: 'matches/P-9X2MC.yaml' was written by Ada Admin on " +
          day + ", with the commit " + theirs.substr(0, 10) +
          "\n"
          "what to do: one of these commits is taken back where it was made, with `mentorctl undo COMMIT` "
          "and "
          "`mentorctl sync`; then sync again\n");
  CHECK(everything() == before);
  CHECK(in_hub("main") == theirs);
  CHECK(contains(json_of({"sync"}).data().at("advice"), "nothing was merged and nothing was handed on"));
  CHECK(run({"undo", ours}).status == 0);
  CHECK(run({"sync"}).status == 0);
  CHECK(run({"check"}).status == 0);
}

TEST_CASE_FIXTURE(SharedFixture, "the side that is not sound by itself is told") {
  SUBCASE("there") {
    git({"switch", "--quiet", "--create", "others"});
    commit_file("mentors/M-7KQ2D.yaml", "[\n");
    git({"push", "--quiet", "origin", "others:main"});
    git({"switch", "--quiet", "main"});
    SUBCASE("where nothing is new here") {}
    SUBCASE("where something is") { commit_file("notes.txt", "mine\n"); }
    const Answer answer = run({"sync"});
    CHECK(answer.status == 3);
    CHECK(contains(
        answer.err,
        "nothing was merged and nothing was handed on: what is in the shared copy is not sound\n  in "
        "the shared copy: 'mentors/M-7KQ2D.yaml' was written by Ada Admin on "));
    CHECK_FALSE(contains(answer.err, "  here: "));
  }
  SUBCASE("here, with something new there") {
    others_write("Maltby");
    commit_file("mentors/M-00002.yaml", "[\n");
    const Answer answer = run({"sync"});
    CHECK(answer.status == 3);
    CHECK(contains(answer.err,
                   "what is recorded here is not sound\n  here: 'mentors/M-00002.yaml' was written"));
  }
  SUBCASE("here, with nothing new there") {
    commit_file("mentors/M-00002.yaml", "[\n");
    const Answer answer = run({"sync"});
    CHECK(answer.status == 3);
    CHECK(
        contains(answer.err,
                 "nothing was handed on: what is recorded here is not sound\nwhat to do: `mentorctl history "
                 "mentors/M-00002.yaml` shows who did this, `mentorctl undo " +
                     head().substr(0, 10) + "` takes it back"));
  }
}

TEST_CASE_FIXTURE(SharedFixture,
                  "a rule that is broken by what came is told where nothing was to be merged too") {
  add_young_person("Y-4F7KA", "Tia Quillfeather", "2006-05-20");
  add_running_match("P-9X2MC", "Y-4F7KA", "M-7KQ2D", "2026-02-01");
  git({"push", "--quiet", "origin", "main"});
  git({"switch", "--quiet", "--create", "others"});
  commit_file("sessions/P-9X2MC.yaml", "- {id: S-00001, date: 2026-01-20, minutes: 60, kind: call}\n");
  git({"push", "--quiet", "origin", "others:main"});
  git({"switch", "--quiet", "main"});
  CHECK(run({"--dry-run", "sync"}).status == 0);
  SUBCASE("for programs") {
    const Answer answer = json_of({"sync"});
    CHECK(answer.status == 1);
    CHECK(answer.rules() == mentor::test::Words{"data.outside_match"});
  }
  SUBCASE("for people") {
    const Answer answer = run({"sync"});
    CHECK(answer.status == 1);
    CHECK(answer.out == "P-9X2MC\n");
    CHECK(answer.err.starts_with("with what came these rules are broken:\nmust    P-9X2MC\n"));
    CHECK(answer.err.ends_with("done: 1 record came\n"));
  }
  CHECK(head() == git({"rev-parse", "others"}));
  CHECK(run({"sync"}).status == 0);
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
