/// Reports over days that somebody names.
#include <doctest/doctest.h>

#include <filesystem>

#include "support/command_fixture.h"

namespace cmd_report_days_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::with;
using mentor::test::Words;

namespace {

/// The pair ended on 10 March; another began on 1 March with Bo, who was referred on 5 January and declined
/// nothing.
struct DaysFixture : PairFixture {
  DaysFixture() {
    commit_file(
        "matches/P-9X2MC.yaml",
        read("matches/P-9X2MC.yaml").value() +
            "reflections:\n  - {id: V-00003, by: young-person, on: 2026-02-14, text: It helps, share: yes}\n"
            "endings:\n  - {id: V-00002, on: 2026-03-10, as: managed, by: both, reason: Done, marked_by: "
            "Tea}\n");
    commit_file("sessions/P-9X2MC.yaml",
                "- {id: S-00001, date: 2026-02-05, minutes: 60, kind: one-to-one, cost: 2.00}\n"
                "- {id: S-00002, date: 2026-03-05, minutes: 60, kind: one-to-one, cost: 3.50}\n");
    add_ready_mentor("M-00001", "Di Ready");
    add_young_person("Y-00001", "Bo Later", "2006-01-01");
    add_running_match("P-00001", "Y-00001", "M-00001", "2026-03-01");
  }
  /// Ros met Tia before in a role that is over.
  void ros_was_a_professional() const {
    commit_file("mentors/M-7KQ2D.yaml",
                ready_mentor("M-7KQ2D", "Ros Okafor-Vale") +
                    "  - {id: V-0000A, step: professional-role, with: Y-4F7KA, on: 2026-01-05, as: "
                    "social-worker, ended: 2025-09-01}\n");
  }
  json over(const std::string& report, const std::string& from, const std::string& to) {
    return json_of({"report", report, "--from", from, "--to", to}).data();
  }
};

/// The pair met on 5 February. In March the pair met again, a concern was raised, the pair ended, a match was
/// proposed for Bo, who had waited since 5 January, a mentor enquired and somebody was referred.
struct LaterFixture : PairFixture {
  LaterFixture() {
    commit_file(
        "matches/P-9X2MC.yaml",
        read("matches/P-9X2MC.yaml").value() +
            "endings:\n  - {id: V-00002, on: 2026-03-20, as: managed, by: both, reason: Done, marked_by: "
            "Tea}\n");
    commit_file("sessions/P-9X2MC.yaml",
                "- {id: S-00001, date: 2026-02-05, minutes: 60, kind: one-to-one, cost: 2.00}\n"
                "- {id: S-00002, date: 2026-03-05, minutes: 60, kind: one-to-one, cost: 3.50}\n");
    commit_file("concerns/C-00001.yaml", "id: C-00001\nabout: M-7KQ2D\nraised: 2026-03-03\nraised_by: Jo\n");
    add_ready_mentor("M-00001", "Di Ready");
    add_young_person("Y-00001", "Bo Later", "2006-01-01");
    commit_file("matches/P-00001.yaml",
                "id: P-00001\nyoung_person: Y-00001\nmentor: M-00001\nscheme: rotherham\n"
                "proposed: 2026-03-10\n");
    commit_file("mentors/M-00002.yaml",
                "id: M-00002\nname: Ed New\nscheme: rotherham\nrole: senior-manager\nenquired: 2026-03-15\n");
    commit_file("young-people/Y-00002.yaml",
                "id: Y-00002\nname: Flo New\nscheme: rotherham\nborn: 2007-01-01\n"
                "referred: {on: 2026-03-16, by: Jo}\nagreed_on: 2026-03-16\n");
  }
  /// The report as data, without the day on which it was made; `deciding` of the board is of that day too.
  json told(const Words& words) {
    json all = json_of(words).data();
    all.erase("as_of");
    all.erase("later");
    if (!all.contains("deciding")) return all;
    for (auto& row : all.at("deciding")) row.erase("today");
    return all;
  }
};

}  // namespace

TEST_CASE_FIXTURE(LaterFixture, "a report up to a day tells what one made as of that day tells") {
  for (const std::string report :
       {"caseload", "commitment", "pool", "reach", "impact", "expenses", "capacity", "board"}) {
    CAPTURE(report);
    for (const Words& days : {Words{"--to", "2026-02-27"}, {"--from", "2026-02-01", "--to", "2026-02-27"}}) {
      const Words words = with({"report", report}, days);
      CHECK(told(words) == told(with(words, {"--as-of", "2026-02-27"})));
    }
  }
  const Words journey{"report", "journey", "P-9X2MC", "--to", "2026-02-27"};
  CHECK(told(journey) == told(with(journey, {"--as-of", "2026-02-27"})));
}

