#include <doctest/doctest.h>

#include "support/command_fixture.h"
#include "support/refusals.h"

namespace cmd_check_in_test {

using mentor::test::Answer;
using mentor::test::check_refused;
using mentor::test::contains;
using mentor::test::PairFixture;
using mentor::test::TwoPeopleFixture;

TEST_CASE_FIXTURE(PairFixture, "a check-in is one line in the log of the match") {
  const Answer logged = run({"check-in", "P-9X2MC", "--with", "mentor", "--date", "2026-03-30", "--by",
                             "Jo Field", "--asked", "2026-03-28", "--goals-reviewed", "yes", "--note",
                             "Going well"});
  CHECK(logged.status == 0);
  CHECK(logged.out == "P-9X2MC/K-10000\n");
  CHECK(logged.err == "done: log the check-in K-10000 of P-9X2MC\n");
  CHECK(read("check-ins/P-9X2MC.yaml") ==
        "- {id: K-10000, date: 2026-03-30, with: mentor, by: Jo Field, asked: 2026-03-28, goals_reviewed: "
        "yes, note: Going well}\n");
  CHECK(last_paths() == "check-ins/P-9X2MC.yaml");
  CHECK(last_message() ==
        "log the check-in K-10000 of P-9X2MC\n\nMentorctl-Command: check-in\nMentorctl-Record: P-9X2MC\n");
  done({"check-in", "P-9X2MC", "--with", "key-adult"});
  CHECK(git({"show", "--format=", "--numstat", "HEAD"}) == "1\t0\tcheck-ins/P-9X2MC.yaml");
  CHECK(read("check-ins/P-9X2MC.yaml")
            .value()
            .ends_with("- {id: K-20000, date: 2026-04-02, with: key-adult}\n"));
}

TEST_CASE_FIXTURE(PairFixture, "a focus agreed at a check-in becomes the match's, in the same commit") {
  done({"check-in", "P-9X2MC", "--with", "young-person", "--focus", "A driving licence"});
  CHECK(contains(read("matches/P-9X2MC.yaml").value(), "\nfocus: A driving licence\n"));
  CHECK(last_paths() == "check-ins/P-9X2MC.yaml\nmatches/P-9X2MC.yaml");
  CHECK(last_message() ==
        "log the check-in K-10000 of P-9X2MC\n\nMentorctl-Command: check-in\nMentorctl-Record: P-9X2MC\n");
}

TEST_CASE_FIXTURE(TwoPeopleFixture, "before a match a check-in is in a log of the person's own") {
  CHECK(done({"check-in", "okafor", "--with", "mentor"}) == "M-7KQ2D/K-10000");
  CHECK(read("check-ins/M-7KQ2D.yaml") == "- {id: K-10000, date: 2026-04-02, with: mentor}\n");
  done({"check-in", "tia", "--with", "young-person"});
  done({"check-in", "Y-4F7KA", "--with", "key-adult"});
  CHECK(read("check-ins/Y-4F7KA.yaml") ==
        "- {id: K-20000, date: 2026-04-02, with: young-person}\n"
        "- {id: K-30000, date: 2026-04-02, with: key-adult}\n");
  CHECK(contains(last_message(), "log the check-in K-30000 of Y-4F7KA\n"));
}

TEST_CASE_FIXTURE(TwoPeopleFixture, "a person's own log is of conversations with them") {
  check_refused(
      *this,
      {
          {{"check-in", "M-7KQ2D", "--with", "young-person"},
           2,
           "--with: M-7KQ2D is in no match on that day, so a check-in of theirs is with the mentor"},
          {{"check-in", "M-7KQ2D", "--with", "key-adult"}, 2, "is with the mentor"},
          {{"check-in", "Y-4F7KA", "--with", "mentor"}, 2, "is with the young-person or the key-adult"},
          {{"check-in", "Y-4F7KA", "--with", "young-person", "--focus", "A job"},
           2,
           "--focus: Y-4F7KA is no match, and a match alone has a focus"},
      });
}

TEST_CASE_FIXTURE(PairFixture, "a person's check-in is kept with the match of theirs that ran on that day") {
  CHECK(done({"check-in", "tia", "--with", "young-person"}) == "P-9X2MC/K-10000");
  CHECK(done({"check-in", "M-7KQ2D", "--with", "mentor", "--date", "2026-01-31"}) == "M-7KQ2D/K-20000");
  done({"end", "P-9X2MC", "--as", "drifted", "--by", "both", "--reason", "Moved", "--on", "2026-03-20"});
  CHECK(done({"check-in", "tia", "--with", "young-person"}) == "Y-4F7KA/K-40000");
}

TEST_CASE_FIXTURE(PairFixture, "a match that runs itself still has check-ins") {
  done({"end", "P-9X2MC", "--as", "self-managed", "--by", "both", "--reason", "Friends", "--on",
        "2026-03-20"});
  CHECK(done({"check-in", "tia", "--with", "young-person"}) == "P-9X2MC/K-20000");
  CHECK(done({"check-in", "P-9X2MC", "--with", "mentor"}) == "P-9X2MC/K-30000");
}

TEST_CASE_FIXTURE(PairFixture, "a mentor of several pairs says which one it was about") {
  add_young_person("Y-5F7KA", "Ben Moss", "2006-06-01");
  add_running_match("P-8X2MC", "Y-5F7KA", "M-7KQ2D", "2026-02-01");
  check_refused(*this, {{{"check-in", "okafor", "--with", "mentor"},
                         2,
                         "M-7KQ2D is in several matches, P-8X2MC, P-9X2MC: say which"}});
}

TEST_CASE_FIXTURE(PairFixture, "a check-in with a value that is none is refused") {
  done({"log-event", "mentor-meetup", "--id", "E-2N8WQ"});
  check_refused(
      *this,
      {
          {{"check-in", "P-9X2MC"}, 2, "--with is missing"},
          {{"check-in", "P-9X2MC", "--with", "mentr"},
           2,
           "--with: 'mentr' is not known, did you mean 'mentor'"},
          {{"check-in", "P-9X2MC", "--with", "mentor", "--date", "2026-04-03"}, 2, "is still to come"},
          {{"check-in", "P-9X2MC", "--with", "mentor", "--date", "2026-03-01", "--asked", "2026-03-02"},
           2,
           "--asked: 2026-03-02 comes after the check-in on 2026-03-01"},
          {{"check-in", "P-9X2MC", "--with", "mentor", "--goals-reviewed", "maybe"},
           2,
           "--goals-reviewed: 'maybe' is not yes or no"},
          {{"check-in", "E-2N8WQ", "--with", "mentor"}, 2, "E-2N8WQ is neither a match nor a person"},
          {{"check-in", "nobody", "--with", "mentor"}, 2, "there is no record 'nobody'"},
      });
  CHECK(run({"check-in", "P-9X2MC", "--with", "mentor", "--date", "2026-03-02", "--asked", "2026-03-02"})
            .status == 0);
}

}  // namespace cmd_check_in_test
