#include <doctest/doctest.h>

#include <algorithm>

#include "support/command_fixture.h"
#include "support/refusals.h"

namespace cmd_reopen_test {

using mentor::test::Answer;
using mentor::test::check_refused;
using mentor::test::contains;
using mentor::test::PairFixture;
using mentor::test::Words;

namespace {

struct ReopenFixture : PairFixture {
  std::string state(const std::string& id) { return json_of({"show", id}).data().at("record").at("state"); }
  void end(const std::string& as, const std::string& on) {
    done({"end", "P-9X2MC", "--as", as, "--by", "both", "--reason", "Moved", "--on", on});
  }
};

}  // namespace

TEST_CASE_FIXTURE(ReopenFixture, "a match that is over comes back with one line") {
  SUBCASE("one that ended") { end("drifted", "2026-03-20"); }
  SUBCASE("one that runs itself") { end("self-managed", "2026-03-20"); }
  const Answer reopened = run({"reopen", "P-9X2MC", "--on", "2026-04-01", "--why", "Tia rang"});
  CHECK(reopened.status == 0);
  CHECK(reopened.out == "P-9X2MC\n");
  CHECK(read("matches/P-9X2MC.yaml")
            .value()
            .ends_with("reopened:\n  - {id: V-20000, on: 2026-04-01, why: Tia rang}\n"));
  CHECK(last_paths() == "matches/P-9X2MC.yaml");
  CHECK(last_message() == "reopen P-9X2MC\n\nMentorctl-Command: reopen\nMentorctl-Record: P-9X2MC\n");
  CHECK(state("P-9X2MC") == "active");
}

TEST_CASE_FIXTURE(ReopenFixture, "what the rules newly say of a match that comes back is told") {
  end("drifted", "2026-02-10");
  clock = "2026-06-01";
  const Answer reopened = json_of({"reopen", "P-9X2MC", "--on", "2026-02-11"});
  CHECK(reopened.status == 0);
  const Words rules = reopened.rules();
  CHECK(std::ranges::find(rules, "commitment.silence") != rules.end());
}

TEST_CASE_FIXTURE(ReopenFixture,
                  "a match comes back from the day after its ending on, and an ending by mistake is struck") {
  end("drifted", "2026-04-02");
  check_refused(
      *this, {{{"reopen", "P-9X2MC"},
               2,
               "--on: 2026-04-02 is the day of the ending: it can come back from the next day on, or strike "
               "the ending if it was a slip, with 'mentorctl amend P-9X2MC/V-10000 --remove'\n"}});
  CHECK(run({"amend", "P-9X2MC/V-10000", "--remove"}).status == 0);
  CHECK(state("P-9X2MC") == "active");
  end("drifted", "2026-04-02");
  clock = "2026-04-03";
  CHECK(run({"reopen", "P-9X2MC"}).status == 0);
  CHECK(state("P-9X2MC") == "active");
}

TEST_CASE_FIXTURE(ReopenFixture, "a pause that was running at the end is over when the match comes back") {
  done({"pause", "P-9X2MC", "--from", "2026-03-01"});
  end("drifted", "2026-03-20");
  done({"reopen", "P-9X2MC", "--on", "2026-04-01"});
  CHECK(contains(read("matches/P-9X2MC.yaml").value(), "from: 2026-03-01, to: 2026-04-01}\n"));
  CHECK(state("P-9X2MC") == "active");
}

TEST_CASE_FIXTURE(ReopenFixture, "a relationship that the pair ended comes back after that day") {
  end("self-managed", "2026-03-01");
  end("drifted", "2026-03-20");
  check_refused(*this,
                {{{"reopen", "P-9X2MC", "--on", "2026-03-19"},
                  2,
                  "--on: 2026-03-19 is before the ending on 2026-03-20"},
                 {{"reopen", "P-9X2MC", "--on", "2026-03-20"},
                  2,
                  "--on: 2026-03-20 is the day of the ending: it can come back from the next day on"}});
  CHECK(run({"reopen", "P-9X2MC", "--on", "2026-03-21"}).status == 0);
  CHECK(state("P-9X2MC") == "active");
}

TEST_CASE_FIXTURE(ReopenFixture, "only a match that is over comes back, and not before its ending") {
  check_refused(
      *this, {
                 {{"reopen", "P-9X2MC"}, 1, "the match P-9X2MC is active, only one that is over comes back"},
                 {{"reopen", "P-9X2MC", "--on", "2026-04-03"}, 2, "--on: 2026-04-03 is still to come"},
                 {{"reopen", "P-8X2MC"}, 2, "there is no record 'P-8X2MC'"},
             });
  end("drifted", "2026-03-20");
  check_refused(*this, {{{"reopen", "P-9X2MC", "--on", "2026-03-19"},
                         2,
                         "--on: 2026-03-19 is before the ending on 2026-03-20"}});
  CHECK(run({"reopen", "P-9X2MC", "--on", "2026-03-21"}).status == 0);
}

TEST_CASE_FIXTURE(ReopenFixture, "a match that never ran does not come back") {
  end("drifted", "2026-03-20");
  done({"match", "Y-4F7KA", "M-7KQ2D", "--id", "P-8X2MC"});
  check_refused(
      *this,
      {{{"reopen", "P-8X2MC"}, 1, "the match P-8X2MC is proposed, it comes about with 'mentorctl start'"}});
  done({"decide", "P-8X2MC", "--by", "young-person", "--no"});
  check_refused(*this, {{{"reopen", "P-8X2MC"},
                         1,
                         "the match P-8X2MC is declined, propose another with 'mentorctl match Y-4F7KA "
                         "M-7KQ2D'"}});
}

TEST_CASE_FIXTURE(ReopenFixture, "a young person who is in another match has none reopened") {
  end("drifted", "2026-03-20");
  done({"match", "Y-4F7KA", "M-7KQ2D", "--id", "P-8X2MC"});
  check_refused(*this, {{{"reopen", "P-9X2MC"},
                         1,
                         "Y-4F7KA is in the match P-8X2MC, which is proposed: end or decline it first"}});
}

TEST_CASE_FIXTURE(ReopenFixture, "a match comes back only when both of its people are there") {
  end("drifted", "2026-03-20");
  for (const std::string id : {"Y-4F7KA", "M-7KQ2D"}) {
    CAPTURE(id);
    done({"close", id, "--as", "withdrew", "--on", "2026-03-25"});
    check_refused(*this, {{{"reopen", "P-9X2MC"}, 1, id + " has left the scheme, reopen them first"}});
    check_refused(
        *this,
        {{{"reopen", id, "--on", "2026-03-24"}, 2, "--on: 2026-03-24 is before the leaving on 2026-03-25"}});
    done({"reopen", id});
  }
  CHECK(run({"reopen", "P-9X2MC"}).status == 0);
}

TEST_CASE_FIXTURE(ReopenFixture, "a person who left comes back with one line") {
  end("drifted", "2026-03-20");
  check_refused(*this,
                {
                    {{"reopen", "tia"}, 1, "Y-4F7KA has not left the scheme, there is nothing to reopen"},
                    {{"reopen", "M-7KQ2D"}, 1, "M-7KQ2D has not left the scheme"},
                });
  done({"close", "M-7KQ2D", "--as", "withdrew", "--on", "2026-03-25"});
  CHECK(run({"reopen", "okafor", "--on", "2026-03-25", "--why", "Has time again"}).status == 0);
  CHECK(read("mentors/M-7KQ2D.yaml")
            .value()
            .ends_with("reopened:\n  - {id: V-30000, on: 2026-03-25, why: Has time again}\n"));
  CHECK(last_message() == "reopen M-7KQ2D\n\nMentorctl-Command: reopen\nMentorctl-Record: M-7KQ2D\n");
  CHECK(state("M-7KQ2D") == "ready");
}

TEST_CASE_FIXTURE(ReopenFixture, "what is neither a match nor a person is not reopened") {
  done({"log-event", "mentor-meetup", "--id", "E-2N8WQ"});
  check_refused(*this, {{{"reopen", "E-2N8WQ"}, 2, "E-2N8WQ is neither a match nor a person"}});
}

}  // namespace cmd_reopen_test
