#include <doctest/doctest.h>

#include "support/command_fixture.h"

using mentor::test::Answer;
using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::json;

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
