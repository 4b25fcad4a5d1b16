#include <doctest/doctest.h>

#include "support/command_fixture.h"

namespace cmd_since_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::Variable;
using mentor::test::with;
using mentor::test::Words;

namespace {

struct SinceFixture : PairFixture {
  json nightly(const Words& words = {}) { return json_of(with({"report", "nightly"}, words)).data(); }
  static Words rules(const json& report, const std::string& table) {
    Words rules;
    for (const auto& each : report.at(table)) rules.push_back(each.at("rule"));
    return rules;
  }
  static Words sentences(const json& report, const std::string& table) {
    Words sentences;
    for (const auto& each : report.at(table)) sentences.push_back(each.at("sentence"));
    return sentences;
  }
};

bool has(const Words& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

TEST_CASE_FIXTURE(SinceFixture, "what broke and what was mended since is told, both as of the same day") {
  clock = "2026-03-10";
  const std::string before = head();
  done({"log-session", "P-9X2MC", "--date", "2026-02-10", "--minutes", "90", "--kind", "one-to-one"});
  const json logged = nightly({"--since", before});
  CHECK(has(rules(logged, "mended"), "commitment.time"));
  CHECK_FALSE(has(rules(logged, "broke"), "commitment.time"));
  done({"undo"});
  const json undone = nightly({"--since", "HEAD~1"});
  CHECK(has(rules(undone, "broke"), "commitment.time"));
  CHECK_FALSE(has(rules(undone, "mended"), "commitment.time"));
  const json both = nightly({"--since", before});
  CHECK(both.at("broke").empty());
  CHECK(both.at("mended").empty());
  CHECK(both.at("changes").size() == 2);
  CHECK(contains(run({"report", "--since", "HEAD~1"}).out, ", both as of 10 March 2026"));
}

TEST_CASE_FIXTURE(SinceFixture, "time that passes breaks nothing since then") {
  // The period from 1 February is over on 1 March, then as now.
  clock = "2026-03-10";
  done({"amend", "M-7KQ2D", "phone=01709 1"});
  const json report = nightly({"--since", "HEAD~1"});
  CHECK(has(rules(report, "broken"), "commitment.time"));
  CHECK(report.at("broke").empty());
}

TEST_CASE_FIXTURE(SinceFixture, "what was changed by hand is told apart, recorded or not") {
  const std::string before = head();
  done({"amend", "M-7KQ2D", "phone=01709 1"});
  commit_file("mentors/M-7KQ2D.yaml", read("mentors/M-7KQ2D.yaml").value() + "# with git\n");
  write("mentors/M-7KQ2D.yaml", read("mentors/M-7KQ2D.yaml").value() + "# recorded\n");
  done({"record"});
  const json report = nightly({"--since", before});
  CHECK(sentences(report, "changes") ==
        Words{"amend phone of M-7KQ2D", "by hand", "record changes by hand to M-7KQ2D"});
  CHECK(sentences(report, "silent") == Words{"by hand", "record changes by hand to M-7KQ2D"});
  CHECK(report.at("silent")[0].at("by") == "Ada Admin");
}

TEST_CASE_FIXTURE(SinceFixture, "without a moment the news are those since the day before") {
  const auto amend = [&](const std::string& on, const std::string& phone) {
    const Variable committed("GIT_COMMITTER_DATE", on + "T12:00:00+0000");
    done({"amend", "M-7KQ2D", "phone=" + phone});
  };
  const Variable committed("GIT_COMMITTER_DATE", "2026-03-01T12:00:00+0000");
  git({"commit", "--quiet", "--amend", "--no-edit", "--reset-author"});
  amend("2026-04-01", "1");
  amend("2026-04-02", "2");
  amend("2026-04-03", "3");
  clock = "2026-04-02";
  CHECK(nightly().at("changes").size() == 1);
  CHECK(nightly({"--since", "2026-04-01"}).at("changes").size() == 1);
  CHECK(nightly({"--since", "2026-03-31"}).at("changes").size() == 2);
  CHECK(nightly({"--since", "HEAD~3"}).at("changes").size() == 3);
  clock = "2026-04-03";
  CHECK(nightly().at("changes").size() == 1);
  CHECK(nightly({"--known-at", "2026-04-02"}).at("changes").empty());
}

TEST_CASE_FIXTURE(SinceFixture,
                  "records that were not sound then are told, and the report is made all the same") {
  const std::string sound = read("mentors/M-7KQ2D.yaml").value();
  commit_file("mentors/M-7KQ2D.yaml", "nonsense\n");
  commit_file("mentors/M-7KQ2D.yaml", sound);
  const Answer answer = json_of({"report", "--since", "HEAD~1"});
  CHECK(answer.data().at("broke").empty());
  CHECK(contains(answer.err, "the records of then are not sound"));
}

TEST_CASE_FIXTURE(SinceFixture, "only the nightly report has news, and only since a moment that there is") {
  CHECK(contains(run({"report", "pool", "--since", "HEAD"}).err,
                 "--since: the report 'pool' tells no changes"));
  CHECK(run({"report", "pool", "--since", "HEAD"}).status == 2);
  CHECK(run({"report", "--since", "nowhere"}).status == 2);
  CHECK(run({"report", "--since", "2001-01-01"}).status == 0);
}

TEST_CASE_FIXTURE(SinceFixture, "nothing is new since a day that is still to come") {
  const Answer refused = run({"report", "--since", "2026-04-03"});
  CHECK(refused.status == 2);
  CHECK(contains(refused.err, "--since: '2026-04-03' is still to come"));
  CHECK(run({"report", "--since", "2026-04-02"}).status == 0);
}

}  // namespace cmd_since_test
