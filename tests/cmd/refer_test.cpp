#include <doctest/doctest.h>

#include "support/command_fixture.h"

namespace cmd_refer_test {

using mentor::test::Answer;
using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::with;
using mentor::test::Words;

namespace {

const Words tia{"refer", "--name", "Tia Quillfeather", "--scheme", "rotherham", "--agreed-on", "2026-04-02"};

Words born(const std::string& day) { return with(tia, {"--born", day}); }

}  // namespace

TEST_CASE_FIXTURE(CommandFixture,
                  "a young person who is referred is one file and one commit that names nobody") {
  const Answer referred = run(born("2006-05-20"));
  CHECK(referred.status == 0);
  CHECK(referred.out == "Y-10000\n");
  CHECK(
      read("young-people/Y-10000.yaml") ==
      "id: Y-10000\nname: Tia Quillfeather\nscheme: rotherham\nborn: 2006-05-20\nreferred: {on: 2026-04-02}\n"
      "agreed_on: 2026-04-02\n");
  CHECK(last_paths() == "young-people/Y-10000.yaml");
  CHECK(last_message() == "refer Y-10000\n\nMentorctl-Command: refer\nMentorctl-Record: Y-10000\n");
}

TEST_CASE_FIXTURE(CommandFixture, "all that refer is told stands in the record in its order") {
  const std::string id = done(with(born("2006-05-20"), {"--on",
                                                        "2026-04-01",
                                                        "--referred-by",
                                                        "Jo Field",
                                                        "--role",
                                                        "social-worker",
                                                        "--organisation",
                                                        "RMBC",
                                                        "--gender",
                                                        "female",
                                                        "--area",
                                                        "Maltby",
                                                        "--key-adult",
                                                        "Sam Patel",
                                                        "--key-adult-role",
                                                        "personal-adviser",
                                                        "--emergency-contact",
                                                        "Sam Patel, personal adviser, 01709 000001",
                                                        "--emergency-contact",
                                                        "Duty desk",
                                                        "--need",
                                                        "eet",
                                                        "--need",
                                                        "home",
                                                        "--interest",
                                                        "football",
                                                        "--language",
                                                        "English",
                                                        "--group",
                                                        "young-parent",
                                                        "--nobody-else",
                                                        "yes",
                                                        "--prefers-age",
                                                        "30-50",
                                                        "--prefers-gender",
                                                        "female",
                                                        "--eet",
                                                        "neet",
                                                        "--barrier",
                                                        "illness"}));
  const std::string text = read("young-people/" + id + ".yaml").value();
  const std::string eet = text.substr(text.find("eet:\n"));
  CHECK(text.substr(0, text.find("eet:\n")) == "id: " + id + R"(
name: Tia Quillfeather
scheme: rotherham
born: 2006-05-20
gender: female
area: Maltby
referred: {on: 2026-04-01, by: Jo Field, role: social-worker, organisation: RMBC}
agreed_on: 2026-04-02
key_adult: Sam Patel
key_adult_role: personal-adviser
emergency_contacts: ["Sam Patel, personal adviser, 01709 000001", Duty desk]
needs: [eet, home]
interests: [football]
languages: [English]
groups: [young-parent]
nobody_else: yes
prefers: {age: 30-50, gender: female}
)");
  CHECK(eet.starts_with("eet:\n  - {id: V-"));
  CHECK(eet.ends_with(", on: 2026-04-01, status: neet, barriers: [illness]}\n"));
}

TEST_CASE_FIXTURE(CommandFixture, "a referral is for those from 16 until their 26th birthday") {
  struct Row {
    std::string born;
    int status;
    int age;
  };
  const std::vector<Row> rows{
      {"2010-04-03", 1, 15},  // 16 tomorrow
      {"2010-04-02", 0, 16},  // 16 today
      {"2000-04-03", 0, 25},  // 26 tomorrow
      {"2000-04-02", 1, 26},  // 26 today
  };
  for (const auto& row : rows) {
    CAPTURE(row.born);
    const Answer answer = json_of(born(row.born));
    CHECK(answer.status == row.status);
    if (row.status == 0) continue;
    CHECK(answer.rules() == Words{"eligibility.age"});
    CHECK(answer.data().at("findings")[0].at("measured") == row.age);
    CHECK_FALSE(answer.data().contains("id"));
  }
}

TEST_CASE_FIXTURE(CommandFixture, "someone born on 29 February turns 16 on 1 March of a common year") {
  clock = "2027-02-28";
  CHECK(run({"refer", "--name", "Tia", "--scheme", "rotherham", "--born", "2012-02-29", "--agreed-on",
             "2027-02-28"})
            .status == 1);  // 14
  clock = "2026-02-28";
  Words leap{"refer",  "--name",     "Tia",         "--scheme",  "rotherham",
             "--born", "2000-02-29", "--agreed-on", "2026-02-28"};
  CHECK(run(leap).status == 0);  // 25 until 1 March 2026
  clock = "2026-03-01";
  leap[2] = "Kay";
  CHECK(json_of(leap).data().at("findings")[0].at("measured") == 26);
}

TEST_CASE_FIXTURE(CommandFixture,
                  "a referral to which the young person has not agreed is refused and says how to go on") {
  const std::string before = everything();
  const Answer refused = run(
      {"refer", "--name", "Tia Quillfeather", "--scheme", "rotherham", "--born", "2006-05-20"});
  CHECK(refused.status == 1);
  CHECK(refused.out.empty());
  CHECK(contains(refused.err, "refused, nothing was written: 1 rule says no\n"));
  CHECK(contains(refused.err, "readiness.agreed"));
  CHECK(contains(refused.err, "Rotherham DLT report, summary"));
  CHECK(contains(refused.err, "--override REASON --authorised-by WHO"));
  CHECK_FALSE(contains(refused.err, "Tia"));
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(CommandFixture, "a referral is refused for each rule that says no") {
  const Answer refused = json_of({"refer", "--name", "Tia", "--scheme", "rotherham", "--born", "2012-05-20"});
  CHECK(refused.status == 1);
  CHECK(refused.rules() == Words{"eligibility.age", "readiness.agreed"});
  CHECK(refused.data().size() == 2);  // schema and findings
}

TEST_CASE_FIXTURE(CommandFixture, "a referral with a value that is none is refused") {
  struct Row {
    Words words;
    std::string says;
  };
  const std::vector<Row> rows{
      {{"--born", "2030-01-01"}, "--born: 2030-01-01 is still to come"},
      {{"--born", "2006-05-20", "--on", "2026-04-03"}, "--on: 2026-04-03 is still to come"},
      {{"--born", "2026-04-01", "--on", "2026-03-31"}, "--born: 2026-04-01 comes after 2026-03-31"},
      {{"--born", "2006-05-20", "--need", "eat"},
       "--need: 'eat' is no word of the scheme 'rotherham', did you mean 'eet'"},
      {{"--born", "2006-05-20", "--group", "young-parnt"}, "did you mean 'young-parent'"},
      {{"--born", "2006-05-20", "--support", "duty-dsk"}, "did you mean 'duty-desk'"},
      {{"--born", "2006-05-20", "--eet", "nett"}, "--eet: 'nett' is not known, did you mean 'neet'"},
      {{"--born", "2006-05-20", "--barrier", "illness"}, "--barrier needs --eet"},
      {{"--born", "2006-05-20", "--eet", "neet", "--barrier", "ilness"}, "did you mean 'illness'"},
      {{"--born", "2006-05-20", "--nobody-else", "true"}, "--nobody-else: 'true' is not yes or no"},
  };
  const std::string before = everything();
  for (const auto& [words, says] : rows) {
    CAPTURE(says);
    const Answer refused = run(with(tia, words));
    CHECK(refused.status == 2);
    CHECK(contains(refused.err, says));
  }
  CHECK(contains(run(tia).err, "--born is missing"));
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(CommandFixture, "somebody of the same name in the scheme is told of, by identifier") {
  add_young_person("Y-4F7KA", "Tia Quillfeather", "2006-05-20");
  const Answer again = run({"refer", "--name", "TIA quillfeather", "--scheme", "rotherham", "--born",
                            "2006-05-20", "--agreed-on", "2026-04-02"});
  CHECK(again.status == 0);
  CHECK(mentor::test::contains(again.err, "note: Y-4F7KA has the same name"));
}

}  // namespace cmd_refer_test
