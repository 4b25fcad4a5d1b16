#include "git/obstacles.h"

#include <doctest/doctest.h>

#include "support/git_fixture.h"

namespace git_obstacles_test {

using mentor::git::Candidate;
using mentor::git::Repository;
using mentor::test::GitFixture;

namespace {

// What stands in the way of a.yaml with these bytes, which git has or has not.
std::string in_the_way(const GitFixture& fixture, std::string_view bytes = "a\n", bool is_known = false) {
  const Repository repository(fixture.root());
  const std::vector<Candidate> candidates{{"a.yaml", bytes, is_known}, {"gone.yaml", std::nullopt, false}};
  return mentor::git::obstacle(repository, candidates).value_or("");
}

}  // namespace

TEST_CASE("an ignore rule is in the way of new files only") {
  const GitFixture fixture;
  fixture.commit_file("a.yaml", "a\n");
  fixture.write(".gitignore", "*.yaml\n");
  CHECK(in_the_way(fixture, "b\n", true).empty());
  fixture.git({"rm", "--quiet", "--cached", "a.yaml"});
  CHECK(in_the_way(fixture) == "git ignores 'a.yaml', take away the rule that `git check-ignore -v` names");
}

TEST_CASE("an index that skips a file is in the way of it") {
  const GitFixture fixture;
  fixture.commit_file("a.yaml", "a\n");
  fixture.git({"update-index", "--skip-worktree", "a.yaml"});
  CHECK(in_the_way(fixture, "b\n", true) ==
        "git was told to skip 'a.yaml', run `git update-index --no-skip-worktree` on it");
}

TEST_CASE("an index that skips a file is in the way of it, split into two files as well") {
  const GitFixture fixture;
  fixture.commit_file("a.yaml", "a\n");
  fixture.git({"update-index", "--skip-worktree", "a.yaml"});
  fixture.git({"update-index", "--split-index"});
  fixture.commit_file("b.yaml", "b\n");
  CHECK(in_the_way(fixture, "b\n", true) ==
        "git was told to skip 'a.yaml', run `git update-index --no-skip-worktree` on it");
}

TEST_CASE("an attribute is in the way where it changes the bytes") {
  struct Row {
    std::string attributes;
    std::string bytes;
    std::string named;  // empty when it is harmless
  };
  const std::vector<Row> rows{{"filter=crypt", "a\n", "filter=crypt"},
                              {"filter", "a\n", ""},
                              {"-filter", "a\n", ""},
                              {"working-tree-encoding=UTF-16", "a\n", "working-tree-encoding=UTF-16"},
                              {"ident", "a\n", ""},
                              {"ident", "$Id: x$\n", "ident"},
                              {"text", "a\n", ""},
                              {"text", "a\r\n", "text=set"},
                              {"text=auto", "a\r\n", "text=auto"},
                              {"eol=lf", "a\r\n", "eol=lf"},
                              {"crlf", "a\r\n", "crlf=set"},
                              {"-text eol=lf", "a\r\n", ""},
                              {"binary", "a\r\n$Id$\n", ""},
                              {"merge=union diff=x", "a\r\n", ""}};
  const GitFixture fixture;
  for (const Row& row : rows) {
    CAPTURE(row.attributes);
    CAPTURE(row.bytes);
    fixture.write(".gitattributes", "*.yaml " + row.attributes + "\n");
    const std::string said = in_the_way(fixture, row.bytes);
    CHECK(said.empty() == row.named.empty());
    CHECK(said.find(row.named.empty() ? "" : "'a.yaml' (" + row.named + "), take away") != std::string::npos);
  }
}

}  // namespace git_obstacles_test
