#include <doctest/doctest.h>

#include <algorithm>

#include "support/command_fixture.h"
#include "support/refusals.h"

namespace cmd_amend_test {

using mentor::test::Answer;
using mentor::test::check_refused;
using mentor::test::contains;
using mentor::test::PairFixture;
using mentor::test::with;
using mentor::test::Words;

namespace {

class AmendFixture : public PairFixture {
 public:
  AmendFixture() {
    commit_file("sessions/P-9X2MC.yaml",
                "# Tuesdays suit both.\n"
                "- {id: S-8F3K2, date: 2026-02-10, minutes: 60, kind: one-to-one}  # rang first\n"
                "- {date: 2026-02-17, id: S-8F3K3, minutes: 45, kind: call}\n");
  }

  /// Runs amend, and gives the lines that it took away and put in.
  std::string change(Words words) {
    words.insert(words.begin(), "amend");
    done(words);
    std::string lines;
    std::istringstream diff(git({"show", "--format=", "--unified=0", "HEAD"}));
    for (std::string line; std::getline(diff, line);) {
      const bool changed = line.starts_with('-') || line.starts_with('+');
      if (changed && !line.starts_with("---") && !line.starts_with("+++")) lines += line + "\n";
    }
    return lines;
  }

  /// Runs amend, which must be refused as a mistake in the command line and change nothing.
  std::string mistake(Words words) {
    words.insert(words.begin(), "amend");
    const std::string before = everything();
    const Answer answer = run(words);
    CHECK(answer.status == 2);
    CHECK(everything() == before);
    return answer.err;
  }
};

}  // namespace

TEST_CASE_FIXTURE(AmendFixture, "amend sets, adds and takes out a field in its line") {
  CHECK(change({"M-7KQ2D", "area=Wath"}) == "-area: Rotherham\n+area: Wath\n");
  CHECK(change({"M-7KQ2D", "gender=female"}) == "+gender: female\n");
  CHECK(change({"M-7KQ2D", "gender="}) == "-gender: female\n");
  CHECK(change({"P-9X2MC", "first_meeting.activity=Chess, then tea", "focus="}) ==
        "-first_meeting: {date: 2026-02-01, activity: Bowling, brokered_by: Team}\n"
        "-focus: A first job\n"
        "+first_meeting: {date: 2026-02-01, activity: \"Chess, then tea\", brokered_by: Team}\n");
}

TEST_CASE_FIXTURE(AmendFixture, "amend sets a list value by value, adds to it and takes from it") {
  CHECK(change({"M-7KQ2D", "interests=chess", "interests=old films"}) == "+interests: [chess, old films]\n");
  CHECK(change({"M-7KQ2D", "interests+=tea, cake", "interests-=chess"}) ==
        "-interests: [chess, old films]\n+interests: [old films, \"tea, cake\"]\n");
  CHECK(change({"M-7KQ2D", "interests="}) == "-interests: [old films, \"tea, cake\"]\n");
}

TEST_CASE_FIXTURE(AmendFixture, "amend corrects and strikes one entry and leaves the lines around it") {
  CHECK(
      change({"P-9X2MC/S-8F3K2", "minutes=90", "note=She's back"}) ==
      "-- {id: S-8F3K2, date: 2026-02-10, minutes: 60, kind: one-to-one}  # rang first\n"
      "+- {id: S-8F3K2, date: 2026-02-10, minutes: 90, kind: one-to-one, note: She's back}  # rang first\n");
  CHECK(change({"P-9X2MC/s-8f3k3", "--remove"}) ==
        "-- {date: 2026-02-17, id: S-8F3K3, minutes: 45, kind: call}\n");
  CHECK(change({"M-7KQ2D/V-00002", "on=2025-11-21"}) ==
        "-  - {id: V-00002, step: line-manager, on: 2025-11-20}\n"
        "+  - {id: V-00002, step: line-manager, on: 2025-11-21}\n");
  CHECK(read("sessions/P-9X2MC.yaml")->starts_with("# Tuesdays suit both.\n"));
}

TEST_CASE_FIXTURE(AmendFixture, "amend corrects several entries at once, in one commit") {
  add_ready_mentor("M-8KQ2D", "Asha Bell");
  add_young_person("Y-5F7KA", "Ben Moss", "2005-06-01");
  add_running_match("P-8X2MC", "Y-5F7KA", "M-8KQ2D", "2026-02-01");
  commit_file("sessions/P-8X2MC.yaml",
              "- {id: S-8F3K2, date: 2026-03-03, minutes: 60, kind: one-to-one, cost: 4.20}\n");
  done({"amend", "P-9X2MC/S-8F3K2", "P-9X2MC/S-8F3K3", "cost=3.10"});
  const Words claimed{"amend",       "P-9X2MC/S-8F3K2", "ben/s-8f3k2",
                      "Tia/S-8F3K3", "P-9X2MC/S-8F3K2", "claimed=2026-04-01"};
  const Answer answer = run(claimed);
  CHECK(answer.status == 0);
  CHECK(answer.out == "P-9X2MC/S-8F3K2\nP-9X2MC/S-8F3K3\nP-8X2MC/S-8F3K2\n");
  CHECK(last_message() ==
        "amend claimed of 3 entries of P-9X2MC, P-8X2MC\n\nMentorctl-Command: amend\n"
        "Mentorctl-Record: P-9X2MC\nMentorctl-Record: P-8X2MC\n");
  CHECK(
      read("sessions/P-9X2MC.yaml") ==
      "# Tuesdays suit both.\n"
      "- {id: S-8F3K2, date: 2026-02-10, minutes: 60, kind: one-to-one, cost: 3.10, claimed: 2026-04-01}  # "
      "rang first\n"
      "- {date: 2026-02-17, id: S-8F3K3, minutes: 45, kind: call, cost: 3.10, claimed: 2026-04-01}\n");
  CHECK(contains(read("sessions/P-8X2MC.yaml").value(), "cost: 4.20, claimed: 2026-04-01}\n"));
}

TEST_CASE_FIXTURE(AmendFixture, "of several entries all are corrected or none") {
  done({"amend", "P-9X2MC/S-8F3K3", "cost=3.10", "claimed=2026-03-20"});
  done({"amend", "P-9X2MC/S-8F3K2", "cost=3.10", "claimed=2026-03-01"});
  const std::vector<std::pair<Words, std::string>> mistakes{
      {{"P-9X2MC/S-8F3K2", "P-9X2MC/S-00000", "paid=2026-04-01"}, "there is no entry 'S-00000' in P-9X2MC"},
      {{"P-9X2MC/S-8F3K2", "P-9X2MC/S-8F3K3", "paid=2026-03-10"},
       "that would not be sound: paid on 2026-03-10, before 2026-03-20"},
      {{"P-9X2MC/S-8F3K2", "M-7KQ2D/V-00001", "paid=2026-04-01"},
       "the entry M-7KQ2D/V-00001 has no field 'paid'"},
      {{"P-9X2MC", "P-9X2MC/S-8F3K2", "paid=2026-04-01"},
       "P-9X2MC is no entry: several are amended at once when all are, such as P-9X2MC/S-8F3K2"},
      {{"P-9X2MC/S-8F3K2", "P-9X2MC", "paid=2026-04-01"}, "'P-9X2MC' says nothing to amend, write KEY=VALUE"},
      {{"P-9X2MC/S-8F3K2", "P-9X2MC/S-8F3K3"}, "nothing to amend is given, write KEY=VALUE, or KEY="}};
  for (const auto& [words, message] : mistakes) {
    CAPTURE(words.at(1));
    const std::string said = mistake(words);
    CHECK_MESSAGE(said.starts_with("mentorctl: " + message), said);
  }
}

TEST_CASE_FIXTURE(AmendFixture, "of several entries those that say so already are named") {
  done({"amend", "P-9X2MC/S-8F3K3", "cost=3.10"});
  const Answer answer = run({"amend", "P-9X2MC/S-8F3K2", "P-9X2MC/S-8F3K3", "cost=3.10"});
  CHECK(answer.status == 0);
  CHECK(contains(answer.err, "note: P-9X2MC/S-8F3K3 says so already, nothing was changed\n"));
  CHECK_FALSE(contains(answer.err, "note: P-9X2MC/S-8F3K2"));
  CHECK(change({"P-9X2MC/S-8F3K3", "P-9X2MC/S-8F3K2", "--remove"}) ==
        "-- {id: S-8F3K2, date: 2026-02-10, minutes: 60, kind: one-to-one, cost: 3.10}  # rang first\n"
        "-- {date: 2026-02-17, id: S-8F3K3, minutes: 45, kind: call, cost: 3.10}\n"
        "+[]\n");
}

TEST_CASE_FIXTURE(AmendFixture, "amend keeps the reason in the history, without anybody's name") {
  done({"amend", "Ros", "area=Wath", "--why", "ros moved near TIA QUILLFEATHER\nso Sam Patel's team says"});
  CHECK(last_message() ==
        "amend area of M-7KQ2D\n"
        "\n"
        "Mentorctl-Command: amend\n"
        "Mentorctl-Record: M-7KQ2D\n"
        "Mentorctl-Why: M-7KQ2D moved near Y-4F7KA so (name)'s team says\n");
}

TEST_CASE_FIXTURE(AmendFixture, "a reason that looks like trailers stays within its own") {
  done({"amend", "M-7KQ2D", "area=Wath", "--why", "x\n\nMentorctl-Record: M-00000\n# y"});
  CHECK(last_message() ==
        "amend area of M-7KQ2D\n"
        "\n"
        "Mentorctl-Command: amend\n"
        "Mentorctl-Record: M-7KQ2D\n"
        "Mentorctl-Why: x  Mentorctl-Record: M-00000 # y\n");
}

TEST_CASE_FIXTURE(AmendFixture, "what says so already is not committed again") {
  const int before = commits();
  const Answer answer = run({"amend", "M-7KQ2D", "area=Rotherham"});
  CHECK(answer.status == 0);
  CHECK(contains(answer.err, "note: M-7KQ2D says so already, nothing was changed\n"));
  CHECK(commits() == before);
}

TEST_CASE_FIXTURE(AmendFixture, "a correction that makes no sense is refused with what to do") {
  const std::vector<std::pair<Words, std::string>> mistakes{
      {{"M-7KQ2D", "gendr=x"}, "a mentor has no field 'gendr', did you mean 'gender'"},
      {{"M-7KQ2D", "born=1978-02-30"}, "'born': '1978-02-30' is not a date, YYYY-MM-DD"},
      {{"M-7KQ2D", "born=2026-04-03"}, "born: 2026-04-03 is still to come, today is 2026-04-02"},
      {{"M-7KQ2D", "name="}, "'name' cannot be taken out, a mentor must have it"},
      {{"M-7KQ2D", "id=M-00000"}, "an identifier stays as it is"},
      {{"M-7KQ2D", "steps=x"},
       "'steps' is a list of entries: name the one to amend, such as M-7KQ2D/V-8F3K2"},
      {{"M-7KQ2D", "prefers=x"}, "'prefers' has fields of its own, name one: prefers.age, prefers.gender"},
      {{"M-7KQ2D", "area.x=y"}, "'area' has no fields of its own: area=VALUE"},
      {{"M-7KQ2D", "area+=y"}, "'area' is no list: area=VALUE"},
      {{"M-7KQ2D", "area=a", "area=b"}, "'area' is given more than once"},
      {{"M-7KQ2D", "interests=[a, b]"},
       "'interests' is a list: give each by itself, interests=ONE interests=ANOTHER"},
      {{"M-7KQ2D", "interests+=a", "interests=b"},
       "'interests' is set and added to at once, do one of the two"},
      {{"M-7KQ2D", "interests-=chess"}, "'interests' has no 'chess'"},
      {{"M-7KQ2D", "interests+="}, "'interests': there is nothing to add or to take out"},
      {{"M-7KQ2D", "scheme=stockport"},
       "that would not be sound: the mentor is in the scheme 'stockport', the match in 'rotherham'"},
      {{"M-7KQ2D", "area"}, "'area' says nothing to amend, write KEY=VALUE"},
      {{"M-7KQ2D", "area=x\x1b[1m"}, "'area': control byte 0x1b is not allowed in a record"},
      {{"M-7KQ2D"}, "nothing to amend is given, write KEY=VALUE, or KEY= to take a field out"},
      {{"M-7KQ2D", "--remove"},
       "M-7KQ2D is no entry: what is struck is one of a list, such as M-7KQ2D/V-8F3K2"},
      {{"P-9X2MC/S-8F3K2", "minutes=0"}, "'minutes': '0' is not whole minutes, 1 to 1440"},
      {{"P-9X2MC/S-8F3K2", "minutes="}, "that would not be sound: a session has 'minutes' and 'kind', or"},
      {{"P-9X2MC/S-8F3K2", "area=x"}, "the entry P-9X2MC/S-8F3K2 has no field 'area'"},
      {{"P-9X2MC/S-00000", "minutes=5"}, "there is no entry 'S-00000' in P-9X2MC"},
      {{"M-7KQ2D/S-8F3K2", "minutes=5"}, "'M-7KQ2D' names a mentor, and a match is wanted"},
      {{"P-9X2MC/first", "minutes=5"}, "'first' is no identifier of an entry, such as S-8F3K2"},
      {{"P-9X2MC/S-8F3K2", "--remove", "minutes=5"},
       "--remove strikes the whole entry, and takes no KEY=VALUE"},
  };
  for (const auto& [words, message] : mistakes) {
    CAPTURE(words.back());
    const std::string said = mistake(words);
    CHECK_MESSAGE(said.starts_with("mentorctl: " + message), said);
  }
}

TEST_CASE_FIXTURE(AmendFixture, "amend does not start a match that the rules have not seen") {
  commit_file(
      "matches/P-00001.yaml",
      "id: P-00001\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\nproposed: 2026-03-01\n");
  CHECK(mistake({"P-00001", "started=2026-03-02"}) ==
        "mentorctl: 'started': P-00001 has not started, start it with 'mentorctl start'\n");
  CHECK(mistake({"P-9X2MC", "started="}) ==
        "mentorctl: 'started' cannot be taken out of P-9X2MC: correct the day, or end the match\n");
  CHECK(contains(mistake({"P-9X2MC", "started=2026-04-03"}), "started: 2026-04-03 is still to come"));
  CHECK(change({"P-9X2MC", "started=2026-02-03"}) == "-started: 2026-02-01\n+started: 2026-02-03\n");
}

TEST_CASE_FIXTURE(AmendFixture,
                  "whom a match is with can be corrected, and what the rules say of it is told") {
  add_ready_mentor("M-8KQ2D", "Asha Bell");
  add_young_person("Y-5F7KA", "Ben Moss", "2005-06-01");
  add_running_match("P-8X2MC", "Y-5F7KA", "M-8KQ2D", "2026-02-01");
  const Answer mentor = json_of({"amend", "P-9X2MC", "mentor=M-8KQ2D"});
  CHECK(mentor.status == 0);
  const Words said = mentor.rules();
  CHECK(std::count(said.begin(), said.end(), "match.capacity") == 2);
  CHECK(contains(read("matches/P-9X2MC.yaml").value(), "\nmentor: M-8KQ2D\n"));
  check_refused(*this, {{{"amend", "P-9X2MC", "young_person=Y-5F7KA"},
                         1,
                         "Y-5F7KA is in the match P-8X2MC, which is active: end or decline it first"}});
}

TEST_CASE_FIXTURE(AmendFixture, "an ending is struck while the young person is in no other match") {
  add_ready_mentor("M-8KQ2D", "Asha Bell");
  done({"end", "P-9X2MC", "--as", "drifted", "--by", "both", "--reason", "A slip"});
  done({"match", "Y-4F7KA", "M-8KQ2D", "--id", "P-8X2MC"});
  check_refused(*this, {{{"amend", "P-9X2MC/V-10000", "--remove"},
                         1,
                         "Y-4F7KA is in the match P-8X2MC, which is proposed: end or decline it first"}});
  done({"decide", "P-8X2MC", "--by", "young-person", "--no"});
  CHECK(change({"P-9X2MC/V-10000", "as=broke-down"}) ==
        "-  - {id: V-10000, on: 2026-04-02, as: drifted, by: both, reason: A slip}\n"
        "+  - {id: V-10000, on: 2026-04-02, as: broke-down, by: both, reason: A slip}\n");
  done({"amend", "P-9X2MC/V-10000", "--remove"});
  CHECK(json_of({"show", "P-9X2MC"}).data().at("record").at("state") == "active");
  // So is a no while the other match runs.
  check_refused(*this, {{{"amend", "P-8X2MC/V-20000", "--remove"}, 1, "Y-4F7KA is in the match P-9X2MC"}});
}

TEST_CASE_FIXTURE(AmendFixture, "whom a match is proposed with is judged as when it is proposed") {
  commit_file(
      "mentors/M-8KQ2D.yaml",
      "id: M-8KQ2D\nname: Asha Bell\nscheme: rotherham\nrole: senior-manager\nenquired: 2026-03-01\n");
  add_ready_mentor("M-9KQ2D", "Ida Webb");
  add_ready_mentor("M-6KQ2D", "Ben Lowe");
  done({"close", "M-9KQ2D", "--as", "withdrew"});
  add_young_person("Y-5F7KA", "Ben Moss", "2005-06-01");
  add_young_person("Y-6F7KA", "Mia Shaw", "2005-06-01");
  done({"close", "Y-6F7KA", "--as", "withdrew"});
  done({"match", "Y-5F7KA", "M-6KQ2D", "--id", "P-8X2MC", "--agreed", "young-person"});
  check_refused(*this,
                {{{"amend", "P-8X2MC", "mentor=M-9KQ2D"}, 1, "M-9KQ2D has left the scheme"},
                 {{"amend", "P-8X2MC", "young_person=Y-6F7KA"}, 1, "Y-6F7KA has left the scheme"},
                 {{"amend", "P-8X2MC", "young_person=Y-4F7KA"}, 1, "Y-4F7KA is in the match P-9X2MC"}});
  SUBCASE("without a day nothing is asked of the mentor yet, and the yes may have been to another") {
    const Answer answer = run({"amend", "P-8X2MC", "mentor=M-8KQ2D"});
    CHECK(answer.status == 0);
    CHECK(
        contains(answer.err,
                 "note: P-8X2MC/V-30000 is what the young person decided before this: if it was of somebody "
                 "else, strike it with 'mentorctl amend P-8X2MC/V-30000 --remove'\n"));
  }
  SUBCASE("with a day the mentor must be ready, or somebody answers for it") {
    done({"start", "P-8X2MC", "--on", "2026-04-20", "--contacts-given"});
    const Words correction{"amend", "P-8X2MC", "mentor=M-8KQ2D"};
    check_refused(*this, {{correction, 1, "readiness.training"}});
    CHECK(run(with(correction, {"--override", "Trained elsewhere", "--authorised-by", "Jo Reed"})).status ==
          0);
    CHECK(contains(last_message(), "Mentorctl-Override: readiness.training\n"));
  }
  SUBCASE("what runs is corrected all the same") {
    CHECK(run({"amend", "P-9X2MC", "mentor=M-9KQ2D"}).status == 0);
  }
}

TEST_CASE_FIXTURE(AmendFixture, "a match comes to be open again while both people are there") {
  add_ready_mentor("M-8KQ2D", "Asha Bell");
  add_young_person("Y-5F7KA", "Ben Moss", "2005-06-01");
  done({"match", "Y-5F7KA", "M-8KQ2D", "--id", "P-8X2MC"});
  done({"decide", "P-8X2MC", "--by", "mentor", "--no"});
  done({"close", "M-8KQ2D", "--as", "withdrew"});
  const std::string no =
      "P-8X2MC/" +
      json_of({"show", "P-8X2MC"}).data().at("record").at("decisions")[0].at("id").get<std::string>();
  check_refused(*this, {{{"amend", no, "--remove"}, 1, "M-8KQ2D has left the scheme"},
                        {{"amend", no, "yes=yes"}, 1, "M-8KQ2D has left the scheme"}});
  CHECK(run({"amend", no, "why=Too far"}).status == 0);
  done({"end", "P-9X2MC", "--as", "drifted", "--by", "both", "--reason", "Moved"});
  done({"close", "Y-4F7KA", "--as", "finished"});
  const std::string ending = json_of({"show", "P-9X2MC"}).data().at("record").at("endings")[0].at("id");
  check_refused(*this, {{{"amend", "P-9X2MC/" + ending, "--remove"}, 1, "Y-4F7KA has left the scheme"}});
}

TEST_CASE_FIXTURE(AmendFixture, "amend keeps every text exactly as it was typed") {
  for (const std::string text : {"no",
                                 "0123",
                                 "1e3",
                                 "~",
                                 "null",
                                 "12:30",
                                 "- x",
                                 "a: b",
                                 "#5",
                                 "it's",
                                 "\"q\"",
                                 " lead",
                                 "trail ",
                                 "two\nlines",
                                 "line feed at the end\n",
                                 "é – 日本 🙂",
                                 "!x",
                                 "&x",
                                 "*x",
                                 "%x",
                                 "@x",
                                 "`x",
                                 "{x",
                                 "[x",
                                 "x,",
                                 "?",
                                 "---",
                                 "...",
                                 "=1+1",
                                 "tab\there",
                                 "back\\slash",
                                 "a #b",
                                 "key:",
                                 "--amend"}) {
    CAPTURE(text);
    done({"amend", "M-7KQ2D", "pen_picture=" + text});
    CHECK(json_of({"show", "M-7KQ2D"}).data().at("record").at("pen_picture") == text);
  }
}

TEST_CASE_FIXTURE(AmendFixture, "amend keeps the old and the new name out of the history") {
  done({"amend", "M-7KQ2D", "name=Ros Bellweather", "--why", "Okafor is Bellweather now"});
  CHECK(contains(last_message(), "Mentorctl-Why: M-7KQ2D is M-7KQ2D now\n"));
}

TEST_CASE_FIXTURE(AmendFixture, "amend says what the rules newly say, and corrects the fact all the same") {
  const Answer younger = json_of({"amend", "Y-4F7KA", "born=2009-05-20"});
  CHECK(younger.status == 0);
  const Words said = younger.rules();
  CHECK(std::count(said.begin(), said.end(), "readiness.dbs") > 0);
  CHECK(contains(younger.err, "must    P-9X2MC"));
  const Answer logged = json_of(
      {"log-session", "P-9X2MC", "--date", "2026-03-03", "--minutes", "60", "--kind", "call"});
  CHECK(logged.status == 0);
  CHECK(logged.rules() == Words{"readiness.dbs"});
  const Answer shorter = json_of({"amend", "P-9X2MC/S-10000", "minutes=50"});
  CHECK(shorter.rules().empty());
}

TEST_CASE_FIXTURE(AmendFixture, "a single letter means nobody") {
  CHECK(contains(mistake({"R", "area=x"}), "there is no record 'R'"));
}

}  // namespace cmd_amend_test
