#include <doctest/doctest.h>

#include "support/two_schemes.h"

namespace reports_pool_test {

using mentor::test::contains;
using mentor::test::json;
using mentor::test::rows_of;
using mentor::test::TwoSchemesFixture;
using mentor::test::Words;

TEST_CASE_FIXTURE(TwoSchemesFixture,
                  "the pool holds who is ready, and who is matched with room for another") {
  two_pairs();
  mentor("M-00001", "Ros Okafor-Vale", "rotherham", "capacity: 2\n");
  ended_pair("drifted");  // sets Asha Bell free on 1 March
  mentor("M-00004", "Lou Hart", "stockport", "languages: [Urdu]\ninterests: [chess]\n");
  young_person("Y-00004", "Kay Dunn", "stockport");
  match("P-00004", "Y-00004", "M-00004", "stockport", "");
  const Words keys{"mentor", "scheme", "area", "state", "capacity", "running", "proposed", "since"};
  const json pool = report("pool");
  CHECK(rows_of(pool.at("ready"), keys) == Words{"M-00001 rotherham Rotherham matched 2 1 0 -",
                                                 "M-00003 stockport Stockport ready 1 0 0 2026-03-01",
                                                 "M-00004 stockport Stockport ready 1 0 1 -"});
  CHECK(pool.at("ready")[2].at("languages") == json{"Urdu"});
  CHECK(pool.at("ready")[2].at("interests") == json{"chess"});
  CHECK(rows_of(pool.at("by_area"), {"scheme", "ready", "preparing", "waiting"}) ==
        Words{"rotherham 1 0 0", "stockport 2 0 1"});
}

TEST_CASE_FIXTURE(TwoSchemesFixture,
                  "a matched mentor with room who now lacks something is not in the pool") {
  two_pairs();
  write("mentors/M-00001.yaml",
        "id: M-00001\nname: Ros Okafor-Vale\nscheme: rotherham\nrole: senior-manager\ncapacity: 2\n");
  CHECK(report("pool").at("ready") == json::array());
  CHECK(report("pool").at("preparing") == json::array());
}

TEST_CASE_FIXTURE(TwoSchemesFixture, "mentors who prepare are told with what each lacks") {
  mentor("M-00001", "Ros Okafor-Vale", "rotherham");
  std::string text = read("mentors/M-00001.yaml").value();
  write("mentors/M-00001.yaml", text.substr(0, text.find("  - {id: V-00009")));
  const json pool = report("pool");
  CHECK(rows_of(pool.at("preparing"), {"mentor", "enquired", "lacks"}) ==
        Words{"M-00001 2025-11-01 [\"the pen picture is missing\"]"});
  CHECK(pool.at("ready") == json::array());
  CHECK(rows_of(pool.at("by_area"), {"scheme", "preparing"}) == Words{"rotherham 1"});
  clock = "2025-10-31";  // before they asked about mentoring
  CHECK(report("pool").at("preparing") == json::array());
}

TEST_CASE_FIXTURE(TwoSchemesFixture, "what somebody answered for is not lacking") {
  two_pairs();
  const auto mentor_without_pen_picture = [&](const std::string& id, const std::string& more) {
    const std::string text = ready_mentor(id, "Ros Okafor-Vale");
    write("mentors/" + id + ".yaml", text.substr(0, text.find("  - {id: V-00009")) + "capacity: 2\n" + more);
  };
  const std::string answered =
      "overrides:\n  - {id: V-0000A, rule: readiness.pen_picture, on: 2026-01-01, reason: Broken arm, "
      "authorised_by: Bea}\n";
  mentor_without_pen_picture("M-00001", answered);  // matched, with room
  mentor_without_pen_picture("M-00004", answered);
  mentor_without_pen_picture("M-00005", "");
  const json pool = report("pool");
  CHECK(rows_of(pool.at("ready"), {"mentor", "state"}) == Words{"M-00001 matched", "M-00004 ready"});
  CHECK(rows_of(pool.at("preparing"), {"mentor"}) == Words{"M-00005"});
}

TEST_CASE_FIXTURE(TwoSchemesFixture,
                  "those with nobody else wait first, then those who have waited longest") {
  ended_pair("drifted");  // Ben Moss waits since 1 March
  young_person("Y-00001", "Tia Quillfeather", "rotherham", "languages: [Slovak]\n");
  young_person("Y-00002", "Tia Quillfeather", "stockport",
               "nobody_else: yes\nclosed:\n  - {id: V-00001, on: 2026-02-01, as: withdrew}\n"
               "reopened:\n  - {id: V-00002, on: 2026-03-31}\n");
  young_person("Y-00004", "Kay Dunn", "stockport", "nobody_else: no\n");
  const json waiting = report("pool").at("waiting");
  CHECK(rows_of(waiting, {"young_person", "scheme", "area", "since", "days", "nobody_else"}) ==
        Words{"Y-00002 stockport Stockport 2026-03-31 2 true", "Y-00001 rotherham Rotherham 2026-01-05 87 -",
              "Y-00004 stockport Stockport 2026-01-05 87 false",
              "Y-00003 stockport Stockport 2026-03-01 32 -"});
  CHECK(waiting[1].at("languages") == json{"Slovak"});
  CHECK(contains(run({"report", "pool"}).out, "Kay Dunn"));
  CHECK_FALSE(contains(run({"report", "pool", "--format", "csv"}).out, "Kay"));
}

TEST_CASE_FIXTURE(TwoSchemesFixture, "mentors' wishes stand against who is really waiting in their scheme") {
  mentor("M-00001", "Ros Okafor-Vale", "rotherham", "prefers: {age: 16-18, gender: Female}\n");
  mentor("M-00002", "Asha Bell", "rotherham", "prefers: {gender: female, age: 16-18}\n");
  mentor("M-00003", "Lou Hart", "rotherham", "prefers: {age: 18}\n");
  mentor("M-00004", "Jan Rowe", "stockport", "prefers: {gender: male}\n");
  mentor("M-00005", "Sol Pike", "stockport");
  const auto waits = [&](const std::string& id, const std::string& scheme, const std::string& more) {
    young_person(id, "Tia Quillfeather", scheme, more);
  };
  waits("Y-00001", "rotherham", "born: 2008-04-02\ngender: female\n");  // 18 today
  waits("Y-00002", "rotherham", "born: 2007-04-03\ngender: FEMALE\n");  // 18 until tomorrow
  waits("Y-00003", "rotherham", "born: 2007-04-02\ngender: female\n");  // 19 today
  waits("Y-00004", "rotherham", "born: 2008-04-03\ngender: male\n");    // 17 until tomorrow
  waits("Y-00005", "rotherham", "born: 2008-04-03\ngender: Male\n");
  waits("Y-00006", "stockport", "born: 2009-12-01\ngender: male\n");
  waits("Y-00007", "stockport", "born: 2009-12-01\n");  // 16
  const json pool = report("pool");
  CHECK(rows_of(pool.at("wishes"), {"scheme", "gender", "age", "mentors", "waiting"}) ==
        Words{"rotherham - 18 1 2", "rotherham Female 16-18 2 2", "stockport male - 1 1",
              "rotherham female 19 0 1", "rotherham male 17 0 2", "stockport - 16 0 1"});
  CHECK(pool.at("without_wishes") == 1);
}

TEST_CASE_FIXTURE(TwoSchemesFixture,
                  "one gender in several words is one wish, and a wish for anybody is none") {
  mentor("M-00001", "Ros Okafor-Vale", "rotherham", "prefers: {gender: woman}\n");
  mentor("M-00002", "Asha Bell", "rotherham", "prefers: {gender: Female}\n");
  mentor("M-00003", "Lou Hart", "rotherham", "prefers: {gender: any}\n");
  mentor("M-00004", "Jan Rowe", "rotherham", "prefers: {age: 17, gender: no preference}\n");
  young_person("Y-00001", "Tia Quillfeather", "rotherham", "born: 2006-04-02\ngender: girl\n");
  young_person("Y-00002", "Kay Dunn", "rotherham", "born: 2006-04-02\ngender: Man\n");
  young_person("Y-00003", "Bo Lane", "rotherham", "born: 2006-04-02\ngender: boy\n");
  young_person("Y-00004", "Di Peel", "rotherham", "born: 2008-12-01\ngender: boy\n");  // 17
  const json pool = report("pool");
  CHECK(rows_of(pool.at("wishes"), {"scheme", "gender", "age", "mentors", "waiting"}) ==
        Words{"rotherham - 17 1 1", "rotherham woman - 2 1", "rotherham Man 20 0 2"});
  CHECK(pool.at("without_wishes") == 1);
}

}  // namespace reports_pool_test
