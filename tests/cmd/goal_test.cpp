#include <doctest/doctest.h>

#include "support/command_fixture.h"
#include "support/refusals.h"

namespace cmd_goal_test {

using mentor::test::Answer;
using mentor::test::check_refused;
using mentor::test::contains;
using mentor::test::PairFixture;
using mentor::test::Words;

namespace {

struct GoalFixture : PairFixture {
  [[nodiscard]] std::string match() const { return read("matches/P-9X2MC.yaml").value(); }
  std::string set_goal(const std::string& text) {
    return done({"goal", "P-9X2MC", "--area", "eet", "--text", text, "--set", "2026-02-20"});
  }
};

}  // namespace

TEST_CASE_FIXTURE(GoalFixture, "a goal is one line in the match") {
  const Answer set = run(
      {"goal", "tia", "--area", "eet", "--text", "A forklift licence", "--set", "2026-02-20"});
  CHECK(set.status == 0);
  CHECK(set.out == "P-9X2MC/V-10000\n");
  CHECK(
      match().ends_with("goals:\n  - {id: V-10000, area: eet, text: A forklift licence, set: 2026-02-20}\n"));
  CHECK(last_message() ==
        "set the goal V-10000 of P-9X2MC\n\nMentorctl-Command: goal\nMentorctl-Record: P-9X2MC\n");
}

TEST_CASE_FIXTURE(GoalFixture, "a goal without a day takes today") {
  done({"goal", "tia", "--area", "home", "--text", "A flat"});
  CHECK(contains(match(), "text: A flat, set: 2026-04-02}"));
}

TEST_CASE_FIXTURE(GoalFixture, "the one goal that is open is closed by its outcome") {
  set_goal("A forklift licence");
  const Answer closed = run({"goal", "tia", "--outcome", "Passed"});
  CHECK(closed.out == "P-9X2MC/V-10000\n");
  CHECK(
      match().ends_with("goals:\n  - {id: V-10000, area: eet, text: A forklift licence, set: 2026-02-20, "
                        "closed: 2026-04-02, outcome: Passed}\n"));
  CHECK(git({"show", "--format=", "--numstat", "HEAD"}) == "1\t1\tmatches/P-9X2MC.yaml");
  CHECK(contains(last_message(), "close the goal V-10000 of P-9X2MC\n"));
  check_refused(*this, {{{"goal", "tia", "--outcome", "Passed"}, 2, "P-9X2MC has no open goal"}});
}

TEST_CASE_FIXTURE(GoalFixture, "of several open goals one is named") {
  set_goal("A licence");
  set_goal("A job");
  check_refused(*this, {{{"goal", "tia", "--outcome", "Passed"},
                         2,
                         "--goal is missing: say which, P-9X2MC has V-10000, V-20000"}});
  done({"goal", "tia", "--goal", "V-20000", "--closed", "2026-03-01"});
  CHECK(contains(match(), "text: A job, set: 2026-02-20, closed: 2026-03-01}"));
  done({"goal", "tia", "--outcome", "Passed"});
  CHECK(contains(match(), "text: A licence, set: 2026-02-20, closed: 2026-04-02, outcome: Passed}"));
}

TEST_CASE_FIXTURE(GoalFixture, "what came of a goal can be said again, and its day stays") {
  set_goal("A licence");
  done({"goal", "tia", "--goal", "V-10000", "--closed", "2026-03-01"});
  done({"goal", "tia", "--goal", "V-10000", "--outcome", "Passed"});
  CHECK(contains(match(), "closed: 2026-03-01, outcome: Passed}"));
  CHECK(contains(last_message(), "update the goal V-10000 of P-9X2MC\n"));
}

TEST_CASE_FIXTURE(GoalFixture, "a goal with a value that is none is refused") {
  set_goal("A licence");
  check_refused(
      *this,
      {
          {{"goal", "tia"}, 2, "--area (or --outcome), --text are missing"},
          {{"goal", "tia", "--area", "eet"}, 2, "--text is missing"},
          {{"goal", "tia", "--area", "hom", "--text", "x"}, 2, "--area: 'hom' is no word of the scheme"},
          {{"goal", "tia", "--area", "home", "--text", "x", "--set", "2026-04-03"}, 2, "is still to come"},
          {{"goal", "tia", "--text", "x", "--outcome", "y"}, 2, "--area, --text and --set are of a new goal"},
          {{"goal", "tia", "--goal", "V-10000"}, 2, "--outcome (or --closed) is missing"},
          {{"goal", "tia", "--closed", "2026-04-01"}, 2, "--goal is missing: say which, P-9X2MC has V-10000"},
          {{"goal", "tia", "--goal", "V-90000", "--outcome", "y"},
           2,
           "--goal: there is no goal 'V-90000' in P-9X2MC"},
          {{"goal", "tia", "--outcome", "y", "--closed", "2026-04-03"},
           2,
           "--closed: 2026-04-03 is still to come"},
          {{"goal", "tia", "--outcome", "y", "--closed", "2026-02-19"},
           2,
           "--closed: 2026-02-19 is before the goal was set on 2026-02-20"},
      });
  CHECK(run({"goal", "tia", "--outcome", "y", "--closed", "2026-02-20"}).status == 0);
}

TEST_CASE_FIXTURE(GoalFixture, "somebody's account is one line in the match") {
  const Answer told = run({"reflect", "tia", "--by", "young-person", "--text", "I feel heard", "--on",
                           "2026-03-15", "--share", "no"});
  CHECK(told.status == 0);
  CHECK(told.out == "P-9X2MC/V-10000\n");
  CHECK(match().ends_with(
      "reflections:\n  - {id: V-10000, by: young-person, on: 2026-03-15, text: I feel heard, share: no}\n"));
  CHECK(last_message() ==
        "record a reflection in P-9X2MC\n\nMentorctl-Command: reflect\nMentorctl-Record: P-9X2MC\n");
  done({"reflect", "tia", "--by", "team", "--text", "A good start"});
  CHECK(match().ends_with("  - {id: V-20000, by: team, on: 2026-04-02, text: A good start}\n"));
}

TEST_CASE_FIXTURE(GoalFixture, "an account with a value that is none is refused") {
  check_refused(
      *this,
      {
          {{"reflect", "tia"}, 2, "--by, --text are missing"},
          {{"reflect", "tia", "--by", "nan", "--text", "x"}, 2, "--by: 'nan' is not known"},
          {{"reflect", "tia", "--by", "team", "--text", ""}, 2, "--text"},
          {{"reflect", "tia", "--by", "team", "--text", "x", "--on", "2026-04-03"}, 2, "is still to come"},
          {{"reflect", "tia", "--by", "team", "--text", "x", "--share", "y"},
           2,
           "--share: 'y' is not yes or no"},
      });
}

}  // namespace cmd_goal_test
