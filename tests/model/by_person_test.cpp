#include "model/by_person.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace model_by_person_test {

using mentor::Event;
using mentor::EventId;
using mentor::Events;
using mentor::Id;
using mentor::Match;
using mentor::Matches;
using mentor::MatchId;
using mentor::MentorId;
using mentor::YoungPersonId;
using Texts = std::vector<std::string>;

namespace {

Match match(std::string_view id, std::string_view young_person, std::string_view mentor) {
  Match made;
  made.id = MatchId::parse(id).value();
  made.young_person = YoungPersonId::parse(young_person).value();
  made.mentor = MentorId::parse(mentor).value();
  return made;
}

Texts of(const Matches& matches, std::string_view person) {
  Texts ids;
  for (const Match* each : matches.of(Id::parse(person).value())) ids.push_back(each->id.text());
  return ids;
}

}  // namespace

TEST_CASE("a person has the matches that are there, in the order of identifiers") {
  Matches matches;
  for (const char* id : {"P-00003", "P-00001", "P-00002"}) {
    const Match made = match(id, "Y-00001", std::string_view(id) == "P-00002" ? "M-00002" : "M-00001");
    matches.emplace(made.id, made);
  }
  CHECK(of(matches, "Y-00001") == Texts{"P-00001", "P-00002", "P-00003"});
  CHECK(of(matches, "M-00001") == Texts{"P-00001", "P-00003"});
  CHECK(of(matches, "M-00003").empty());
  SUBCASE("one that is there already stays as it is") {
    matches.emplace(MatchId::parse("P-00001").value(), match("P-00001", "Y-00002", "M-00002"));
    CHECK(matches.size() == 3);
    CHECK(of(matches, "Y-00002").empty());
    CHECK(of(matches, "M-00001") == Texts{"P-00001", "P-00003"});
  }
  SUBCASE("one that takes its place is of others") {
    matches.insert_or_assign(MatchId::parse("P-00001").value(), match("P-00001", "Y-00002", "M-00002"));
    CHECK(matches.size() == 3);
    CHECK(of(matches, "Y-00001") == Texts{"P-00002", "P-00003"});
    CHECK(of(matches, "M-00002") == Texts{"P-00001", "P-00002"});
    CHECK(of(matches, "Y-00002") == Texts{"P-00001"});
  }
  SUBCASE("one that somebody was taken out of is theirs no more, nor is what takes its place") {
    const MatchId first = MatchId::parse("P-00001").value();
    matches.at(first).young_person = {};
    CHECK(of(matches, "Y-00001") == Texts{"P-00002", "P-00003"});
    CHECK(of(matches, "M-00001") == Texts{"P-00001", "P-00003"});
    matches.insert_or_assign(first, match("P-00001", "Y-00002", "M-00002"));
    CHECK(of(matches, "Y-00001") == Texts{"P-00002", "P-00003"});
    CHECK(of(matches, "Y-00002") == Texts{"P-00001"});
  }
  SUBCASE("one that is taken out is nobody's") {
    matches.erase(matches.find(MatchId::parse("P-00003").value()));
    CHECK(of(matches, "Y-00001") == Texts{"P-00001", "P-00002"});
    CHECK(of(matches, "M-00001") == Texts{"P-00001"});
  }
  SUBCASE("a copy is by itself") {
    Matches copy = matches;
    matches.erase(matches.find(MatchId::parse("P-00003").value()));
    CHECK(of(copy, "M-00001") == Texts{"P-00001", "P-00003"});
    CHECK(copy.of(Id::parse("M-00002").value()).front() == &copy.at(MatchId::parse("P-00002").value()));
  }
}

TEST_CASE("a person who was taken from the list of an event finds no event that went after that") {
  const Id tia = Id::parse("Y-00001").value();
  Event event;
  event.id = EventId::parse("E-00001").value();
  event.invited = {tia, tia};
  Events events;
  events.emplace(event.id, event);
  CHECK(events.of(tia).size() == 1);
  events.at(event.id).invited.clear();
  events.erase(events.find(event.id));
  CHECK(events.of(tia).empty());
}

}  // namespace model_by_person_test
