#include <doctest/doctest.h>

#include "support/history_fixture.h"

namespace cmd_history_time_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::HistoryFixture;
using mentor::test::Variable;
using mentor::test::Words;

TEST_CASE_FIXTURE(HistoryFixture, "a history can be cut to what lies between two commits") {
  const std::string begin = head();
  done({"amend", "M-7KQ2D", "area=Wath"});
  const std::string end = head();
  done({"amend", "M-7KQ2D", "area=Maltby"});
  CHECK(told({"M-7KQ2D", "--from", begin, "--to", end.substr(0, 8)}) ==
        Words{"amend M-7KQ2D area Rotherham>Wath"});
  CHECK(told({"--from", end}) == Words{"amend M-7KQ2D area Wath>Maltby"});
  CHECK(told({"M-7KQ2D", "--from", "HEAD"}).empty());
}

TEST_CASE_FIXTURE(HistoryFixture,
                  "a history can be cut to what lies between two days, both of them included") {
  const auto on = [&](const std::string& day, const std::string& area) {
    const Variable date("GIT_COMMITTER_DATE", day + "T23:30:00+0200");
    done({"amend", "M-7KQ2D", "area=" + area});
  };
  on("2031-02-01", "A1");
  on("2031-02-02", "A2");
  on("2031-02-03", "A3");
  CHECK(told({"M-7KQ2D", "--from", "2031-02-02"}) ==
        Words{"amend M-7KQ2D area A1>A2", "amend M-7KQ2D area A2>A3"});
  CHECK(told({"M-7KQ2D", "--from", "2031-02-02", "--to", "2031-02-02"}) == Words{"amend M-7KQ2D area A1>A2"});
  CHECK(last({"M-7KQ2D", "--to", "2031-02-01"}) == Words{"amend M-7KQ2D area Rotherham>A1"});
}

TEST_CASE_FIXTURE(HistoryFixture, "a history ends with what was known at a moment") {
  done({"amend", "M-7KQ2D", "area=Wath"});
  const std::string then = head();
  done({"amend", "M-7KQ2D", "area=Maltby"});
  const std::string wath = "amend M-7KQ2D area Rotherham>Wath";
  CHECK(last({"M-7KQ2D", "--known-at", then}) == Words{wath});
  CHECK(told({"M-7KQ2D", "--known-at", then, "--from", then + "~1"}) == Words{wath});
  CHECK(last({"M-7KQ2D", "--known-at", "HEAD", "--to", then}) == Words{wath});
  write("mentors/M-7KQ2D.yaml", "nonsense");
  CHECK(json_of({"history", "M-7KQ2D", "--known-at", then}).err.empty());
  const Answer later = run({"history", "M-7KQ2D", "--known-at", then, "--to", "HEAD"});
  CHECK(later.status == 2);
  CHECK(later.err ==
        "mentorctl: --to: 'HEAD' was not known at '" + then + "', leave --to or --known-at out\n");
}

TEST_CASE_FIXTURE(HistoryFixture,
                  "a history goes by when things were recorded, and refuses the other clock") {
  const Answer answer = run({"--as-of", "2026-03-01", "history", "M-7KQ2D"});
  CHECK(answer.status == 2);
  CHECK(answer.err ==
        "mentorctl: --as-of: a history goes by when things were recorded, not by when they happened: end it "
        "with --to, or with --known-at by what was known then\n");
}

TEST_CASE_FIXTURE(HistoryFixture, "a history that is to begin after its end is refused") {
  const std::string before = head();
  done({"amend", "M-7KQ2D", "area=Wath"});
  const auto refusal = [&](const Words& words) {
    const Answer answer = run(mentor::test::with({"history"}, words));
    CHECK(answer.status == 2);
    return answer.err;
  };
  const std::string days =
      "mentorctl: --from: '2026-02-02' comes after '2026-02-01', where the history is to end\n";
  CHECK(refusal({"--from", "2026-02-02", "--to", "2026-02-01"}) == days);
  CHECK(contains(refusal({"--from", "HEAD", "--to", before}),
                 "--from: 'HEAD' comes after '" + before + "', where the history is to end\n"));
  CHECK(contains(refusal({"--from", "HEAD", "--known-at", before}), "--from: 'HEAD' comes after '" + before));
  git({"switch", "--quiet", "--detach", before});
  CHECK(contains(refusal({"--from", "main"}), "--from: 'main' comes after the last commit, where"));
  git({"switch", "--quiet", "main"});
  CHECK(run({"history", "--from", "2026-02-02", "--to", "2026-02-02"}).status == 0);
  CHECK(contains(refusal({"--from", "20/11/2026"}), "YYYY-MM-DD, did you mean 2026-11-20\n"));
}

TEST_CASE_FIXTURE(HistoryFixture, "a history in a shallow clone says where it begins") {
  const std::string before = head();
  done({"amend", "M-7KQ2D", "area=Wath"});
  git({"clone", "--quiet", "--depth", "1", "file://" + root().string(), (outside() / "clone").string()});
  const std::string begins = "the history begins here with " + head().substr(0, 10) +
                             ", `git fetch --unshallow` brings what came before";
  environment["MENTORCTL_DATA"] = (outside() / "clone").string();
  const Answer answer = run({"history", "M-7KQ2D"});
  CHECK(answer.status == 0);
  CHECK(answer.err == "note: " + begins + "; what was there by then is shown as new\n");
  CHECK(run({"history", "M-7KQ2F"}).err == "mentorctl: there is no 'M-7KQ2F' here, did you mean 'M-7KQ2D'\n");
  const Answer none = run({"history", "M-00009"});
  CHECK(none.status == 2);
  CHECK(none.err == "mentorctl: there is no 'M-00009' here: " + begins + "\n");
  CHECK(contains(run({"--known-at", "2001-01-01", "show", "M-7KQ2D"}).err, "is not here: " + begins));
  CHECK(contains(run({"--known-at", before, "show", "M-7KQ2D"}).err, begins));
}

}  // namespace cmd_history_time_test
