#include <doctest/doctest.h>

#include "support/command_fixture.h"

using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::PairFixture;
using mentor::test::Words;

TEST_CASE_FIXTURE(CommandFixture, "names and people's words never reach the history") {
  const std::string mentor = done({"add-mentor", "--name", "Ros Okafor-Vale", "--scheme", "rotherham",
                                   "--role", "elected-member", "--area", "Wickersley", "--pen-picture",
                                   "Loves canoeing", "--email", "ros@nowhere.example"});
  const std::string person = done({"refer", "--name", "Tia Quillfeather", "--scheme", "rotherham", "--born",
                                   "2006-05-20", "--referred-by", "Bea Whitlock", "--key-adult", "Sam Patel",
                                   "--emergency-contact", "Nan Hollis, grandmother, 01709 555555",
                                   "--override", "Trusts Ottoline", "--authorised-by", "Jo Penhaligon"});
  done({"vet", "okafor", "dbs", "--level", "enhanced", "--seen-by", "Hank Reader"});
  const std::string pair = done(
      {"match", "quillfeather", "okafor", "--considered-by", "Bea Whitlock", "--focus", "Canoeing"});
  done({"decide", "quillfeather", "--by", "young-person", "--yes", "--why", "Ottoline knows her"});
  done({"start", "tia", "--activity", "Skating", "--brokered-by", "Jo Penhaligon", "--contacts-given",
        "--override", "Urgent for Tia", "--authorised-by", "Jo Penhaligon"});
  done({"log-session", "tia", "--minutes", "60", "--kind", "call", "--activity", "Skating", "--note",
        "Tia was quiet"});
  done({"log-event", "mentor-meetup", "--invited", "okafor", "--note", "Ottoline sang"});
  done({"end", "tia", "--as", "broke-down", "--by", "mentor", "--reason", "Okafor moved", "--marked-by",
        "Skating"});
  done({"close", "tia", "--as", "finished", "--why", "Ottoline hired her"});
  const std::string history = this->history() + git({"log", "--format=", "--name-only"});
  for (const std::string word :
       {"Ros",     "Okafor", "Vale",   "Tia",   "Quillfeather", "Bea",        "Whitlock",   "Sam",
        "Patel",   "Nan",    "Hollis", "01709", "Ottoline",     "Penhaligon", "Hank",       "Reader",
        "anoeing", "kating", "quiet",  "sang",  "moved",        "Urgent",     "Wickersley", "nowhere"}) {
    CAPTURE(word);
    CHECK_FALSE(contains(history, word));
  }
  CHECK(contains(history, mentor));
  CHECK(contains(history, person));
  CHECK(contains(history, pair));
}

TEST_CASE_FIXTURE(PairFixture, "an error names nobody whom the person did not name") {
  add_ready_mentor("M-8KQ2D", "Ros Marsh");
  for (const Words& words : std::vector<Words>{
           {"show", "ros"},
           {"vet", "ros", "identity"},
           {"end", "P-9X2MC", "--as", "completed", "--by", "both"},
           {"close", "Y-4F7KA", "--as", "finished"},
           {"match", "Y-4F7KA", "M-8KQ2D"},
           {"start", "P-9X2MC"},
           {"log-session", "P-9X2MC", "--date", "2026-01-31", "--minutes", "30", "--kind", "call"}}) {
    CAPTURE(words.front());
    const auto refused = run(words);
    CHECK(refused.status != 0);
    CHECK(refused.out.empty());
    for (const std::string name : {"Tia", "Quillfeather", "Okafor", "Marsh"})
      CHECK_FALSE(contains(refused.err, name));
  }
}

TEST_CASE_FIXTURE(PairFixture, "what a command that writes says for people is without names") {
  const auto logged = run({"log-session", "tia", "--minutes", "30", "--kind", "call"});
  CHECK(logged.err == "done: log a session of P-9X2MC\n");
  const auto again = run({"log-session", "tia", "--minutes", "30", "--kind", "call"});
  CHECK_FALSE(contains(again.err, "Tia"));
}