TEST_CASE_FIXTURE(LaterFixture, "who waited on the last day waited, though a match was proposed since") {
  const auto waiting = [&](const std::string& to) {
    json ids = json::array();
    const json pool = json_of({"report", "pool", "--to", to}).data();
    for (const auto& row : pool.at("waiting")) ids.push_back(row.at("young_person"));
    return ids;
  };
  CHECK(waiting("2026-03-09") == json{"Y-00001"});
  CHECK(waiting("2026-03-10") == json::array());
  CHECK(waiting("2026-03-19") == json{"Y-00002"});
}

TEST_CASE_FIXTURE(LaterFixture, "the journey of a match that was not there yet is not told") {
  const Answer answer = run({"report", "journey", "P-00001", "--to", "2026-03-09"});
  CHECK(answer.status == 2);
  CHECK(contains(answer.err, "--to: 'P-00001' was not there yet on 2026-03-09, name a later day"));
  CHECK(run({"report", "journey", "P-00001", "--to", "2026-03-10"}).status == 0);
}

TEST_CASE_FIXTURE(DaysFixture, "expenses are those of the days, the first and the last included") {
  CHECK(over("expenses", "2026-02-05", "2026-03-04").at("claims").size() == 1);
  CHECK(over("expenses", "2026-02-06", "2026-03-05").at("claims").size() == 1);
  CHECK(over("expenses", "2026-02-05", "2026-03-05").at("by_area")[0].at("cost") == 5.5);
  CHECK(over("expenses", "2026-02-06", "2026-03-04").at("claims").empty());
}

TEST_CASE_FIXTURE(DaysFixture, "supported is who had a match at some time in the days") {
  CHECK(over("impact", "2026-01-01", "2026-01-31").at("supported") == 0);
  CHECK(over("impact", "2026-02-01", "2026-02-28").at("supported") == 1);
  CHECK(over("impact", "2026-03-01", "2026-03-31").at("supported") == 2);
  CHECK(over("impact", "2026-03-10", "2026-03-31").at("supported") == 1);  // ended from the 10th on
  CHECK(over("impact", "2026-02-01", "2026-02-28").at("accounts").size() == 1);
  CHECK(over("impact", "2026-03-01", "2026-03-31").at("accounts").empty());
}

TEST_CASE_FIXTURE(DaysFixture,
                  "of those supported in the days, each is counted whose match in them was with a former "
                  "professional of theirs") {
  ros_was_a_professional();
  const auto by_professionals = [&](const std::string& from) {
    const json impact = over("impact", from, "2026-04-02");
    return impact.at("formerly_professional").dump() + " of " + impact.at("supported").dump();
  };
  CHECK(by_professionals("2026-02-01") == "1 of 2");  // the match ended on 10 March
  CHECK(by_professionals("2026-03-09") == "1 of 2");
  CHECK(by_professionals("2026-03-10") == "0 of 1");
}

TEST_CASE_FIXTURE(DaysFixture, "reach counts who was referred, had a match and had one end in the days") {
  const auto totals = [&](const std::string& from, const std::string& to) {
    return over("reach", from, to).at("by_area")[0];
  };
  CHECK(totals("2026-01-01", "2026-01-31").at("referred") == 2);
  CHECK(totals("2026-02-01", "2026-02-28").at("referred") == 0);
  CHECK(totals("2026-02-01", "2026-02-28").at("matched") == 1);
  CHECK(totals("2026-02-01", "2026-02-28").at("ended") == 0);
  CHECK(totals("2026-03-01", "2026-03-31").at("matched") == 2);
  CHECK(totals("2026-03-01", "2026-03-31").at("ended") == 1);
  CHECK(totals("2026-03-11", "2026-03-31").at("ended") == 0);
  CHECK(over("reach", "2026-03-01", "2026-03-31").at("sessions_held") == 1);
}

