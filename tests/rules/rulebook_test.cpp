#include "rules/rulebook.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <vector>

#include "rules/scene.h"

namespace rules_rulebook_test {

using mentor::Findings;
using mentor::Id;
using mentor::rules::Act;
using mentor::test::day;
using mentor::test::Scene;
using mentor::test::Texts;
using mentor::test::told;

namespace {

using Words = std::vector<std::string>;

const std::string kEdition = "schemes/rotherham/2026-01-01.yaml";

/// The built-in policy.
std::string rotherham() { return mentor::test::rotherham().at(kEdition); }

Id id(std::string_view text) { return Id::parse(text).value(); }

/// An edition in force from a day; each rule stands on a line of its own, the first on line 6.
std::string edition(const std::string& in_force, const Words& rules) {
  std::string text = fmt::format("scheme: rotherham\ntitle: Ours\nin_force: {}\nwords: {{}}\nrules:\n",
                                 in_force);
  for (const auto& rule : rules) text += "  " + rule + "\n";
  return text;
}

/// What is wrong with an edition that has this one rule.
mentor::test::Lines problems_of(const std::string& rule) {
  return told(Scene(Texts{{kEdition, edition("2026-01-01", {rule})}}).problems());
}

/// How a problem at that column of the rule's line begins; a choice of words may follow.
std::string at(int column, const std::string& message) {
  return fmt::format("{}:6:{}: {}", kEdition, column, message);
}

/// A match of the shared mentor and young person, from its 5th line on.
std::string match(const std::string& rest, const std::string& id = "P-00001") {
  return fmt::format(
      "id: {}\nyoung_person: Y-00001\nmentor: M-00001\nscheme: rotherham\nproposed: 2026-01-05\n{}", id,
      rest);
}

/// Their match as it should be, from 15 January on.
const std::string kStarted =
    "decisions:\n"
    "  - {id: V-00001, by: young-person, on: 2026-01-06, yes: yes}\n"
    "contacts_given: yes\n"
    "focus: Finding work\n"
    "started: 2026-01-15\n";

Words rules_in(const Findings& findings) {
  Words rules;
  for (const auto& each : findings) rules.push_back(each.rule);
  return rules;
}

/// Each finding as rule, subject and due day.
Words dues_in(const Findings& findings) {
  Words dues;
  for (const auto& each : findings)
    dues.push_back(fmt::format("{} {} {}", each.rule, each.subject, each.due->iso()));
  return dues;
}

std::string state(const Texts& texts, std::string_view today) {
  const Scene scene(texts);
  CHECK_MESSAGE(scene.problems().empty(), told(scene.problems()));
  const auto& mentor = scene.records().mentors.begin()->second;
  return std::string(mentor::word(scene.rulebook().state_of(mentor, scene.records(), day(today))));
}

/// The shared mentor with more in their record; or without the steps that have this word in them.
std::string mentor_with(const std::string& more) {
  return mentor::test::text_of(mentor::test::cases_folder() / "common" / "mentors" / "M-00001.yaml") + more;
}
std::string mentor_without(const std::string& step, const std::string& more = {}) {
  std::string text = mentor_with(more);
  const auto begin = text.find("  - {", text.rfind('\n', text.find("step: " + step)));
  return text.erase(begin, text.find('\n', begin) + 1 - begin);
}

}  // namespace

TEST_CASE("the built-in policy of Rotherham is sound, and its rules are all known") {
  CHECK(Scene(Texts()).problems().empty());
}

TEST_CASE("what is wrong with a rule is refused at its place") {
  const std::string all_kinds = "counts: [one-to-one]";
  struct Row {
    std::string rule;
    int column;
    std::string message;
  };
  const std::vector<Row> rows{
      {"comitment.time: {severity: should, source: us}", 3,
       "there is no rule 'comitment.time', did you mean 'commitment.time'"},
      {"commitment.silence: {severity: should, after: 6 weeks, afer: 6 weeks, source: us}", 58,
       "rule 'commitment.silence' has no field 'afer', did you mean 'after'"},
      {"commitment.silence: {severity: should, source: us}", 23,
       "rule 'commitment.silence' must have 'after', add it"},
      {"commitment.silence: {severity: should, after: 6, source: us}", 49,
       "'after': '6' is not a length of time, such as 'month', '4 weeks' or '18 months'"},
      {"commitment.silence: {severity: should, after: [6 weeks], source: us}", 49,
       "'after' must be a length of time, such as 'month', '4 weeks' or '18 months'"},
      {"commitment.silence: {after: 6 weeks, source: us}", 23,
       "rule 'commitment.silence' must have 'severity', add it"},
      {"commitment.silence: {severity: should, after: 6 weeks}", 23,
       "rule 'commitment.silence' must have 'source', add it"},
      {"commitment.silence: {severity: shoud, after: 6 weeks, source: us}", 34,
       "'severity': 'shoud' is not known, did you mean 'should'"},
      {"commitment.silence: should", 23, "rule 'commitment.silence' must be {severity: …, source: …}"},
      {"commitment.time: {severity: should, minutes: 90, per: month, counts: one-to-one, source: us}", 72,
       "'counts' must be a list, one '- …' a line or [a, b]"},
      {"commitment.time: {severity: should, minutes: 0, per: month, " + all_kinds + ", source: us}", 48,
       "'minutes': '0' is not whole minutes, 1 to 1440"},
      {"commitment.time: {severity: should, minutes: 60, per: week, over: 10 days, " + all_kinds +
           ", source: us}",
       69, "'over' must be a whole number of 'per'"},
      {"commitment.time: {severity: should, minutes: 60, per: week, over: month, " + all_kinds +
           ", source: us}",
       69, "'over' must be a whole number of 'per'"},
      {"readiness.dbs: {severity: must, under: eighteen, level: enhanced, source: us}", 42,
       "'under': 'eighteen' is not a whole number, 0 to 999"},
      {"match.decision: {severity: must, by: [young-person, parent], source: us}", 55,
       "'by': 'parent' is not known, one of young-person, mentor"},
      {"support.check_in: {severity: should, every: month, with: [mentor], at_first: 2 weeks, source: us}",
       21, "'at_first' and 'at_first_for' stand together, add the other one"},
      {"support.check_in: {severity: should, every: month, with: [mentor], at_first_for: 3 months, source: "
       "us}",
       21, "'at_first' and 'at_first_for' stand together, add the other one"},
      {"support.pair_events: {severity: should, every: month, source: us}", 24,
       "one of 'pairs', 'mentors' and 'young_people' must name a kind of event"},
      {"budget.after_expensive: {severity: advise, expensive: 50.00, next: 3, at_most: 50.00, source: us}",
       82, "'at_most' must be less than 'expensive', correct one of them"},
      {"eligibility.age: {severity: should, from: 18, to: 17, source: us}", 53,
       "'to' is less than 'from', correct one of them"},
  };
  for (const auto& [rule, column, message] : rows) {
    CAPTURE(rule);
    const auto problems = problems_of(rule);
    REQUIRE_MESSAGE(problems.size() == 1, problems);
    CHECK_MESSAGE(problems.front().starts_with(at(column, message)), problems);
  }
}

TEST_CASE("'over' may be any whole number of 'per'") {
  for (const std::string over : {"week", "1 week", "7 days", "4 weeks", "56 days"}) {
    CAPTURE(over);
    CHECK(problems_of("commitment.time: {severity: should, minutes: 60, per: week, over: " + over +
                      ", counts: [one-to-one], source: us}")
              .empty());
  }
}

TEST_CASE("every mistake in every edition is told") {
  const Scene scene(
      {{kEdition, edition("2026-01-01", {"a.b: {severity: must, source: us}", "match.focus: {source: us}"})},
       {"schemes/rotherham/2026-03-01.yaml", edition("2026-03-01", {"c.d: {severity: must, source: us}"})}});
  CHECK(scene.problems().size() == 4);  // no such rule, twice; no severity; no 'after'
}

TEST_CASE("a rule is found by its name, and says what it takes") {
  REQUIRE(mentor::rules::find_rule("commitment.time") != nullptr);
  CHECK(mentor::rules::find_rule("commitment") == nullptr);
  const auto parameters = mentor::rules::find_rule("commitment.time")->parameters();
  Words keys;
  for (const auto& each : parameters) keys.push_back(fmt::format("{}{}", each.key, each.required ? "*" : ""));
  CHECK(keys == Words{"minutes*", "per*", "over", "counts*"});
  CHECK(parameters.back().type == "a list of text");
}

TEST_CASE("a start is judged under the edition in force on its day, before the first under the first") {
  const auto rule = [](int from) {
    return fmt::format("eligibility.age: {{severity: should, from: {}, source: us}}", from);
  };
  const auto found = [&](const std::string& started) {
    const Scene scene(Texts{{kEdition, edition("2026-01-01", {rule(16)})},
                            {"schemes/rotherham/2026-03-01.yaml", edition("2026-03-01", {rule(20)})},
                            {"matches/P-00001.yaml",
                             "id: P-00001\nyoung_person: Y-00001\nmentor: M-00001\nscheme: rotherham\n"
                             "proposed: 2025-11-01\nstarted: " +
                                 started + "\n"}});
    return rules_in(scene.rulebook().check(scene.records(), day("2026-04-01"))).size();
  };
  CHECK(found("2025-12-01") == 0);  // aged 19 on each of these days
  CHECK(found("2026-02-28") == 0);
  CHECK(found("2026-03-01") == 1);
}

TEST_CASE("a rule that an edition leaves out is not asked about while that is in force") {
  const std::string rule = "match.contacts: {severity: should, source: us}";
  const Scene scene(Texts{{kEdition, edition("2026-01-01", {})},
                          {"schemes/rotherham/2026-03-01.yaml", edition("2026-03-01", {rule})},
                          {"matches/P-00001.yaml", match("started: 2026-02-28\n")},
                          {"matches/P-00002.yaml", match("started: 2026-03-01\n", "P-00002")}});
  const auto findings = scene.rulebook().check(scene.records(), day("2026-04-01"));
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().subject == "P-00002");
}

