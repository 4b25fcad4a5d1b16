#include "changes/difference.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/edited.h"

namespace changes_difference_test {

using mentor::changes::difference;
using mentor::changes::FieldChange;
using mentor::changes::FieldChanges;
using mentor::changes::version_of;

namespace {

constexpr auto nothing = std::nullopt;
using Bytes = std::optional<std::string>;

/// Each change as a line: `M-7KQ2D area: Rotherham -> Wath`.
std::vector<std::string> lines(std::string_view path, const Bytes& before, const Bytes& after) {
  const auto said = [](const Bytes& value) { return value ? "'" + *value + "'" : std::string("nothing"); };
  std::vector<std::string> lines;
  for (const auto& each : difference(path, before, after)) {
    lines.push_back(each.id + (each.list.empty() ? "" : " in " + each.list) + " " + each.field +
                    (each.note.empty() ? ": " + said(each.from) + " -> " + said(each.to) : each.note));
  }
  return lines;
}

std::vector<std::string> of_mentor(const Bytes& before, const Bytes& after) {
  return lines("mentors/M-7KQ2D.yaml", before, after);
}
std::vector<std::string> of_sessions(const Bytes& before, const Bytes& after) {
  return lines("sessions/P-9X2MC.yaml", before, after);
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a field that was changed, one that is new and one that went are each a change") {
  CHECK(difference("mentors/M-7KQ2D.yaml", "id: M-7KQ2D\narea: Rotherham\nphone: \"0123\"\n",
                   "id: M-7KQ2D\narea: Wath\nborn: 1978-03-14\n") ==
        FieldChanges{{"M-7KQ2D", "", "area", "Rotherham", "Wath", ""},
                     {"M-7KQ2D", "", "born", nothing, "1978-03-14", ""},
                     {"M-7KQ2D", "", "phone", "0123", nothing, ""}});
}

TEST_CASE("a group's fields are named with it, and each is a change of its own") {
  CHECK(lines("matches/P-9X2MC.yaml", "first_meeting: {date: 2026-02-01, activity: Bowling}\n",
              "first_meeting:\n  date: 2026-02-02\n  activity: Bowling\n  brokered_by: Team\n") ==
        Lines{"P-9X2MC first_meeting.date: '2026-02-01' -> '2026-02-02'",
              "P-9X2MC first_meeting.brokered_by: nothing -> 'Team'"});
}

TEST_CASE("of a list of words each that came or went is a change, and their order is none") {
  CHECK(of_mentor("interests: [cooking, football, cooking]\n", "interests: [football, chess, cooking]\n") ==
        Lines{"M-7KQ2D interests: 'cooking' -> nothing", "M-7KQ2D interests: nothing -> 'chess'"});
  CHECK(of_mentor("interests: [cooking]\n", "name: x\n") ==
        Lines{"M-7KQ2D name: nothing -> 'x'", "M-7KQ2D interests: 'cooking' -> nothing"});
}

TEST_CASE("entries are known by their identifiers, wherever they stand in the list") {
  CHECK(of_sessions("- {id: S-00001, date: 2026-02-10, minutes: 60}\n"
                    "- {id: S-00002, date: 2026-02-11, minutes: 30}\n"
                    "- {id: S-00003, date: 2026-02-12}\n",
                    "- {id: S-00002, date: 2026-02-11, minutes: 45}\n"
                    "- {id: S-00004, date: 2026-02-13}\n"
                    "- id: S-00001\n  minutes: 60\n  date: 2026-02-10\n") ==
        Lines{"P-9X2MC/S-00002 minutes: '30' -> '45'", "P-9X2MC/S-00004 date: nothing -> '2026-02-13'",
              "P-9X2MC/S-00003 date: '2026-02-12' -> nothing"});
}

TEST_CASE("an entry within a record is named by both, with the list that it stands in") {
  CHECK(of_mentor("steps:\n  - {id: V-00001, step: interview, on: 2026-01-01}\n",
                  "steps:\n  - {id: V-00001, step: identity, on: 2026-01-01}\n"
                  "closed:\n  - {id: V-00002, as: withdrew}\n") ==
        Lines{"M-7KQ2D/V-00001 in steps step: 'interview' -> 'identity'",
              "M-7KQ2D/V-00002 in closed as: nothing -> 'withdrew'"});
}

TEST_CASE("a list of words within an entry is told word by word") {
  CHECK(lines("young-people/Y-4F7KA.yaml", "eet:\n  - {id: V-00001, barriers: [illness]}\n",
              "eet:\n  - {id: V-00001, barriers: [illness, custody]}\n") ==
        Lines{"Y-4F7KA/V-00001 in eet barriers: nothing -> 'custody'"});
}

TEST_CASE("a new record and one that was taken away show their fields, without their own identifier") {
  const std::string text = "id: M-7KQ2D\nname: Ros\nsteps:\n  - {id: V-00001, step: interview}\n";
  CHECK(of_mentor(nothing, text) ==
        Lines{"M-7KQ2D name: nothing -> 'Ros'", "M-7KQ2D/V-00001 in steps step: nothing -> 'interview'"});
  CHECK(of_mentor(text, nothing) ==
        Lines{"M-7KQ2D name: 'Ros' -> nothing", "M-7KQ2D/V-00001 in steps step: 'interview' -> nothing"});
  CHECK(of_mentor(nothing, "id: M-00000\n") == Lines{"M-7KQ2D id: nothing -> 'M-00000'"});
  CHECK(of_mentor(nothing, nothing).empty());
}

TEST_CASE("comments, quotes, blank lines, line ends, order and layout are no change of a field") {
  const std::string text = "id: M-7KQ2D\nname: Ros\narea: Wath\nlanguages: [English, Urdu]\n";
  CHECK(of_mentor(text, mentor::test::with_crlf(text)).empty());
  CHECK(of_mentor(text,
                  "\xEF\xBB\xBF# hers\nid: \"M-7KQ2D\"\n\narea: 'Wath'  # moved\nname: Ros\n"
                  "languages:\n  - Urdu\n  - English\n")
            .empty());
}

TEST_CASE("text is compared as it reads, however it is quoted") {
  CHECK(of_mentor("pen_picture: |\n  She sings.\n  Twice.\n", "pen_picture: \"She sings.\\nTwice.\\n\"\n")
            .empty());
  CHECK(of_mentor("pen_picture: \"no\"\n", "pen_picture: 'She said: \"yes\" → £5'\n") ==
        Lines{"M-7KQ2D pen_picture: 'no' -> 'She said: \"yes\" → £5'"});
  CHECK(of_mentor("area: \"\"\n", "area: Wath\n") == Lines{"M-7KQ2D area: '' -> 'Wath'"});
}

TEST_CASE("keys that no record has, and those of other formats, show as well") {
  CHECK(of_mentor("mobile: {home: 1}\n", "mobile: [{x: 1}]\n") ==
        Lines{"M-7KQ2D mobile.home: '1' -> nothing", "M-7KQ2D mobile[1].x: nothing -> '1'"});
}

TEST_CASE("the settings, the activities and a policy are named by their paths") {
  CHECK(lines("mentorctl.yaml", "staff:\n  - {id: V-00001, name: Jo, share: 0.50}\n",
              "staff:\n  - {id: V-00001, name: Jo, share: 1.00}\n") ==
        Lines{"mentorctl.yaml/V-00001 in staff share: '0.50' -> '1.00'"});
  CHECK(lines("activities.yaml", "- {id: V-00001, name: Bowling}\n", "[]\n") ==
        Lines{"activities.yaml/V-00001 name: 'Bowling' -> nothing"});
  CHECK(lines("schemes/rotherham/2026-01-01.yaml", "rules:\n  commitment.time: {minutes: 90}\n",
              "rules:\n  commitment.time: {minutes: 60}\n") ==
        Lines{"schemes/rotherham/2026-01-01.yaml rules.commitment.time.minutes: '90' -> '60'"});
}

TEST_CASE("an entry that lacked an identifier and was given one is the same entry") {
  CHECK(of_sessions("- {date: 2026-02-10, minutes: 60}\n", "- {id: S-00001, date: 2026-02-10, minutes: 60}\n")
            .empty());
  CHECK(of_sessions("- {date: 2026-02-10}\n- {date: 2026-02-11}\n",
                    "- {date: 2026-02-11}\n- {date: 2026-02-12}\n") ==
        Lines{"P-9X2MC [1].date: '2026-02-10' -> nothing", "P-9X2MC [2].date: nothing -> '2026-02-12'"});
}

TEST_CASE("of two entries with one identifier, as a bad merge leaves them, neither is left out") {
  CHECK(of_sessions("- {id: S-00001, minutes: 60}\n",
                    "- {id: S-00001, minutes: 60}\n- {id: S-00001, minutes: 30}\n") ==
        Lines{"P-9X2MC/S-00001 minutes: nothing -> '30'"});
}

TEST_CASE("a version that can't be read is told as such, before and after") {
  const std::string sound = "id: M-7KQ2D\narea: Wath\n";
  for (const std::string& broken :
       {std::string("<<<<<<< ours\narea: A\n=======\narea: B\n>>>>>>> theirs\n"), std::string("area: [\n"),
        std::string(), std::string("just words\n"), std::string("a: 1\na: 2\n"), std::string("\0\1", 2),
        std::string("name: \xFF\n"), std::string(5'000'000, 'x')}) {
    CAPTURE(broken.substr(0, 20));
    const FieldChanges to = difference("mentors/M-7KQ2D.yaml", sound, broken);
    REQUIRE(to.size() == 1);
    CHECK(to[0].id == "M-7KQ2D");
    CHECK(to[0].field.empty());
    CHECK(to[0].note.starts_with("could not be read: "));
    CHECK(of_mentor(broken, sound) == Lines{"M-7KQ2D could be read again"});
    CHECK(of_mentor(broken, nothing) == Lines{"M-7KQ2D was taken away, it could not be read"});
  }
}

TEST_CASE("the field at a place of a file is told with its entry") {
  const std::string text = "id: P-9X2MC\nmentor: M-7KQ2D\ngoals:\n  - {id: V-00001, area: home}\n";
  const auto version = version_of("matches/P-9X2MC.yaml", text);
  const auto field = [&](mentor::Place place) {
    const FieldChange found = field_at("matches/P-9X2MC.yaml", version, place);
    return found.id + " " + found.field;
  };
  CHECK(field({2, 9}) == "P-9X2MC mentor");
  CHECK(field({4, 25}) == "P-9X2MC/V-00001 area");
  CHECK(field({9, 9}) == "P-9X2MC ");
}

TEST_CASE("a merge made itself what none of its parents says, and what it dropped of one's changes") {
  const std::string path = "mentors/M-7KQ2D.yaml";
  const auto merged = [&](const Bytes& common, const Lines& parents, const std::string& result) {
    mentor::changes::MergedVersions versions{version_of(path, common), {}, version_of(path, result)};
    for (const auto& each : parents) versions.parents.push_back(version_of(path, each));
    Lines made;
    for (const auto& each : difference(path, versions))
      made.push_back(each.field + each.note + " " + each.from.value_or("-") + " " + each.to.value_or("-"));
    return made;
  };
  const std::string common = "area: Wath\nrole: a\ninterests: [chess, music, books]\n";
  const Lines parents{"area: Wath\nrole: b\ninterests: [chess, music]\n",
                      "area: Maltby\nrole: a\ninterests: [chess, books]\n"};
  SUBCASE("a clean merge made nothing") {
    CHECK(merged(common, parents, "area: Maltby\nrole: b\ninterests: [chess]\n").empty());
  }
  SUBCASE("what nobody said before is its own") {
    CHECK(merged(common, parents, "area: Dinnington\ninterests: [music, books]\n") ==
          Lines{"area Wath Dinnington", "interests chess -", "interests - books", "role b -",
                "interests - music"});
  }
  SUBCASE("a change of one side that it let fall is its own") {
    CHECK(merged(common, parents, parents[0]) == Lines{"area Maltby Wath", "interests - music"});
    CHECK(merged(nothing, parents, "area: Wath\nrole: a\ninterests: [chess, books, music]\n") ==
          Lines{"role b a", "area Maltby Wath"});
  }
  SUBCASE("what cannot be read has no say") {
    CHECK(merged(common, {"area: [", "area: Wath\nrole: a\n"}, "area: Wath\nrole: b\n") == Lines{"role a b"});
    CHECK(merged(common, parents, "<<<<<<< ours\n").size() == 1);
  }
}

}  // namespace changes_difference_test
