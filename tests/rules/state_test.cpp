#include "rules/state.h"

#include <doctest/doctest.h>

#include <string>

#include "support/records.h"

namespace rules_state_test {

using mentor::Match;
using mentor::MatchState;
using mentor::Mentor;
using mentor::MentorState;
using mentor::Register;
using mentor::Side;
using mentor::word;
using mentor::YoungPerson;
using mentor::rules::latest_decision;
using mentor::rules::spells;
using mentor::rules::state_of;
using mentor::test::day;
using mentor::test::Lines;

namespace {

Match match(const std::string& more, const std::string& id = "P-00001") {
  return mentor::test::record<Match>(
      "id: " + id + "\nyoung_person: Y-00001\nmentor: M-00001\nscheme: rotherham\nproposed: 2026-01-10\n" +
          more,
      "matches/" + id + ".yaml");
}

std::string state(const Match& match, const char* today) {
  return std::string(word(state_of(match, day(today))));
}

/// `2026-02-01 to 2026-08-01`, without an end while there is none.
Lines spells_of(const Match& match) {
  Lines lines;
  for (const auto& each : spells(match)) {
    lines.push_back(each.from.iso() + " to" + (each.ending ? " " + each.ending->on.iso() : ""));
  }
  return lines;
}

const std::string no = "decisions:\n  - {id: V-00001, by: young-person, on: 2026-01-15, yes: no}\n";
const std::string started = "started: 2026-02-01\n";
const std::string paused = "pauses:\n  - {id: V-00002, from: 2026-03-01, to: 2026-03-08}\n";
const std::string ended = "endings:\n  - {id: V-00003, on: 2026-08-01, as: managed, by: both}\n";
const std::string handed_over = "endings:\n  - {id: V-00003, on: 2026-08-01, as: self-managed, by: both}\n";
const std::string reopened = "reopened:\n  - {id: V-00004, on: 2026-10-01}\n";

/// Ada and Zoe with these matches of theirs.
Register with(std::initializer_list<Match> matches) {
  Register records;
  for (const auto& each : matches) records.matches.emplace(each.id, each);
  return records;
}

Mentor mentor_with(const std::string& more) {
  return mentor::test::record<Mentor>("id: M-00001\nname: Ada\nscheme: rotherham\nrole: x\n" + more,
                                      "mentors/M-00001.yaml");
}
YoungPerson young_person_with(const std::string& more) {
  return mentor::test::record<YoungPerson>(
      "id: Y-00001\nname: Zoe\nscheme: rotherham\nborn: 2008-05-20\nreferred: {on: 2026-01-05}\n" + more,
      "young-people/Y-00001.yaml");
}

std::string mentor_state(const Mentor& mentor, const Register& records, const char* today) {
  return std::string(word(state_of(mentor, records, day(today), true)));
}
std::string young_person_state(const YoungPerson& person, const Register& records, const char* today) {
  return std::string(word(state_of(person, records, day(today))));
}

}  // namespace

TEST_CASE("a match is proposed until the day it starts") {
  const Match planned = match(started);
  CHECK(state(planned, "2026-01-10") == "proposed");
  CHECK(state(planned, "2026-01-31") == "proposed");
  CHECK(state(planned, "2026-02-01") == "active");
  CHECK(state(match(""), "2030-01-01") == "proposed");
}

TEST_CASE("a match is declined from the day of a no, until a yes follows or it starts") {
  CHECK(state(match(no), "2026-01-14") == "proposed");
  CHECK(state(match(no), "2026-01-15") == "declined");
  const Match turned = match(no + "  - {id: V-00009, by: young-person, on: 2026-01-20, yes: yes}\n");
  CHECK(state(turned, "2026-01-19") == "declined");
  CHECK(state(turned, "2026-01-20") == "proposed");
  const Match other_side = match(no + "  - {id: V-00009, by: mentor, on: 2026-01-20, yes: yes}\n");
  CHECK(state(other_side, "2026-01-20") == "declined");
  CHECK(state(match(no + started), "2026-02-01") == "active");
}

TEST_CASE("of two decisions on one day the later written counts") {
  const Match twice = match(no + "  - {id: V-00009, by: young-person, on: 2026-01-15, yes: yes}\n");
  CHECK(latest_decision(twice, Side::young_person, day("2026-01-15"))->yes);
  CHECK(latest_decision(twice, Side::young_person, day("2026-01-14")) == nullptr);
  CHECK(latest_decision(twice, Side::mentor, day("2026-01-15")) == nullptr);
}

TEST_CASE("a match is paused from the first day away to the day before the first day back") {
  const Match away = match(started + paused);
  CHECK(state(away, "2026-02-28") == "active");
  CHECK(state(away, "2026-03-01") == "paused");
  CHECK(state(away, "2026-03-07") == "paused");
  CHECK(state(away, "2026-03-08") == "active");
  const Match open = match(started + "pauses:\n  - {id: V-00002, from: 2026-03-01}\n");
  CHECK(state(open, "2026-02-28") == "active");
  CHECK(state(open, "2030-01-01") == "paused");
}

TEST_CASE("a match is ended from the day of its ending") {
  const Match over = match(started + ended);
  CHECK(state(over, "2026-07-31") == "active");
  CHECK(state(over, "2026-08-01") == "ended");
  CHECK(state(match(started + handed_over), "2026-07-31") == "active");
  CHECK(state(match(started + handed_over), "2026-08-01") == "self-managed");
  CHECK(
      state(match(started + paused + "endings:\n  - {id: V-00003, on: 2026-03-05, as: drifted, by: both}\n"),
            "2026-03-05") == "ended");
}

TEST_CASE("a pair that was handed its relationship may end it later") {
  const Match over = match(started + handed_over +
                           "  - {id: V-00005, on: 2026-11-01, as: drifted, by: both}\n");
  CHECK(state(over, "2026-10-31") == "self-managed");
  CHECK(state(over, "2026-11-01") == "ended");
  CHECK(spells_of(over) == Lines{"2026-02-01 to 2026-08-01"});
  const Match again = match(started + handed_over +
                            "  - {id: V-00005, on: 2026-09-01, as: drifted, by: both}\n" + reopened);
  CHECK(state(again, "2026-09-30") == "ended");
  CHECK(state(again, "2026-10-01") == "active");
}

TEST_CASE("the ending that stands is the last since the match began to run") {
  const auto stands = [](const Match& match, const char* today) {
    const auto* ending = mentor::rules::standing_ending(match, day(today));
    return ending ? ending->id.text() : std::string();
  };
  const Match twice = match(started + handed_over +
                            "  - {id: V-00005, on: 2026-09-01, as: drifted, by: both}\n" + reopened);
  CHECK(stands(twice, "2026-07-31").empty());
  CHECK(stands(twice, "2026-08-01") == "V-00003");
  CHECK(stands(twice, "2026-09-01") == "V-00005");
  CHECK(stands(twice, "2026-10-01").empty());
  const Match on_one_day = match(started + handed_over +
                                 "  - {id: V-00005, on: 2026-08-01, as: drifted, by: both}\n");
  CHECK(stands(on_one_day, "2026-08-01") == "V-00005");
}

TEST_CASE("a match that was reopened runs again from that day") {
  const Match again = match(started + ended + reopened);
  CHECK(state(again, "2026-09-30") == "ended");
  CHECK(state(again, "2026-10-01") == "active");
  CHECK(spells_of(again) == Lines{"2026-02-01 to 2026-08-01", "2026-10-01 to"});
}

TEST_CASE("a spell runs from a start or a reopening to the ending that follows") {
  CHECK(spells_of(match("")) == Lines{});
  CHECK(spells_of(match(started)) == Lines{"2026-02-01 to"});
  CHECK(spells_of(match(started + ended)) == Lines{"2026-02-01 to 2026-08-01"});
  SUBCASE("twice over, endings in any order") {
    CHECK(spells_of(match(started +
                          "endings:\n  - {id: V-00005, on: 2026-12-24, as: completed, by: both}\n"
                          "  - {id: V-00003, on: 2026-08-01, as: managed, by: both}\n" +
                          reopened)) == Lines{"2026-02-01 to 2026-08-01", "2026-10-01 to 2026-12-24"});
  }
  SUBCASE("reopened on the day of the ending: it goes on the day after") {
    CHECK(spells_of(match(started + ended + "reopened:\n  - {id: V-00004, on: 2026-08-01}\n")) ==
          Lines{"2026-02-01 to 2026-08-01", "2026-08-02 to"});
  }
  SUBCASE("reopened and ended on one day") {
    CHECK(spells_of(match(started + ended + "  - {id: V-00005, on: 2026-10-01, as: drifted, by: both}\n" +
                          reopened)) == Lines{"2026-02-01 to 2026-08-01", "2026-10-01 to 2026-10-01"});
  }
  SUBCASE("a reopening before any ending is nothing") {
    CHECK(spells_of(match(started + "reopened:\n  - {id: V-00004, on: 2026-03-01}\n")) ==
          Lines{"2026-02-01 to"});
  }
  SUBCASE("started and ended on one day") {
    CHECK(
        spells_of(match(started + "endings:\n  - {id: V-00003, on: 2026-02-01, as: drifted, by: both}\n")) ==
        Lines{"2026-02-01 to 2026-02-01"});
  }
}

TEST_CASE("a spell holds its first day and the day of its ending") {
  const Match over = match(started + ended);
  const auto spell = spells(over).front();
  CHECK_FALSE(spell.holds(day("2026-01-31")));
  CHECK(spell.holds(day("2026-02-01")));
  CHECK(spell.holds(day("2026-08-01")));
  CHECK_FALSE(spell.holds(day("2026-08-02")));
}

TEST_CASE("active days are those from a day to before another that are not paused") {
  const Match away = match(started + paused);
  const auto active = [&](const char* from, const char* to) {
    return mentor::rules::active_days(away, day(from), day(to));
  };
  CHECK(active("2026-02-01", "2026-03-01") == 28);
  CHECK(active("2026-03-01", "2026-04-01") == 24);
  CHECK(active("2026-03-01", "2026-03-08") == 0);
  CHECK(active("2026-03-05", "2026-03-10") == 2);
  CHECK(active("2026-02-26", "2026-03-03") == 3);
  CHECK(mentor::rules::active_days(match(started), day("2026-02-01"), day("2026-03-01")) == 28);
}

TEST_CASE("pauses that overlap are not taken off twice") {
  const Match away = match(started + paused + "  - {id: V-00009, from: 2026-03-05, to: 2026-03-10}\n");
  CHECK(mentor::rules::active_days(away, day("2026-03-01"), day("2026-04-01")) == 22);
}

TEST_CASE("a mentor is matched while a match runs and paused when every running one is") {
  const Mentor mentor = mentor_with("");
  const Match active = match(started, "P-00001");
  const Match away = match(started + paused, "P-00002");
  CHECK(mentor_state(mentor, with({}), "2026-03-01") == "ready");
  CHECK(std::string(word(state_of(mentor, with({}), day("2026-03-01"), false))) == "preparing");
  CHECK(mentor_state(mentor, with({match("")}), "2026-03-01") == "ready");
  CHECK(mentor_state(mentor, with({active}), "2026-01-31") == "ready");
  CHECK(mentor_state(mentor, with({active}), "2026-02-01") == "matched");
  CHECK(mentor_state(mentor, with({away}), "2026-03-01") == "paused");
  CHECK(mentor_state(mentor, with({active, away}), "2026-03-01") == "matched");
  CHECK(mentor_state(mentor, with({match(started + ended)}), "2026-08-01") == "ready");
  CHECK(mentor_state(mentor, with({match(started + handed_over)}), "2026-08-01") == "ready");
}

TEST_CASE("a young person is what their best match is") {
  const YoungPerson person = young_person_with("");
  CHECK(young_person_state(person, with({}), "2026-03-01") == "waiting");
  CHECK(young_person_state(person, with({match("")}), "2026-03-01") == "proposed");
  CHECK(young_person_state(person, with({match(no)}), "2026-03-01") == "waiting");
  CHECK(young_person_state(person, with({match(started)}), "2026-01-31") == "proposed");
  CHECK(young_person_state(person, with({match(started)}), "2026-02-01") == "matched");
  CHECK(young_person_state(person, with({match(started + paused)}), "2026-03-01") == "paused");
  CHECK(young_person_state(person, with({match(started + ended)}), "2026-08-01") == "waiting");
  CHECK(young_person_state(person, with({match(started + handed_over)}), "2026-08-01") == "self-managed");
  CHECK(young_person_state(person, with({match(started + handed_over, "P-00001"), match("", "P-00002")}),
                           "2026-08-01") == "proposed");
}

TEST_CASE("a person who was closed has left from that day until they come back") {
  const std::string closed = "closed:\n  - {id: V-00001, on: 2026-05-01, as: withdrew}\n";
  const std::string back = closed + "reopened:\n  - {id: V-00002, on: 2026-06-01}\n";
  CHECK(mentor_state(mentor_with(closed), with({}), "2026-04-30") == "ready");
  CHECK(mentor_state(mentor_with(closed), with({}), "2026-05-01") == "left");
  CHECK(mentor_state(mentor_with(back), with({}), "2026-05-31") == "left");
  CHECK(mentor_state(mentor_with(back), with({}), "2026-06-01") == "ready");
  CHECK(young_person_state(young_person_with(closed), with({match(started)}), "2026-05-01") == "closed");
  CHECK(young_person_state(young_person_with(back), with({match(started)}), "2026-06-01") == "matched");
  const std::string twice =
      "closed:\n  - {id: V-00001, on: 2026-05-01, as: withdrew}\n"
      "  - {id: V-00003, on: 2026-07-01, as: finished}\n"
      "reopened:\n  - {id: V-00002, on: 2026-06-01}\n";
  CHECK(mentor_state(mentor_with(twice), with({}), "2026-06-30") == "ready");
  CHECK(mentor_state(mentor_with(twice), with({}), "2026-07-01") == "left");
}

TEST_CASE("the matches of a person are all of theirs and nobody else's") {
  Register records = with({match("", "P-00001"), match(no, "P-00002")});
  Match other = match("", "P-00003");
  other.mentor = *mentor::MentorId::parse("M-00002");
  records.matches.emplace(other.id, other);
  CHECK(mentor::rules::matches_of(*mentor::MentorId::parse("M-00001"), records).size() == 2);
  CHECK(mentor::rules::matches_of(*mentor::YoungPersonId::parse("Y-00001"), records).size() == 3);
  CHECK(mentor::rules::matches_of(*mentor::MentorId::parse("M-00009"), records).empty());
}

TEST_CASE("a pause without an end lasts until the match ends, and not into the next spell") {
  const std::string open_end = "pauses:\n  - {id: V-00002, from: 2026-03-01}\n";
  CHECK(state(match(started + open_end), "2027-03-01") == "paused");
  const Match came_back = match(started + open_end + ended + reopened);
  CHECK(mentor::rules::is_paused(came_back, day("2026-08-01")));
  CHECK_FALSE(mentor::rules::is_paused(came_back, day("2026-08-02")));
  CHECK(state(came_back, "2026-07-31") == "paused");
  CHECK(state(came_back, "2026-10-01") == "active");
  const Match paused_again = match(started + ended + reopened +
                                   "pauses:\n  - {id: V-00002, from: 2026-11-01}\n");
  CHECK(state(paused_again, "2026-10-31") == "active");
  CHECK(state(paused_again, "2026-11-01") == "paused");
}

}  // namespace rules_state_test
