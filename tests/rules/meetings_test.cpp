#include "rules/meetings.h"

#include <doctest/doctest.h>

#include "rules/scene.h"

namespace rules_meetings_test {

using mentor::test::day;
using mentor::test::Lines;
using mentor::test::Scene;

namespace {

/// `2026-02-09 first, moved 2`, one a line.
Lines planned(const std::string& match, const std::string& sessions, const char* today) {
  const Scene scene({{"matches/P-00001.yaml",
                      "id: P-00001\nyoung_person: Y-00001\nmentor: M-00001\nscheme: rotherham\n"
                      "proposed: 2026-01-05\n" +
                          match},
                     {"sessions/P-00001.yaml", sessions}});
  const auto& records = scene.records();
  const auto pair = mentor::rules::Pair::of(records.matches.begin()->second, records);
  Lines lines;
  for (const auto& [on, first, moved] : mentor::rules::planned_meetings(pair, day(today)))
    lines.push_back(on.iso() + (first ? " first" : "") + (moved ? ", moved " + std::to_string(moved) : ""));
  return lines;
}

std::string off(const std::string& id, const std::string& date, const std::string& to) {
  return "- {id: " + id + ", date: " + date + ", cancelled_by: other" +
         (to.empty() ? "" : ", moved_to: " + to) + "}\n";
}
std::string held(const std::string& id, const std::string& date) {
  return "- {id: " + id + ", date: " + date + ", minutes: 60, kind: one-to-one}\n";
}

const std::string bowling = "first_meeting: {date: 2026-01-26, activity: Bowling}\n";
const std::string started = "started: 2026-01-26\n";

}  // namespace

TEST_CASE("a first meeting stands until something was logged") {
  CHECK(planned(bowling, "[]\n", "2026-01-10") == Lines{"2026-01-26 first"});
  CHECK(planned(bowling + started, "[]\n", "2026-02-20") == Lines{"2026-01-26 first"});
  CHECK(planned(bowling + started, held("S-00001", "2026-01-26"), "2026-01-26") == Lines{});
  CHECK(planned(bowling + started, held("S-00001", "2026-01-26"), "2026-01-25") == Lines{"2026-01-26 first"});
  CHECK(planned(started, "[]\n", "2026-02-20") == Lines{});
}

TEST_CASE("a first meeting that was moved four times stands on its last day") {
  const std::string four = off("S-00001", "2026-01-26", "2026-02-02") +
                           off("S-00002", "2026-02-02", "2026-02-09") +
                           off("S-00003", "2026-02-07", "2026-02-16") +  // called off ahead
                           off("S-00004", "2026-02-16", "2026-02-16");   // to later that day
  CHECK(planned(bowling, four, "2026-01-25") == Lines{"2026-01-26 first"});
  CHECK(planned(bowling, four, "2026-01-26") == Lines{"2026-02-02 first, moved 1"});
  CHECK(planned(bowling + started, four, "2026-02-07") == Lines{"2026-02-16 first, moved 3"});
  CHECK(planned(bowling + started, four, "2026-02-16") == Lines{"2026-02-16 first, moved 4"});
  CHECK(planned(bowling + started, four + held("S-00005", "2026-02-16"), "2026-02-16") == Lines{});
  CHECK(planned(bowling + started, four + off("S-00005", "2026-02-16", ""), "2026-02-16") == Lines{});
}

TEST_CASE("later meetings that were moved stand each for itself") {
  const std::string met = held("S-00001", "2026-01-26");
  const std::string moved = met + off("S-00002", "2026-02-09", "2026-02-20") +
                            off("S-00003", "2026-02-12", "2026-02-25");
  CHECK(planned(bowling + started, moved, "2026-02-12") ==
        Lines{"2026-02-20, moved 1", "2026-02-25, moved 1"});
  CHECK(planned(bowling + started, moved + held("S-00004", "2026-02-19"), "2026-03-01") ==
        Lines{"2026-02-20, moved 1", "2026-02-25, moved 1"});
  CHECK(planned(bowling + started, moved + held("S-00004", "2026-02-20"), "2026-03-01") ==
        Lines{"2026-02-25, moved 1"});
  CHECK(planned(bowling + started, moved + off("S-00004", "2026-02-20", "2026-02-27"), "2026-02-20") ==
        Lines{"2026-02-25, moved 1", "2026-02-27, moved 2"});
}

TEST_CASE("nothing is planned of a match that is declined or over, nor from before it came back") {
  const std::string moved = off("S-00001", "2026-02-09", "2026-02-20");
  CHECK(planned(bowling + "decisions:\n  - {id: V-00001, by: young-person, on: 2026-01-10, yes: no}\n",
                "[]\n", "2026-01-12") == Lines{});
  const std::string over = started + "endings:\n  - {id: V-00002, on: 2026-02-12, as: drifted, by: both}\n";
  CHECK(planned(over, moved, "2026-02-11") == Lines{"2026-02-20 first, moved 1"});
  CHECK(planned(over, moved, "2026-02-12") == Lines{});
  CHECK(planned(over + "reopened:\n  - {id: V-00003, on: 2026-02-21}\n", moved, "2026-02-21") == Lines{});
  CHECK(planned(over + "reopened:\n  - {id: V-00003, on: 2026-02-20}\n", moved, "2026-02-20") ==
        Lines{"2026-02-20 first, moved 1"});
}

}  // namespace rules_meetings_test