TEST_CASE("a finding says whose policy it is from") {
  const Scene scene(Texts{{"matches/P-00001.yaml", match("started: 2026-01-15\n")}});
  for (const auto& each : scene.rulebook().check(scene.records(), day("2026-02-01")))
    CHECK(each.scheme == "rotherham");
}

TEST_CASE("findings come by severity, due day, subject and rule") {
  const Scene scene(Texts{{"matches/P-00001.yaml", match("started: 2026-01-15\n")}});
  const auto findings = scene.rulebook().check(scene.records(), day("2026-04-16"));
  CHECK(rules_in(findings) == Words{"match.decision", "commitment.silence", "support.supervision",
                                    "commitment.time", "commitment.time", "commitment.time", "match.contacts",
                                    "match.focus"});
}

TEST_CASE("an act is judged by the rules that can refuse it, and for what it is about") {
  const std::string ended = "endings:\n  - {id: V-00002, on: 2026-02-20, as: completed, by: both}\n";
  const Texts texts{
      {"young-people/Y-00002.yaml",
       "id: Y-00002\nname: Kay Dunn\nscheme: rotherham\nborn: 2011-05-20\nreferred: {on: 2026-01-05}\n"},
      {"matches/P-00001.yaml", match(kStarted + ended)},
      {"matches/P-00002.yaml",
       "id: P-00002\nyoung_person: Y-00002\nmentor: M-00001\nscheme: rotherham\nproposed: "
       "2026-01-05\nstarted: 2026-02-21\n"},
      {"sessions/P-00001.yaml", "- {id: S-00001, date: 2026-02-21, minutes: 60, kind: one-to-one}\n"},
  };
  const Scene scene(texts);
  REQUIRE(scene.problems().empty());
  const auto judged = [&](Act act, const std::vector<Id>& subjects) {
    return rules_in(scene.rulebook().judge_act(act, scene.records(), subjects, day("2026-03-01")));
  };
  CHECK(judged(Act::refer, {id("Y-00002")}) == Words{"eligibility.age", "readiness.agreed"});
  CHECK(judged(Act::refer, {id("Y-00001")}).empty());
  CHECK(judged(Act::start, {id("P-00002")}) ==
        Words{"match.decision", "eligibility.age", "match.contacts", "match.key_adult"});
  CHECK(judged(Act::start, {id("P-00001")}).empty());
  CHECK(judged(Act::end, {id("P-00001")}) == Words{"commitment.ended_early", "ending.reason"});
  CHECK(judged(Act::log_session, {id("P-00001")}) == Words{"data.outside_match"});
  CHECK(judged(Act::log_session, {id("P-00002")}).empty());
  CHECK(judged(Act::log_session, {id("P-00002"), id("P-00001")}).size() == 1);
}

