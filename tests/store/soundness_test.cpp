#include "store/soundness.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "store/reader.h"
#include "support/records.h"
#include "support/small_scheme.h"

namespace store_soundness_test {

using mentor::store::Reader;
using mentor::test::Lines;
using mentor::test::MemorySource;

namespace {

/// What is wrong in the small scheme with that file in it, without the file's name.
Lines wrong(const std::string& path, const std::string& text) {
  MemorySource source(mentor::test::small_scheme());
  source.write(path, text);
  Reader reader(source);
  reader.settings();
  reader.everything();
  Lines lines;
  for (const auto& each : reader.problems())
    lines.push_back(mentor::test::told(each).substr(path.size() + 1));
  return lines;
}

Lines wrong_mentor(const std::string& more) {
  return wrong("mentors/M-7KQ2D.yaml",
               "id: M-7KQ2D\nname: Ada\nscheme: rotherham\nrole: senior-manager\n" + more);
}

Lines wrong_match(const std::string& more) {
  return wrong(
      "matches/P-9X2MC.yaml",
      "id: P-9X2MC\nyoung_person: Y-4F7KA\nmentor: M-7KQ2D\nscheme: rotherham\nproposed: 2026-01-10\n" +
          more);
}

Lines wrong_session(const std::string& more) {
  return wrong("sessions/P-9X2MC.yaml", "- {id: S-00001, date: 2026-02-10" + more + "}\n");
}

}  // namespace

TEST_CASE("a word must be one of the scheme's") {
  SUBCASE("a role") {
    CHECK(wrong("mentors/M-7KQ2D.yaml", "id: M-7KQ2D\nname: Ada\nscheme: rotherham\nrole: senior-manger\n") ==
          Lines{"4:7: 'role': 'senior-manger' is no word of the scheme 'rotherham', did you mean "
                "'senior-manager' "
                "(one of senior-manager, elected-member)"});
  }
  SUBCASE("one of a list") {
    CHECK(wrong("young-people/Y-4F7KA.yaml",
                "id: Y-4F7KA\nname: Zoe\nscheme: rotherham\nborn: 2008-05-20\nreferred: {on: 2026-01-05}\n"
                "needs: [home, magic]\n") ==
          Lines{"6:8: 'needs': 'magic' is no word of the scheme 'rotherham', one of home, eet"});
  }
  SUBCASE("in an entry") {
    CHECK(wrong_match("goals:\n  - {id: V-00001, area: wealth, text: x, set: 2026-01-11}\n") ==
          Lines{"7:25: 'area': 'wealth' is no word of the scheme 'rotherham', one of home, eet"});
  }
  SUBCASE("a session's kind, by the scheme of its match") {
    CHECK(wrong_session(", minutes: 60, kind: visit") ==
          Lines{"1:54: 'kind': 'visit' is no word of the scheme 'rotherham', one of one-to-one, call"});
  }
  SUBCASE("an event's kind") {
    CHECK(wrong("events/E-00001.yaml", "id: E-00001\nkind: party\ndate: 2026-03-01\nscheme: rotherham\n") ==
          Lines{"2:7: 'kind': 'party' is no word of the scheme 'rotherham', one of training"});
  }
  SUBCASE("a scheme that runs here") {
    CHECK(wrong("events/E-00001.yaml", "id: E-00001\nkind: training\ndate: 2026-03-01\nscheme: rotheram\n") ==
          Lines{"4:9: scheme 'rotheram' does not run here, did you mean 'rotherham' (one of rotherham)"});
  }
}

TEST_CASE("an end is not before its start, though it may be on the same day") {
  const std::string correct = ", correct one of them";
  SUBCASE("a match's start") {
    CHECK(wrong_match("started: 2026-01-09\n") ==
          Lines{"6:10: started on 2026-01-09, before 2026-01-10" + correct});
    CHECK(wrong_match("started: 2026-01-10\n") == Lines{});
  }
  SUBCASE("a match's ending") {
    const std::string ending = "started: 2026-02-01\nendings:\n  - {id: V-00001, as: managed, by: both, on: ";
    CHECK(wrong_match(ending + "2026-01-31}\n") ==
          Lines{"8:46: ended on 2026-01-31, before 2026-02-01" + correct});
    CHECK(wrong_match(ending + "2026-02-01}\n") == Lines{});
  }
  SUBCASE("an ending without a start") {
    CHECK(wrong_match("endings:\n  - {id: V-00001, on: 2026-01-31, as: managed, by: both}\n") ==
          Lines{"7:23: ended, but never started, add 'started' or take the ending out"});
  }
  SUBCASE("a pause") {
    CHECK(wrong_match("pauses:\n  - {id: V-00001, from: 2026-03-08, to: 2026-03-07}\n") ==
          Lines{"7:41: back on 2026-03-07, before 2026-03-08" + correct});
  }
  SUBCASE("a goal") {
    CHECK(wrong_match(
              "goals:\n  - {id: V-00001, area: home, text: x, set: 2026-01-11, closed: 2026-01-10}\n") ==
          Lines{"7:65: closed on 2026-01-10, before 2026-01-11" + correct});
  }
  SUBCASE("a renewal") {
    CHECK(wrong_match("renewals:\n  - {id: V-00001, on: 2026-03-08, until: 2026-03-07}\n") ==
          Lines{"7:42: ends on 2026-03-07, before 2026-03-08" + correct});
  }
  SUBCASE("a waiver") {
    CHECK(wrong_mentor(
              "waivers:\n  - {id: V-00001, rule: dbs.recheck, on: 2026-03-08, why: x, authorised_by: y, "
              "until: 2026-03-07}\n") == Lines{"6:87: ends on 2026-03-07, before 2026-03-08" + correct});
  }
  SUBCASE("a certificate") {
    CHECK(wrong_mentor(
              "steps:\n  - {id: V-00001, step: dbs, on: 2026-01-10, level: basic, issued: 2026-01-11}\n") ==
          Lines{"6:68: seen on 2026-01-10, before 2026-01-11" + correct});
  }
  SUBCASE("a referral before the birth") {
    CHECK(
        wrong("young-people/Y-4F7KA.yaml",
              "id: Y-4F7KA\nname: Zoe\nscheme: rotherham\nborn: 2026-01-06\nreferred: {on: 2026-01-05}\n") ==
        Lines{"4:7: referred on 2026-01-05, before 2026-01-06" + correct});
  }
  SUBCASE("a concern") {
    CHECK(wrong("concerns/C-00001.yaml",
                "id: C-00001\nabout: staff\nraised: 2026-03-02\npassed_on: 2026-03-01\n"
                "closed: 2026-03-01\n") == Lines{"4:12: passed on on 2026-03-01, before 2026-03-02" + correct,
                                                 "5:9: closed on 2026-03-01, before 2026-03-02" + correct});
  }
  SUBCASE("a claim") {
    CHECK(wrong_session(", minutes: 60, kind: call, cost: 3.00, claimed: 2026-02-12, paid: 2026-02-11") ==
          Lines{"1:99: paid on 2026-02-11, before 2026-02-12" + correct});
  }
}

TEST_CASE("a session is moved to its own day or a later one, and only when it fell through") {
  const std::string off = ", cancelled_by: mentor, moved_to: ";
  CHECK(wrong_session(off + "2026-02-10") == Lines{});
  CHECK(wrong_session(off + "2026-02-09") ==
        Lines{"1:67: moved to a meeting on 2026-02-09, before 2026-02-10, correct one of them"});
  CHECK(wrong_session(", minutes: 60, kind: call, moved_to: 2026-02-11") ==
        Lines{"1:70: 'moved_to' is of a session that fell through, this one was held: take it out"});
}

TEST_CASE("what is claimed or paid back is a cost") {
  const std::string held = ", minutes: 60, kind: call";
  CHECK(wrong_session(held + ", cost: 3.00, claimed: 2026-02-12") == Lines{});
  CHECK(wrong_session(held + ", claimed: 2026-02-12") ==
        Lines{"1:3: 'claimed' without a 'cost', add what the session cost"});
  CHECK(wrong_session(held + ", paid: 2026-02-12") ==
        Lines{"1:3: 'paid' without a 'cost', add what the session cost"});
}

TEST_CASE("what a session cost is claimed and paid back on its day or later") {
  const std::string cost = ", minutes: 60, kind: call, cost: 3.00";
  const std::string correct = ", correct one of them";
  CHECK(wrong_session(cost + ", claimed: 2026-02-10, paid: 2026-02-10") == Lines{});
  CHECK(wrong_session(cost + ", paid: 2026-02-10") == Lines{});
  CHECK(wrong_session(cost + ", claimed: 2026-02-09, paid: 2026-02-10") ==
        Lines{"1:81: claimed on 2026-02-09, before 2026-02-10" + correct});
  CHECK(wrong_session(cost + ", paid: 2026-02-09") ==
        Lines{"1:78: paid on 2026-02-09, before 2026-02-10" + correct});
  CHECK(wrong_session(cost + ", claimed: 2026-02-12, paid: 2026-02-11") ==
        Lines{"1:99: paid on 2026-02-11, before 2026-02-12" + correct});
}

TEST_CASE("who would like to see whom again were both at the event") {
  const auto wrong_event = [](const std::string& wish) {
    return wrong("events/E-2N8WQ.yaml",
                 "id: E-2N8WQ\nkind: training\ndate: 2026-02-10\nscheme: rotherham\n"
                 "invited: [Y-4F7KA, M-7KQ2D]\nattended: [Y-4F7KA]\nsee_again:\n  - {id: V-00001, " +
                     wish + "}\n");
  };
  const std::string absent = "M-7KQ2D is not among those who attended, strike the wish or add them";
  CHECK(wrong_event("by: Y-4F7KA, whom: Y-4F7KA") == Lines{});
  CHECK(wrong_event("by: Y-4F7KA, whom: M-7KQ2D") == Lines{"8:38: " + absent});
  CHECK(wrong_event("by: M-7KQ2D, whom: Y-4F7KA") == Lines{"8:23: " + absent});
}

TEST_CASE("an entry's identifier stands once in a file") {
  const std::string twice = "identifier 'V-00001' stands here a second time, give the entry another";
  CHECK(wrong_match("pauses:\n  - {id: V-00001, from: 2026-03-01}\n  - {id: V-00001, from: 2026-04-01}\n") ==
        Lines{"8:10: " + twice});
  CHECK(wrong_match(
            "pauses:\n  - {id: V-00001, from: 2026-03-01}\nrenewals:\n  - {id: V-00001, on: 2026-04-01}\n") ==
        Lines{"9:10: " + twice});
  CHECK(wrong("sessions/P-9X2MC.yaml",
              "- {id: S-00001, date: 2026-02-10, minutes: 60, kind: call}\n"
              "- {id: S-00001, date: 2026-02-11, minutes: 60, kind: call}\n") ==
        Lines{"2:8: identifier 'S-00001' stands here a second time, give the entry another"});
}

TEST_CASE("an identifier that stands a second time is found among very many, and none else") {
  std::string log;
  for (int i = 0; i < 1000; ++i)
    log += fmt::format("- {{id: S-0{:04}, date: 2026-02-10, minutes: 60, kind: call}}\n", i);
  CHECK(wrong("sessions/P-9X2MC.yaml", log) == Lines{});
  CHECK(
      wrong("sessions/P-9X2MC.yaml", log + "- {id: S-00007, date: 2026-02-11, minutes: 60, kind: call}\n") ==
      Lines{"1001:8: identifier 'S-00007' stands here a second time, give the entry another"});
}

TEST_CASE("a session was held or fell through, one of the two") {
  const std::string one_of_two =
      "1:3: a session has 'minutes' and 'kind', or 'cancelled_by', keep one of the two";
  const std::string both =
      "1:3: a session that was held has both 'minutes' and 'kind', a cancelled one neither";
  CHECK(wrong_session(", minutes: 60, kind: call") == Lines{});
  CHECK(wrong_session(", cancelled_by: mentor, moved_to: 2026-02-12") == Lines{});
  CHECK(wrong_session("") == Lines{one_of_two});
  CHECK(wrong_session(", kind: call") == Lines{one_of_two});
  CHECK(wrong_session(", minutes: 60, kind: call, cancelled_by: mentor") == Lines{one_of_two});
  CHECK(wrong_session(", minutes: 60") == Lines{both});
  CHECK(wrong_session(", kind: call, cancelled_by: mentor") == Lines{both});
}

TEST_CASE("a step says what it is about") {
  const auto step = [](const std::string& what) {
    return wrong_mentor("steps:\n  - {id: V-00001, on: 2026-01-10, step: " + what + "}\n");
  };
  CHECK(step("training") == Lines{"6:5: a step 'training' must have 'topic', add it"});
  CHECK(step("training, topic: boundries") == Lines{"6:58: 'topic': 'boundries' is no word of the scheme "
                                                    "'rotherham', did you mean 'boundaries' (one of "
                                                    "boundaries, safeguarding)"});
  CHECK(step("training, topic: boundaries") == Lines{});
  CHECK(step("considered") == Lines{"6:5: a step 'considered' must have 'topic', add it"});
  CHECK(step("qualification") == Lines{"6:5: a step 'qualification' must have 'level', add it"});
  CHECK(step("dbs") == Lines{"6:5: a step 'dbs' must have 'level', add it"});
  CHECK(step("dbs, level: full") ==
        Lines{"6:53: 'level': 'full' is not known, one of basic, standard, enhanced"});
  CHECK(step("interview") == Lines{});
}

TEST_CASE("a list of words without one allows no word, a list that is not there any") {
  const auto told = [](const std::string& words) {
    MemorySource source(mentor::test::small_scheme());
    source.write("schemes/rotherham/2026-01-01.yaml",
                 "scheme: rotherham\ntitle: S\nin_force: 2026-01-01\nwords: {" + words + "}\nrules: {}\n");
    Reader reader(source);
    reader.settings();
    reader.everything();
    return mentor::test::told(reader.problems());
  };
  CHECK(told("") == Lines{});
  CHECK(told("roles: []") == Lines{"mentors/M-7KQ2D.yaml:4:7: 'role': 'senior-manager' is no word of the "
                                   "scheme 'rotherham'"});
}

TEST_CASE("a match's people are in its scheme") {
  MemorySource source(mentor::test::small_scheme());
  source.write("mentorctl.yaml", "organisation: A\nschemes: [rotherham, stockport]\n");
  source.write("schemes/stockport/2026-01-01.yaml",
               "scheme: stockport\ntitle: S\nin_force: 2026-01-01\nwords: {}\nrules: {}\n");
  source.write("mentors/M-7KQ2D.yaml", "id: M-7KQ2D\nname: Ada\nscheme: stockport\nrole: professional\n");
  Reader reader(source);
  reader.settings();
  reader.everything();
  CHECK(mentor::test::told(reader.problems()) ==
        Lines{"matches/P-9X2MC.yaml:3:9: the mentor is in the scheme 'stockport', the match in 'rotherham', "
              "make them "
              "the same"});
}

TEST_CASE("a concern is about a person, a record or staff") {
  CHECK(wrong("concerns/C-00001.yaml", "id: C-00001\nabout: staff\nraised: 2026-03-01\n") == Lines{});
  CHECK(wrong("concerns/C-00001.yaml", "id: C-00001\nabout: Y-4F7KA\nraised: 2026-03-01\n") == Lines{});
  CHECK(wrong("concerns/C-00001.yaml", "id: C-00001\nabout: Zoe\nraised: 2026-03-01\n") ==
        Lines{"2:8: 'about' must be an identifier, or staff"});
}

}  // namespace store_soundness_test
