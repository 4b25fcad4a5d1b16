#include "changes/merge.h"

#include <doctest/doctest.h>

#include <tuple>

#include "changes/lines.h"
#include "support/git_fixture.h"

namespace mentor::changes::merge_test {
namespace {

using Text = std::optional<std::string>;

const std::string kMentor = "mentors/M-7KQ2D.yaml";
const std::string kSessions = "sessions/P-9X2MC.yaml";

/// The merge, which must be the same the other way round.
std::string merged(const std::string& path, const Text& before, const Text& ours, const Text& theirs) {
  const Merged result = merge(path, before, ours, theirs);
  const Merged reverse = merge(path, before, theirs, ours);
  REQUIRE(result.conflicts.empty());
  REQUIRE(reverse.conflicts.empty());
  REQUIRE(result.text.has_value());
  CHECK(*result.text == *reverse.text);
  return result.text.value_or("");
}

std::vector<Conflict> conflicts(const std::string& path, const Text& before, const Text& ours,
                                const Text& theirs) {
  return merge(path, before, ours, theirs).conflicts;
}

TEST_CASE("a merge takes what each side changed in fields beside each other") {
  CHECK(merged(kMentor, "id: M-7KQ2D\nname: Ros\narea: Rotherham\n", "id: M-7KQ2D\nname: Ros\narea: Wath\n",
               "id: M-7KQ2D\nname: Ros\narea: Rotherham\npen_picture: Likes chess\n") ==
        "id: M-7KQ2D\nname: Ros\narea: Wath\npen_picture: Likes chess\n");
}

TEST_CASE("a merge keeps the sessions that both sides logged, by their days where each keeps its own order") {
  CHECK(merged(kSessions, "- {id: S-00001, date: 2026-02-01, minutes: 30, kind: call}\n",
               "- {id: S-00001, date: 2026-02-01, minutes: 30, kind: call}\n"
               "- {id: S-00009, date: 2026-02-10, minutes: 60, kind: one-to-one, note: \"a: b\"}\n",
               "- {id: S-00001, date: 2026-02-01, minutes: 30, kind: call}\n"
               "- {id: S-00002, date: 2026-02-11, minutes: 45, kind: one-to-one}\n"
               "- {id: S-00003, date: 2026-02-09, minutes: 15, kind: online}\n") ==
        "- {id: S-00001, date: 2026-02-01, minutes: 30, kind: call}\n"
        "- {id: S-00009, date: 2026-02-10, minutes: 60, kind: one-to-one, note: \"a: b\"}\n"
        "- {id: S-00002, date: 2026-02-11, minutes: 45, kind: one-to-one}\n"
        "- {id: S-00003, date: 2026-02-09, minutes: 15, kind: online}\n");
}

TEST_CASE("a merge takes two changes of one session field by field") {
  CHECK(merged(kSessions, "- {id: S-00001, date: 2026-02-01, minutes: 30, kind: call}\n",
               "- {id: S-00001, date: 2026-02-01, minutes: 45, kind: call}\n",
               "- {id: S-00001, date: 2026-02-01, minutes: 30, kind: online, note: late}\n") ==
        "- {id: S-00001, date: 2026-02-01, minutes: 45, kind: online, note: late}\n");
}

TEST_CASE("a merge of a log that both sides began keeps both sessions") {
  CHECK(merged(kSessions, std::nullopt, "- {id: S-00002, date: 2026-02-03, minutes: 30, kind: call}\n",
               "- {id: S-00001, date: 2026-02-02, minutes: 30, kind: call}\n") ==
        "- {id: S-00001, date: 2026-02-02, minutes: 30, kind: call}\n"
        "- {id: S-00002, date: 2026-02-03, minutes: 30, kind: call}\n");
}

TEST_CASE("a log that one side took away is merged as one without entries") {
  const std::string first = "- {id: S-00001, date: 2026-02-01}\n";
  const std::string second = "- {id: S-00002, date: 2026-02-02}  # rang\n";
  CHECK(merged(kSessions, first, std::nullopt, first + second) == second);
  CHECK(conflicts(kSessions, first, std::nullopt, "- {id: S-00001, date: 2026-02-03}\n") ==
        std::vector{Conflict{"P-9X2MC/S-00001", "", "{id: S-00001, date: 2026-02-01}", "",
                             "{id: S-00001, date: 2026-02-03}"}});
  CHECK(merge("data/" + kSessions, first + second, first, second) == Merged{});
}

TEST_CASE("a merge takes out the entry that one side struck and the other left") {
  CHECK(merged(kSessions, "- {id: S-00001, date: 2026-02-01}\n- {id: S-00002, date: 2026-02-02}\n",
               "- {id: S-00002, date: 2026-02-02}\n",
               "- {id: S-00001, date: 2026-02-01}\n- {id: S-00002, date: 2026-02-02}\n"
               "- {id: S-00003, date: 2026-02-03}\n") ==
        "- {id: S-00002, date: 2026-02-02}\n- {id: S-00003, date: 2026-02-03}\n");
}

TEST_CASE("a merge names the entry that one side struck and the other changed, and settles it") {
  const Text before = "- {id: S-00001, minutes: 30}\n- {id: S-00002, minutes: 30}\n";
  const Text ours = "- {id: S-00002, minutes: 30}\n";
  const Text theirs = "- {id: S-00001, minutes: 45}\n- {id: S-00002, minutes: 30}\n";
  const Conflict expected{"P-9X2MC/S-00001", "", "{id: S-00001, minutes: 30}", "",
                          "{id: S-00001, minutes: 45}"};
  CHECK(conflicts(kSessions, before, ours, theirs) == std::vector{expected});
  CHECK(merge(kSessions, before, ours, theirs, {{"P-9X2MC/S-00001", ""}}).text == ours);
  CHECK(merge(kSessions, before, ours, theirs, {{"P-9X2MC/S-00001", "kept"}}).text == theirs);
}

TEST_CASE("what one side removed is kept or removed, and no other word settles it") {
  const auto trouble = [](const std::string& path, const Text& before, const Text& ours, const Text& theirs,
                          const Settlements& settlements) {
    return test::trouble_of([&] { std::ignore = merge(path, before, ours, theirs, settlements); });
  };
  CHECK(trouble(kSessions, "- {id: S-00001, minutes: 30}\n- {id: S-00002}\n", "- {id: S-00002}\n",
                "- {id: S-00001, minutes: 45}\n- {id: S-00002}\n", {{"P-9X2MC/S-00001", "removed"}})
            .starts_with("2 --take: one side removed P-9X2MC/S-00001, so it is kept or nothing"));
  const Text before = "id: M-7KQ2D\n";
  const std::string theirs = "id: M-7KQ2D\narea: Wath\n";
  const std::string name = merge(kMentor, before, std::nullopt, theirs).conflicts.at(0).name();
  CHECK(trouble(kMentor, before, std::nullopt, theirs, {{name, "removed"}})
            .starts_with("2 --take: one side removed "));
  CHECK(merge(kMentor, before, std::nullopt, theirs, {{name, "kept"}}).text == theirs);
  CHECK(merge(kMentor, before, std::nullopt, theirs, {{name, ""}}) == Merged{});
}

TEST_CASE("words that both sides added to a list are kept, and those that one took out are gone") {
  CHECK(merged(kMentor, "id: M-7KQ2D\ninterests: [chess, football]\n",
               "id: M-7KQ2D\ninterests: [chess, football, music]\n",
               "id: M-7KQ2D\ninterests: [football, art, music]\n") ==
        "id: M-7KQ2D\ninterests: [football, art, music]\n");
}

TEST_CASE("a list of words that both sides began is one list") {
  CHECK(merged(kMentor, "id: M-7KQ2D\nname: Ros\n", "id: M-7KQ2D\nname: Ros\ninterests: [chess]\n",
               "id: M-7KQ2D\nname: Ros\ninterests: [art]\n") ==
        "id: M-7KQ2D\nname: Ros\ninterests: [art, chess]\n");
}

TEST_CASE("a group of fields is merged field by field") {
  CHECK(merged("matches/P-9X2MC.yaml", "id: P-9X2MC\nfirst_meeting: {date: 2026-02-01, activity: Bowling}\n",
               "id: P-9X2MC\nfirst_meeting: {date: 2026-02-02, activity: Bowling}\n",
               "id: P-9X2MC\nfirst_meeting: {date: 2026-02-01, activity: Cinema, brokered_by: Team}\n") ==
        "id: P-9X2MC\nfirst_meeting: {date: 2026-02-02, activity: Cinema, brokered_by: Team}\n");
}

TEST_CASE("one field changed two ways is one conflict with both values, and a settlement decides it") {
  const Text before = "id: M-7KQ2D\narea: Rotherham\nphone: \"1\"\n";
  const Text ours = "id: M-7KQ2D\narea: Maltby\nphone: \"1\"\n";
  const Text theirs = "id: M-7KQ2D\narea: Thurcroft\nphone: \"2\"\n";
  CHECK(conflicts(kMentor, before, ours, theirs) ==
        std::vector{Conflict{"M-7KQ2D", "area", "Rotherham", "Maltby", "Thurcroft"}});
  CHECK(merge(kMentor, before, ours, theirs, {{"M-7KQ2D.area", "Wath"}}).text ==
        "id: M-7KQ2D\narea: Wath\nphone: \"2\"\n");
  CHECK(merge(kMentor, before, ours, theirs, {{"M-7KQ2D.area", ""}}).text == "id: M-7KQ2D\nphone: \"2\"\n");
}

TEST_CASE("a value that is neither of the two is written as these are") {
  const auto settled = [](const std::string& ours, const std::string& theirs, const std::string& value) {
    const std::string begin = "- {id: S-00001, minutes: ";
    return merge(kSessions, begin + "1}\n", begin + ours + "}\n", begin + theirs + "}\n",
                 {{"P-9X2MC/S-00001.minutes", value}})
        .text;
  };
  CHECK(settled("30", "45", "75") == "- {id: S-00001, minutes: 75}\n");
  CHECK(settled("yes", "perhaps", "no") == "- {id: S-00001, minutes: no}\n");
  CHECK(settled("\"30\"", "\"45\"", "75") == "- {id: S-00001, minutes: \"75\"}\n");
  CHECK(settled("Wath", "Maltby", "75") == "- {id: S-00001, minutes: \"75\"}\n");
}

TEST_CASE("a field that one side removed and the other changed is a conflict") {
  CHECK(conflicts(kMentor, "id: M-7KQ2D\narea: Wath\n", "id: M-7KQ2D\n", "id: M-7KQ2D\narea: Maltby\n") ==
        std::vector{Conflict{"M-7KQ2D", "area", "Wath", "", "Maltby"}});
}

TEST_CASE("the same new entry with other fields is a conflict by field, the same twice is one") {
  CHECK(conflicts(kSessions, std::nullopt, "- {id: S-00001, minutes: 30}\n",
                  "- {id: S-00001, minutes: 40}\n") ==
        std::vector{Conflict{"P-9X2MC/S-00001", "minutes", "", "30", "40"}});
  CHECK(merge(kSessions, "[]\n", "- {id: S-00001, minutes: 30}\n",
              "# noted twice\n- {minutes: 30, id: S-00001}\n")
            .text == "# noted twice\n- {id: S-00001, minutes: 30}\n");
}

TEST_CASE("a file that one side removed is gone if the other left it, and a conflict if it was changed") {
  const Text before = "id: M-7KQ2D\n";
  CHECK(merge(kMentor, before, std::nullopt, before) == Merged{});
  CHECK(conflicts(kMentor, before, std::nullopt, "id: M-7KQ2D\narea: Wath\n") ==
        std::vector{Conflict{kMentor, "", "{id: M-7KQ2D}", "", "{id: M-7KQ2D, area: Wath}"}});
}

TEST_CASE("a file as a whole is named by its path, which no other file has") {
  const auto name = [](const std::string& path) {
    return conflicts(path, "id: P-9X2MC\n", "id: [\n", "id: P-9X2MC\nyoung_person: Y-00001\n").at(0).name();
  };
  CHECK(name("matches/P-9X2MC.yaml") == "matches/P-9X2MC.yaml");
  CHECK(name("sessions/P-9X2MC.yaml") == "sessions/P-9X2MC.yaml");
  const auto twice = conflicts(kSessions, std::nullopt, "- {id: S-00001}\n- {id: S-00001}\n",
                               "- {id: S-00002}\n");
  REQUIRE(twice.size() == 1);
  CHECK(twice[0].name() == kSessions);
  CHECK(said_in("- {id: S-00002}\n", kSessions, twice[0]) == "[{id: S-00002}]");
}

TEST_CASE("comments, blank lines, order and quotes of both sides survive a merge") {
  CHECK(merged(kMentor, "# Ros\nname: Ros\nid: M-7KQ2D\n\narea: 'Wath'\nphone: \"1\"\n",
               "# Ros\nname: Ros\nid: M-7KQ2D\n\narea: 'Maltby'  # moved\nphone: \"1\"\n",
               "# Ros, since May\nname: Ros\nid: M-7KQ2D\n\n# home\narea: 'Wath'\nphone: \"2\"\n") ==
        "# Ros, since May\nname: Ros\nid: M-7KQ2D\n\n# home\narea: 'Maltby'  # moved\nphone: \"2\"\n");
}

TEST_CASE("a comment of theirs comes along where the sessions are merged by entry") {
  CHECK(
      merged(kSessions, "- {id: S-00001, date: 2026-02-01}\n",
             "- {id: S-00001, date: 2026-02-01}\n- {id: S-00002, date: 2026-02-02}  # rain\n",
             "- {id: S-00001, date: 2026-02-01}\n# the bus was late\n- {id: S-00003, date: 2026-02-03}\n") ==
      "- {id: S-00001, date: 2026-02-01}\n- {id: S-00002, date: 2026-02-02}  # rain\n"
      "# the bus was late\n- {id: S-00003, date: 2026-02-03}\n");
}

TEST_CASE("the same comment that both sides put at other fields is kept at each") {
  const std::string before = "id: M-7KQ2D\nname: Ros\narea: Wath\nphone: \"1\"\n";
  const std::string ours = "id: M-7KQ2D\nname: Ros\narea: Maltby  # ask again\nphone: \"1\"\n";
  const std::string theirs = "id: M-7KQ2D\nname: Ros\narea: Wath\nphone: \"2\"  # ask again\n";
  CHECK(merged(kMentor, before, ours, theirs) ==
        "id: M-7KQ2D\nname: Ros\narea: Maltby  # ask again\nphone: \"2\"  # ask again\n");
}

TEST_CASE("a comment that both sides put at the same field is kept once") {
  const std::string before = "id: M-7KQ2D\nname: Ros\narea: Wath\nphone: \"1\"\n";
  const std::string ours = "id: M-7KQ2D\nname: Ros\narea: Maltby  # ask again\nphone: \"1\"\n";
  const std::string theirs = "id: M-7KQ2D\nname: Ros\narea: Wath  # ask again\nphone: \"2\"\n";
  CHECK(merged(kMentor, before, ours, theirs) ==
        "id: M-7KQ2D\nname: Ros\narea: Maltby  # ask again\nphone: \"2\"\n");
}

TEST_CASE("a merge keeps carriage returns and a byte order mark") {
  CHECK(merge(kMentor, "\xEF\xBB\xBFid: M-7KQ2D\r\narea: Wath\r\n",
              "\xEF\xBB\xBFid: M-7KQ2D\r\narea: Maltby\r\n",
              "\xEF\xBB\xBFid: M-7KQ2D\r\narea: Wath\r\nphone: \"1\"\r\n")
            .text == "\xEF\xBB\xBFid: M-7KQ2D\r\narea: Maltby\r\nphone: \"1\"\r\n");
}

TEST_CASE("a rule's parameters in a policy are merged one by one") {
  const std::string path = "schemes/rotherham/2026-01-01.yaml";
  CHECK(merged(path,
               "scheme: rotherham\nrules:\n  a.b: {severity: should, from: 16}\n  a.c: {severity: must}\n",
               "scheme: rotherham\nrules:\n  a.b: {severity: must, from: 16}\n  a.c: {severity: must}\n",
               "scheme: rotherham\nrules:\n  a.b: {severity: should, from: 18}\n  a.c: {severity: must}\n") ==
        "scheme: rotherham\nrules:\n  a.b: {severity: must, from: 18}\n  a.c: {severity: must}\n");
  CHECK(conflicts(path, "rules: {a.b: {from: 1}}\n", "rules: {a.b: {from: 2}}\n",
                  "rules: {a.b: {from: 3}}\n") ==
        std::vector{Conflict{path, "rules.a.b.from", "1", "2", "3"}});
}

TEST_CASE("a version that is no YAML is one conflict as a whole, unless the other side left the file") {
  const Text before = "id: M-7KQ2D\narea: Wath\n";
  const Text broken = "id: [M-7KQ2D\n";
  CHECK(merge(kMentor, before, before, broken).text == broken);
  const auto found = conflicts(kMentor, before, "id: M-7KQ2D\narea: Maltby\n", broken);
  REQUIRE(found.size() == 1);
  CHECK(found[0].name() == kMentor);
  CHECK(found[0].theirs.starts_with("line "));
}

TEST_CASE("a merge both ways gives two texts that differ in nothing but the conflict") {
  const auto both = merge_both_ways(kMentor, "id: M-7KQ2D\narea: Rotherham\nphone: \"1\"\n",
                                    "id: M-7KQ2D\narea: Maltby\nphone: \"1\"\n",
                                    "id: M-7KQ2D\narea: Thurcroft\nphone: \"2\"\n");
  REQUIRE(both.has_value());
  CHECK(both->ours == "id: M-7KQ2D\narea: Maltby\nphone: \"2\"\n");
  CHECK(with_markers(both->ours, both->theirs, "ours", "theirs") ==
        "id: M-7KQ2D\n<<<<<<< ours\narea: Maltby\n=======\narea: Thurcroft\n>>>>>>> theirs\nphone: \"2\"\n");
}

TEST_CASE("what a version says of a field is found by the conflict's name") {
  const Conflict field{"P-9X2MC/S-00001", "minutes", "", "", ""};
  CHECK(said_in("- {id: S-00001, minutes: 30}\n", kSessions, field) == "30");
  CHECK(said_in(std::nullopt, kSessions, field).empty());
}

}  // namespace
}  // namespace mentor::changes::merge_test