TEST_CASE("each rule refuses the acts that it should") {
  const auto refusing = [](Act act) {
    Words names;
    for (const auto& rule : mentor::rules::all_rules()) {
      if (rule.refuses.has(act)) names.emplace_back(rule.name);
    }
    std::ranges::sort(names);
    return names;
  };
  for (const auto& name : refusing(Act::refer)) {
    CHECK_MESSAGE((name.starts_with("eligibility.") || name == "readiness.agreed"), name);
  }
  for (const auto& name : refusing(Act::start)) {
    const bool of_a_start = name.starts_with("eligibility.") || name.starts_with("readiness.") ||
                            name.starts_with("match.") || name == "safeguarding.held";
    CHECK_MESSAGE(of_a_start, name);
    CHECK(name != "match.focus");
    CHECK(name != "readiness.agreed");
  }
  for (const std::string name : {"ending.reason", "commitment.ended_early"}) {
    CHECK(std::ranges::count(refusing(Act::end), name) == 1);
  }
  CHECK(refusing(Act::log_session) == Words{"data.outside_match"});
}

TEST_CASE("what falls due within the notice is told until it is broken") {
  const std::string without_focus =
      "decisions:\n  - {id: V-00001, by: young-person, on: 2026-01-06, yes: yes}\ncontacts_given: "
      "yes\nstarted: 2026-01-15\n";
  const Scene scene(Texts{{"matches/P-00001.yaml", match(without_focus)}});
  const auto due = [&](std::string_view today) {
    return dues_in(scene.rulebook().falls_due(scene.records(), day(today)));
  };
  const std::string focus = "match.focus P-00001 2026-02-26";
  const std::string supervision = "support.supervision M-00001 2026-04-15";
  CHECK(due("2026-01-20").empty());
  CHECK(due("2026-01-26").empty());          // in 31 days
  CHECK(due("2026-01-27") == Words{focus});  // in 30 days
  CHECK(due("2026-02-26") == Words{focus});  // the last day
  CHECK(due("2026-02-27").empty());          // broken
  CHECK(due("2026-03-17") == Words{supervision});
  CHECK(due("2026-04-15") == Words{supervision});
  CHECK(due("2026-04-16").empty());
  const auto long_after = due("2027-07-01");
  CHECK(long_after == Words{"commitment.too_long P-00001 2027-07-15"});
}

