#include <doctest/doctest.h>

#include "support/refusals.h"
#include "support/two_schemes.h"

namespace cmd_several_schemes_test {

using mentor::test::Answer;
using mentor::test::check_refused;
using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::rows_of;
using mentor::test::Words;

namespace {

/// The four schemes under their own policies in one directory, with a pair of each that runs since 5 January
/// 2026: Y-00001 with M-00001 as P-00001 in Rotherham, and so on for Stockport (2), South Tyneside (3),
/// Manchester (4). Tia Quillfeather takes part in the first two, Ros Okafor-Vale mentors in them.
class FourSchemesFixture : public CommandFixture {
 public:
  FourSchemesFixture() {
    run({"init", four().string(), "--scheme", "rotherham", "--scheme", "stockport", "--scheme",
         "south-tyneside", "--scheme", "manchester"});
    environment["MENTORCTL_DATA"] = four().string();
    person("M-00001", "Ros Okafor-Vale", "rotherham", "role: senior-manager\ncapacity: 2\n");
    person("M-00002", "Ros Okafor-Vale", "stockport", "role: professional\n");
    person("M-00003", "Dee Carr", "south-tyneside", "role: sessional-worker\n");
    person("M-00004", "Asha Bell", "manchester", "role: volunteer\n");
    person("Y-00001", "Tia Quillfeather", "rotherham");
    person("Y-00002", "Tia Quillfeather", "stockport");
    person("Y-00003", "Ola Finn", "south-tyneside");
    person("Y-00004", "Ben Moss", "manchester");
    match("P-00001", "Y-00001", "M-00001", "rotherham");
    match("P-00002", "Y-00002", "M-00002", "stockport");
    match("P-00003", "Y-00003", "M-00003", "south-tyneside");
    match("P-00004", "Y-00004", "M-00004", "manchester");
  }

  void put(const std::string& path, const std::string& text) const { write("../four/" + path, text); }
  [[nodiscard]] std::string text_of(const std::string& path) const { return read("../four/" + path).value(); }

  /// Somebody in an area of the scheme's name; a young person was referred on 1 December 2025.
  void person(const std::string& id, const std::string& name, const std::string& scheme,
              const std::string& more = "") const {
    const bool young = id.starts_with("Y");
    put((young ? "young-people/" : "mentors/") + id + ".yaml",
        "id: " + id + "\nname: " + name + "\nscheme: " + scheme + "\nborn: 2004-05-20\narea: " + scheme +
            "\n" + (young ? "referred: {on: 2025-12-01}\nagreed_on: 2025-12-01\nkey_adult: Jo\n" : more));
  }
  void match(const std::string& id, const std::string& young_person, const std::string& mentor,
             const std::string& scheme, const std::string& more = "") const {
    put("matches/" + id + ".yaml",
        "id: " + id + "\nyoung_person: " + young_person + "\nmentor: " + mentor + "\nscheme: " + scheme +
            "\nproposed: 2025-12-10\ndecisions:\n  - {id: V-00001, by: young-person, on: 2025-12-11, yes: "
            "yes}\n  - {id: V-00002, by: mentor, on: 2025-12-11, yes: yes}\ncontacts_given: yes\n"
            "first_meeting: {date: 2026-01-05, activity: Tea, brokered_by: Jo}\nfocus: A job\nstarted: "
            "2026-01-05\n" +
            more);
  }

  json report(const std::string& name) { return json_of({"report", name}).data(); }
  /// What is found of one scheme: subject and rule.
  Words findings_of(const std::string& scheme) {
    Words found;
    const json all = json_of({"check"}).data();
    for (const auto& each : all.at("findings")) {
      if (each.at("scheme") != scheme) continue;
      found.push_back(each.at("subject").get<std::string>() + " " + each.at("rule").get<std::string>());
    }
    return found;
  }
  std::string state_of(const std::string& id) {
    return json_of({"show", id}).data().at("record").at("state");
  }

