#include <doctest/doctest.h>

#include <string>

#include "support/edited.h"

namespace store_text_edit_lists_test {

using mentor::Mentor;
using mentor::Session;
using mentor::SessionLog;
using mentor::test::day;
using mentor::test::edited_mentor;
using mentor::test::edited_sessions;

namespace {

const std::string log_text = R"(# 2026
- {id: S-00001, date: 2026-02-10, minutes: 60, kind: one-to-one, activity: CV writing}  # rain
- {id: S-00002, date: 2026-02-17, minutes: 30, kind: call}

- {id: S-00003, date: 2026-02-24, minutes: 90, kind: one-to-one, cost: 12.50}
# to be claimed
)";

const std::string first_with_comment =
    "- {id: S-00001, date: 2026-02-10, minutes: 60, kind: one-to-one, activity: CV writing}  # rain\n";
const std::string head = "id: M-7KQ2D\nname: Ada\nscheme: rotherham\nrole: senior-manager\n";

std::string with(std::string text, const std::string& what, const std::string& instead) {
  return text.replace(text.find(what), what.size(), instead);
}

Session session(const char* id, const char* date) {
  Session held;
  held.id = *mentor::SessionId::parse(id);
  held.date = day(date);
  held.minutes = mentor::Minutes{45};
  held.kind = "call";
  return held;
}

mentor::Step step(const char* id, mentor::StepKind kind) {
  mentor::Step done;
  done.id = *mentor::EntryId::parse(id);
  done.step = kind;
  done.on = day("2026-01-10");
  return done;
}

void add_fourth(SessionLog& log) { log.entries.push_back(session("S-00004", "2026-03-03")); }
const std::string fourth = "- {id: S-00004, date: 2026-03-03, minutes: 45, kind: call}\n";

}  // namespace

TEST_CASE("a new entry is one line behind the last") {
  CHECK(edited_sessions(log_text, add_fourth) == with(log_text, "# to be", fourth + "# to be"));
  CHECK(edited_sessions("[]\n", add_fourth) == fourth);
  CHECK(edited_sessions("# none yet\n[]  # soon\n", add_fourth) ==
        "# none yet\n- {id: S-00004, date: 2026-03-03, minutes: 45, kind: call}  # soon\n");
}

TEST_CASE("a removed entry takes its line and no other") {
  SUBCASE("the first") {
    CHECK(edited_sessions(log_text, [](SessionLog& log) { log.entries.erase(log.entries.begin()); }) ==
          with(log_text, first_with_comment, ""));
  }
  SUBCASE("the middle one") {
    CHECK(edited_sessions(log_text, [](SessionLog& log) { log.entries.erase(log.entries.begin() + 1); }) ==
          with(log_text, "- {id: S-00002, date: 2026-02-17, minutes: 30, kind: call}\n", ""));
  }
  SUBCASE("the last, while another comes") {
    CHECK(edited_sessions(log_text,
                          [](SessionLog& log) {
                            log.entries.pop_back();
                            add_fourth(log);
                          }) ==
          with(log_text, "- {id: S-00003, date: 2026-02-24, minutes: 90, kind: one-to-one, cost: 12.50}\n",
               fourth));
  }
  SUBCASE("all of them") {
    CHECK(edited_sessions("# 2026\n" + fourth + "# end\n", [](SessionLog& log) { log.entries.clear(); }) ==
          "# 2026\n[]\n# end\n");
  }
}