TEST_CASE("the notice is the policy's") {
  std::string policy = rotherham();
  policy.replace(policy.find("notice: 30 days"), 15, "notice: 7 days ");
  const Scene scene(Texts{{kEdition, policy}, {"matches/P-00001.yaml", match(kStarted)}});
  CHECK(dues_in(scene.rulebook().falls_due(scene.records(), day("2026-04-07"))).empty());  // in 8 days
  CHECK(dues_in(scene.rulebook().falls_due(scene.records(), day("2026-04-08"))).size() == 1);
}

TEST_CASE("the notice is that of the edition in force on the day") {
  std::string later = rotherham();
  later.replace(later.find("notice: 30 days"), 15, "notice: 7 days ");
  later.replace(later.find("in_force: 2026-01-01"), 20, "in_force: 2026-04-01");
  const Scene scene(Texts{{kEdition, rotherham()},
                          {"schemes/rotherham/2026-04-01.yaml", later},
                          {"matches/P-00001.yaml", match(kStarted)}});
  CHECK(dues_in(scene.rulebook().falls_due(scene.records(), day("2026-03-31"))).size() == 1);
  CHECK(dues_in(scene.rulebook().falls_due(scene.records(), day("2026-04-01"))).empty());
}

TEST_CASE("what a mentor lacks is told by the day of a start") {
  const Scene scene(Texts{{"mentors/M-00001.yaml", mentor_without("pen-picture")}});
  const auto& mentor = scene.records().mentors.begin()->second;
  CHECK(rules_in(scene.rulebook().readiness(mentor, day("2026-01-15"))) == Words{"readiness.pen_picture"});
  CHECK(scene.rulebook().readiness(mentor, day("2025-10-31")).size() == 2);  // the training is still to come
  CHECK(scene.rulebook().readiness(mentor, day("2026-01-15")).front().subject == "M-00001");
}

