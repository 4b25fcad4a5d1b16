#include <doctest/doctest.h>

#include "support/command_fixture.h"
#include "support/refusals.h"

namespace cmd_log_session_test {

using mentor::test::Answer;
using mentor::test::check_refused;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::with;
using mentor::test::Words;

namespace {

const Words tea{"log-session", "P-9X2MC", "--date", "2026-03-12", "--minutes", "60", "--kind", "one-to-one"};

struct SessionFixture : PairFixture {
  void add_second_pair() const {
    add_ready_mentor("M-8KQ2D", "Lee Marsh");
    add_young_person("Y-5F7KA", "Kay Dunn", "2006-05-20");
    add_running_match("P-8X2MC", "Y-5F7KA", "M-8KQ2D", "2026-03-01");
  }
  [[nodiscard]] std::string log() const { return read("sessions/P-9X2MC.yaml").value_or(""); }
};

}  // namespace

TEST_CASE_FIXTURE(SessionFixture, "a session is one line with an identifier of its own") {
  const Answer logged = run(with(tea, {"--note", "went well", "--cost", "7.40", "--activity", "CV writing"}));
  CHECK(logged.status == 0);
  CHECK(logged.out == "P-9X2MC/S-10000\n");
  CHECK(log() ==
        "- {id: S-10000, date: 2026-03-12, minutes: 60, kind: one-to-one, activity: CV writing, cost: 7.40, "
        "note: went "
        "well}\n");
  CHECK(last_paths() == "sessions/P-9X2MC.yaml");
  CHECK(last_message() ==
        "log a session of P-9X2MC\n\nMentorctl-Command: log-session\nMentorctl-Record: P-9X2MC\n");
}

TEST_CASE_FIXTURE(SessionFixture, "a second session changes no other line") {
  done(tea);
  write("sessions/P-9X2MC.yaml", "# by hand\n" + log());
  git({"commit", "--quiet", "--all", "-m", "by hand"});
  done({"log-session", "P-9X2MC", "--date", "2026-02-10", "--minutes", "30", "--kind", "call"});
  CHECK(log() ==
        "# by hand\n- {id: S-10000, date: 2026-03-12, minutes: 60, kind: one-to-one}\n"
        "- {id: S-20000, date: 2026-02-10, minutes: 30, kind: call}\n");
  CHECK(git({"show", "--format=", "--numstat", "HEAD"}) == "1\t0\tsessions/P-9X2MC.yaml");
}

TEST_CASE_FIXTURE(SessionFixture, "a session without a date was today") {
  done({"log-session", "P-9X2MC", "--minutes", "1", "--kind", "online"});
  CHECK(contains(log(), "date: 2026-04-02, minutes: 1, kind: online"));
}

TEST_CASE_FIXTURE(SessionFixture, "one outing is logged with several matches in one commit") {
  add_second_pair();
  const int before = commits();
  const Answer logged = json_of(
      {"log-session", "P-9X2MC", "Kay", "P-8X2", "--minutes", "90", "--kind", "group"});
  CHECK(logged.status == 0);
  CHECK(commits() == before + 1);
  CHECK(logged.data().at("ids") == json{"P-9X2MC/S-10000", "P-8X2MC/S-20000"});
  CHECK(logged.data().at("id") == "P-9X2MC/S-10000");
  CHECK(last_paths() == "sessions/P-8X2MC.yaml\nsessions/P-9X2MC.yaml");
  CHECK(last_message() ==
        "log a session of P-9X2MC, P-8X2MC\n\nMentorctl-Command: log-session\nMentorctl-Record: P-9X2MC\n"
        "Mentorctl-Record: P-8X2MC\n");
}

TEST_CASE_FIXTURE(SessionFixture, "an outing that one of the matches refuses is logged with none") {
  add_second_pair();  // since 1 March
  const std::string before = everything();
  const Answer refused = json_of(
      {"log-session", "P-9X2MC", "P-8X2MC", "--date", "2026-02-28", "--minutes", "90", "--kind", "group"});
  CHECK(refused.status == 1);
  CHECK(refused.rules() == Words{"data.outside_match"});
  CHECK(refused.data().at("findings")[0].at("subject") == "P-8X2MC");
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(SessionFixture, "a session that fell through says who called it off") {
  CHECK(
      run({"log-session", "P-9X2MC", "--cancelled-by", "mentor", "--moved-to", "2026-04-09", "--note", "ill"})
          .status == 0);
  CHECK(log() ==
        "- {id: S-10000, date: 2026-04-02, cancelled_by: mentor, moved_to: 2026-04-09, note: ill}\n");
  CHECK(last_message().starts_with("log a cancelled session of P-9X2MC\n"));
}

TEST_CASE_FIXTURE(SessionFixture, "a session that looks like one already there is logged with a note") {
  done(tea);
  const std::string note =
      "note: P-9X2MC has a session on 12 March 2026 already, S-10000 (60 minutes, one-to-one): if it is the "
      "same one, correct that with 'mentorctl amend P-9X2MC/S-10000', and let this be, or strike it with "
      "'mentorctl amend P-9X2MC/S-20000 --remove'\n";
  const Answer again = run(tea);
  CHECK(again.status == 0);
  CHECK(contains(again.err, note));
  CHECK(contains(log(), "S-10000"));
  CHECK(contains(log(), "S-20000"));
  CHECK(run({"amend", "P-9X2MC/S-20000", "--remove"}).status == 0);
  CHECK_FALSE(contains(log(), "S-20000"));
}

TEST_CASE_FIXTURE(SessionFixture,
                  "of one session two people may say differently how long it was or what kind") {
  done(tea);
  struct Row {
    std::string minutes;
    std::string kind;
    std::string date;
    bool alike;
  };
  for (const auto& [minutes, kind, date, alike] :
       {Row{"75", "one-to-one", "2026-03-12", true}, Row{"60", "group", "2026-03-12", true},
        Row{"30", "call", "2026-03-12", false}, Row{"60", "one-to-one", "2026-03-13", false}}) {
    CAPTURE(minutes + kind + date);
    const Answer logged = run({"log-session", "tia", "--minutes", minutes, "--kind", kind, "--date", date});
    CHECK(contains(logged.err, "S-10000 (") == alike);
  }
  const Answer called_off = run({"log-session", "tia", "--cancelled-by", "mentor", "--date", "2026-03-12"});
  CHECK_FALSE(contains(called_off.err, "note:"));
  CHECK(contains(run({"log-session", "tia", "--cancelled-by", "other", "--date", "2026-03-12"}).err,
                 "(called off)"));
}

TEST_CASE_FIXTURE(SessionFixture, "what an outing cost is shared among its matches to the penny") {
  add_second_pair();
  const Answer logged = run(
      {"log-session", "P-8X2MC", "P-9X2MC", "--minutes", "90", "--kind", "group", "--cost", "25.01"});
  CHECK(logged.status == 0);
  CHECK(contains(read("sessions/P-8X2MC.yaml").value(), "cost: 12.51"));
  CHECK(contains(log(), "cost: 12.50"));
  CHECK(contains(logged.err, "note: 25.01 is shared equally among 2 pairs"));
  CHECK_FALSE(contains(run({"log-session", "tia", "--date", "2026-03-01", "--minutes", "90", "--kind",
                            "group", "--cost", "25.01"})
                           .err,
                       "note:"));
  CHECK(contains(log(), "cost: 25.01"));
}

TEST_CASE_FIXTURE(SessionFixture, "a session with a value that is none is refused") {
  struct Row {
    Words words;
    std::string says;
  };
  const std::vector<Row> rows{
      {{"P-9X2MC", "--kind", "call"}, "--minutes (or --cancelled-by) is missing"},
      {{"P-9X2MC", "--minutes", "30"}, "--kind is missing"},
      {{"P-9X2MC"}, "--minutes (or --cancelled-by), --kind are missing"},
      {{"--minutes", "30", "--kind", "call"}, "MATCH... is missing"},
      {{"P-9X2MC", "--minutes", "30", "--kind", "call", "--cancelled-by", "mentor"}, "--cancelled-by: "},
      {{"P-9X2MC", "--minutes", "30", "--kind", "one-on-one"}, "did you mean 'one-to-one'"},
      {{"P-9X2MC", "--cancelled-by", "nobody"},
       "--cancelled-by: 'nobody' is not known, one of mentor, young-person, other"},
      {{"P-9X2MC", "--cancelled-by", "mentor", "--moved-to", "2026-04-01"},
       "--moved-to: 2026-04-01 comes before 2026-04-02"},
      {{"P-9X2MC", "--minutes", "0", "--kind", "call"}, "--minutes: '0' is not whole minutes, 1 to 1440"},
      {{"P-9X2MC", "--minutes", "1441", "--kind", "call"}, "--minutes: '1441' is not "},
      {{"P-9X2MC", "--minutes", "1.5", "--kind", "call"}, "--minutes: '1.5' is not "},
      {{"P-9X2MC", "--minutes", "-5", "--kind", "call"}, "--minutes: '-5' is not "},
      {{"P-9X2MC", "--minutes", "1e2", "--kind", "call"}, "--minutes: '1e2' is not "},
      {{"P-9X2MC", "--minutes", "30", "--kind", "call", "--cost", "-1.00"}, "--cost: '-1.00' is not "},
      {{"P-9X2MC", "--minutes", "30", "--kind", "call", "--cost", "1.005"}, "--cost: '1.005' is not "},
      {{"P-9X2MC", "--minutes", "30", "--kind", "call", "--date", "yesterdy"},
       "--date: 'yesterdy' is not a date, YYYY-MM-DD"},
      {{"P-9X2MC", "--minutes", "30", "--kind", "call", "--date", "2026-02-29"},
       "--date: '2026-02-29' is not a date"},
      {{"P-9X2MC", "--minutes", "30", "--kind", "call", "--date", "2026-04-03"},
       "--date: 2026-04-03 is still to come, today is 2026-04-02"},
      {{"P-ZZZZZ", "--minutes", "30", "--kind", "call"}, "there is no match 'P-ZZZZZ'"},
  };
  const std::string before = everything();
  for (const auto& [words, says] : rows) {
    CAPTURE(says);
    const Answer refused = run(with({"log-session"}, words));
    CHECK(refused.status == 2);
    CHECK(refused.out.empty());
    CHECK(contains(refused.err, says));
  }
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(SessionFixture, "values are checked before the match is looked for") {
  const Words held{"log-session", "Nobody", "--minutes", "30", "--kind", "call"};
  CHECK(contains(run(with(held, {"--date", "2026-04-03"})).err, "--date: 2026-04-03 is still to come"));
  CHECK(contains(run(with(held, {"--cost", "cheap"})).err, "--cost: "));
  CHECK(contains(run({"log-session", "Nobody", "--kind", "call"}).err,
                 "--minutes (or --cancelled-by) is missing"));
}

TEST_CASE_FIXTURE(SessionFixture, "a session belongs within its match from the first day to the last") {
  const auto held_on = [&](const std::string& day) {
    return run({"log-session", "P-9X2MC", "--date", day, "--minutes", "30", "--kind", "call"}).status;
  };
  CHECK(held_on("2026-01-31") == 1);
  CHECK(held_on("2026-02-01") == 0);
  done({"end", "P-9X2MC", "--on", "2026-03-31", "--as", "drifted", "--by", "both", "--reason", "Moved"});
  CHECK(held_on("2026-03-31") == 0);
  CHECK(held_on("2026-04-01") == 1);
}

TEST_CASE_FIXTURE(SessionFixture, "a cost is claimed and paid back by today, and not before the session") {
  const Words day{"log-session", "P-9X2MC", "--date", "2026-03-20", "--minutes",
                  "30",          "--kind",  "call",   "--cost",     "3.10"};
  check_refused(*this,
                {{with(day, {"--claimed", "2026-04-03"}), 2, "--claimed: 2026-04-03 is still to come"},
                 {with(day, {"--paid", "2026-04-03"}), 2, "--paid: 2026-04-03 is still to come"},
                 {with(day, {"--claimed", "2026-03-19"}), 2, "claimed on 2026-03-19, before 2026-03-20"},
                 {with(day, {"--paid", "2026-03-19"}), 2, "paid on 2026-03-19, before 2026-03-20"}});
  CHECK(run(with(day, {"--claimed", "2026-03-20", "--paid", "2026-04-02"})).status == 0);
}

TEST_CASE_FIXTURE(SessionFixture, "a must has no override") {
  const std::string before = everything();
  const Answer refused = run({"log-session", "P-9X2MC", "--date", "2026-01-31", "--minutes", "30", "--kind",
                              "call", "--override", "It was so", "--authorised-by", "Jo Field"});
  CHECK(refused.status == 1);
  CHECK(contains(refused.err, "data.outside_match"));
  CHECK(contains(refused.err, "a rule that says must has no override"));
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(SessionFixture, "what was wrong before does not refuse what is right now") {
  git({"rm", "--quiet", "--cached", "--ignore-unmatch", "sessions/P-9X2MC.yaml"});
  commit_file("sessions/P-9X2MC.yaml", "- {id: S-00001, date: 2026-01-31, minutes: 30, kind: call}\n");
  CHECK(run(tea).status == 0);
  const Answer second = run(
      {"log-session", "P-9X2MC", "--date", "2026-01-31", "--minutes", "30", "--kind", "call"});
  CHECK(second.status == 1);
}

TEST_CASE_FIXTURE(SessionFixture,
                  "a session with someone under 18 and no check is recorded and is a finding") {
  add_young_person("Y-5F7KA", "Kay Dunn", "2009-05-20");
  add_ready_mentor("M-8KQ2D", "Lee Marsh");
  add_running_match("P-8X2MC", "Y-5F7KA", "M-8KQ2D", "2026-03-01");
  CHECK(run({"log-session", "P-8X2MC", "--minutes", "30", "--kind", "call"}).status == 0);
  const Answer checked = json_of({"check"});
  CHECK(checked.status == 1);
  CHECK(checked.rules().front() == "readiness.dbs");
}

TEST_CASE_FIXTURE(SessionFixture, "an identifier of a session can be chosen and not taken twice") {
  CHECK(done(with(tea, {"--id", "S-8F3K2"})) == "P-9X2MC/S-8F3K2");
  const Answer taken = run(with(tea, {"--id", "S-8F3K2"}));
  CHECK(taken.status == 2);
  CHECK(taken.err == "mentorctl: --id: 'S-8F3K2' is taken\n");
}

TEST_CASE_FIXTURE(PairFixture,
                  "a session while a concern about the mentor is open is recorded, and found at once") {
  commit_file("concerns/C-5T3JZ.yaml", "id: C-5T3JZ\nabout: M-7KQ2D\nraised: 2026-03-20\n");
  const Answer logged = json_of(
      {"log-session", "P-9X2MC", "--date", "2026-03-25", "--minutes", "30", "--kind", "one-to-one"});
  CHECK(logged.status == 0);
  CHECK(logged.rules() == Words{"safeguarding.held"});
}

}  // namespace cmd_log_session_test
