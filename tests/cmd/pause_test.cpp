#include <doctest/doctest.h>

#include "support/command_fixture.h"
#include "support/refusals.h"

namespace cmd_pause_test {

using mentor::test::Answer;
using mentor::test::check_refused;
using mentor::test::contains;
using mentor::test::PairFixture;
using mentor::test::Words;

namespace {

struct PauseFixture : PairFixture {
  std::string state() { return json_of({"show", "P-9X2MC"}).data().at("record").at("state"); }
  [[nodiscard]] std::string match() const { return read("matches/P-9X2MC.yaml").value(); }
};

}  // namespace

TEST_CASE_FIXTURE(PauseFixture,
                  "a pause is one line in the match, from the first day away to the first back") {
  const Answer paused = run(
      {"pause", "tia", "--from", "2026-03-30", "--to", "2026-04-10", "--why", "Exams at Thornhill"});
  CHECK(paused.status == 0);
  CHECK(paused.out == "P-9X2MC\n");
  CHECK(paused.err == "done: pause P-9X2MC from 2026-03-30 to 2026-04-10\n");
  CHECK(match().ends_with(
      "pauses:\n  - {id: V-10000, from: 2026-03-30, to: 2026-04-10, why: Exams at Thornhill}\n"));
  CHECK(last_paths() == "matches/P-9X2MC.yaml");
  CHECK(last_message() ==
        "pause P-9X2MC from 2026-03-30 to 2026-04-10\n\nMentorctl-Command: pause\n"
        "Mentorctl-Record: P-9X2MC\n");
  CHECK(state() == "paused");
  clock = "2026-04-09";
  CHECK(state() == "paused");
  clock = "2026-04-10";
  CHECK(state() == "active");
}

TEST_CASE_FIXTURE(PauseFixture, "a pause begins today and has no end unless it is given") {
  done({"pause", "P-9X2MC"});
  CHECK(match().ends_with("pauses:\n  - {id: V-10000, from: 2026-04-02}\n"));
  CHECK(contains(last_message(), "pause P-9X2MC from 2026-04-02\n"));
  CHECK(state() == "paused");
}

TEST_CASE_FIXTURE(PauseFixture, "a pause may be yet to come") {
  done({"pause", "P-9X2MC", "--from", "2026-05-04", "--to", "2026-05-05"});
  CHECK(state() == "active");
  clock = "2026-05-04";
  CHECK(state() == "paused");
}

TEST_CASE_FIXTURE(PauseFixture, "a pause may begin on the first day of the match, and pauses may touch") {
  done({"pause", "P-9X2MC", "--from", "2026-02-10", "--to", "2026-02-15"});
  CHECK(run({"pause", "P-9X2MC", "--from", "2026-02-01", "--to", "2026-02-10"}).status == 0);
  CHECK(run({"pause", "P-9X2MC", "--from", "2026-02-15", "--to", "2026-02-16"}).status == 0);
}

TEST_CASE_FIXTURE(PauseFixture, "a pause with days that cannot be is refused") {
  check_refused(*this, {
                           {{"pause"}, 2, "MATCH is missing"},
                           {{"pause", "P-9X2MC", "--to", "2026-04-02"},
                            2,
                            "--to: 2026-04-02 is not after the first day away, 2026-04-02"},
                           {{"pause", "P-9X2MC", "--from", "2026-01-31"},
                            2,
                            "--from: 2026-01-31 is before the start on 2026-02-01"},
                           {{"pause", "P-9X2MC", "--from", "soon"}, 2, "--from: 'soon' is not a date"},
                       });
}

TEST_CASE_FIXTURE(PauseFixture, "no day is paused twice") {
  done({"pause", "P-9X2MC", "--from", "2026-03-10", "--to", "2026-03-20"});
  check_refused(
      *this,
      {
          {{"pause", "P-9X2MC", "--from", "2026-03-19", "--to", "2026-03-25"},
           1,
           "P-9X2MC is paused from 2026-03-10 to 2026-03-20 already: resume it, or amend P-9X2MC/V-10000"},
          {{"pause", "P-9X2MC", "--from", "2026-03-01", "--to", "2026-03-11"}, 1, "already"},
          {{"pause", "P-9X2MC", "--from", "2026-03-01"}, 1, "already"},
      });
  done({"pause", "P-9X2MC", "--from", "2026-05-01"});
  check_refused(*this, {{{"pause", "P-9X2MC", "--from", "2026-08-01", "--to", "2026-08-05"},
                         1,
                         "P-9X2MC is paused from 2026-05-01 already"}});
}

TEST_CASE_FIXTURE(PauseFixture, "only a match that runs on the first day away can pause") {
  done({"end", "P-9X2MC", "--as", "drifted", "--by", "both", "--reason", "Moved", "--on", "2026-03-31"});
  check_refused(*this,
                {
                    {{"pause", "P-9X2MC"}, 1, "the match P-9X2MC is ended, only a running one can pause"},
                    {{"pause", "P-9X2MC", "--from", "2026-03-31"}, 1, "only a running one can pause"},
                });
  CHECK(run({"pause", "P-9X2MC", "--from", "2026-03-20", "--to", "2026-03-25"}).status == 0);
  done({"match", "Y-4F7KA", "M-7KQ2D", "--id", "P-8X2MC"});
  check_refused(*this, {{{"pause", "P-8X2MC"}, 1, "the match P-8X2MC is proposed"}});
}

TEST_CASE_FIXTURE(PauseFixture, "a resuming ends the pause on the first day back") {
  done({"pause", "P-9X2MC", "--from", "2026-03-10", "--why", "Exams"});
  const Answer resumed = run({"resume", "okafor", "--on", "2026-03-20"});
  CHECK(resumed.out == "P-9X2MC\n");
  CHECK(match().ends_with("pauses:\n  - {id: V-10000, from: 2026-03-10, to: 2026-03-20, why: Exams}\n"));
  CHECK(last_message() ==
        "resume P-9X2MC on 2026-03-20\n\nMentorctl-Command: resume\nMentorctl-Record: P-9X2MC\n");
  CHECK(git({"show", "--format=", "--numstat", "HEAD"}) == "1\t1\tmatches/P-9X2MC.yaml");
  CHECK(state() == "active");
}

TEST_CASE_FIXTURE(PauseFixture, "a resuming today shortens a pause that was to be longer") {
  done({"pause", "P-9X2MC", "--from", "2026-03-10", "--to", "2026-04-03"});
  done({"resume", "P-9X2MC"});
  CHECK(match().ends_with("pauses:\n  - {id: V-10000, from: 2026-03-10, to: 2026-04-02}\n"));
}

TEST_CASE_FIXTURE(PauseFixture, "a match in which no pause runs cannot resume") {
  done({"pause", "P-9X2MC", "--from", "2026-03-10", "--to", "2026-03-20"});
  done({"pause", "P-9X2MC", "--from", "2026-04-03"});
  check_refused(
      *this,
      {
          {{"resume", "P-9X2MC"},
           1,
           "the match P-9X2MC is active on 2026-04-02, only a paused one can resume; the pause from "
           "2026-04-03 "
           "is still to come, strike it with 'mentorctl amend P-9X2MC/V-20000 --remove'\n"},
          {{"resume", "P-9X2MC", "--on", "2026-03-20"}, 1, "is active on 2026-03-20"},
          {{"resume", "P-9X2MC", "--on", "2026-04-05"}, 2, "--on: 2026-04-05 is still to come"},
          {{"resume", "nobody", "--on", "2026-04-05"}, 2, "--on: 2026-04-05 is still to come"},
          {{"resume", "P-9X2MC", "--on", "2026-03-10"},
           2,
           "--on: 2026-03-10 is the first day away: strike the pause with 'mentorctl amend P-9X2MC/V-10000 "
           "--remove'"},
      });
  CHECK(run({"amend", "P-9X2MC/V-10000", "--remove"}).status == 0);
}

TEST_CASE_FIXTURE(PauseFixture, "a renewal is one line in the match") {
  const Answer renewed = run(
      {"renew", "tia", "--on", "2026-04-01", "--until", "2026-10-01", "--why", "Wants to go on"});
  CHECK(renewed.out == "P-9X2MC\n");
  CHECK(match().ends_with(
      "renewals:\n  - {id: V-10000, on: 2026-04-01, until: 2026-10-01, why: Wants to go on}\n"));
  CHECK(last_message() ==
        "renew P-9X2MC until 2026-10-01\n\nMentorctl-Command: renew\nMentorctl-Record: P-9X2MC\n");
  done({"renew", "tia"});
  CHECK(match().ends_with("  - {id: V-20000, on: 2026-04-02}\n"));
  CHECK(contains(last_message(), "renew P-9X2MC\n"));
}

TEST_CASE_FIXTURE(PauseFixture, "a renewal of what does not run, or with days that cannot be, is refused") {
  check_refused(
      *this,
      {
          {{"renew", "P-9X2MC", "--until", "2026-04-02"}, 2, "--until: 2026-04-02 is not after 2026-04-02"},
          {{"renew", "P-9X2MC", "--on", "2026-01-31"},
           2,
           "--on: 2026-01-31 is before the start on 2026-02-01"},
          {{"renew", "P-9X2MC", "--on", "2026-04-03"}, 2, "--on: 2026-04-03 is still to come"},
      });
  done({"end", "P-9X2MC", "--as", "self-managed", "--by", "both", "--reason", "Friends"});
  check_refused(*this, {{{"renew", "P-9X2MC", "--on", "2026-03-01"},
                         1,
                         "the match P-9X2MC is self-managed, only a running one goes on"}});
}

}  // namespace cmd_pause_test