TEST_CASE("an entry is corrected on its line") {
  SUBCASE("a value") {
    CHECK(edited_sessions(log_text, [](SessionLog& log) { log.entries[1].minutes = mentor::Minutes{35}; }) ==
          with(log_text, "minutes: 30", "minutes: 35"));
  }
  SUBCASE("a text that flow style must quote") {
    CHECK(edited_sessions(log_text, [](SessionLog& log) { log.entries[0].activity = "CV, again?"; }) ==
          with(log_text, "CV writing", "\"CV, again?\""));
  }
  SUBCASE("a field comes in the middle and one at the end") {
    CHECK(edited_sessions(log_text,
                          [](SessionLog& log) {
                            log.entries[2].activity = "bowling";
                            log.entries[2].note = "fun";
                          }) ==
          with(log_text, "one-to-one, cost: 12.50", "one-to-one, activity: bowling, cost: 12.50, note: fun"));
  }
  SUBCASE("the last field goes") {
    CHECK(edited_sessions(log_text, [](SessionLog& log) { log.entries[2].cost.reset(); }) ==
          with(log_text, ", cost: 12.50", ""));
  }
  SUBCASE("held turns into cancelled: the last fields go, another comes") {
    CHECK(edited_sessions(log_text, [](SessionLog& log) {
            log.entries[1].minutes.reset();
            log.entries[1].kind.clear();
            log.entries[1].cancelled_by = mentor::Canceller::mentor;
          }) == with(log_text, "minutes: 30, kind: call", "cancelled_by: mentor"));
  }
}

TEST_CASE("entries that people wrote in their own style stay in it") {
  const std::string text = head + R"(steps:
    -   id: V-00001
        step: training
        on: 2026-01-10
        topic: boundaries   # online
    - { step: line-manager, on: 2026-01-10, id: V-00002 }
)";
  SUBCASE("one changes") {
    CHECK(edited_mentor(text, [](Mentor& m) { m.steps[0].topic = "safeguarding"; }) ==
          with(text, "boundaries", "safeguarding"));
  }
  SUBCASE("one changes that has its identifier last") {
    CHECK(edited_mentor(text, [](Mentor& m) { m.steps[1].on = day("2026-01-11"); }) ==
          with(text, "{ step: line-manager, on: 2026-01-10", "{ step: line-manager, on: 2026-01-11"));
  }
  SUBCASE("a field comes to a block") {
    CHECK(edited_mentor(text, [](Mentor& m) { m.steps[0].level = "2"; }) ==
          with(text, "# online\n", "# online\n        level: \"2\"\n"));
  }
  SUBCASE("another comes") {
    CHECK(edited_mentor(text, [](Mentor& m) {
            m.steps.push_back(step("V-00003", mentor::StepKind::interview));
          }) == text + "    - {id: V-00003, step: interview, on: 2026-01-10}\n");
  }
  SUBCASE("the first goes") {
    CHECK(edited_mentor(text, [](Mentor& m) { m.steps.erase(m.steps.begin()); }) ==
          head + "steps:\n    - { step: line-manager, on: 2026-01-10, id: V-00002 }\n");
  }
  SUBCASE("all go") {
    CHECK(edited_mentor(text, [](Mentor& m) { m.steps.clear(); }) == head);
  }
}

TEST_CASE("entries in brackets stay in brackets") {
  const std::string one = "{id: V-00001, step: interview, on: 2026-01-10}";
  const std::string two = "{id: V-00002, step: identity, on: 2026-01-10}";
  const auto steps = [](const std::string& list) { return head + "steps: " + list + "\n"; };
  SUBCASE("another comes") {
    CHECK(edited_mentor(steps("[ " + one + " ]"), [](Mentor& m) {
            m.steps.push_back(step("V-00002", mentor::StepKind::identity));
          }) == steps("[ " + one + ", " + two + " ]"));
  }
  SUBCASE("the first goes") {
    CHECK(edited_mentor(steps("[" + one + ", " + two + "]"),
                        [](Mentor& m) { m.steps.erase(m.steps.begin()); }) == steps("[" + two + "]"));
  }
  SUBCASE("the last goes") {
    CHECK(edited_mentor(steps("[" + one + ", " + two + ",]"), [](Mentor& m) { m.steps.pop_back(); }) ==
          steps("[" + one + ",]"));
  }
  SUBCASE("the only one is replaced") {
    CHECK(edited_mentor(steps("[" + one + "]"), [](Mentor& m) {
            m.steps = {step("V-00002", mentor::StepKind::identity)};
          }) == steps("[" + two + "]"));
  }
}

