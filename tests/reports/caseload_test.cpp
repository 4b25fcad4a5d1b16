#include <doctest/doctest.h>

#include "support/two_schemes.h"

namespace reports_caseload_test {

using mentor::test::contains;
using mentor::test::json;
using mentor::test::rows_of;
using mentor::test::TwoSchemesFixture;
using mentor::test::Words;

TEST_CASE_FIXTURE(TwoSchemesFixture, "the caseload says of each pair how it stands") {
  two_pairs();
  ended_pair("self-managed");
  young_person("Y-00004", "Kay Dunn", "stockport");
  match("P-00004", "Y-00004", "M-00003", "stockport",
        "started: 2025-09-10\nendings:\n  - {id: V-00009, on: 2026-03-01, as: drifted, by: both}\n");
  match("P-00002", "Y-00002", "M-00002", "stockport",
        "started: 2026-01-12\npauses:\n  - {id: V-00002, from: 2026-03-22}\n");
  sessions("P-00001",
           "- {id: S-00001, date: 2026-02-10, minutes: 95, kind: call}\n"
           "- {id: S-00002, date: 2026-04-01, minutes: 25, kind: call}\n"
           "- {id: S-00003, date: 2026-04-02, cancelled_by: mentor}\n"
           "- {id: S-00004, date: 2026-04-03, minutes: 60, kind: call}\n");
  write("check-ins/P-00001.yaml",
        "- {id: K-00001, date: 2026-03-10, with: mentor}\n- {id: K-00002, date: 2026-02-10, with: mentor}\n"
        "- {id: K-00003, date: 2026-03-05, with: young-person}\n"
        "- {id: K-00004, date: 2026-03-25, with: key-adult}\n"
        "- {id: K-00005, date: 2026-04-03, with: young-person}\n");
  const json caseload = report("caseload");
  // 12 March to 12 April has 31 days, of which 10 are not away: 90 × 10 / 31 = 29.03, shown as 30.
  CHECK(rows_of(caseload.at("pairs"), {"match", "mentor", "young_person", "scheme", "area", "state",
                                       "started", "last_met", "minutes", "required"}) ==
        Words{"P-00001 M-00001 Y-00001 rotherham Rotherham active 2026-02-01 2026-04-01 25 90",
              "P-00002 M-00002 Y-00002 stockport Stockport paused 2026-01-12 - 0 30",
              "P-00003 M-00003 Y-00003 stockport Stockport self-managed 2025-09-10 - - -"});
  CHECK(rows_of(caseload.at("pairs"), {"match", "check_in_mentor", "check_in_young_person"}) ==
        Words{"P-00001 2026-03-10 2026-03-05", "P-00002 - -", "P-00003 - -"});
  CHECK(rows_of(caseload.at("by_area"), {"scheme", "area", "active", "paused", "self_managed"}) ==
        Words{"rotherham Rotherham 1 0 0", "stockport Stockport 0 1 1"});
}

TEST_CASE_FIXTURE(TwoSchemesFixture, "a pair that runs itself has no period") {
  mentor("M-00001", "Ros Okafor-Vale", "rotherham");
  young_person("Y-00001", "Tia Quillfeather", "rotherham");
  match("P-00001", "Y-00001", "M-00001", "rotherham",
        "started: 2026-02-01\nendings:\n  - {id: V-00009, on: 2026-02-28, as: self-managed, by: both}\n");
  clock = "2026-03-01";  // the first period was over with the ending
  CHECK(rows_of(report("caseload").at("pairs"), {"state", "minutes", "required"}) ==
        Words{"self-managed - -"});
}

TEST_CASE_FIXTURE(TwoSchemesFixture, "the caseload counts what stands about a pair and its two people") {
  two_pairs();
  // February and March: two missed periods and six weeks of silence. From 2 May on group supervision is late.
  const auto findings = [&] { return report("caseload").at("pairs")[0].at("findings").get<int>(); };
  CHECK(findings() == 3);
  clock = "2026-05-01";  // April is missed too
  CHECK(findings() == 4);
  clock = "2026-05-02";
  CHECK(findings() == 5);
  match("P-00001", "Y-00001", "M-00001", "rotherham",
        "started: 2026-02-01\nwaivers:\n  - {id: V-00003, rule: commitment.time, on: 2026-04-20, why: Ill, "
        "authorised_by: Bea, until: 2026-06-01}\n");
  CHECK(findings() == 2);
  std::string text = read("young-people/Y-00001.yaml").value();
  text.replace(text.find("agreed_on: 2026-01-05\n"), 22, "");
  write("young-people/Y-00001.yaml", text);
  CHECK(findings() == 3);
  CHECK(contains(run({"report", "caseload"}).out, "Tia Quillfeather"));
  CHECK_FALSE(contains(run({"report", "caseload", "--format", "csv"}).out, "Tia"));
}

}  // namespace reports_caseload_test
