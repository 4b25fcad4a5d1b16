#include <doctest/doctest.h>

#include "support/two_schemes.h"

namespace reports_impact_test {

using mentor::test::Answer;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::rows_of;
using mentor::test::TwoSchemesFixture;
using mentor::test::Words;

TEST_CASE_FIXTURE(TwoSchemesFixture,
                  "impact counts whoever has a match that runs or runs itself, each once") {
  two_pairs();
  ended_pair("drifted");
  CHECK(report("impact").at("supported") == 2);
  ended_pair("self-managed");
  CHECK(report("impact").at("supported") == 3);
  match("P-00004", "Y-00003", "M-00002", "stockport", "started: 2026-03-02\n");  // with another mentor
  CHECK(report("impact").at("supported") == 3);
  clock = "2026-01-11";  // the day before Stockport's second pair starts
  CHECK(report("impact").at("supported") == 1);
}

TEST_CASE_FIXTURE(TwoSchemesFixture, "impact counts those mentored by a former professional of theirs") {
  const auto former = [&](const std::string& with, const std::string& more) {
    two_pairs();
    mentor("M-00002", "Ros Okafor-Vale", "stockport", "",
           "  - {id: V-0000A, step: professional-role, with: " + with + ", " + more + "}\n");
    return report("impact").at("formerly_professional").get<int>();
  };
  CHECK(former("Y-00002", "on: 2026-01-05, as: social-worker, ended: 2025-09-01") == 1);
  CHECK(former("Y-00001", "on: 2026-01-05, as: social-worker, ended: 2025-09-01") == 0);
  CHECK(former("Y-00002", "on: 2026-04-03, as: social-worker, ended: 2025-09-01") == 0);  // noted tomorrow
  CHECK(former("Y-00002", "on: 2026-01-05, as: social-worker, ended: 2026-04-02") == 1);
  CHECK(former("Y-00002", "on: 2026-01-05, as: social-worker, ended: 2026-04-03") == 0);  // not over yet
  CHECK(former("Y-00002", "on: 2026-01-05, as: social-worker") == 1);
  match("P-00002", "Y-00002", "M-00002", "stockport",
        "started: 2025-09-10\nendings:\n  - {id: V-00009, on: 2026-03-01, as: self-managed, by: both}\n");
  CHECK(report("impact").at("supported") == 2);
  CHECK(report("impact").at("formerly_professional") == 1);  // it goes on by itself
  match("P-00002", "Y-00002", "M-00002", "stockport",
        "started: 2025-09-10\nendings:\n  - {id: V-00009, on: 2026-03-01, as: drifted, by: both}\n");
  CHECK(report("impact").at("supported") == 1);
  CHECK(report("impact").at("formerly_professional") == 0);
}

TEST_CASE_FIXTURE(TwoSchemesFixture, "of several surveys the latest answer to each question counts") {
  young_person("Y-00001", "Tia Quillfeather", "rotherham",
               "surveys:\n  - {id: V-00001, on: 2026-03-10, trust: yes}\n"
               "  - {id: V-00002, on: 2026-01-10, trust: no, listens: yes}\n");
  young_person("Y-00002", "Tia Quillfeather", "stockport",
               "surveys:\n  - {id: V-00001, on: 2026-04-02, trust: yes, listens: no}\n"
               "  - {id: V-00002, on: 2026-04-03, trust: no, listens: yes}\n");
  young_person("Y-00003", "Ben Moss", "stockport",
               "surveys:\n  - {id: V-00001, on: 2026-02-02, trust: no}\n");
  young_person("Y-00004", "Kay Dunn", "stockport");
  const json impact = report("impact");
  CHECK(impact.at("trust") == json{{"asked", 3}, {"yes", 2}});
  CHECK(impact.at("listens") == json{{"asked", 2}, {"yes", 1}});
  CHECK(rows_of(impact.at("by_area"),
                {"scheme", "area", "trust_asked", "trust_yes", "listens_asked", "listens_yes"}) ==
        Words{"rotherham Rotherham 1 1 1 1", "stockport Stockport 2 1 1 0"});
}

TEST_CASE_FIXTURE(TwoSchemesFixture,
                  "only accounts that people agreed to share are told, and without their names") {
  two_pairs();
  match("P-00002", "Y-00002", "M-00002", "stockport",
        "started: 2026-01-12\nreflections:\n"
        "  - {id: V-00011, by: young-person, on: 2026-04-02, text: I laughed again, share: yes}\n"
        "  - {id: V-00012, by: mentor, on: 2026-03-02, text: I learnt to wait, share: no}\n"
        "  - {id: V-00013, by: team, on: 2026-03-03, text: They get on}\n"
        "  - {id: V-00014, by: team, on: 2026-04-03, text: Still to come, share: yes}\n");
  CHECK(rows_of(report("impact").at("accounts"), {"match", "by", "on", "text"}) ==
        Words{"P-00002 young-person 2026-04-02 I laughed again"});
  const Answer shown = run({"report", "impact"});
  CHECK(contains(shown.out, "I laughed again"));
  CHECK_FALSE(contains(shown.out, "Tia"));
}

TEST_CASE_FIXTURE(TwoSchemesFixture, "an offer that was declined is counted, also when they come back") {
  const std::string declined = "closed:\n  - {id: V-00001, on: 2026-02-15, as: declined}\n";
  young_person("Y-00001", "Tia Quillfeather", "rotherham", declined);
  young_person("Y-00002", "Tia Quillfeather", "stockport",
               declined +
                   "  - {id: V-00003, on: 2026-04-02, as: declined}\nreopened:\n"
                   "  - {id: V-00002, on: 2026-03-01}\n");
  young_person("Y-00003", "Ben Moss", "stockport",
               "closed:\n  - {id: V-00001, on: 2026-04-03, as: declined}\n");
  young_person("Y-00004", "Kay Dunn", "stockport",
               "closed:\n  - {id: V-00001, on: 2026-02-15, as: withdrew}\n");
  const json impact = report("impact");
  CHECK(impact.at("declined") == 3);
  const Words keys{"area", "declined"};
  CHECK(rows_of(impact.at("by_area"), keys) == Words{"Rotherham 1", "Stockport 2"});
  CHECK(rows_of(report("reach").at("by_area"), keys) == Words{"Rotherham 1", "Stockport 2"});
  clock = "2026-03-15";
  CHECK(report("impact").at("declined") == 2);
}

TEST_CASE_FIXTURE(TwoSchemesFixture, "figures are a table of their own for spreadsheets and for people") {
  two_pairs();
  const Answer csv = run({"report", "impact", "--format", "csv"});
  CHECK(csv.rows("figures") == Words{"table,figure,part,value", "figures,supported,,2",
                                     "figures,formerly_professional,,0", "figures,trust,asked,0",
                                     "figures,trust,yes,0", "figures,listens,asked,0",
                                     "figures,listens,yes,0", "figures,declined,,0"});
  CHECK(contains(run({"report", "impact"}).out, "young people supported"));
}

}  // namespace reports_impact_test