TEST_CASE("an entry comes in the last list while the field behind it goes") {
  const std::string text = head +
                           "steps:\n  - {id: V-00001, step: interview, on: 2026-01-10}\nreopened: []\n";
  const std::string waived = with(text, "reopened: []", "reopened:\n  - {id: V-00009, on: 2026-01-10}");
  CHECK(edited_mentor(waived,
                      [](Mentor& m) {
                        m.steps.push_back(step("V-00002", mentor::StepKind::identity));
                        m.reopened.clear();
                      }) == head +
                                "steps:\n  - {id: V-00001, step: interview, on: 2026-01-10}\n"
                                "  - {id: V-00002, step: identity, on: 2026-01-10}\n");
}

TEST_CASE("words in brackets come and go, the others keep their quotes") {
  const auto words = [](const std::string& list) { return head + "languages: " + list + "\n"; };
  const std::string text = words("['English', Polish, \"Welsh\"]");
  SUBCASE("last comes") {
    CHECK(edited_mentor(text, [](Mentor& m) { m.languages.emplace_back("No, none"); }) ==
          words("['English', Polish, \"Welsh\", \"No, none\"]"));
  }
  SUBCASE("first comes") {
    CHECK(edited_mentor(text, [](Mentor& m) { m.languages.insert(m.languages.begin(), "Urdu"); }) ==
          words("[Urdu, 'English', Polish, \"Welsh\"]"));
  }
  SUBCASE("first goes") {
    CHECK(edited_mentor(text, [](Mentor& m) {
            m.languages = {"Polish", "Welsh"};
          }) == words("[Polish, \"Welsh\"]"));
  }
  SUBCASE("all but the first go") {
    CHECK(edited_mentor(text, [](Mentor& m) { m.languages = {"English"}; }) == words("['English']"));
  }
  SUBCASE("one is corrected") {
    CHECK(edited_mentor(text, [](Mentor& m) { m.languages[0] = "Scots"; }) ==
          words("['Scots', Polish, \"Welsh\"]"));
  }
  SUBCASE("all become others") {
    CHECK(edited_mentor(words("[a, b]"), [](Mentor& m) {
            m.languages = {"c", "d", "e"};
          }) == words("[c, d, e]"));
  }
}

TEST_CASE("words one a line come and go by lines") {
  const std::string text = head + "languages:\n- English  # mother tongue\n- Polish\narea: Wath\n";
  SUBCASE("last comes") {
    CHECK(edited_mentor(text, [](Mentor& m) { m.languages.emplace_back("Welsh"); }) ==
          with(text, "- Polish\n", "- Polish\n- Welsh\n"));
  }
  SUBCASE("first comes") {
    CHECK(edited_mentor(text, [](Mentor& m) { m.languages.insert(m.languages.begin(), "Welsh"); }) ==
          with(text, "- English", "- Welsh\n- English"));
  }
  SUBCASE("one goes") {
    CHECK(edited_mentor(text, [](Mentor& m) { m.languages.pop_back(); }) == with(text, "- Polish\n", ""));
  }
  SUBCASE("one is corrected") {
    CHECK(edited_mentor(text, [](Mentor& m) { m.languages[0] = "Scots: Doric"; }) ==
          with(text, "English", "\"Scots: Doric\""));
  }
  SUBCASE("all go") {
    CHECK(edited_mentor(text, [](Mentor& m) { m.languages.clear(); }) == head + "area: Wath\n");
  }
}

TEST_CASE("what is written beside a word stays with it when others come and go") {
  const std::string list =
      head + "interests:\n  - art  # on Mondays\n\n  # ask about cost\n  - 'boats'\n  - chess\n";
  CHECK(edited_mentor(list, [](Mentor& ada) {
          ada.interests = {"boats", "chess", "drums"};
        }) == head + "interests:\n\n  # ask about cost\n  - 'boats'\n  - chess\n  - drums\n");
  CHECK(edited_mentor(list,
                      [](Mentor& ada) {
                        ada.interests = {"art", "bats", "boats", "drums"};
                      }) ==
        head + "interests:\n  - art  # on Mondays\n  - bats\n\n  # ask about cost\n  - 'boats'\n  - drums\n");
  CHECK(edited_mentor(head + "interests: [art, boats, chess]\n", [](Mentor& ada) {
          ada.interests = {"boats", "drums", "chess", "eggs"};
        }) == head + "interests: [boats, drums, chess, eggs]\n");
}

}  // namespace store_text_edit_lists_test
