#include <doctest/doctest.h>

#include "support/command_fixture.h"

namespace cmd_dry_run_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::PairFixture;
using mentor::test::Words;

TEST_CASE_FIXTURE(PairFixture, "a dry run shows the change as git would and writes nothing") {
  const std::string before = everything();
  const Answer shown = run(
      {"--dry-run", "log-session", "P-9X2MC", "--date", "2026-03-12", "--minutes", "60", "--kind", "call"});
  CHECK(shown.status == 0);
  CHECK(contains(shown.out,
                 "diff --git a/sessions/P-9X2MC.yaml b/sessions/P-9X2MC.yaml\nnew file mode 100644\n"));
  CHECK(contains(shown.out, "\n+- {id: S-10000, date: 2026-03-12, minutes: 60, kind: call}\n"));
  CHECK(shown.err == "a dry run: nothing was written\n");
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(PairFixture, "every command that writes can be run dry") {
  const std::string before = everything();
  for (const Words& words : std::vector<Words>{
           {"add-mentor", "--name", "Lee Marsh", "--scheme", "rotherham", "--role", "elected-member"},
           {"vet", "M-7KQ2D", "identity"},
           {"refer", "--name", "Kay", "--scheme", "rotherham", "--born", "2006-01-01", "--agreed-on",
            "2026-04-01"},
           {"log-session", "P-9X2MC", "--minutes", "60", "--kind", "call"},
           {"log-event", "mentor-meetup", "--invited", "M-7KQ2D"},
           {"end", "P-9X2MC", "--as", "drifted", "--by", "both", "--reason", "Moved"}}) {
    CAPTURE(words.front());
    Words dry = words;
    dry.emplace_back("--dry-run");
    const Answer shown = run(dry);
    CHECK(shown.status == 0);
    CHECK(contains(shown.out, "\n+++ b/"));
    CHECK(everything() == before);
  }
}

TEST_CASE_FIXTURE(PairFixture, "a dry run answers programs with the change and no commit") {
  const Answer shown = json_of({"vet", "M-7KQ2D", "identity", "--dry-run"});
  CHECK(shown.data().at("id") == "M-7KQ2D");
  CHECK_FALSE(shown.data().contains("commit"));
  CHECK(contains(shown.data().at("diff"), "\n+  - {id: V-10000, step: identity, on: 2026-04-02}\n"));
}

TEST_CASE_FIXTURE(PairFixture, "a dry run is refused as the act would be") {
  const std::string before = everything();
  const Answer refused = run(
      {"end", "P-9X2MC", "--as", "completed", "--by", "both", "--reason", "Done", "--dry-run"});
  CHECK(refused.status == 1);
  CHECK(refused.out.empty());
  CHECK(run({"vet", "nobody", "identity", "--dry-run"}).status == 2);
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(PairFixture, "a dry run shows the override that would be kept") {
  const Answer shown = run({"end", "P-9X2MC", "--as", "completed", "--by", "both", "--reason", "Done",
                            "--dry-run", "--override", "So it is", "--authorised-by", "Jo Field"});
  CHECK(shown.status == 0);
  CHECK(contains(shown.out, "rule: commitment.ended_early"));
}

}  // namespace cmd_dry_run_test
