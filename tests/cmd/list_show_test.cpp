#include <doctest/doctest.h>

#include "support/command_fixture.h"

namespace cmd_list_show_test {

using mentor::test::Answer;
using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::Words;

namespace {

Words states(const Answer& listed) {
  Words states;
  const json data = listed.data();
  for (const auto& record : data.at("records")) {
    states.push_back(record.at("id").get<std::string>() + " " + record.at("state").get<std::string>());
  }
  return states;
}

}  // namespace

TEST_CASE_FIXTURE(PairFixture, "a list shows the records with their state") {
  add_ready_mentor("M-8KQ2D", "Lee Marsh");
  add_young_person("Y-5F7KA", "Kay Dunn", "2006-05-20");
  CHECK(states(json_of({"list", "mentors"})) == Words{"M-7KQ2D matched", "M-8KQ2D ready"});
  CHECK(states(json_of({"list", "young-people"})) == Words{"Y-4F7KA matched", "Y-5F7KA waiting"});
  CHECK(states(json_of({"list", "matches"})) == Words{"P-9X2MC active"});
  clock = "2026-01-31";
  CHECK(states(json_of({"list", "matches"})) == Words{"P-9X2MC proposed"});
}

TEST_CASE_FIXTURE(PairFixture, "a list for people has one aligned line a record under its headings") {
  const Answer listed = run({"list", "mentors"});
  CHECK(listed.out ==
        "  mentor   state    name             scheme     role            area\n"
        "  M-7KQ2D  matched  Ros Okafor-Vale  rotherham  senior-manager  Rotherham\n");
  CHECK(contains(run({"list", "matches"}).out, "Tia Quillfeather with"));
}

TEST_CASE_FIXTURE(PairFixture, "a list for spreadsheets has every field and its table in front") {
  const Words rows = run({"list", "matches", "--format", "csv"}).rows("matches");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].starts_with("table,id,state,scheme,proposed,started,focus,"));
  CHECK(contains(rows[0], ",young_person,mentor,"));
  CHECK(rows[1].starts_with("matches,P-9X2MC,active,rotherham,2026-01-10,2026-02-01,A first job,"));
  CHECK_FALSE(contains(rows[1], "Tia"));
}

TEST_CASE_FIXTURE(CommandFixture, "an empty list is no data and a note") {
  for (const std::string kind : {"mentors", "young-people", "matches", "events", "concerns"}) {
    CAPTURE(kind);
    const Answer listed = run({"list", kind});
    CHECK(listed.status == 0);
    CHECK(listed.out.empty());
    CHECK(listed.err == "there are none yet\n");
    CHECK(json_of({"list", kind}).data() == json{{"schema", "mentorctl/1"}, {"records", json::array()}});
  }
}

TEST_CASE_FIXTURE(CommandFixture, "a kind that is none is refused with what was meant") {
  const Answer refused = run({"list", "mentorz"});
  CHECK(refused.status == 2);
  CHECK(contains(refused.err, "there is no list of 'mentorz', did you mean 'mentors'"));
  CHECK(contains(run({"list"}).err, "KIND is missing"));
  CHECK(contains(
      run({"list", "mentors", "--format", "html"}).err,
      "--format: this command has no 'html', Markdown and HTML are for reports, use text or json or csv"));
}

TEST_CASE_FIXTURE(PairFixture, "a match is shown with its sessions") {
  done({"log-session", "P-9X2MC", "--date", "2026-03-12", "--minutes", "60", "--kind", "call", "--cost",
        "7.40"});
  const Answer shown = json_of({"show", "P-9X2MC"});
  CHECK(shown.data().at("schema") == "mentorctl/1");
  CHECK(shown.data().at("record").at("state") == "active");
  CHECK(shown.data().at("record").at("young_person") == "Y-4F7KA");
  REQUIRE(shown.data().at("sessions").size() == 1);
  CHECK(shown.data().at("sessions")[0] ==
        json{{"id", "S-10000"}, {"date", "2026-03-12"}, {"minutes", 60}, {"kind", "call"}, {"cost", 7.4}});
  CHECK(contains(shown.out, "7.4"));
  CHECK(shown.data().at("check_ins") == json::array());
}

TEST_CASE_FIXTURE(PairFixture, "a record for people begins with whom it is about") {
  const Answer shown = run({"show", "P-9X2MC"});
  CHECK(shown.status == 0);
  CHECK(shown.out.starts_with("Tia Quillfeather with Ros Okafor-Vale\n"));
  CHECK(contains(shown.out, "first meeting"));
  CHECK(run({"show", "tia"}).out.starts_with("Tia Quillfeather\n"));
}

TEST_CASE_FIXTURE(PairFixture, "a person is shown with the fields of the record as data") {
  const json record = json_of({"show", "ros"}).data().at("record");
  CHECK(record.at("name") == "Ros Okafor-Vale");
  CHECK(record.at("born") == "1978-03-14");
  CHECK(record.at("steps").size() == 9);
  CHECK(record.at("steps")[2] ==
        json{{"id", "V-00003"}, {"step", "training"}, {"on", "2025-11-30"}, {"topic", "safeguarding"}});
}

TEST_CASE_FIXTURE(PairFixture, "show has no table for spreadsheets and needs a record") {
  CHECK(contains(run({"show", "ros", "--format", "csv"}).err,
                 "--format: this command has no 'csv', use text or json"));
  CHECK(run({"show"}).status == 2);
}

TEST_CASE_FIXTURE(PairFixture, "a command on one record does not read the others") {
  write("mentors/M-8KQ2D.yaml", "id: M-8KQ2D\nnme: Lee\n");
  CHECK(run({"log-session", "P-9X2MC", "--minutes", "30", "--kind", "call"}).status == 0);
  CHECK(run({"vet", "M-7KQ2D", "identity"}).status == 0);
  CHECK(run({"list", "mentors"}).status == 3);
  CHECK(run({"show", "ros"}).status == 3);
}

}  // namespace cmd_list_show_test
