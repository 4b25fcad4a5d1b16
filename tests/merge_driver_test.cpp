#include "merge_driver.h"

#include <doctest/doctest.h>

#include "support/git_fixture.h"

namespace merge_driver_test {

using mentor::drive_merge;
using mentor::drive_past;
using mentor::Driven;
using mentor::has_merge_driver;
using mentor::install_merge_driver;
using mentor::git::Repository;
using mentor::test::GitFixture;

namespace {

/// Three versions in files as git hands them over.
struct Handed : GitFixture {
  Handed(const std::string& before, const std::string& ours, const std::string& theirs) {
    write("before", before);
    write("ours", ours);
    write("theirs", theirs);
  }
  [[nodiscard]] std::vector<mentor::changes::Conflict> drive(const std::string& path) const {
    return drive_merge(driven(path));
  }
  [[nodiscard]] Driven driven(const std::string& path) const {
    return {root() / "before", root() / "ours", root() / "theirs", path, "ours (HEAD)", "theirs (main)"};
  }
  [[nodiscard]] std::string merged() const { return read("ours").value_or(""); }
};

}  // namespace

TEST_CASE("the merge driver writes the merge to our file") {
  const Handed handed("id: M-1\narea: a\nphone: p\n", "id: M-1\narea: b\nphone: p\n",
                      "id: M-1\narea: a\nphone: q\n");
  CHECK(handed.drive("mentors/M-7KQ2D.yaml").empty());
  CHECK(handed.merged() == "id: M-1\narea: b\nphone: q\n");
}

TEST_CASE("the merge driver leaves a log of which no entry is left in sound YAML") {
  const std::string first = "- {id: S-00001}\n";
  const std::string second = "- {id: S-00002}\n";
  const Handed handed(first + second, first, second);
  CHECK(handed.drive("sessions/P-9X2MC.yaml").empty());
  CHECK(handed.merged() == "[]\n");
}

TEST_CASE("the merge driver puts markers around the field that was changed two ways, and merges the rest") {
  const Handed handed("id: M-7KQ2D\narea: a\nphone: p\n", "id: M-7KQ2D\narea: b\nphone: p\n",
                      "id: M-7KQ2D\narea: c\nphone: q\n");
  const auto conflicts = handed.drive("records/mentors/M-7KQ2D.yaml");
  REQUIRE(conflicts.size() == 1);
  CHECK(conflicts[0].name() == "M-7KQ2D.area");
  CHECK(handed.merged() ==
        "id: M-7KQ2D\n<<<<<<< ours (HEAD)\narea: b\n=======\narea: c\n>>>>>>> theirs (main)\nphone: q\n");
}

TEST_CASE("of two pasts that disagree the merge driver makes one that can be read and says neither") {
  const Handed handed("id: M-7KQ2D\narea: a\nphone: p\n", "id: M-7KQ2D\narea: b\nphone: p\n",
                      "id: M-7KQ2D\narea: c\nphone: q\n");
  drive_past(handed.driven("mentors/M-7KQ2D.yaml"));
  const std::string past = handed.merged();
  CHECK(past.starts_with("id: M-7KQ2D\narea: "));
  CHECK(past.ends_with("\nphone: q\n"));
  for (const auto* area : {"a", "b", "c"})
    CHECK(past.find(std::string("area: ") + area + "\n") == std::string::npos);
  CHECK(past.find("<<<<<<<") == std::string::npos);
}

TEST_CASE("of two pasts of what is no record the merge driver makes what git would") {
  const Handed handed("a: 1\n", "a: 2\n", "a: 3\n");
  drive_past(handed.driven(".github/jobs.yaml"));
  CHECK(handed.merged() ==
        "<<<<<<< ours (HEAD)\na: 2\n||||||| before\na: 1\n=======\na: 3\n>>>>>>> theirs (main)\n");
}

TEST_CASE("the merge driver hands a record that is no YAML back with both versions") {
  const Handed handed("id: M-1\n", "id: [\n", "id: M-2\n");
  CHECK(handed.drive("mentors/M-7KQ2D.yaml").size() == 1);
  CHECK(handed.merged().find("id: [\n") != std::string::npos);
  CHECK(handed.merged().find("id: M-2\n") != std::string::npos);
}

TEST_CASE("the merge driver merges YAML that is no record by line where it has to") {
  const Handed handed("a: &x 1\n\n\nb: 1\n", "a: &x 2\n\n\nb: 1\n", "a: &x 1\n\n\nb: 2\n");
  CHECK(handed.drive(".github/jobs.yaml").empty());
  CHECK(handed.merged() == "a: &x 2\n\n\nb: 2\n");
}

TEST_CASE_FIXTURE(GitFixture, "the merge driver is in place once it is installed, for that program alone") {
  const Repository repository(root());
  const std::filesystem::path program = "/opt/the 50% program's/mentorctl";
  CHECK_FALSE(has_merge_driver(repository, program));
  install_merge_driver(repository, program);
  install_merge_driver(repository, program);
  CHECK(has_merge_driver(repository, program));
  CHECK_FALSE(has_merge_driver(repository, "/usr/bin/mentorctl"));
  CHECK(git({"config", "--local", "merge.mentorctl.driver"}) ==
        "'/opt/the 50%% program'\\''s/mentorctl' merge-driver -- %O %A %B %P %X %Y");
  CHECK(git({"config", "--local", "merge.mentorctl-past.driver"}) ==
        "'/opt/the 50%% program'\\''s/mentorctl' merge-driver --past -- %O %A %B %P");
}

TEST_CASE_FIXTURE(GitFixture,
                  "the merge driver is not in place while git may take one record for another renamed") {
  const Repository repository(root());
  install_merge_driver(repository, "/usr/bin/mentorctl");
  git({"config", "merge.renames", "true"});
  CHECK_FALSE(has_merge_driver(repository, "/usr/bin/mentorctl"));
}

}  // namespace merge_driver_test