 private:
  [[nodiscard]] std::filesystem::path four() const { return outside() / "four"; }
};

bool has(const Words& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

TEST_CASE_FIXTURE(FourSchemesFixture, "each pair of several schemes is judged by its own scheme's policy") {
  // Rotherham asks for 90 minutes a month, Stockport for 8 hours in four weeks, the others for none.
  CHECK(
      rows_of(report("commitment").at("periods"), {"match", "scheme", "from", "to", "required", "status"}) ==
      Words{"P-00001 rotherham 2026-01-05 2026-02-05 90 short",
            "P-00001 rotherham 2026-02-05 2026-03-05 90 short",
            "P-00001 rotherham 2026-03-05 2026-04-05 90 running",
            "P-00002 stockport 2026-01-05 2026-02-02 480 short",
            "P-00002 stockport 2026-02-02 2026-03-02 480 short",
            "P-00002 stockport 2026-03-02 2026-03-30 480 short",
            "P-00002 stockport 2026-03-30 2026-04-27 480 running"});
  CHECK(has(findings_of("rotherham"), "P-00001 readiness.line_manager"));
  CHECK(has(findings_of("stockport"), "P-00002 readiness.considered"));
  CHECK(has(findings_of("south-tyneside"), "P-00003 readiness.employed"));
  CHECK(has(findings_of("manchester"), "P-00004 support.check_in"));
  CHECK_FALSE(has(findings_of("stockport"), "P-00002 readiness.line_manager"));
  CHECK_FALSE(has(findings_of("manchester"), "P-00004 readiness.employed"));
  // Three months are all that a match lasts in South Tyneside: over on 5 April.
  clock = "2026-04-06";
  CHECK(has(findings_of("south-tyneside"), "P-00003 commitment.too_long"));
  CHECK_FALSE(has(findings_of("rotherham"), "P-00001 commitment.too_long"));
}

TEST_CASE_FIXTURE(FourSchemesFixture,
                  "a name that two records bear is told with both identifiers, and either will do") {
  check_refused(*this,
                {{{"show", "quillfeather"},
                  2,
                  "'quillfeather' can mean Y-00001 (young person), Y-00002 (young person): say which"},
                 {{"vet", "okafor", "identity"}, 2, "'okafor' can mean M-00001 (mentor), M-00002 (mentor)"},
                 {{"log-session", "tia", "--minutes", "30", "--kind", "call"},
                  2,
                  "'tia' can mean P-00001 (match), P-00002 (match)"}});
  CHECK(json_of({"show", "Y-00002"}).data().at("record").at("scheme") == "stockport");
  CHECK(json_of({"show", "y-00001"}).data().at("record").at("scheme") == "rotherham");
}

TEST_CASE_FIXTURE(FourSchemesFixture, "a record is shown by the policy of its scheme, and no other is read") {
  const std::string policy = "schemes/stockport/2026-01-01.yaml";
  const auto wrong = [&](const std::string& from, const std::string& to, const std::string& told) {
    const std::string sound = text_of(policy);
    std::string text = sound;
    REQUIRE(contains(text, from));
    put(policy, text.replace(text.find(from), from.size(), to));
    for (const auto* shown : {"P-00001", "M-00001", "Y-00003"}) CHECK(run({"show", shown}).status == 0);
    for (const auto* shown : {"P-00002", "M-00002", "Y-00002"}) {
      const Answer answer = run({"show", shown});
      CHECK(answer.status == 3);
      CHECK(answer.out.empty());
      CHECK(contains(answer.err, told));
    }
    CHECK(contains(run({"show", "M-00002", "--words"}).err, told));
    CHECK(contains(run({"check"}).err, told));
    CHECK(contains(run({"list", "mentors"}).err, told));
    put(policy, sound);
  };
  wrong("scheme: stockport", "skeme: stockport", "'skeme'");
  wrong("readiness.considered:", "readiness.considred:", "there is no rule 'readiness.considred'");
}

TEST_CASE_FIXTURE(FourSchemesFixture, "what git says against the directory comes before what else is wrong") {
  write("../four/.git/config", "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
  for (const auto* shown : {"P-00001", "M-00001", "P-0", "M-77777", "nobody"}) {
    const Answer answer = run({"show", shown});
    CHECK(answer.status == 4);
    CHECK(answer.out.empty());
    CHECK(contains(answer.err, "is a bare repository"));
  }
}

TEST_CASE_FIXTURE(FourSchemesFixture, "a match across two schemes is refused") {
  person("Y-00005", "Kay Lund", "manchester");
  check_refused(*this,
                {{{"match", "Y-00005", "M-00001"},
                  1,
                  "Y-00005 is in the scheme 'manchester' and M-00001 in 'rotherham', a match is within "
                  "one scheme"}});
}

TEST_CASE_FIXTURE(FourSchemesFixture, "each match of a mentor with two has periods and a state of its own") {
  person("Y-00005", "Kay Lund", "rotherham");
  match("P-00005", "Y-00005", "M-00001", "rotherham", "pauses:\n  - {id: V-00005, from: 2026-01-05}\n");
  put("sessions/P-00001.yaml", "- {id: S-00001, date: 2026-01-20, minutes: 90, kind: call}\n");
  Words theirs;
  for (const auto& row :
       rows_of(report("commitment").at("periods"), {"match", "from", "minutes", "status"})) {
    if (!row.starts_with("P-00001") && !row.starts_with("P-00005")) continue;
    theirs.push_back(row);
  }
  CHECK(theirs == Words{"P-00001 2026-01-05 90 met", "P-00001 2026-02-05 0 short",
                        "P-00001 2026-03-05 0 running", "P-00005 2026-01-05 0 paused",
                        "P-00005 2026-02-05 0 paused", "P-00005 2026-03-05 0 paused"});
  CHECK(state_of("P-00001") == "active");
  CHECK(state_of("P-00005") == "paused");
  CHECK(state_of("M-00001") == "matched");
  CHECK_FALSE(has(findings_of("rotherham"), "P-00005 match.capacity"));
  match("P-00001", "Y-00001", "M-00001", "rotherham", "pauses:\n  - {id: V-00005, from: 2026-03-01}\n");
  CHECK(state_of("M-00001") == "paused");
}

TEST_CASE_FIXTURE(FourSchemesFixture, "after a former match both are free, and what it missed stays found") {
  match("P-00001", "Y-00001", "M-00001", "rotherham",
        "endings:\n  - {id: V-00009, on: 2026-03-20, as: broke-down, by: mentor, reason: Moved, marked_by: "
        "Tea}\n");
  CHECK(state_of("Y-00001") == "waiting");
  CHECK(state_of("Y-00002") == "matched");    // the other record of the same person
  CHECK(state_of("M-00001") == "preparing");  // free, and not ready: nothing of the preparation is recorded
  CHECK(has(findings_of("rotherham"), "P-00001 commitment.time"));
  person("M-00005", "Lea Grant", "rotherham", "role: elected-member\n");
  const std::string next = done({"match", "Y-00001", "M-00005"});
  CHECK(state_of("Y-00001") == "proposed");
  CHECK(state_of("P-00001") == "ended");
  CHECK(state_of(next) == "proposed");
  CHECK(has(findings_of("rotherham"), "P-00001 commitment.time"));
}

TEST_CASE_FIXTURE(FourSchemesFixture, "reports keep several schemes apart") {
  CHECK(rows_of(report("commitment").at("by_area"), {"scheme", "area"}) ==
        Words{"rotherham rotherham", "stockport stockport"});
  for (const std::string name : {"caseload", "impact", "reach", "capacity"}) {
    CAPTURE(name);
    CHECK(rows_of(report(name).at("by_area"), {"scheme", "area"}) ==
          Words{"manchester manchester", "rotherham rotherham", "south-tyneside south-tyneside",
                "stockport stockport"});
  }
  CHECK(report("impact").at("supported") == 4);
}

TEST_CASE_FIXTURE(FourSchemesFixture, "a concern about a mentor holds the matches of that record alone") {
  put("concerns/C-00001.yaml", "id: C-00001\nabout: M-00001\nraised: 2026-04-01\npassed_on: 2026-04-01\n");
  CHECK(has(findings_of("rotherham"), "P-00001 safeguarding.held"));
  CHECK_FALSE(has(findings_of("stockport"), "P-00002 safeguarding.held"));
}

TEST_CASE_FIXTURE(FourSchemesFixture, "an edition changed in one scheme leaves what is found in the others") {
  const Words schemes{"manchester", "south-tyneside", "stockport"};
  std::vector<Words> before;
  for (const auto& each : schemes) before.push_back(findings_of(each));
  CHECK(has(findings_of("rotherham"), "P-00001 commitment.time"));
  std::string policy = text_of("schemes/rotherham/2026-01-01.yaml");
  policy.replace(policy.find("minutes: 90"), 11, "minutes: 1 ");
  policy = policy.substr(0, policy.find("\nexamples:") + 1);
  put("schemes/rotherham/2026-01-01.yaml", policy);
  put("sessions/P-00001.yaml",
      "- {id: S-00001, date: 2026-01-20, minutes: 1, kind: call}\n"
      "- {id: S-00002, date: 2026-02-20, minutes: 1, kind: call}\n");
  CHECK_FALSE(has(findings_of("rotherham"), "P-00001 commitment.time"));
  for (std::size_t i = 0; i < schemes.size(); ++i) CHECK(findings_of(schemes[i]) == before[i]);
}

}  // namespace cmd_several_schemes_test