TEST_CASE("the state of a mentor follows from what is recorded") {
  const std::string path = "mentors/M-00001.yaml";
  const std::string pause = "pauses:\n  - {id: V-00002, from: 2026-02-01, to: 2026-03-01}\n";
  const std::string ended =
      "endings:\n  - {id: V-00003, on: 2026-02-10, as: managed, by: both, reason: Done}\n";
  const std::string closed = "closed:\n  - {id: V-00090, on: 2026-02-10, as: withdrew}\n";
  const std::string back = "reopened:\n  - {id: V-00091, on: 2026-03-10}\n";
  const std::string passed =
      "overrides:\n"
      "  - {id: V-00092, rule: readiness.line_manager, on: 2026-01-10, reason: New in post, authorised_by: "
      "Service Manager,"
      " until: 2026-03-01}\n";
  const std::string one = "matches/P-00001.yaml";
  const std::string two = "matches/P-00002.yaml";
  CHECK(state({}, "2026-02-15") == "ready");
  CHECK(state({{path, mentor_without("line-manager")}}, "2026-02-15") == "preparing");
  CHECK(state({{path, mentor_without("line-manager", passed)}}, "2026-02-28") == "ready");
  CHECK(state({{path, mentor_without("line-manager", passed)}}, "2026-03-01") == "preparing");
  CHECK(state({}, "2025-11-09") == "preparing");
  CHECK(state({}, "2025-11-10") == "ready");
  CHECK(state({{one, match(kStarted)}}, "2026-01-14") == "ready");
  CHECK(state({{one, match(kStarted)}}, "2026-01-15") == "matched");
  CHECK(state({{one, match(kStarted)}, {path, mentor_without("line-manager")}}, "2026-02-15") == "matched");
  CHECK(state({{one, match(kStarted + pause)}}, "2026-01-31") == "matched");
  CHECK(state({{one, match(kStarted + pause)}}, "2026-02-01") == "paused");
  CHECK(state({{one, match(kStarted + pause)}}, "2026-02-28") == "paused");
  CHECK(state({{one, match(kStarted + pause)}}, "2026-03-01") == "matched");
  CHECK(state({{one, match(kStarted + pause)}, {two, match(kStarted, "P-00002")}}, "2026-02-15") ==
        "matched");
  CHECK(state({{one, match(kStarted + ended)}}, "2026-02-09") == "matched");
  CHECK(state({{one, match(kStarted + ended)}}, "2026-02-10") == "ready");
  CHECK(state({{one, match("")}}, "2026-02-15") == "ready");
  CHECK(state({{path, mentor_with(closed)}}, "2026-02-09") == "ready");
  CHECK(state({{path, mentor_with(closed)}}, "2026-02-10") == "left");
  CHECK(state({{path, mentor_with(closed + back)}}, "2026-03-09") == "left");
  CHECK(state({{path, mentor_with(closed + back)}}, "2026-03-10") == "ready");
}

TEST_CASE("a mentor to whom only advice applies is ready") {
  const Texts texts{
      {kEdition, edition("2026-01-01", {"readiness.pen_picture: {severity: advise, source: us}"})},
      {"mentors/M-00001.yaml", mentor_without("pen-picture")}};
  CHECK(state(texts, "2026-02-15") == "ready");
}

TEST_CASE("a scheme that asks for no time has no periods") {
  const Scene asks(Texts{{"matches/P-00001.yaml", match(kStarted)}});
  const auto periods_in = [](const Scene& scene) {
    const auto& records = scene.records();
    return scene.rulebook()
        .periods(mentor::rules::Pair::of(records.matches.begin()->second, records), day("2026-02-20"))
        .size();
  };
  CHECK(periods_in(asks) == 2);
  const Scene asks_not(
      Texts{{kEdition, edition("2026-01-01", {})}, {"matches/P-00001.yaml", match(kStarted)}});
  CHECK(periods_in(asks_not) == 0);
}

TEST_CASE("the periods that have begun are told, with what was given and what was asked") {
  const std::string pause = "pauses:\n  - {id: V-00002, from: 2026-02-15, to: 2026-03-15}\n";
  const std::string ended = "endings:\n  - {id: V-00003, on: 2026-03-20, as: managed, by: both}\n";
  const std::string sessions =
      "- {id: S-00001, date: 2026-01-20, minutes: 90, kind: call}\n"
      "- {id: S-00002, date: 2026-03-15, minutes: 30, kind: call}\n"
      "- {id: S-00003, date: 2026-03-16, minutes: 60, kind: call}\n";
  const Scene scene(
      Texts{{"matches/P-00001.yaml", match(kStarted + pause + ended)}, {"sessions/P-00001.yaml", sessions}});
  REQUIRE(scene.problems().empty());
  const auto periods_on = [&](std::string_view today) {
    Words periods;
    const auto& records = scene.records();
    const auto pair = mentor::rules::Pair::of(records.matches.begin()->second, records);
    for (const auto& each : scene.rulebook().periods(pair, day(today))) {
      periods.push_back(fmt::format("{} {} {}/{} {}", each.from.iso(), each.to.iso(), each.minutes,
                                    each.required, mentor::word(each.status)));
    }
    return periods;
  };
  const std::string first = "2026-01-15 2026-02-15 90/90 met";
  const std::string second = "2026-02-15 2026-03-15 0/0 paused";
  CHECK(periods_on("2026-01-14").empty());
  CHECK(periods_on("2026-02-14") == Words{"2026-01-15 2026-02-15 90/90 running"});
  CHECK(periods_on("2026-02-15") == Words{first, second});
  CHECK(periods_on("2026-03-15") == Words{first, second, "2026-03-15 2026-04-15 30/90 running"});
  CHECK(periods_on("2026-03-19") == Words{first, second, "2026-03-15 2026-04-15 90/90 running"});
  CHECK(periods_on("2026-03-20") == Words{first, second});  // the period in which it ended is left out
}

}  // namespace rules_rulebook_test
