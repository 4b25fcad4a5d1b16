#include <doctest/doctest.h>

#include "support/command_fixture.h"

namespace cmd_report_test {

using mentor::test::Answer;
using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::with;
using mentor::test::Words;

namespace {

const Words all_reports{"nightly", "caseload", "commitment", "pool", "reach",
                        "impact",  "expenses", "capacity",   "board"};

struct ReportFixture : PairFixture {
  json nightly() { return json_of({"report", "nightly"}).data(); }
  /// `FROM TO MINUTES/REQUIRED STATUS` of each period.
  Words periods() {
    Words periods;
    const json data = json_of({"report", "commitment"}).data();
    for (const auto& period : data.at("periods")) {
      periods.push_back(period.at("from").get<std::string>() + " " + period.at("to").get<std::string>() +
                        " " + period.at("minutes").dump() + "/" + period.at("required").dump() + " " +
                        period.at("status").get<std::string>());
    }
    return periods;
  }
  void log(const std::string& sessions) const { commit_file("sessions/P-9X2MC.yaml", sessions); }
  /// Adds lines to the match.
  void add_to_match(const std::string& lines) const {
    commit_file("matches/P-9X2MC.yaml", read("matches/P-9X2MC.yaml").value() + lines);
  }
};

}  // namespace

TEST_CASE_FIXTURE(ReportFixture, "a report says when, from what and by which rules it was made") {
  for (const auto& name : all_reports) {
    CAPTURE(name);
    const json report = json_of({"report", name}).data();
    CHECK(report.at("schema") == "mentorctl/1");
    CHECK(report.at("report") == name);
    CHECK(report.at("as_of") == "2026-04-02");
    CHECK(report.at("commit") == head());
    CHECK(report.at("policies").at("rotherham").get<std::string>().size() == 64);
    CHECK(report.contains("by_area"));
    CHECK(report.at("unrecorded") == json::array());
  }
}

TEST_CASE_FIXTURE(CommandFixture, "every report has something to say of an empty directory") {
  for (const auto& name : all_reports) {
    CAPTURE(name);
    const Answer text = run({"report", name});
    CHECK(text.status == 0);
    CHECK((name == "board" || contains(text.out, "0 pairs run")));  // the board's has words of its own
    CHECK((contains(text.out, "Nothing to show.") || contains(text.out, "In figures") ||
           contains(text.out, "What needs deciding\n-------------------\n")));
    CHECK(json_of({"report", name}).data().at("by_area") == json::array());
    CHECK(contains(run({"report", name, "--format", "csv"}).out, "table,"));
  }
}

TEST_CASE_FIXTURE(ReportFixture, "the nightly report has all of its tables") {
  const json report = nightly();
  for (const std::string table : {"concerns", "broken", "quiet", "due", "meetings", "waiting", "period",
                                  "changes", "waived", "advice"}) {
    CAPTURE(table);
    CHECK(report.at(table).is_array());
  }
}

TEST_CASE_FIXTURE(ReportFixture, "without a command and by default the nightly report is shown") {
  const std::string wanted = run({"report", "nightly"}).out;
  CHECK(contains(wanted, "1 pair runs"));
  CHECK(run({"report"}).out == wanted);
  CHECK(run({}).out == wanted);
  CHECK(run({"--format", "json"}).data().at("report") == "nightly");
}

TEST_CASE_FIXTURE(ReportFixture, "a report that is none is refused with what was meant") {
  CHECK(contains(run({"report", "comitment"}).err,
                 "there is no report 'comitment', did you mean 'commitment'"));
  CHECK(run({"report", "comitment"}).status == 2);
}

TEST_CASE_FIXTURE(ReportFixture, "what was changed by hand is named in every report") {
  write("mentors/M-7KQ2D.yaml", read("mentors/M-7KQ2D.yaml").value() + "# a note\n");
  write("matches/P-8X2MC.yaml",
        "id: P-8X2MC\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\nproposed: 2026-01-10\n");
  CHECK(nightly().at("unrecorded") == json{"matches/P-8X2MC.yaml", "mentors/M-7KQ2D.yaml"});
  CHECK(contains(run({"report", "commitment"}).out, "mentors/M-7KQ2D.yaml"));
}

TEST_CASE_FIXTURE(ReportFixture, "a pair that has not met for four weeks has gone quiet") {
  log("- {id: S-00001, date: 2026-02-10, minutes: 60, kind: call}\n"
      "- {id: S-00002, date: 2026-02-24, cancelled_by: mentor}\n"
      "- {id: S-00003, date: 2026-03-03, cancelled_by: young-person}\n");
  clock = "2026-03-09";
  CHECK(nightly().at("quiet").empty());
  clock = "2026-03-10";  // 28 days after 10 February
  REQUIRE(nightly().at("quiet").size() == 1);
  const json row = nightly().at("quiet")[0];
  CHECK(row.at("match") == "P-9X2MC");
  CHECK(row.at("since") == "2026-02-10");
  CHECK(row.at("days") == 28);
  CHECK(row.at("cancelled") == 2);
}

TEST_CASE_FIXTURE(ReportFixture, "what falls due within 30 days is said before it is broken") {
  // Group supervision is offered within three months of 1 February.
  clock = "2026-03-31";
  CHECK(nightly().at("due").empty());
  clock = "2026-04-02";
  const json due = nightly().at("due");
  REQUIRE(due.size() == 1);
  CHECK(due[0].at("rule") == "support.supervision");
  CHECK(due[0].at("due") == "2026-05-01");
  CHECK(due[0].at("subject") == "M-7KQ2D");
}

TEST_CASE_FIXTURE(ReportFixture, "the running period says what is still to come") {
  log("- {id: S-00001, date: 2026-04-01, minutes: 25, kind: call}\n");
  const json period = nightly().at("period");
  REQUIRE(period.size() == 1);
  CHECK(period[0].at("from") == "2026-04-01");
  CHECK(period[0].at("to") == "2026-05-01");
  CHECK(period[0].at("minutes") == 25);
  CHECK(period[0].at("required") == 90);
  CHECK(period[0].at("days_left") == 29);
}

TEST_CASE_FIXTURE(ReportFixture, "a young person who waits is in the report with the days") {
  add_young_person("Y-5F7KA", "Kay Dunn", "2006-05-20");  // referred on 5 January
  const json waiting = nightly().at("waiting");
  REQUIRE(waiting.size() == 1);
  CHECK(waiting[0].at("id") == "Y-5F7KA");
  CHECK(waiting[0].at("since") == "2026-01-05");
  CHECK(waiting[0].at("days") == 87);
  CHECK(contains(run({"report"}).out, "Y-5F7KA"));
}

TEST_CASE_FIXTURE(ReportFixture, "whoever waits after a match is asked for, as the ending says") {
  const Words end{"end", "P-9X2MC", "--as", "drifted", "--by", "both", "--reason", "x", "--on", "2026-03-20"};
  const auto next_of_tia = [&] {
    const json waiting = nightly().at("waiting");
    for (const auto& row : waiting) {
      if (row.at("id") == "Y-4F7KA") return row.at("next").get<std::string>();
    }
    return std::string();
  };
  SUBCASE("another match is wanted") {
    done(with(end, {"--rematch", "young-person"}));
    CHECK(next_of_tia() == "find another mentor: they asked for one");
  }
  SUBCASE("by both") {
    done(with(end, {"--rematch", "both"}));
    CHECK(next_of_tia() == "find another mentor: they asked for one");
  }
  SUBCASE("by the mentor alone") {
    done(with(end, {"--rematch", "mentor"}));
    CHECK(next_of_tia() == "ask whether they want another mentor");
  }
  SUBCASE("nobody said") {
    done(end);
    CHECK(next_of_tia() == "ask whether they want another mentor");
    done({"close", "Y-4F7KA", "--as", "finished", "--on", "2026-03-25"});
    done({"reopen", "Y-4F7KA", "--on", "2026-03-26"});
    CHECK(next_of_tia() == "find a mentor");
  }
}

TEST_CASE_FIXTURE(ReportFixture, "the nightly report says on which day a meeting that was moved now stands") {
  const auto meetings = [&] { return nightly().at("meetings"); };
  REQUIRE(meetings().size() == 1);
  CHECK(meetings()[0].at("match") == "P-9X2MC");
  CHECK(meetings()[0].at("on") == "2026-02-01");
  CHECK(meetings()[0].at("what") == "first meeting; nothing was logged since");
  const Words off{"log-session", "P-9X2MC", "--cancelled-by", "young-person", "--date"};
  done(with(off, {"2026-02-01", "--moved-to", "2026-02-08"}));
  done(with(off, {"2026-02-08", "--moved-to", "2026-04-02"}));
  CHECK(meetings()[0].at("on") == "2026-04-02");
  CHECK(meetings()[0].at("what") == "first meeting; moved 2 times");
  done({"log-session", "P-9X2MC", "--minutes", "60", "--kind", "first-meeting"});
  CHECK(meetings().empty());
  done(with(off, {"2026-04-02", "--moved-to", "2026-04-05"}));
  CHECK(meetings()[0].at("what") == "a meeting that fell through; moved 1 time");
  CHECK(contains(run({"report"}).out, "Meetings planned"));
}

TEST_CASE_FIXTURE(ReportFixture, "a concern that was not passed on stands first") {
  commit_file("concerns/C-5T3JZ.yaml", "id: C-5T3JZ\nabout: Y-4F7KA\nraised: 2026-03-31\n");
  const json concerns = nightly().at("concerns");
  REQUIRE(concerns.size() == 1);
  CHECK(concerns[0].at("id") == "C-5T3JZ");
  CHECK(concerns[0].at("days") == 2);
}

TEST_CASE_FIXTURE(ReportFixture, "a report for spreadsheets has its tables one after another") {
  const Answer report = run({"report", "commitment", "--format", "csv"});
  CHECK(report.rows("periods") ==
        Words{"table,match,mentor,young_person,scheme,area,from,to,minutes,required,status",
              "periods,P-9X2MC,M-7KQ2D,Y-4F7KA,rotherham,Rotherham,2026-02-01,2026-03-01,0,90,short",
              "periods,P-9X2MC,M-7KQ2D,Y-4F7KA,rotherham,Rotherham,2026-03-01,2026-04-01,0,90,short",
              "periods,P-9X2MC,M-7KQ2D,Y-4F7KA,rotherham,Rotherham,2026-04-01,2026-05-01,0,90,running"});
  CHECK(report.rows("by_area") ==
        Words{"table,scheme,area,met,short,minutes,required", "by_area,rotherham,Rotherham,0,2,0,180"});
  CHECK_FALSE(contains(report.out, "Tia"));
  CHECK(run({"report", "nightly", "--format", "csv"}).rows("broken").size() == 3);
}

TEST_CASE_FIXTURE(ReportFixture, "a period has its first day and not its last") {
  log("- {id: S-00001, date: 2026-02-01, minutes: 45, kind: one-to-one}\n"
      "- {id: S-00002, date: 2026-02-28, minutes: 45, kind: online}\n"
      "- {id: S-00003, date: 2026-03-01, minutes: 89, kind: call}\n");
  CHECK(periods() == Words{"2026-02-01 2026-03-01 90/90 met", "2026-03-01 2026-04-01 89/90 short",
                           "2026-04-01 2026-05-01 0/90 running"});
}

TEST_CASE_FIXTURE(ReportFixture, "a period is judged on the day that it is over") {
  clock = "2026-02-28";
  CHECK(periods() == Words{"2026-02-01 2026-03-01 0/90 running"});
  clock = "2026-03-01";
  CHECK(periods() == Words{"2026-02-01 2026-03-01 0/90 short", "2026-03-01 2026-04-01 0/90 running"});
}

TEST_CASE_FIXTURE(ReportFixture, "what counts is held and of a kind that the policy counts") {
  log("- {id: S-00001, date: 2026-02-01, minutes: 30, kind: first-meeting}\n"
      "- {id: S-00002, date: 2026-02-02, minutes: 300, kind: group}\n"
      "- {id: S-00003, date: 2026-02-03, cancelled_by: mentor}\n");
  clock = "2026-02-28";
  CHECK(periods() == Words{"2026-02-01 2026-03-01 30/90 running"});
}

TEST_CASE_FIXTURE(ReportFixture, "paused days lower what is asked in proportion") {
  // February has 28 days; 10 of them away leave 18: 90 × 18 / 28 = 57.86, shown as 58.
  add_to_match("pauses:\n  - {id: V-00002, from: 2026-02-10, to: 2026-02-20}\n");
  log("- {id: S-00001, date: 2026-02-05, minutes: 57, kind: call}\n");
  clock = "2026-03-01";
  CHECK(periods().front() == "2026-02-01 2026-03-01 57/58 short");
  log("- {id: S-00001, date: 2026-02-05, minutes: 58, kind: call}\n");
  CHECK(periods().front() == "2026-02-01 2026-03-01 58/58 met");
}

TEST_CASE_FIXTURE(ReportFixture, "a period away throughout is not judged") {
  add_to_match("pauses:\n  - {id: V-00002, from: 2026-02-15, to: 2026-04-15}\n");
  CHECK(periods() == Words{"2026-02-01 2026-03-01 0/45 short", "2026-03-01 2026-04-01 0/0 paused",
                           "2026-04-01 2026-05-01 0/48 running"});  // 90 × 14/28; 90 × 16/30
}

TEST_CASE_FIXTURE(ReportFixture, "an ending inside a period leaves that period unjudged") {
  add_to_match("endings:\n  - {id: V-00002, on: 2026-03-30, as: drifted, by: both, reason: Moved}\n");
  CHECK(periods() == Words{"2026-02-01 2026-03-01 0/90 short"});
  CHECK(json_of({"check"}).rules() == Words{"commitment.time", "commitment.ended_early"});
}

TEST_CASE_FIXTURE(ReportFixture, "a session on the day of the end counts") {
  add_to_match("endings:\n  - {id: V-00002, on: 2026-03-31, as: drifted, by: both, reason: Moved}\n");
  log("- {id: S-00001, date: 2026-03-31, minutes: 90, kind: call}\n");
  CHECK(periods().back() == "2026-03-01 2026-04-01 90/90 met");
}

TEST_CASE_FIXTURE(ReportFixture, "a period is judged under the edition of its first day") {
  std::string policy = read("schemes/rotherham/2026-01-01.yaml").value();
  policy.replace(policy.find("in_force: 2026-01-01"), 20, "in_force: 2026-02-15");
  policy.replace(policy.find("minutes: 90"), 11, "minutes: 60");
  commit_file("schemes/rotherham/2026-02-15.yaml", policy);
  CHECK(periods() == Words{"2026-02-01 2026-03-01 0/90 short", "2026-03-01 2026-04-01 0/60 short",
                           "2026-04-01 2026-05-01 0/60 running"});
}

}  // namespace cmd_report_test
