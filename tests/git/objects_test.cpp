#include "git/objects.h"

#include <doctest/doctest.h>

#include <fstream>

#include "support/git_fixture.h"

namespace git_objects_test {

using mentor::git::Object;
using mentor::git::Objects;
using mentor::git::Repository;
using mentor::test::contains;
using mentor::test::GitFixture;
using mentor::test::trouble_of;
using mentor::test::Variable;

namespace {

struct ObjectsFixture : GitFixture {
  ObjectsFixture() {
    commit_file("a.yaml", "first\n");
    commit_file("a.yaml", "second\n");
  }
  [[nodiscard]] std::string id_of(const std::string& name) const { return git({"rev-parse", name}); }
  Repository repository{root()};
  Objects objects{repository};
};

/// A git that answers whatever the script says; the real one opens the repository.
class FalseGit {
 public:
  FalseGit(const GitFixture& fixture, const std::string& script) {
    const auto folder = fixture.outside() / "false";
    std::filesystem::create_directory(folder);
    std::ofstream(folder / "git") << "#!/bin/sh\n" << script << "\n";
    std::filesystem::permissions(folder / "git", std::filesystem::perms::owner_all);
    path_.emplace("PATH", folder.string() + ":" + std::getenv("PATH"));
  }

 private:
  std::optional<Variable> path_;
};

}  // namespace

TEST_CASE_FIXTURE(ObjectsFixture, "objects are found by every name that git knows") {
  git({"tag", "-a", "-m", "a tag", "v1", "HEAD~1"});
  CHECK(objects.find("HEAD~1")->id == id_of("HEAD~1"));
  CHECK(objects.find(id_of("HEAD").substr(0, 8))->id == id_of("HEAD"));
  CHECK(objects.find("main^{tree}")->type == "tree");
  CHECK(objects.find("v1")->type == "tag");
  CHECK(objects.find("v1^{commit}")->id == id_of("HEAD~1"));
  CHECK(objects.read("HEAD~1:a.yaml")->bytes == "first\n");
  CHECK(objects.read("HEAD:a.yaml")->bytes == "second\n");
  CHECK(objects.find("HEAD:a.yaml")->bytes == std::nullopt);
}

TEST_CASE_FIXTURE(ObjectsFixture, "a name that stands for nothing, or might be an option, finds nothing") {
  for (const std::string name :
       {"nowhere", "HEAD~9", "--all", "-h", "", "HEAD\nHEAD", "flush", "HEAD^{blob}"}) {
    CAPTURE(name);
    CHECK_FALSE(objects.find(name));
    CHECK_FALSE(objects.read(name));
  }
  CHECK(objects.find("HEAD"));
}

TEST_CASE_FIXTURE(ObjectsFixture,
                  "thousands of objects are read at once, in their order, without a deadlock") {
  std::vector<std::string> names;
  write("large.bin", std::string(2'000'000, '\n'));
  write("empty.bin", "");
  git({"add", "."});
  git({"commit", "--quiet", "-m", "two more"});
  for (int i = 0; i < 20; ++i) {
    names.emplace_back("HEAD:large.bin");
    names.emplace_back("HEAD:empty.bin");
    names.emplace_back("HEAD:nowhere");
  }
  for (int i = 0; i < 20'000; ++i) names.push_back("HEAD:a.yaml");
  const auto found = objects.read(names);
  REQUIRE(found.size() == names.size());
  for (std::size_t i = 0; i < 60; i += 3) {
    CHECK(found[i]->bytes == std::string(2'000'000, '\n'));
    CHECK(found[i + 1]->bytes == "");
    CHECK_FALSE(found[i + 2]);
  }
  CHECK(found.back()->bytes == "second\n");
}

TEST_CASE_FIXTURE(ObjectsFixture, "what is over a limit is named and not kept") {
  write("long.bin", std::string(100, 'x'));
  write("short.bin", "123456789");
  git({"add", "."});
  git({"commit", "--quiet", "-m", "two more"});
  const auto each = objects.read({"HEAD:long.bin", "HEAD:short.bin"}, {.each = 99});
  CHECK(each[0]->size == 100);
  CHECK_FALSE(each[0]->bytes);
  CHECK(each[1]->bytes == "123456789");
  const auto together = objects.read({"HEAD:long.bin", "HEAD:short.bin"}, {.together = 50});
  CHECK(together[0]->bytes->size() == 100);
  CHECK_FALSE(together[1]->bytes);
}

TEST_CASE_FIXTURE(ObjectsFixture, "a git that answers nonsense, or ends too soon, is a trouble") {
  std::string script;
  std::string wanted;
  const std::string nonsense = "4 cannot understand what `git cat-file` answers";
  SUBCASE("no size") { script = "echo some words; sleep 1", wanted = nonsense; }
  SUBCASE("too large a size") { script = "echo 1234 blob 99999999999999999999; sleep 1", wanted = nonsense; }
  SUBCASE("more than was asked") {
    script = "printf '12 blob 1\\nxy12 blob 1\\n'; sleep 1", wanted = nonsense;
  }
  SUBCASE("a line without an end") { script = "head -c 70000 /dev/zero; sleep 1", wanted = nonsense; }
  SUBCASE("nothing") {
    script = "echo 'fatal: no luck' >&2; exit 3", wanted = "4 cannot read what git holds: no luck";
  }
  SUBCASE("half of it") { script = "echo 1234 blob 100; exit 0", wanted = "4 cannot read what git holds"; }
  const FalseGit false_git(*this, script);
  CHECK(contains(trouble_of([&] { static_cast<void>(objects.read("HEAD:a.yaml")); }), wanted));
}

TEST_CASE_FIXTURE(ObjectsFixture, "a git that fails is started anew for the next question") {
  {
    const FalseGit false_git(*this, "exit 3");
    CHECK(trouble_of([&] { static_cast<void>(objects.find("HEAD")); }) != "");
  }
  CHECK(objects.find("HEAD"));
}

TEST_CASE_FIXTURE(GitFixture, "a partial clone fetches nothing for what is asked") {
  commit_file("a.yaml", "first\n");
  git({"config", "uploadpack.allowFilter", "true"});
  git({"clone", "--quiet", "--filter=blob:none", "--no-checkout", "file://" + root().string(), "../partial"});
  const Repository partial(outside() / "partial");
  Objects objects(partial);
  CHECK(objects.find("HEAD^{tree}"));
  const std::string answer = trouble_of([&] { CHECK_FALSE(objects.read("HEAD:a.yaml")); });
  CHECK(
      (answer.empty() || contains(answer, "4 git lacks a file that a commit names, as in a partial clone")));
  CHECK(contains(git({"-C", "../partial", "rev-list", "--objects", "--all", "--missing=print"}), "?"));
}

}  // namespace git_objects_test
