#include <doctest/doctest.h>

#include <random>

#include "cmd/commands.h"
#include "support/command_fixture.h"

namespace cmd_clocks_test {

using mentor::test::Answer;
using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::Variable;
using mentor::test::with;
using mentor::test::Words;

namespace {

/// The pair, with sessions that were logged on two days.
struct ClocksFixture : PairFixture {
  ClocksFixture() {
    log("2026-02-12", "2026-02-10", "60");
    first = head();
    log("2026-03-02", "2026-02-12", "45");
  }

  /// On a day of the machine's clock and of the program's.
  void log(const std::string& on, const std::string& date, const std::string& minutes) {
    const Variable committed("GIT_COMMITTER_DATE", on + "T12:00:00+0000");
    clock = on;
    done({"log-session", "P-9X2MC", "--date", date, "--minutes", minutes, "--kind", "one-to-one"});
  }
  /// `MINUTES STATUS` of the first period.
  std::string first_period(const Words& clocks) {
    const json period = json_of(with(clocks, {"report", "commitment"})).data().at("periods").at(0);
    return period.at("minutes").dump() + " " + period.at("status").get<std::string>();
  }

  std::string first;
};

/// All that reads, in a format that says much.
const std::vector<Words> reading{
    {"list", "mentors", "--format", "json"},
    {"list", "young-people"},
    {"list", "matches", "--format", "csv"},
    {"list", "events"},
    {"list", "concerns"},
    {"show", "M-7KQ2D", "--format", "json"},
    {"show", "Y-4F7KA"},
    {"show", "P-9X2MC"},
    {"show", "Y-4F7KA", "--words"},
    {"suggest", "Y-4F7KA", "--format", "json"},
    {"match", "--all"},
    {"activities"},
    {"brief", "P-9X2MC"},
    {"history", "P-9X2MC", "--format", "json"},
    {"check", "--format", "json"},
    {"rules"},
    {"rules", "commitment.time", "--format", "json"},
    {"report", "nightly", "--format", "json"},
    {"report", "nightly", "--since", "HEAD~2"},
    {"report", "caseload"},
    {"report", "commitment", "--format", "csv"},
    {"report", "pool"},
    {"report", "reach"},
    {"report", "impact"},
    {"report", "expenses"},
    {"report", "capacity"},
    {"export", "--format", "json"},
    {"export", "--format", "ics"},
};

/// A call of each command that writes.
const std::vector<Words> writing{
    {"init", "elsewhere", "--scheme", "rotherham"},
    {"add-mentor", "--name", "Al", "--scheme", "rotherham", "--role", "senior-manager"},
    {"vet", "M-7KQ2D", "line-manager"},
    {"refer", "--name", "Al", "--scheme", "rotherham", "--born", "2006-01-01"},
    {"survey", "Y-4F7KA", "--trust", "yes"},
    {"concern", "raise", "--about", "staff"},
    {"close", "M-7KQ2D", "--as", "finished"},
    {"match", "Y-4F7KA", "M-7KQ2D"},
    {"decide", "P-9X2MC", "--by", "mentor", "--yes"},
    {"start", "P-9X2MC"},
    {"log-session", "P-9X2MC", "--minutes", "60", "--kind", "call"},
    {"check-in", "P-9X2MC", "--with", "mentor"},
    {"goal", "P-9X2MC", "--area", "home", "--text", "A flat"},
    {"reflect", "P-9X2MC", "--by", "mentor", "--text", "Good"},
    {"log-event", "pair-event", "--attended", "Y-4F7KA", "--attended", "M-7KQ2D"},
    {"pause", "P-9X2MC"},
    {"resume", "P-9X2MC"},
    {"renew", "P-9X2MC"},
    {"end", "P-9X2MC", "--as", "completed", "--by", "both"},
    {"reopen", "P-9X2MC"},
    {"amend", "M-7KQ2D", "area=Wath"},
    {"edit", "M-7KQ2D"},
    {"undo"},
    {"waive", "dbs.recheck", "M-7KQ2D", "--why", "Seen", "--authorised-by", "Jo", "--until", "2027-01-01"},
    {"record"},
    {"import", "mentors.csv"},
};

}  // namespace

TEST_CASE_FIXTURE(ClocksFixture,
                  "what was known then is read from the commit, and what happened later left out") {
  CHECK(first_period({}) == "105 met");
  CHECK(first_period({"--known-at", first}) == "60 short");
  CHECK(first_period({"--known-at", "HEAD~1"}) == "60 short");
  CHECK(first_period({"--known-at", "2026-03-01"}) == "60 short");
  CHECK(first_period({"--known-at", "2026-03-02"}) == "105 met");
  CHECK(first_period({"--as-of", "2026-02-11"}) == "60 running");
  CHECK(first_period({"--as-of", "2026-02-28"}) == "105 running");
  CHECK(first_period({"--as-of", "2026-02-28", "--known-at", "2026-03-01"}) == "60 running");
  CHECK(first_period({"--today", "2026-02-28", "--known-at", "HEAD"}) == "105 running");
}

TEST_CASE_FIXTURE(ClocksFixture,
                  "the options stand before a command or behind it, and the answer says what was read") {
  const json behind = json_of({"report", "pool", "--known-at", "HEAD~1", "--as-of", "2026-02-11"}).data();
  CHECK(behind == json_of({"--as-of", "2026-02-11", "--known-at", "HEAD~1", "report", "pool"}).data());
  CHECK(behind.at("commit") == first);
  CHECK(behind.at("as_of") == "2026-02-11");
}

TEST_CASE_FIXTURE(ClocksFixture,
                  "who was cleared on a day, and whether that was known then, are two answers") {
  // The check was done on 20 February and nobody wrote it down before 5 March.
  clock = "2026-03-05";
  const Variable committed("GIT_COMMITTER_DATE", "2026-03-05T12:00:00+0000");
  done({"vet", "M-7KQ2D", "dbs", "--level", "enhanced", "--workforce", "child", "--on", "2026-02-20",
        "--issued", "2026-02-18", "--seen-by", "Jo"});
  const auto checks = [&](const Words& clocks) {
    const std::string shown = json_of(with(clocks, {"show", "M-7KQ2D"})).out;
    return contains(shown, "\"dbs\"");
  };
  CHECK(checks({"--as-of", "2026-03-01"}));
  CHECK_FALSE(checks({"--as-of", "2026-02-19"}));
  CHECK_FALSE(checks({"--as-of", "2026-03-01", "--known-at", "2026-03-01"}));
  CHECK(checks({"--as-of", "2026-03-01", "--known-at", "2026-03-05"}));
}

TEST_CASE_FIXTURE(ClocksFixture, "records that came later are not there, by identifier, beginning or name") {
  for (const std::string text : {"Y-4F7KA", "Y-4F", "Quillfeather"}) {
    CAPTURE(text);
    CHECK(run({"show", text}).status == 0);
    CHECK(run({"--as-of", "2026-01-05", "show", text}).status == 0);
    const Answer gone = run({"--as-of", "2026-01-04", "show", text});
    CHECK(gone.status == 2);
    CHECK(contains(gone.err, "there is no record"));
  }
  CHECK(json_of({"--as-of", "2026-01-09", "list", "matches"}).data().at("records").empty());
  CHECK(run({"--as-of", "2026-01-04", "brief", "P-9X2MC"}).status == 2);
}

TEST_CASE_FIXTURE(ClocksFixture, "what a moment can't be is refused") {
  const auto refusal = [&](const Words& words) {
    const Answer answer = run(with(words, {"list", "mentors"}));
    CHECK(answer.status == 2);
    return answer.err;
  };
  CHECK(contains(refusal({"--known-at", "nowhere"}), "there is no commit 'nowhere', nor is it a day"));
  CHECK(contains(refusal({"--known-at=--all"}), "there is no commit '--all'"));
  CHECK(contains(refusal({"--known-at", "2001-01-01"}), "there was nothing yet at '2001-01-01'"));
  CHECK(contains(refusal({"--as-of", "yesterday"}), "--as-of: 'yesterday' is not a date"));
  CHECK(contains(refusal({"--as-of", "2026-01-01", "--today", "2026-01-02"}), "name two days"));
  CHECK(run({"--as-of", "2026-01-01", "--today", "2026-01-01", "list", "mentors"}).status == 0);
}

TEST_CASE_FIXTURE(ClocksFixture, "a commit from before the data directory holds nothing yet") {
  git({"checkout", "--quiet", "--orphan", "other"});
  git({"rm", "-r", "--quiet", "--cached", "."});
  git({"commit", "--quiet", "--allow-empty", "-m", "before"});
  const std::string empty = head();
  git({"checkout", "--quiet", "--force", "main"});
  const Answer answer = run({"--known-at", empty, "check"});
  CHECK(answer.status == 2);
  CHECK(contains(answer.err, "there was nothing yet"));
}

TEST_CASE_FIXTURE(ClocksFixture, "every command that writes refuses to change what is over") {
  const std::string before = everything();
  for (const auto& command : mentor::cmd::commands()) {
    const std::string name(command.name);
    CAPTURE(name);
    if (command.group == mentor::cmd::for_git) continue;
    const auto is_meant = [&](const Words& words) { return words.front() == name; };
    const auto found = std::find_if(writing.begin(), writing.end(), is_meant);
    const bool reads = std::any_of(reading.begin(), reading.end(), is_meant);
    if (found == writing.end() && reads) continue;
    const Words words = found == writing.end() ? Words{name} : *found;
    for (const Words& clocks : {Words{"--as-of", "2026-02-11"}, Words{"--known-at", "HEAD"}}) {
      const Answer answer = run(with(words, clocks));
      CHECK(answer.status == 2);
      CHECK(
          contains(answer.err, clocks.front() + ": '" + name + "' writes, and what is over is not changed"));
    }
  }
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(ClocksFixture, "nobody is asked for what is missing while looking back") {
  asks = true;
  typed = "P-9X2MC\n";
  CHECK(contains(run({"--as-of", "2026-02-11", "log-session"}).err, "MATCH"));
  CHECK(run({"--as-of", "2026-02-11", "log-session"}).status == 2);
}

TEST_CASE_FIXTURE(ClocksFixture, "what was unreadable then is told with the commit, and no less now") {
  commit_file("mentors/M-7KQ2D.yaml", "id: M-7KQ2D\nname: Ros\ncolour: red\n");
  const std::string broken = head().substr(0, 12);
  commit_file("mentors/M-7KQ2D.yaml", ready_mentor("M-7KQ2D", "Ros Okafor-Vale"));
  CHECK(run({"list", "mentors"}).status == 0);
  const Answer then = run({"--known-at", "HEAD~1", "list", "mentors"});
  CHECK(then.status == 3);
  CHECK(contains(then.err, broken + ":mentors/M-7KQ2D.yaml:3:1: "));
  CHECK(contains(then.err, "colour: red"));
}

TEST_CASE_FIXTURE(ClocksFixture, "what was changed by hand since is no part of a commit") {
  write("mentors/M-7KQ2D.yaml", "nonsense\n");
  CHECK(run({"report", "pool"}).status == 3);
  const json report = json_of({"--known-at", "HEAD", "report", "pool"}).data();
  CHECK(report.at("unrecorded") == json::array());
  CHECK(report.at("commit") == head());
}

TEST_CASE_FIXTURE(ClocksFixture, "the policies are those of the commit as well") {
  const std::string path = "schemes/rotherham/2026-01-01.yaml";
  std::string policy = read(path).value();
  const auto minutes = policy.find("minutes: 90");
  REQUIRE(minutes != std::string::npos);
  commit_file(path, policy.replace(minutes, 11, "minutes: 30"));
  clock = "2026-03-02";
  const auto asked = [&](const Words& clocks) {
    return json_of(with(clocks, {"report", "commitment"})).data().at("periods").at(0).at("required");
  };
  CHECK(asked({}) == 30);
  CHECK(asked({"--known-at", "HEAD~1"}) == 90);
}

TEST_CASE_FIXTURE(CommandFixture, "a commit answers as a clone of it does, through a random history") {
  std::mt19937 random(20260402);
  const auto one_of = [&](const Words& words) { return words[random() % words.size()]; };
  add_ready_mentor("M-7KQ2D", "Ros Okafor-Vale");
  add_young_person("Y-4F7KA", "Tia Quillfeather", "2006-05-20");
  add_running_match("P-9X2MC", "Y-4F7KA", "M-7KQ2D", "2026-02-01");
  const auto any_day = [&] {
    return mentor::Day::parse("2026-02-01").value().plus_days(static_cast<int>(random() % 60)).iso();
  };
  const std::vector<std::function<Words()>> acts{
      [&] {
        return Words{"log-session", "P-9X2MC",
                     "--date",      any_day(),
                     "--minutes",   one_of({"30", "60", "90"}),
                     "--kind",      one_of({"call", "one-to-one"}),
                     "--cost",      one_of({"2.50", "60.00"})};
      },
      [&] {
        return Words{"check-in", "P-9X2MC", "--with", one_of({"mentor", "young-person"}),
                     "--date",   any_day()};
      },
      [&] {
        return Words{"amend", "M-7KQ2D", "area=" + one_of({"Wath", "Maltby", "Rotherham"})};
      },
      [&] {
        return Words{"goal", "P-9X2MC", "--area", "home", "--text", one_of({"A flat", "Cooking"})};
      },
      [&] {
        return Words{"survey", "Y-4F7KA", "--trust", one_of({"yes", "no"}), "--on", any_day()};
      },
      [&] {
        return Words{"concern", "raise", "--about", one_of({"M-7KQ2D", "Y-4F7KA"}), "--on", any_day()};
      },
      [&] { return Words{"undo"}; },
  };
  for (int i = 0; i < 25; ++i) {
    const Variable committed("GIT_COMMITTER_DATE",
                             "2026-03-" + std::to_string(10 + i / 2) + "T12:00:00+0000");
    run(acts[random() % acts.size()]());
  }
  const int length = commits();
  REQUIRE(length > 15);
  git({"clone", "--quiet", "--no-hardlinks", ".", "../clone"});
  for (int i = 0; i < 4; ++i) {
    const std::string name = "HEAD~" + std::to_string(random() % static_cast<unsigned>(length - 4));
    const std::string commit = git({"rev-parse", name});
    git({"-C", "../clone", "checkout", "--quiet", commit});
    const Words when = i % 2 == 0 ? Words{"--today", "2026-04-02"} : Words{"--as-of", any_day()};
    for (const auto& words : reading) {
      CAPTURE(name);
      CAPTURE(words.at(0) + " " + words.back() + " " + when.back());
      const Words here{"--known-at", commit};
      Words asked = with(words, when);
      // Names that are relative to HEAD mean something else in the clone.
      if (std::find(asked.begin(), asked.end(), "HEAD~2") != asked.end()) continue;
      const Answer then = run(with(here, asked));
      const Answer clone = run(with({"--data", (outside() / "clone").string()}, asked));
      CHECK(then.status == clone.status);
      CHECK(then.out == clone.out);
    }
  }
}

}  // namespace cmd_clocks_test