TEST_CASE_FIXTURE(DaysFixture, "periods are those that end in the days or run on their last day") {
  // P-9X2MC: 1 February to 28 February; it ended in the next. P-00001: 1 March to 31 March, and April runs.
  CHECK(over("commitment", "2026-02-28", "2026-02-28").at("periods").size() == 1);
  CHECK(over("commitment", "2026-03-01", "2026-03-31").at("periods").size() == 1);
  CHECK(over("commitment", "2026-04-01", "2026-04-02").at("periods").size() == 1);
  CHECK(over("commitment", "2026-02-01", "2026-04-02").at("periods").size() == 3);
}

TEST_CASE_FIXTURE(DaysFixture, "what is of a day is of the last one, with who came and went in the days") {
  for (const std::string report : {"pool", "capacity", "caseload"}) {
    CAPTURE(report);
    const json moved = over(report, "2026-03-01", "2026-03-31").at("moved");
    REQUIRE(moved.size() == 1);
    CHECK(moved[0].at("began") == 1);
    CHECK(moved[0].at("ended") == 1);
    CHECK(moved[0].at("referred") == 0);
    CHECK_FALSE(json_of({"report", report}).data().contains("moved"));
  }
  CHECK(over("caseload", "2026-02-01", "2026-03-09").at("pairs").size() == 2);
  CHECK(over("caseload", "2026-02-01", "2026-03-10").at("pairs").size() == 1);
  CHECK(over("capacity", "2026-02-01", "2026-02-28").at("running") == 1);
}

TEST_CASE_FIXTURE(DaysFixture, "a report over days says so, and is made again from what it says") {
  const Words words{"report", "expenses", "--from", "2026-02-01", "--to", "2026-02-28"};
  CHECK(contains(run(words).out, "Expenses, 1 February 2026 to 28 February 2026\n"));
  CHECK(
      contains(run({"report", "expenses", "--to", "2026-02-28"}).out, "Expenses, up to 28 February 2026\n"));
  for (const std::string format : {"text", "json", "csv", "md", "html"}) {
    CAPTURE(format);
    const std::string file = (root().parent_path() / ("kept." + format)).string();
    CHECK(run(with(words, {"--format", format, "-o", file})).status == 0);
    const Answer again = run({"report", "--verify", file});
    CHECK(again.status == 0);
    CHECK(contains(again.out, "the same to the byte"));
  }
}

TEST_CASE_FIXTURE(DaysFixture, "days that make no sense are refused") {
  CHECK(contains(run({"report", "--from", "2026-02-01"}).err, "--from: the report 'nightly' is of a day"));
  CHECK(contains(run({"report", "pool", "--from", "2026-03-02", "--to", "2026-03-01"}).err,
                 "--from: 2026-03-02 comes after 2026-03-01"));
  CHECK(run({"report", "pool", "--from", "2026-03-32"}).status == 2);
  for (const std::string report : {"pool", "board"}) {
    const Answer late = run({"report", report, "--from", "2026-04-03"});
    CHECK(late.status == 2);
    CHECK(contains(late.err,
                   "--from: 2026-04-03 comes after 2026-04-02, the day of the report, name an earlier one"));
    CHECK(run({"report", report, "--from", "2026-04-02"}).status == 0);
  }
}

TEST_CASE_FIXTURE(DaysFixture, "days to come are not in the title, for nothing is told of them") {
  CHECK(contains(run({"report", "expenses", "--from", "2026-02-01", "--to", "2027-03-31"}).out,
                 "Expenses, 1 February 2026 to 2 April 2026\n"));
  CHECK(contains(run({"report", "expenses", "--to", "2027-03-31"}).out, "Expenses, up to 2 April 2026\n"));
}

TEST_CASE_FIXTURE(DaysFixture, "expenses are added up") {
  const json all = over("expenses", "2026-02-01", "2026-03-31").at("in_all");
  CHECK(all.at("cost") == 5.5);
  CHECK(all.at("claimed") == 0.0);
  CHECK(all.at("paid") == 0.0);
}

TEST_CASE_FIXTURE(DaysFixture, "a dry run writes no report, and what is no format of a report is refused") {
  const std::string file = (root().parent_path() / "dry.html").string();
  const Answer dry = run({"--dry-run", "report", "pool", "--format", "html", "-o", file});
  CHECK(dry.status == 0);
  CHECK(contains(dry.err, "nothing was written"));
  CHECK_FALSE(std::filesystem::exists(file));
  for (const std::string format : {"ics", "sqlite"}) {
    CAPTURE(format);
    CHECK(run({"report", "pool", "--format", format, "-o", file}).status == 2);
    CHECK_FALSE(std::filesystem::exists(file));
  }
}

}  // namespace cmd_report_days_test
