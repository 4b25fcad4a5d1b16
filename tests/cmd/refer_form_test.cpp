#include <doctest/doctest.h>

#include <fstream>

#include "support/command_fixture.h"
#include "support/refusals.h"

namespace cmd_refer_form_test {

using mentor::test::Answer;
using mentor::test::check_refused;
using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::with;
using mentor::test::Words;

namespace {

/// Several schemes, and forms that lie outside of their data directory.
class FormFixture : public CommandFixture {
 public:
  FormFixture() {
    std::filesystem::create_directories(forms_);
    run({"init", (forms_ / "two").string(), "--scheme", "rotherham", "--scheme", "stockport", "--scheme",
         "manchester"});
  }

  /// A form with this text, as people keep it.
  std::string form(const std::string& text, const std::string& name = "form.yaml") const {
    std::ofstream(forms_ / name, std::ios::binary) << text;
    return (forms_ / name).string();
  }
  Words at_two(const Words& words) const { return with({"--data", (forms_ / "two").string()}, words); }
  std::string record(const std::string& id) const {
    return read("young-people/" + id + ".yaml").value_or("");
  }

 private:
  std::filesystem::path forms_ = outside() / "forms";
};

/// The form with what stands behind these keys, the rest as it was printed.
std::string filled(std::string form, const std::vector<std::pair<std::string, std::string>>& answers) {
  for (const auto& [empty, answer] : answers) {
    const auto at = form.find("\n" + empty + "\n");
    REQUIRE_MESSAGE(at != std::string::npos, empty);
    form.replace(at + 1, empty.size(), answer);
  }
  return form;
}

const std::vector<std::pair<std::string, std::string>> all_answers{
    {"name:", "name: Tia Quillfeather"},
    {"born:", "born: 2006-05-20"},
    {"gender:", "gender: female"},
    {"area:", "area: Maltby"},
    {"  on:", "  on: 2026-04-01"},
    {"  by:", "  by: Jo Field"},
    {"  role:", "  role: social-worker"},
    {"  organisation:", "  organisation: RMBC"},
    {"agreed_on:", "agreed_on: 2026-04-02"},
    {"key_adult:", "key_adult: Sam Patel"},
    {"key_adult_role:", "key_adult_role: personal-adviser"},
    {"emergency_contacts:\n  -",
     "emergency_contacts:\n  - Sam Patel, personal adviser, 01709 000001\n  - Duty desk"},
    {"needs:\n  -", "needs: [eet, home]"},
    {"interests:\n  -", "interests:\n  - football\n  -"},
    {"languages:\n  -", "languages:\n  - English"},
    {"groups:\n  -", "groups:\n  - young-parent"},
    {"care_experienced:", "care_experienced: yes"},
    {"nobody_else:", "nobody_else: no"},
    {"  age:", "  age: 30-50"},
    {"  gender:", "  gender: female"},
    {"  status:", "  status: neet"},
    {"  barriers:\n    -", "  barriers:\n    - illness"}};

const Words all_options{"--name",
                        "Tia Quillfeather",
                        "--born",
                        "2006-05-20",
                        "--gender",
                        "female",
                        "--area",
                        "Maltby",
                        "--on",
                        "2026-04-01",
                        "--referred-by",
                        "Jo Field",
                        "--role",
                        "social-worker",
                        "--organisation",
                        "RMBC",
                        "--agreed-on",
                        "2026-04-02",
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
                        "--care-experienced",
                        "yes",
                        "--nobody-else",
                        "no",
                        "--prefers-age",
                        "30-50",
                        "--prefers-gender",
                        "female",
                        "--eet",
                        "neet",
                        "--barrier",
                        "illness"};

/// The text with every identifier of an entry, which is drawn by chance, the same.
std::string alike(std::string record) {
  for (auto at = record.find("V-"); at != std::string::npos; at = record.find("V-", at + 1))
    record.replace(at + 2, 5, "00000");
  return record;
}

const std::string least = "name: Tia\nscheme: rotherham\nborn: 2006-05-20\nagreed_on: 2026-04-02\n";

}  // namespace

TEST_CASE_FIXTURE(FormFixture,
                  "an empty form of a referral says what each field means and which are needed") {
  const std::string before = everything();
  const Answer form = run({"refer", "--form"});
  CHECK(form.status == 0);
  CHECK(form.err == "");
  for (const std::string line :
       {"# rotherham refuses:\n# - a young person outside the ages that the scheme is for (from 16, to 25)\n"
        "# - a young person who has not agreed to be referred\n",
        "# their name (needed)\nname:\n", "(needed)\nscheme: rotherham\n",
        "# their date of birth; a date, YYYY-MM-DD (needed)\nborn:\n",
        "referred:\n  # the day of the referral; a date, YYYY-MM-DD (today when empty)\n  on:\n",
        "# areas they want support in; home, eet, health, money, activities, relationships\nneeds:\n  -\n",
        "\n# whether they have no one else in their life; yes or no\nnobody_else:\n",
        "rotherham: unaccompanied"}) {
    CAPTURE(line);
    CHECK(contains(form.out, line) == (line != "rotherham: unaccompanied"));
  }
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(FormFixture, "one form is for every scheme of the directory, with the words of each") {
  const std::string form = run(at_two({"refer", "--form"})).out;
  CHECK(contains(
      form, "the scheme they were referred to: manchester or rotherham or stockport (needed)\nscheme:\n"));
  CHECK(contains(
      form, "# manchester refuses:\n# - a young person outside the ages that the scheme is for (from 13)\n"));
  CHECK(contains(form, "# stockport refuses:\n"));
  CHECK(contains(
      form,
      "manchester: none; rotherham:\n  # mental-health, custody, illness, parenthood; stockport: none\n"));
  CHECK(contains(form, "# areas they want support in; home, eet,"));  // the same in all
  const std::string one = run(at_two({"refer", "--form", "--scheme", "stockport"})).out;
  CHECK(contains(one, "(needed)\nscheme: stockport\n"));
  CHECK_FALSE(contains(one, "rotherham"));
}

TEST_CASE_FIXTURE(FormFixture, "a young person referred by a form has the record that options make") {
  const std::string empty = run({"refer", "--form"}).out;
  const std::string told = done(with({"refer", "--id", "Y-00001", "--scheme", "rotherham"}, all_options));
  const std::string by_form = done({"refer", "--id", "Y-00002", "--from", form(filled(empty, all_answers))});
  std::string expected = alike(record(told));
  expected.replace(expected.find("Y-00001"), 7, "Y-00002");
  CHECK(alike(record(by_form)) == expected);
  CHECK(contains(expected, "care_experienced: yes\nnobody_else: no\n"));
  CHECK(contains(expected, "status: neet, barriers: [illness]}\n"));
  CHECK(last_paths() == "young-people/Y-00002.yaml");
  CHECK(last_message() == "refer Y-00002\n\nMentorctl-Command: refer\nMentorctl-Record: Y-00002\n");
}

TEST_CASE_FIXTURE(FormFixture, "what a form leaves empty is not in the record") {
  const std::string empty = run({"refer", "--form"}).out;
  const std::string id = done({"refer", "--from",
                               form(filled(empty, {{"name:", "name: Tia"},
                                                   {"born:", "born: 2006-05-20"},
                                                   {"agreed_on:", "agreed_on: 2026-04-02"},
                                                   {"area:", "area: \"  \""}}))});
  CHECK(record(id) == "id: " + id +
                          "\nname: Tia\nscheme: rotherham\nborn: 2006-05-20\nreferred: {on: 2026-04-02}\n"
                          "agreed_on: 2026-04-02\n");
}

TEST_CASE_FIXTURE(FormFixture, "a form may come from another system of line ends and leave lines out") {
  const std::string id = done({"refer", "--from",
                               form("\xEF\xBB\xBFname: Tia\r\nscheme: rotherham\r\nborn: 2006-05-20\r\n"
                                    "agreed_on: 2026-04-02\r\nneeds:\r\n  - home\r\n")});
  CHECK(contains(record(id), "name: Tia\n"));
  CHECK(contains(record(id), "needs: [home]\n"));
}

TEST_CASE_FIXTURE(FormFixture, "the scheme may be told beside a form that leaves it out") {
  const std::string no_scheme = form("name: Tia\nscheme:\nborn: 2006-05-20\nagreed_on: 2026-04-02\n");
  CHECK(
      contains(record(done({"refer", "--scheme", "rotherham", "--from", no_scheme})), "scheme: rotherham\n"));
  CHECK(run({"refer", "--from", no_scheme}).status == 3);
  const Answer other = run(at_two({"refer", "--scheme", "stockport", "--from", form(least)}));
  CHECK(other.status == 3);
  CHECK(contains(other.err, ":2:9: the form is for 'rotherham', and 'stockport' was asked for"));
}

TEST_CASE_FIXTURE(FormFixture, "whatever is wrong in a form is told at its place, and nothing is written") {
  struct Row {
    std::string text;
    std::string says;
  };
  const std::vector<Row> rows{
      {"name:\nscheme: rotherham\nborn: 2006-05-20\n", ":1:1: 'name' has no value, give one, it is needed"},
      {"name: Tia\nscheme: rotherham\nborn:\n", ":3:1: 'born' has no value, give one, it is needed"},
      {"name: Tia\nscheme: rotherham\n", ":1:1: a referral must have 'born', add it"},
      {least + "born: 2006-05-21\n", ":5:1: 'born' stands here a second time, keep one"},
      {least + "lives_in: Maltby\n", ":5:1: a referral has no field 'lives_in'"},
      {least + "areas: Maltby\n", ":5:1: a referral has no field 'areas', did you mean 'area'"},
      {least + "id: Y-00001\n", ":5:1: a referral has no field 'id'"},
      {least + "closed: []\n", ":5:1: a referral has no field 'closed'"},
      {least + "referred:\n  age: 5\n", ":6:3: 'referred' has no field 'age'"},
      {least + "referred: by Jo\n", ":5:11: 'referred' has fields of its own, write on their lines: on, by"},
      {least + "needs:\n  - home\n  - eat\n",
       ":7:5: 'needs': 'eat' is no word of the scheme 'rotherham', did you mean 'eet'"},
      {least + "needs: home, eat\n", ":5:14: 'needs': 'eat' is no word of the scheme"},
      {least + "nobody_else: true\n", ":5:14: 'nobody_else': 'true' is not yes or no"},
      {least + "referred:\n  on: 2026-04-03\n",
       ":6:7: 'on': 2026-04-03 is still to come, today is 2026-04-02"},
      {least + "referred:\n  on: 2006-05-19\n", ":3:7: referred on 2006-05-19, before 2006-05-20"},
      {"name: Tia\nscheme: rotherham\nborn: 2030-01-01\n", ":3:7: 'born': 2030-01-01 is still to come"},
      {"name: Tia\nscheme: rotherham\nborn: 20/05/2006\n",
       ":3:7: 'born': '20/05/2006' is not a date, YYYY-MM-DD, did you mean 2006-05-20"},
      {"name: Tia\nscheme: rotheram\nborn: 2006-05-20\n",
       ":2:9: scheme 'rotheram' does not run here, did you mean 'rotherham'"},
      {least + "eet:\n  status: nett\n", ":6:11: 'status': 'nett' is not known, did you mean 'neet'"},
      {least + "eet:\n  barriers: illness\n", ":5:1: 'eet' must have 'status', add it"},
      {least + "eet:\n  status: neet\n  barriers: ilness\n", ":7:13: 'barriers': 'ilness' is no word"},
      {least + "emergency_contacts: [Jo, Sam]\n", ":5:21: 'emergency_contacts': put each behind a dash"},
      {least + "area:\n  - Maltby\n  - Wath\n", ":7:3: 'area' is no list, put it in one line"},
      {"", ":1:1: a referral must have 'name', add it"},
      {"- Tia\n", ":1:1: this line answers nothing: write it behind the colon that it belongs to"},
  };
  const std::string before = everything();
  for (const auto& [text, says] : rows) {
    CAPTURE(says);
    const std::string file = form(text);
    const Answer wrong = run({"refer", "--from", file});
    CHECK(wrong.status == 3);
    CHECK(wrong.out.empty());
    CHECK_MESSAGE(contains(wrong.err, file + says), wrong.err);
  }
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(FormFixture, "a file that is no text is refused with what it is and how to save it") {
  struct Row {
    std::string bytes;
    std::string says;
  };
  const std::string save = "and a form is read as text: save it as plain text in UTF-8";
  const std::vector<Row> rows{
      {"PK\x03\x04\x14", ":1:1: this is a document of a word processor, " + save},
      {"\xD0\xCF\x11\xE0\xA1", ":1:1: this is a document of a word processor, " + save},
      {"{\\rtf1 Tia}", ":1:1: this is a document of a word processor, " + save},
      {"%PDF-1.7\n", ":1:1: this is a PDF, " + save},
      {"<!DOCTYPE html>", ":1:1: this is a web page, " + save},
      {std::string("\xFF\xFEn\0a\0", 6), ":1:1: this is text in UTF-16, " + save},
      {"name: Tia\narea: Caf\xE9\n", ":2:10: invalid UTF-8 is no text, " + save},
      {std::string("\0n", 2), ":1:1: control byte 0x00 is no text, " + save}};
  for (const auto& [bytes, says] : rows) {
    CAPTURE(says);
    const std::string file = form(bytes);
    const Answer wrong = run({"refer", "--from", file});
    CHECK(wrong.status == 3);
    CHECK_MESSAGE(contains(wrong.err, file + says), wrong.err);
  }
}

TEST_CASE_FIXTURE(FormFixture,
                  "all that is wrong in a form is told at once, and it can be mended and read again") {
  const std::string empty = run({"refer", "--form"}).out;
  const std::string wrong_form = filled(empty, {{"born:", "born: 20 May"},
                                                {"  by:", "  by Jo"},
                                                {"agreed_on:", "agreed_on: 1.4.2026"},
                                                {"needs:\n  -", "needs:\n  - homes"},
                                                {"nobody_else:", "nobody_else: maybe"},
                                                {"  age:", "  age: old"},
                                                {"  status:", "  status: neat"}});
  const std::string file = form(wrong_form + "Please ring me\n");
  const Answer wrong = run({"refer", "--from", file});
  CHECK(wrong.status == 3);
  for (const std::string says : {"'name' has no value", "'20 May' is not a date", "this line answers nothing",
                                 "did you mean 2026-04-01", "'homes' is no word", "'maybe' is not yes or no",
                                 "'old' is not an age", "'neat' is not known"}) {
    CAPTURE(says);
    CHECK(contains(wrong.err, says));
  }
  form(least);
  CHECK(run({"refer", "--from", file}).status == 0);
}

TEST_CASE_FIXTURE(FormFixture, "no line of a form is passed over, wherever somebody wrote it") {
  const std::string empty = filled(
      run({"refer", "--form"}).out,
      {{"name:", "name: Tia"}, {"born:", "born: 2006-05-20"}, {"agreed_on:", "agreed_on: 2026-04-02"}});
  REQUIRE(run({"--dry-run", "refer", "--from", form(empty)}).status == 0);
  std::size_t places = 0;
  for (auto at = empty.find("\n\n"); at != std::string::npos; at = empty.find("\n\n", at + 1), ++places) {
    std::string text = empty;
    text.insert(at + 1, "\nStraytext\n");
    const Answer read = run({"--dry-run", "refer", "--from", form(text)});
    CAPTURE(text.substr(0, at));
    CHECK((read.status == 3 ? contains(read.err, "Straytext") : contains(read.out, "Straytext")));
  }
  CHECK(places > 10);
}

TEST_CASE_FIXTURE(FormFixture, "what somebody wrote behind the sign of a comment is told as not read") {
  const auto told = [&](const std::string& text) { return run({"refer", "--from", form(text)}).err; };
  CHECK_FALSE(contains(told(least), "behind '#'"));
  CHECK(contains(told("# Tia is shy\n" + least),
                 "1 line is behind '#' and not of the form's own, the first at line 1"));
  std::string printed = filled(
      run({"refer", "--form"}).out,
      {{"name:", "name: Tia"}, {"born:", "born: 2006-05-20"}, {"agreed_on:", "agreed_on: 2026-04-02"}});
  CHECK_FALSE(contains(told(printed), "behind '#'"));
  const std::string label = "# their gender, in their words";
  printed.insert(printed.find(label) + label.size(), ": woman");
  CHECK(contains(told(printed + "# ring me\n"), "2 lines are behind '#' and not of the form's own"));
  const std::string of_one = run(at_two({"refer", "--form", "--scheme", "stockport"})).out;
  CHECK_FALSE(
      contains(run(at_two({"refer", "--override", "x", "--authorised-by", "Jo", "--from",
                           form(filled(of_one, {{"name:", "name: Tia"}, {"born:", "born: 2006-05-20"}}))}))
                   .err,
               "behind '#'"));
}

TEST_CASE_FIXTURE(FormFixture, "what is plain in a form is taken for what it says") {
  struct Row {
    std::string written;
    std::string recorded;
  };
  const std::vector<Row> rows{
      {"area: Maltby: the old part # mostly\n", "area: \"Maltby: the old part # mostly\"\n"},
      {"area: #5 Maltby Road\n", "area: \"#5 Maltby Road\"\n"},
      {"area: @home\n", "area: \"@home\"\n"},
      {"area:Maltby\n", "area: Maltby\n"},
      {"Area : Maltby\n", "area: Maltby\n"},
      {"area:\tMaltby\n", "area: Maltby\n"},
      {"area:\n  Maltby\n", "area: Maltby\n"},
      {"area: Maltby\nand Wath\n", "area: Maltby and Wath\n"},
      {"area: Maltby,\n\n  at times: Wath\n", "area: \"Maltby, at times: Wath\"\n"},
      {"area:\xC2\xA0Maltby\xE2\x80\xAFTown\xC2\xA0\n", "area: Maltby Town\n"},
      {"area: \xE2\x80\x9CMaltby\xE2\x80\x9D\n", "area: Maltby\n"},
      {"area: \"the Kop\" end\n", "area: \"\\\"the Kop\\\" end\"\n"},
      {"area: it\xE2\x80\x99s Wath\n", "area: it\xE2\x80\x99s Wath\n"},
      {"area: -\ngender: woman\n", "born: 2006-05-20\ngender: woman\nreferred"},
      {"key adult: Sam\n", "key_adult: Sam\n"},
      {"interests: football, chess\n", "interests: [football, chess]\n"},
      {"interests:\n  -football\n  \xE2\x80\xA2 chess\n  \xE2\x80\x93 \"law, old\"\n",
       "interests: [football, chess, \"law, old\"]\n"},
      {"interests:\n  football\n  chess\n", "interests: [football, chess]\n"},
      {"interests:\n  - football\n    in the park\n  - chess\n",
       "interests: [football in the park, chess]\n"},
      {"emergency_contacts:\n  - Jo, social worker: 01709 1\n  - Duty desk\n",
       "emergency_contacts: [\"Jo, social worker: 01709 1\", Duty desk]\n"},
      {"needs: [Home, EET]\n", "needs: [home, eet]\n"},
      {"groups:\n  - Young parent\n", "groups: [young-parent]\n"},
      {"nobody_else: Yes\n", "nobody_else: yes\n"},
      {"prefers:\n  age: 30 \xE2\x80\x93 50\n", "prefers: {age: 30-50}\n"},
      {"prefers:\n  age: 30 to 50\n", "prefers: {age: 30-50}\n"},
      {"referred:\non: 2026\xE2\x80\x91"
       "04\xE2\x80\x91"
       "01\nby: Jo\n",
       "referred: {on: 2026-04-01, by: Jo}\n"},
      {"prefers:\n  gender: woman\ngender: female\n", "gender: female\n"},
      {"----------\n", "agreed_on: 2026-04-02\n"},
  };
  for (const auto& [written, recorded] : rows) {
    CAPTURE(written);
    const Answer read = json_of({"refer", "--from", form(least + written)});
    REQUIRE_MESSAGE(read.status == 0, read.err);
    CHECK_MESSAGE(contains(record(read.data().at("id")), recorded), record(read.data().at("id")));
  }
  CHECK(contains(record(done({"refer", "--from",
                              form("name: Tia\nscheme: Rotherham\nborn: 2006-05-20\n"
                                   "agreed_on: 2026-04-02\n")})),
                 "scheme: rotherham\n"));
}

TEST_CASE_FIXTURE(FormFixture, "a form may ask for an age, for a gender, or for neither") {
  struct Row {
    std::string written;
    std::string recorded;
  };
  for (const auto& [written, recorded] : {
           Row{"prefers:\n  age: 30-50\n  gender: woman\n", "\nprefers: {age: 30-50, gender: woman}\n"},
           Row{"prefers:\n  age: 30-50\n  gender:\n", "\nprefers: {age: 30-50}\n"},
           Row{"prefers:\n  age:\n  gender: woman\n", "\nprefers: {gender: woman}\n"},
       }) {
    CAPTURE(written);
    CHECK(contains(record(done({"refer", "--from", form(least + written)})), recorded));
  }
  for (const std::string neither : {"prefers:\n  age:\n  gender:\n", "prefers:\n", ""}) {
    CAPTURE(neither);
    CHECK_FALSE(contains(record(done({"refer", "--from", form(least + neither)})), "prefers"));
  }
}

TEST_CASE_FIXTURE(FormFixture,
                  "a scheme that does not run here, and words of another one, are told at their lines") {
  const std::string text = "name: Tia\nscheme: ";
  const std::string rest = "\nborn: 2006-05-20\nagreed_on: 2026-04-02\n";
  const std::string before = everything();
  const Answer unknown = run({"refer", "--from", form(text + "rotherhm" + rest)});
  CHECK(unknown.status == 3);
  CHECK(
      contains(unknown.err, "form.yaml:2:9: scheme 'rotherhm' does not run here, did you mean 'rotherham'"));
  CHECK(contains(run({"refer", "--from", form(text + "stockport" + rest)}).err,
                 "form.yaml:2:9: scheme 'stockport' does not run here"));
  const Answer others = run({"refer", "--from", form(text + "rotherham" + rest + "groups: [new-arrival]\n")});
  CHECK(others.status == 3);
  CHECK(contains(others.err, "form.yaml:5:10: 'groups': 'new-arrival' is no word of the scheme 'rotherham'"));
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(FormFixture, "somebody who was referred before is noticed, and referred all the same") {
  const std::string first = done({"refer", "--from", form(least)});
  const Answer again = run({"refer", "--from", form(least)});
  CHECK(again.status == 0);
  CHECK(contains(again.err,
                 "note: " + first + " has the same name and date of birth: if it is the same person"));
  const Answer namesake = run({"refer", "--name", "tia", "--scheme", "rotherham", "--born", "2006-05-21",
                               "--agreed-on", "2026-04-02"});
  CHECK(contains(namesake.err, first + " has the same name: if"));
}

TEST_CASE_FIXTURE(FormFixture, "somebody whom another scheme knows is noticed by name and birth together") {
  const auto text = [](const std::string& scheme, const std::string& born) {
    return "name: Tia\nscheme: " + scheme + "\nborn: " + born + "\nagreed_on: 2026-04-02\n";
  };
  const std::string first = run(at_two({"refer", "--from", form(text("rotherham", "2006-05-20"))})).out;
  const Answer same = run(at_two({"refer", "--from", form(text("manchester", "2006-05-20"))}));
  CHECK(same.status == 0);
  CHECK(contains(same.err,
                 first.substr(0, 7) + " of the scheme rotherham has the same name and date of birth"));
  const Answer other = run(at_two({"refer", "--from", form(text("stockport", "2006-05-22"))}));
  CHECK(other.status == 0);
  CHECK_FALSE(contains(other.err, "same name"));
}

TEST_CASE_FIXTURE(FormFixture,
                  "rules refuse a referral by form as they do one by options, and are passed likewise") {
  const std::string file = form("name: Tia Quillfeather\nscheme: rotherham\nborn: 2012-05-20\n");
  const std::string before = everything();
  const Answer refused = json_of({"refer", "--from", file});
  CHECK(refused.status == 1);
  CHECK(refused.rules() == Words{"eligibility.age", "readiness.agreed"});
  CHECK_FALSE(contains(refused.err, "Tia"));
  CHECK(everything() == before);
  const std::string id = done(
      {"refer", "--from", file, "--override", "Nobody else", "--authorised-by", "Jo"});
  CHECK(contains(record(id), "rule: eligibility.age"));
}

TEST_CASE_FIXTURE(FormFixture, "a form that cannot be, and options beside one, are refused") {
  const std::string file = form(least);
  check_refused(*this, {{{"refer", "--from", file + ".none"}, 2, "--from: "},
                        {{"refer", "--from", file, "--name", "Kay"}, 2, "the rest stands in the form"},
                        {{"refer", "--from", file, "--on", "2026-04-01"}, 2, "the rest stands in the form"},
                        {{"refer", "--from", file, "--eet", "neet"}, 2, "the rest stands in the form"},
                        {{"refer", "--from", file, "--prefers-age", "30"}, 2, "the rest stands in the form"},
                        {{"refer", "--from", file, "--scheme", "rotheram"}, 2, "did you mean 'rotherham'"},
                        {{"refer", "--form", "--from", file}, 2, "--form prints an empty form"},
                        {{"refer", "--form", "--scheme", "rotheram"}, 2, "did you mean 'rotherham'"},
                        {{"--format", "csv", "refer", "--form"}, 2, "this command has no 'csv'"},
                        {{"refer", "--scheme", "rotherham"}, 2, "--name, --born are missing"}});
  CHECK(run({"--data", "/nowhere", "refer", "--form"}).status == 2);
}

}  // namespace cmd_refer_form_test
