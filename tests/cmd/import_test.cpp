#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "support/command_fixture.h"

namespace cmd_import_test {

namespace fs = std::filesystem;
using mentor::test::Answer;
using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::with;
using mentor::test::Words;

namespace {

template <class Base>
class Sheets : public Base {
 public:
  /// Writes a file beside the data directory; its path.
  std::string sheet(const std::string& name, const std::string& bytes) const {
    const fs::path file = this->outside() / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file.string();
  }
  /// The bytes of a file beside the data directory; empty when there is none.
  [[nodiscard]] std::string beside(const std::string& name) const {
    std::ifstream stream(this->outside() / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
};

using ImportFixture = Sheets<CommandFixture>;
using ImportPairFixture = Sheets<PairFixture>;

const std::string messy =
    "sep=;\r\nFull name;D.O.B.;Role;Mobile;Hobbies;Shoe size\r\n"
    "Ros Okafor;14/03/1978;Senior Manager;07700 900001;football, chess;7\r\n"
    "Zo\xEB O\x92"
    "Brien;1.2.1980;Cllr;;\"walking; \"\"slow\"\" food\";\r\n"
    "Ros Okafor;14/03/1978;Senior Manager;07700 900001;football, chess;7\r\n"
    "Lee Marsh;45678;elected member;;;\r\n";

}  // namespace

TEST_CASE_FIXTURE(ImportFixture,
                  "good rows come in as one commit, the others go into a file with the reason") {
  const std::string file = sheet("mentors.csv", messy);
  const Answer answer = run({"import", file});
  CHECK(answer.status == 1);
  CHECK(answer.out == "M-10000\n");
  CHECK(read("mentors/M-10000.yaml") ==
        "id: M-10000\nname: Ros Okafor\nscheme: rotherham\nrole: senior-manager\nborn: 1978-03-14\n"
        "interests: [football, chess]\nphone: \"07700 900001\"\n");
  CHECK(last_message() == "import 1 mentor\n\nMentorctl-Command: import\nMentorctl-Record: M-10000\n");
  CHECK(
      beside("mentors-rejected.csv") ==
      "Full name,D.O.B.,Role,Mobile,Hobbies,Shoe size,reason\n"
      "Zoë O’Brien,'1.2.1980,Cllr,,\"walking; \"\"slow\"\" food\",,\"'role': 'Cllr' is no word of the scheme "
      "'rotherham', one of senior-manager, elected-member\"\n"
      "Lee Marsh,45678,elected member,,,,\"'born': '45678' is a day as a spreadsheet counts days: format "
      "the column "
      "as a date, YYYY-MM-DD, and save the sheet again\"\n");
  CHECK(fs::status(outside() / "mentors-rejected.csv").permissions() ==
        (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(contains(answer.err, "mentors.csv:5: nothing to take in: it says the same as line 3\n"));
  CHECK(contains(answer.err, "have no such field: 'Shoe size'"));
  CHECK(contains(answer.err, "was read as Windows-1252"));
  CHECK(contains(answer.err, "1 of 4 rows taken in, 1 there already, 2 rejected\n"));
  CHECK_FALSE(contains(answer.err, "Okafor"));
  CHECK_FALSE(contains(answer.err, "Brien"));
}

TEST_CASE_FIXTURE(ImportFixture,
                  "what was rejected is corrected and imported as it is, and nothing comes in twice") {
  const std::string file = sheet("mentors.csv", messy);
  run({"import", file});
  std::string rejected = beside("mentors-rejected.csv");
  rejected.replace(rejected.find("Cllr"), 4, "elected-member");
  rejected.replace(rejected.find("45678"), 5, "1990-01-01");
  sheet("mentors-rejected.csv", rejected);
  const Answer corrected = run({"import", (outside() / "mentors-rejected.csv").string()});
  CHECK(corrected.status == 0);
  CHECK(contains(corrected.err, "done: import 2 mentors\n"));
  const int commits_before = commits();
  const Answer again = run({"import", file});
  CHECK(again.status == 1);
  CHECK(again.out.empty());
  CHECK(contains(again.err, "mentors.csv:3: nothing to take in: M-10000 is there already\n"));
  CHECK(contains(again.err, "0 of 4 rows taken in"));
  CHECK(commits() == commits_before);
  CHECK(beside("mentors-rejected-2.csv").find("Lee Marsh") != std::string::npos);
}

TEST_CASE_FIXTURE(ImportFixture, "a map file says what columns and words mean") {
  const std::string map = sheet("map.yaml",
                                "kind: mentors\nscheme: rotherham\ncolumns: {Who: name, \"Shoe size\": }\n"
                                "values: {area: Rotherham}\nwords:\n  role: {Cllr: elected-member}\n");
  const std::string file = sheet("anything.csv", "Who,Shoe size,Role\nAl,7,CLLR\n");
  const Answer answer = run({"import", file, "--map", map});
  CHECK(answer.status == 0);
  CHECK_FALSE(contains(answer.err, "Shoe size"));
  CHECK(read("mentors/M-10000.yaml") ==
        "id: M-10000\nname: Al\nscheme: rotherham\nrole: elected-member\narea: Rotherham\n");
}

TEST_CASE_FIXTURE(ImportFixture, "what is wrong in a map file is told with its place, all of it") {
  const std::string map = sheet("map.yaml",
                                "kind: mentors\ncolums: {}\ncolumns: {Who: nam}\nvalues: {rol: x}\n");
  const Answer answer = run({"import", sheet("a.csv", "Who\nAl\n"), "--map", map});
  CHECK(answer.status == 3);
  CHECK(contains(answer.err, "map.yaml:2:1: a map has no field 'colums', did you mean 'columns'"));
  CHECK(contains(answer.err, "map.yaml:3:16: 'mentors' have no field 'nam', did you mean 'name'"));
  CHECK(contains(answer.err, "map.yaml:4:10: 'mentors' have no field 'rol', did you mean 'role'"));
  CHECK(run({"import", sheet("a.csv", "Who\nAl\n"), "--map", sheet("m.yaml", "kind: sessions\n"), "--kind",
             "mentors"})
            .status == 3);
}

TEST_CASE_FIXTURE(ImportFixture, "a sheet whose days have the month first is refused whole") {
  const std::string before = everything();
  const Answer answer = run({"import", sheet("mentors.csv",
                                             "Name,Role,DOB\nAl,senior-manager,05/02/1980\n"
                                             "Bo,senior-manager,02/25/1980\n")});
  CHECK(answer.status == 3);
  CHECK(contains(answer.err,
                 "mentors.csv:3:1: the days of the column 'DOB' have the month first, as in '02/25/1980'"));
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(ImportFixture,
                  "a sheet without a column that is needed, or with two for one field, is refused") {
  const Answer missing = run({"import", sheet("mentors.csv", "Role\nsenior-manager\n")});
  CHECK(missing.status == 3);
  CHECK(contains(missing.err, "mentors.csv:1:1: no column says 'name', which every row must have"));
  const Answer twice = run({"import", sheet("mentors.csv", "Name,Full name,Role\nAl,Al,senior-manager\n")});
  CHECK(contains(twice.err, "the columns 'Name' and 'Full name' both say 'name'"));
  CHECK(run({"import", sheet("list.csv", "Name\nAl\n")}).status == 2);
  CHECK(run({"import", sheet("list.csv", "Name\nAl\n"), "--kind", "mentor"}).status == 2);
  CHECK(run({"import", (outside() / "none.csv").string()}).status == 2);
}

TEST_CASE_FIXTURE(ImportFixture,
                  "a dry run shows what would come in and writes nothing, no rejected row either") {
  const std::string before = everything();
  const Answer answer = run({"import", sheet("mentors.csv", messy), "--dry-run"});
  CHECK(answer.status == 1);
  CHECK(contains(answer.out, "+name: Ros Okafor\n"));
  CHECK(contains(answer.err, "1 of 4 rows would be taken in, 1 there already, 2 rejected\n"));
  CHECK(everything() == before);
  CHECK_FALSE(fs::exists(outside() / "mentors-rejected.csv"));
}

TEST_CASE_FIXTURE(ImportFixture, "a namesake born on another day comes in, and somebody is told to look") {
  const std::string file = sheet("mentors.csv",
                                 "Name,Role,DOB\nRos Okafor,senior-manager,14/03/1978\n"
                                 "Ros Okafor,senior-manager,14/03/1987\n");
  const Answer answer = run({"import", file});
  CHECK(answer.status == 0);
  CHECK(contains(answer.err,
                 "mentors.csv:3: somebody of the same name, M-10000, was born on another day: look whether"));
  CHECK(read("mentors/M-20000.yaml").has_value());
  CHECK_FALSE(contains(run({"import", file}).err, "born on another day: look whether"));
}

TEST_CASE_FIXTURE(ImportFixture, "referrals are judged as refer judges them") {
  const std::string file = sheet("referrals.csv",
                                 "First name,Surname,DOB,Date of referral,Agreed on,EET,Barriers,Needs\n"
                                 "Tia,Quill,20/05/2008,05/01/2026,05/01/2026,NEET,custody,\"home, EET\"\n"
                                 "Old,Hand,20/05/1990,05/01/2026,05/01/2026,,,\n"
                                 "Not,Asked,20/05/2008,05/01/2026,,,,\n");
  const Answer answer = run({"import", file});
  CHECK(answer.status == 1);
  CHECK(answer.out == "Y-10000\n");
  CHECK(*read("young-people/Y-10000.yaml") ==
        "id: Y-10000\nname: Tia Quill\nscheme: rotherham\nborn: 2008-05-20\nreferred: {on: 2026-01-05}\n"
        "agreed_on: 2026-01-05\nneeds: [home, eet]\neet:\n"
        "  - {id: V-20000, on: 2026-01-05, status: neet, barriers: [custody]}\n");
  CHECK(contains(answer.err, "referrals.csv:3: not taken in: the rule eligibility.age says no"));
  CHECK(contains(answer.err, "referrals.csv:4: not taken in: the rule readiness.agreed says no"));
  CHECK(run({"import", file, "--override", "So", "--authorised-by", "Jo"}).status == 2);
}

TEST_CASE_FIXTURE(ImportPairFixture,
                  "a session names its pair by the people, and one outside the match is refused") {
  const std::string file = sheet("sessions.csv",
                                 "Date,Mentor,Young person,Duration,Type,Cost,Notes\n"
                                 "10/02/2026,ros okafor-vale,Tia Quillfeather,1h30,One to one,£3.50,=1+1\n"
                                 "11/02/2026,M-7KQ2D,,30 min,call,,\n"
                                 "11/01/2026,,Y-4F7KA,30,call,,\n"
                                 "12/02/2026,Ros,,30,call,,\n"
                                 "12/02/2026,M-7KQ2D,,30,,,\n"
                                 "11/02/2026,M-7KQ2D,,30 min,call,,\n");
  const Answer answer = run({"import", file});
  CHECK(answer.status == 1);
  CHECK(*read("sessions/P-9X2MC.yaml") ==
        "- {id: S-10000, date: 2026-02-10, minutes: 90, kind: one-to-one, cost: 3.50, note: \"=1+1\"}\n"
        "- {id: S-20000, date: 2026-02-11, minutes: 30, kind: call}\n");
  CHECK(contains(last_message(),
                 "import 2 sessions\n\nMentorctl-Command: import\nMentorctl-Record: P-9X2MC\n"));
  CHECK(contains(answer.err, "sessions.csv:4: not taken in: the rule data.outside_match says no"));
  CHECK(contains(answer.err, "sessions.csv:5: not taken in: no mentor here has that name, as a whole"));
  CHECK(contains(answer.err, "sessions.csv:6: not taken in: a session that was held has both"));
  CHECK(contains(answer.err, "sessions.csv:7: nothing to take in: it says the same as line 3"));
  CHECK(run({"import", file}).out.empty());
}

TEST_CASE_FIXTURE(ImportPairFixture, "a session of more than 12 hours is doubted, typed or imported") {
  const std::string doubt =
      "minutes are more than 12 hours: correct it with 'mentorctl amend' if that is a slip";
  const std::string file = sheet(
      "sessions.csv", "match,date,minutes,kind\nP-9X2MC,2026-03-10,1000,call\nP-9X2MC,2026-03-11,720,call\n");
  const Answer imported = run({"import", file});
  CHECK(imported.status == 0);
  CHECK(contains(imported.err, "note: " + file + ":2: 1000 " + doubt));
  CHECK_FALSE(contains(imported.err, "720"));
  const Answer logged = run(
      {"log-session", "P-9X2MC", "--date", "2026-03-12", "--minutes", "1000", "--kind", "call"});
  CHECK(logged.status == 0);
  CHECK(contains(logged.err, "note: 1000 " + doubt));
}

TEST_CASE_FIXTURE(ImportPairFixture, "two sessions of one day that differ both come in, and come in once") {
  const std::string file = sheet("sessions.csv",
                                 "Match,Date,Minutes,Kind,Note\nP-9X2MC,2026-02-11,30,call,morning\n"
                                 "P-9X2MC,2026-02-11,30,call,evening\n");
  CHECK(contains(run({"import", file}).err, "2 of 2 rows taken in"));
  CHECK(contains(run({"import", file}).err, "0 of 2 rows taken in, 2 there already, 0 rejected"));
}

TEST_CASE_FIXTURE(ImportPairFixture, "somebody who shares a name is not guessed") {
  add_ready_mentor("M-00002", "Ros Okafor-Vale");
  const Answer answer = run(
      {"import", sheet("sessions.csv", "Mentor,Date,Minutes,Kind\nRos Okafor-Vale,2026-02-11,30,call\n")});
  CHECK(answer.status == 1);
  CHECK(contains(answer.err,
                 "not taken in: more than one mentor here has that name, as a whole: write the identifier"));
  CHECK_FALSE(contains(answer.err, "M-00002"));
}

TEST_CASE_FIXTURE(ImportPairFixture,
                  "entries are added to records that are there, as a file of an export has them") {
  const Answer answer = run({"import", sheet("mentor-steps.csv",
                                             "mentor,step,on,level,workforce\n"
                                             "M-7KQ2D,dbs,01/12/2025,enhanced,child\n"
                                             "M-00009,dbs,01/12/2025,enhanced,child\n"
                                             "M-7KQ2D,dbs,01/12/2025,best,child\n")});
  CHECK(answer.status == 1);
  CHECK(contains(*read("mentors/M-7KQ2D.yaml"),
                 "  - {id: V-10000, step: dbs, on: 2025-12-01, level: enhanced, workforce: child}\n"));
  CHECK(contains(answer.err,
                 "mentor-steps.csv:3: not taken in: there is no record M-00009 here, and none comes in"));
  CHECK(contains(answer.err, "mentor-steps.csv:4: not taken in: 'level': 'best' is not known"));
}

TEST_CASE_FIXTURE(ImportPairFixture,
                  "a row of somebody who is there says what it says otherwise, and changes nothing") {
  const std::string before = *read("mentors/M-7KQ2D.yaml");
  const Answer answer = run({"import", sheet("mentors.csv",
                                             "id,name,role,phone\n"
                                             "M-7KQ2D,Ros Okafor-Vale,senior-manager,01709 000001\n"
                                             "M-7KQ2D,Somebody Else,senior-manager,\n")});
  CHECK(answer.status == 1);
  CHECK(contains(answer.err, "mentors.csv:2: M-7KQ2D is there already and says otherwise of phone"));
  CHECK(contains(answer.err, "mentors.csv:3: not taken in: M-7KQ2D is somebody else here"));
  CHECK(read("mentors/M-7KQ2D.yaml") == before);
}

TEST_CASE_FIXTURE(ImportFixture, "programs are told of every row") {
  const json data = json_of({"import", sheet("mentors.csv", messy)}).data();
  CHECK(data.at("ids") == json::array({"M-10000"}));
  CHECK(data.at("commit") == head());
  CHECK(data.at("taken_in") == 1);
  CHECK(data.at("already_there").at(0).at("line") == 5);
  CHECK(data.at("rejected").at(1).at("line") == 6);
  CHECK(data.at("rejects").at(0) == (outside() / "mentors-rejected.csv").string());
}

TEST_CASE_FIXTURE(ImportFixture, "rejected rows never take the place of the sheet, or of an earlier file") {
  const std::string file = sheet("mentors.csv", messy);
  CHECK(run({"import", file, "--rejects", file}).status == 2);
  sheet("mentors-rejected.csv", "mine");
  run({"import", file});
  CHECK(beside("mentors-rejected.csv") == "mine");
  CHECK(contains(beside("mentors-rejected-2.csv"), "Lee Marsh"));
  const std::string named = (outside() / "bad.csv").string();
  run({"import", file, "--rejects", named});
  CHECK(contains(beside("bad.csv"), "Lee Marsh"));
}

TEST_CASE_FIXTURE(ImportFixture, "the same rejected rows are written once, however often the sheet comes") {
  const std::string file = sheet("mentors.csv", messy);
  run({"import", file});
  const Answer again = run({"import", file});
  const std::string second = run({"import", file}).err;
  CHECK(contains(second, "what was rejected stands in '" + (outside() / "mentors-rejected.csv").string()));
  CHECK(again.status == 1);
  CHECK(contains(beside("mentors-rejected.csv"), "Lee Marsh"));
  CHECK_FALSE(fs::exists(outside() / "mentors-rejected-2.csv"));
  run({"import", sheet("mentors.csv", messy + "Al Poe;45679;elected member;;;\r\n")});
  CHECK(contains(beside("mentors-rejected-2.csv"), "Al Poe"));
  CHECK_FALSE(contains(beside("mentors-rejected.csv"), "Al Poe"));
}

TEST_CASE_FIXTURE(ImportFixture, "rejected rows need a folder that is there") {
  const std::string named = (outside() / "none/bad.csv").string();
  const Answer answer = run({"import", sheet("mentors.csv", messy), "--rejects", named});
  CHECK(answer.status == 2);
  CHECK(contains(answer.err,
                 "--rejects: there is no directory '" + (outside() / "none").string() + "', make it first"));
}

TEST_CASE_FIXTURE(ImportPairFixture, "rejected rows never take the place of a record or of git's own files") {
  const std::string file = sheet("mentors.csv", messy);
  const std::string before = everything();
  const std::string config = *read(".git/config");
  for (const std::string name : {"mentors/M-7KQ2D.yaml", "mentors/bad.csv", "schemes/bad.csv",
                                 "mentorctl.yaml", ".gitignore", ".git/config"}) {
    CAPTURE(name);
    const std::string place = (root() / name).string();
    const Answer answer = run({"import", file, "--rejects", place});
    CHECK(answer.status == 2);
    CHECK(contains(answer.err, "--rejects: '" + place + "' is where the records stand, name another file"));
  }
  CHECK(everything() == before);
  CHECK(read(".git/config") == config);
}

TEST_CASE_FIXTURE(ImportFixture,
                  "rejected rows take the place of earlier ones of the sheet, and of no other file") {
  const std::string file = sheet("mentors.csv", messy);
  const std::string before = everything();
  const std::string letter = "Dear Sir or Madam,\nreason enough\n";
  for (const std::string& bytes : {letter, std::string("Name,reason\nAl,none\n"), std::string("\"x")}) {
    CAPTURE(bytes);
    const Answer answer = run({"import", file, "--rejects", sheet("bad.csv", bytes)});
    CHECK(answer.status == 2);
    CHECK(
        contains(answer.err,
                 "is there already, and holds no rejected rows of this sheet: name another file, or move it "
                 "away"));
    CHECK(beside("bad.csv") == bytes);
  }
  CHECK(everything() == before);
  const std::string named = sheet("bad.csv", "");
  CHECK(run({"import", file, "--rejects", named}).status == 1);
  CHECK(run({"import", file, "--rejects", named}).status == 1);
  CHECK(contains(beside("bad.csv"), "Lee Marsh"));
}

TEST_CASE_FIXTURE(ImportFixture, "rejected rows that nobody wants to keep leave a device as it is") {
  CHECK(run({"import", sheet("mentors.csv", messy), "--rejects", "/dev/null"}).status == 1);
  CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE_FIXTURE(ImportPairFixture,
                  "a sheet among the records is not imported, for rejected rows go beside it") {
  write("schemes/mentors.csv", messy);
  const std::string before = everything();
  const Answer answer = run({"import", (root() / "schemes/mentors.csv").string()});
  CHECK(answer.status == 2);
  CHECK(contains(answer.err, "is where the records stand, and rejected rows would go beside it"));
  CHECK(everything() == before);
}

TEST_CASE_FIXTURE(ImportFixture, "links that go round are told of as what cannot be read or written") {
  const std::string loop = (outside() / "folder/mentors.csv").string();
  fs::create_directory(outside() / "folder");
  fs::create_symlink(loop, loop);
  const std::string said = "'" + loop + "': Too many levels of symbolic links, put a plain file";
  for (const std::string& name : {loop, (outside() / "folder").string()}) {
    CAPTURE(name);
    const Answer answer = run({"import", name});
    CHECK(answer.status == 4);
    CHECK(contains(answer.err, "cannot read " + said));
  }
  const Answer answer = run({"import", sheet("mentors.csv", messy), "--rejects", loop});
  CHECK(answer.status == 4);
  CHECK(contains(answer.err, "cannot write " + said));
}

}  // namespace cmd_import_test
