#include "git/site.h"

#include <doctest/doctest.h>

#include "git/repository.h"
#include "support/git_fixture.h"

namespace git_site_test {

using mentor::git::plain_site;
using mentor::git::Repository;
using mentor::test::GitFixture;

TEST_CASE("a repository as git makes it tells its site by itself, and says what git says") {
  GitFixture fixture;
  fixture.commit_file("a.yaml", "a\n");
  const auto told = [&](const std::string& question) { return fixture.git({"rev-parse", question}); };
  const auto plain = plain_site(fixture.root());
  REQUIRE(plain);
  CHECK(plain->top.string() == told("--show-toplevel"));
  CHECK(plain->git_folder.string() == told("--absolute-git-dir"));
  CHECK(plain->prefix == told("--show-prefix"));
  CHECK(plain->head == told("HEAD"));
  std::filesystem::create_directory_symlink(fixture.root(), fixture.outside() / "link");
  CHECK(plain_site(fixture.outside() / "link").value().top == fixture.root());
}

TEST_CASE("its head is that of the branch it is on, also behind a packed one") {
  GitFixture fixture;
  fixture.commit_file("a.yaml", "a\n");
  fixture.git({"checkout", "--quiet", "-b", "cases/spring"});
  fixture.git({"pack-refs", "--all"});
  fixture.commit_file("a.yaml", "b\n");
  CHECK(plain_site(fixture.root()).value().head == fixture.git({"rev-parse", "HEAD"}));
}

TEST_CASE("git is asked about a repository that is out of the ordinary") {
  GitFixture fixture;
  fixture.commit_file("a.yaml", "a\n");
  REQUIRE(plain_site(fixture.root()));
  std::filesystem::path directory = fixture.root();
  SUBCASE("without a commit") { fixture.git({"checkout", "--quiet", "--orphan", "unborn"}); }
  SUBCASE("with a detached HEAD") { fixture.git({"checkout", "--quiet", "--detach"}); }
  SUBCASE("with packed references alone") { fixture.git({"pack-refs", "--all"}); }
  SUBCASE("with a branch that leads to another") {
    fixture.git({"symbolic-ref", "refs/heads/other", "refs/heads/main"});
    fixture.git({"symbolic-ref", "HEAD", "refs/heads/other"});
  }
  SUBCASE("below the top") {
    fixture.write("records/b.yaml", "b\n");
    directory /= "records";
  }
  SUBCASE("in a linked work tree") {
    fixture.git({"worktree", "add", "--quiet", "-b", "other", "../linked"});
    directory = fixture.outside() / "linked";
  }
  SUBCASE("with a work tree elsewhere") { fixture.git({"config", "core.workTree", ".."}); }
  SUBCASE("that is bare") { fixture.git({"config", "core.bare", "true"}); }
  SUBCASE("that is bare by a word of its own") { fixture.write(".git/config", "[core] Bare\n"); }
  SUBCASE("of another format") { fixture.git({"config", "core.repositoryFormatVersion", "1"}); }
  SUBCASE("with an extension") { fixture.git({"config", "extensions.worktreeConfig", "true"}); }
  SUBCASE("without settings") { std::filesystem::remove(fixture.root() / ".git/config"); }
  SUBCASE("with a HEAD that is no reference") { fixture.write(".git/HEAD", "ref: refs/heads/../../HEAD\n"); }
  SUBCASE("with a branch that holds no id") { fixture.write(".git/refs/heads/main", "main\n"); }
  SUBCASE("that is none, without objects") { std::filesystem::remove_all(fixture.root() / ".git/objects"); }
  SUBCASE("that is not there") { directory /= "nowhere"; }
  CHECK_FALSE(plain_site(directory));
}

TEST_CASE("what git holds can be asked for ahead, and is asked for again for other files") {
  GitFixture fixture;
  fixture.commit_file("a.yaml", "a\n");
  fixture.commit_file("b.yaml", "b\n");
  Repository repository(fixture.root());
  repository.ask_for({"a.yaml"});
  repository.ask_for({"b.yaml"});
  CHECK(repository.look_up({"b.yaml"}).at(0).head.value().bytes == "b\n");
  repository.ask_for({"b.yaml"});
  CHECK(repository.look_up({"a.yaml"}).at(0).head.value().bytes == "a\n");
  fixture.commit_file("a.yaml", "c\n");
  CHECK(repository.look_up({"a.yaml"}).at(0).head.value().bytes == "c\n");
}

TEST_CASE("what keeps git from working is told before who the author is") {
  GitFixture fixture;
  fixture.commit_file("a.yaml", "a\n");
  fixture.write(".git/config", "[core]\n\tbare = false\n[broken\n");
  Repository repository(fixture.root(), Repository::For::writing);
  const std::string trouble = mentor::test::trouble_of([&] { static_cast<void>(repository.identity()); });
  CHECK(mentor::test::contains(trouble, "4 cannot open the repository of '"));
  CHECK(mentor::test::contains(trouble, "bad config line"));
}

}  // namespace git_site_test
