#include <doctest/doctest.h>

#include "support/command_fixture.h"

namespace cmd_privacy_test {

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

TEST_CASE_FIXTURE(PairFixture,
                  "what is recorded while a match runs and after it leaves no name in the history") {
  done({"pause", "tia", "--from", "2026-03-01", "--to", "2026-03-10", "--why", "Tia at Thornhill"});
  done({"pause", "okafor", "--from", "2026-03-20", "--why", "Ros in hospital"});
  done({"resume", "tia"});
  done({"renew", "tia", "--why", "Ottoline likes it"});
  done({"check-in", "tia", "--with", "young-person", "--by", "Jo Penhaligon", "--focus", "Skating", "--note",
        "Tia was quiet"});
  done({"goal", "tia", "--area", "eet", "--text", "Canoeing teacher"});
  done({"goal", "tia", "--outcome", "Quillfeather teaches"});
  done({"reflect", "tia", "--by", "mentor", "--text", "Ros learned from Tia"});
  done({"survey", "tia", "--trust", "yes", "--eet", "neet", "--barrier", "custody"});
  done({"waive", "commitment.time", "tia", "--why", "Tia was ill", "--authorised-by", "Jo Penhaligon",
        "--until", "2026-06-01"});
  done({"concern", "raise", "--about", "okafor", "--raised-by", "Bea Whitlock", "--id", "C-5T3JZ"});
  done({"concern", "pass-on", "C-5T3JZ", "--to", "Hank Reader", "--reference", "Hollis 12"});
  done({"concern", "close", "C-5T3JZ"});
  done({"log-event", "rapid-meeting", "--attended", "tia", "--attended", "okafor", "--see-again",
        "tia:okafor", "--note", "Ottoline sang"});
  done({"end", "tia", "--as", "drifted", "--by", "both", "--reason", "x", "--on", "2026-04-01"});
  done({"close", "tia", "--as", "finished"});
  done({"reopen", "Y-4F7KA", "--why", "Tia rang"});
  done({"reopen", "P-9X2MC", "--why", "Ros has time"});
  const std::string history = this->history() + git({"log", "--format=", "--name-only"});
  for (const std::string word :
       {"Ros",      "Okafor", "Vale",       "Tia",    "Quillfeather", "Thornhill", "hospital",
        "Ottoline", "Jo ",    "Penhaligon", "kating", "quiet",        "anoeing",   "teaches",
        "learned",  "neet",   "custody",    "ill",    "Bea",          "Whitlock",  "Hank",
        "Reader",   "Hollis", "sang",       "rang"}) {
    CAPTURE(word);
    CHECK_FALSE(contains(history, word));
  }
  CHECK_FALSE(contains(git({"log", "--format=%B", "--grep", "concern"}), "M-7KQ2D"));
}

TEST_CASE_FIXTURE(PairFixture, "a refusal while a match runs names nobody whom the person did not name") {
  for (const Words& words : std::vector<Words>{
           {"pause", "P-9X2MC", "--from", "2026-01-01"},
           {"resume", "P-9X2MC"},
           {"renew", "P-9X2MC", "--until", "2026-01-01"},
           {"reopen", "P-9X2MC"},
           {"reopen", "M-7KQ2D"},
           {"check-in", "M-7KQ2D", "--with", "mentor", "--date", "2026-04-03"},
           {"goal", "P-9X2MC", "--outcome", "x"},
           {"survey", "Y-4F7KA"},
           {"waive", "people.waiting", "Y-4F7KA", "--why", "x", "--authorised-by", "Jo", "--until",
            "2026-06-01"},
           {"log-event", "rapid-meeting", "--attended", "Y-4F7KA", "--see-again", "Y-4F7KA:M-7KQ2D"}}) {
    CAPTURE(words.front());
    const auto refused = run(words);
    CHECK(refused.status != 0);
    CHECK(refused.out.empty());
    for (const std::string name : {"Tia", "Quillfeather", "Okafor", "Ros"})
      CHECK_FALSE(contains(refused.err, name));
  }
}

}  // namespace cmd_privacy_test
