#include <doctest/doctest.h>

#include "support/two_schemes.h"

namespace reports_reach_test {

using mentor::test::contains;
using mentor::test::json;
using mentor::test::rows_of;
using mentor::test::TwoSchemesFixture;
using mentor::test::with;
using mentor::test::Words;

namespace {

struct ReachFixture : TwoSchemesFixture {
  /// `SCHEME GROUP REFERRED MATCHED` of each row of that kind.
  Words groups(const std::string& kind) {
    json rows = json::array();
    const json reach = report("reach");
    for (const auto& row : reach.at("groups")) {
      if (row.at("kind") == kind) rows.push_back(row);
    }
    return rows_of(rows, {"scheme", "group", "referred", "matched"});
  }
};

}  // namespace

TEST_CASE_FIXTURE(ReachFixture, "reach counts the referred and the matched of each group, by scheme") {
  two_pairs();
  young_person("Y-00001", "Tia Quillfeather", "rotherham",
               "groups: [disabled]\nlanguages: [English, Tigrinya]\n");
  young_person("Y-00002", "Tia Quillfeather", "stockport", "groups: [disabled, young-parent]\n");
  young_person("Y-00004", "Kay Dunn", "stockport", "groups: [disabled]\nnobody_else: yes\n");
  young_person("Y-00005", "Lee Wood", "stockport", "nobody_else: no\n");
  CHECK(groups("group") ==
        Words{"rotherham disabled 1 1", "stockport disabled 2 1", "stockport young-parent 1 1"});
  CHECK(groups("language") == Words{"rotherham English 1 1", "rotherham Tigrinya 1 1"});
  CHECK(groups("nobody-else") == Words{"stockport no one else in their life 1 0"});
}

TEST_CASE_FIXTURE(ReachFixture, "a language is one however it is spelt and however often somebody gives it") {
  young_person("Y-00001", "Tia Quillfeather", "rotherham", "languages: [Français, francais]\n");
  young_person("Y-00002", "Kay Dunn", "rotherham", "languages: [FRANCAIS]\n");
  CHECK(groups("language") == Words{"rotherham Français 2 0"});
}

TEST_CASE_FIXTURE(ReachFixture,
                  "somebody who speaks two languages is in the group of each, also when one text has both") {
  young_person("Y-00001", "Tia Quillfeather", "rotherham", "languages: [English and Yoruba]\n");
  young_person("Y-00002", "Kay Dunn", "rotherham", "languages: [\"yoruba \"]\n");
  CHECK(groups("language") == Words{"rotherham English 1 0", "rotherham Yoruba 2 0"});
}

TEST_CASE_FIXTURE(ReachFixture,
                  "the latest EET status by the day counts, and for neet what keeps them from it") {
  young_person("Y-00001", "Tia Quillfeather", "rotherham",
               "eet:\n  - {id: V-00001, on: 2026-03-01, status: neet, barriers: [illness, parenthood]}\n"
               "  - {id: V-00002, on: 2026-01-05, status: education}\n");
  young_person("Y-00002", "Kay Dunn", "rotherham",
               "eet:\n  - {id: V-00001, on: 2026-04-02, status: neet}\n"
               "  - {id: V-00002, on: 2026-04-03, status: training}\n");
  young_person("Y-00003", "Ben Moss", "rotherham",
               "eet:\n  - {id: V-00001, on: 2026-01-05, status: neet, barriers: [custody]}\n"
               "  - {id: V-00002, on: 2026-02-05, status: apprenticeship}\n");
  young_person("Y-00004", "Lee Wood", "rotherham");
  CHECK(groups("eet") ==
        Words{"rotherham apprenticeship 1 0", "rotherham neet 2 0", "rotherham not recorded 1 0"});
  CHECK(groups("barrier") ==
        Words{"rotherham disengagement only 1 0", "rotherham illness 1 0", "rotherham parenthood 1 0"});
}

TEST_CASE_FIXTURE(ReachFixture, "whoever has left, or is not referred yet, is in no group") {
  young_person("Y-00001", "Tia Quillfeather", "rotherham",
               "languages: [English]\nclosed:\n  - {id: V-00001, on: 2026-03-01, as: finished}\n");
  young_person("Y-00002", "Kay Dunn", "rotherham", "languages: [English]\n");
  CHECK(groups("language") == Words{"rotherham English 1 0"});
  clock = "2026-01-04";
  CHECK(groups("language") == Words{});
}

TEST_CASE_FIXTURE(ReachFixture, "reach says by area what became of the referrals") {
  two_pairs();
  ended_pair("drifted");  // Ben Moss waits again
  young_person("Y-00004", "Kay Dunn", "stockport",
               "closed:\n  - {id: V-00001, on: 2026-03-01, as: declined}\n");
  young_person("Y-00005", "Lee Wood", "stockport");
  match("P-00001", "Y-00001", "M-00001", "rotherham",
        "started: 2026-02-01\npauses:\n  - {id: V-00002, from: 2026-03-20}\n");  // away is matched
  young_person("Y-00006", "Di Asked", "stockport");
  match("P-00004", "Y-00006", "M-00003", "stockport", "");  // proposed, and not answered by both
  const Words keys{"scheme", "area", "referred", "declined", "waiting", "proposed", "matched", "ended"};
  CHECK(rows_of(report("reach").at("by_area"), keys) ==
        Words{"rotherham Rotherham 1 0 0 0 1 0", "stockport Stockport 5 1 2 1 1 1"});
}

TEST_CASE_FIXTURE(ReachFixture,
                  "reach and impact say of every figure whether it is of now, of ever or of the days") {
  two_pairs();
  match("P-00001", "Y-00001", "M-00001", "rotherham",
        "started: 2026-02-01\nreflections:\n"
        "  - {id: V-00011, by: young-person, on: 2026-02-02, text: I laughed again, share: yes}\n");
  const auto says = [&](const Words& days, const Words& reach, const Words& impact) {
    for (const auto& [name, headings] : {std::pair("reach", reach), std::pair("impact", impact)}) {
      for (const auto& format : {"md", "html"}) {
        const std::string shown = run(with({"report", name, "--format", format}, days)).out;
        for (const auto& each : headings) {
          CAPTURE(each);
          CHECK(contains(shown, each));
        }
      }
    }
  };
  says({},
       {"group activities ever", "sessions held ever", "Referred ever", "Declined ever", "Waiting now",
        "Proposed now", "Matched now", "Had a match end ever"},
       {"young people supported now", "somebody they trust, ever", "offers declined ever",
        "In their own words, ever", "Supported now", "Asked: listens, ever"});
  says({"--to", "2026-03-01"}, {"sessions held by then", "Referred by then", "Waiting then", "Matched then"},
       {"young people supported then", "offers declined by then", "Supported then"});
  says({"--from", "2026-01-01", "--to", "2026-03-01"},
       {"sessions held in the period", "Referred in the period", "Waiting at the end", "Proposed at the end",
        "Matched in the period"},
       {"young people supported in the period", "Supported in the period"});
}

TEST_CASE_FIXTURE(ReachFixture, "reach says how many came to what by the day") {
  two_pairs();
  ended_pair("drifted");
  const auto event = [&](const std::string& id, const std::string& kind, const std::string& date,
                         const std::string& attended) {
    write("events/" + id + ".yaml", "id: " + id + "\nkind: " + kind + "\ndate: " + date +
                                        "\nscheme: stockport\nattended: " + attended + "\n");
  };
  event("E-00001", "group-activity", "2026-03-01", "[Y-00002, Y-00003, M-00002]");
  event("E-00002", "mentee-meetup", "2026-04-02", "[Y-00002, Y-00001]");
  event("E-00003", "group-activity", "2026-04-02", "[]");
  young_person("Y-00004", "Kay Dunn", "stockport");
  event("E-00004", "group-activity", "2026-04-03", "[Y-00004]");
  sessions("P-00001",
           "- {id: S-00001, date: 2026-02-10, minutes: 60, kind: call}\n"
           "- {id: S-00002, date: 2026-02-17, cancelled_by: mentor}\n"
           "- {id: S-00003, date: 2026-04-03, minutes: 60, kind: call}\n");
  sessions("P-00003", "- {id: S-00001, date: 2026-02-10, minutes: 60, kind: call}\n");
  const json reach = report("reach");
  CHECK(reach.at("group_activities") == 2);
  CHECK(reach.at("came_to_events") == 3);
  CHECK(reach.at("sessions_held") == 2);
}

}  // namespace reports_reach_test
