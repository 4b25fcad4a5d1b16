/// The worked examples of the built-in policies: they hold, and they pin every figure, word and severity
/// down: one of them fails as soon as any of these is another.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"
#include "policy/changes.h"
#include "policy/presets.h"
#include "rules/example_facts.h"
#include "rules/examples.h"
#include "rules/rulebook.h"
#include "store/edition_file.h"
#include "store/yaml.h"
#include "support/records.h"

namespace policy_presets_examples_test {

using mentor::Day;
using mentor::Register;
using mentor::Severity;
using mentor::Value;
using mentor::policy::Edition;
using mentor::policy::RawRule;
using mentor::rules::ExampleRun;
using mentor::test::day;
using mentor::test::Lines;
using Runs = std::vector<ExampleRun>;

namespace {

/// How long before it is due a thing is shown, and what a training counts as that is logged, is nothing that
/// a rule finds: each has a case of its own.
constexpr std::string_view warn = "warn";
constexpr std::string_view at_once = "at_once";
constexpr std::string_view recheck = "dbs.recheck";
constexpr std::string_view training = "readiness.training";

std::vector<Edition> editions() {
  std::vector<Edition> all;
  for (const auto& preset : mentor::policy::presets())
    all.push_back(mentor::store::edition_in(preset.text, std::string(preset.file)));
  return all;
}

Runs runs_of(const Edition& edition) {
  mentor::Problems problems;
  Runs runs = mentor::rules::run_examples(edition, problems);
  CHECK(mentor::test::told(problems) == Lines{});
  return runs;
}

bool one_fails(const Edition& edition) {
  return std::ranges::any_of(runs_of(edition), [](const ExampleRun& run) { return !run.wrong.empty(); });
}

/// The edition with the examples of one rule alone.
Edition with_examples_of(Edition edition, const std::string& rule) {
  std::erase_if(edition.examples.items,
                [&](const Value& example) { return example.find("rule")->value.text != rule; });
  return edition;
}

std::string type_of(const std::string& rule, const std::string& parameter) {
  const auto parameters = mentor::rules::find_rule(rule)->parameters();
  return std::ranges::find(parameters, parameter, &mentor::rules::Parameter::key)->type;
}

std::string in_words(const Value& value) {
  if (value.is_scalar()) return value.text;
  std::vector<std::string> words;
  for (const auto& each : value.items) words.push_back(each.text);
  return mentor::join(words, ", ");
}

void check_parameters(Edition& edition, RawRule& rule) {
  for (auto& [key, place, offset, value] : rule.parameters.members) {
    if (key == warn || key == at_once) continue;
    const Value meant = value;
    for (const auto& change : mentor::test::changes_of(meant, type_of(rule.name, key), edition)) {
      value = change;
      CHECK_MESSAGE(one_fails(edition), edition.scheme, ", ", rule.name, ": no example fails with ", key,
                    ": ", in_words(change));
    }
    value = meant;
  }
}

void check_severity(const Edition& edition, RawRule& rule) {
  const Severity meant = rule.severity;
  for (const auto other : {Severity::must, Severity::should, Severity::advise}) {
    rule.severity = other;
    CHECK_MESSAGE(one_fails(edition) == (other != meant), edition.scheme, ", ", rule.name,
                  ": no example tells the severity from ", name(other));
  }
  rule.severity = meant;
}

/// The mentor of a young person of 16, whose check falls due on 1 March 2026.
Register due_in_march(const Edition& edition) {
  const auto facts = mentor::store::parse_yaml(
      "mentor: {steps: [{step: dbs, on: 2023-03-01, level: enhanced, workforce: child}]}\n"
      "young_person: {born: 2009-06-01}\n"
      "match: {started: 2025-09-01}\n",
      edition.file);
  mentor::Decoder decoder(edition.file);
  mentor::rules::Example example;
  example.on = day("2025-12-31");
  Register records = mentor::rules::read_facts(facts.root, example, edition, decoder);
  CHECK(mentor::test::told(decoder.take_problems()) == Lines{});
  return records;
}

/// The end of the message of the recheck that falls due; empty when none does.
std::string recheck_due(const Edition& edition, const Register& records, Day today) {
  mentor::policy::Policies alone;
  alone.add(edition);
  mentor::Problems problems;
  const mentor::rules::Rulebook rulebook(alone, problems);
  const auto coming = rulebook.falls_due(records, today);
  const auto found = std::ranges::find(coming, recheck, &mentor::Finding::rule);
  return found == coming.end() ? "" : found->message.substr(found->message.rfind("; "));
}

}  // namespace

TEST_CASE("the examples of each preset hold") {
  for (const auto& edition : editions()) {
    for (const auto& run : runs_of(edition)) {
      CHECK_MESSAGE(run.wrong.empty(), run.spot.file, ":", run.spot.place.line, ": ", run.says, ": ",
                    run.wrong);
    }
  }
}

TEST_CASE("each rule of a preset has an example in which it finds something, and one in which it does not") {
  for (const auto& edition : editions()) {
    const Runs runs = runs_of(edition);
    for (const auto& rule : edition.rules) {
      const auto finds = [&](bool something) {
        return std::ranges::any_of(runs, [&](const ExampleRun& run) {
          return run.rule == rule.name && run.found.empty() != something;
        });
      };
      CHECK_MESSAGE(finds(true), edition.scheme, ", ", rule.name, ": no example in which it finds something");
      CHECK_MESSAGE(finds(false), edition.scheme, ", ", rule.name, ": no example in which it finds nothing");
    }
  }
}

TEST_CASE("an example fails when any figure, word or severity of a preset is another") {
  for (const auto& edition : editions()) {
    for (std::size_t number = 0; number < edition.rules.size(); ++number) {
      Edition alone = with_examples_of(edition, edition.rules[number].name);
      check_severity(alone, alone.rules[number]);
      check_parameters(alone, alone.rules[number]);
    }
  }
}

TEST_CASE(
    "a DBS check that falls due is shown from the longest of a preset's warnings on, and in its steps") {
  for (const auto& edition : editions()) {
    CAPTURE(edition.scheme);
    const auto* warnings = edition.rule(recheck)->parameters.find(warn);
    REQUIRE(warnings);
    CHECK(in_words(warnings->value) == "60 days, 30 days, 7 days");
    const Register records = due_in_march(edition);
    const auto said = [&](std::string_view today) { return recheck_due(edition, records, day(today)); };
    CHECK(said("2025-12-30").empty());
    CHECK(said("2025-12-31") == "; it is due within 60 days");
    CHECK(said("2026-01-29") == "; it is due within 60 days");
    CHECK(said("2026-01-30") == "; it is due within 30 days");
    CHECK(said("2026-02-21") == "; it is due within 30 days");
    CHECK(said("2026-02-22") == "; it is due within 1 week");
    CHECK(said("2026-03-01") == "; it is due within 1 week");
  }
}

TEST_CASE(
    "a day of training covers all topics in Rotherham and Manchester, and each session one in Stockport") {
  Lines said;
  for (const auto& edition : editions()) {
    const RawRule* rule = edition.rule(training);
    const auto* covers = rule ? rule->parameters.find(at_once) : nullptr;
    if (rule) said.push_back(edition.scheme + ": " + (covers ? in_words(covers->value) : "-"));
  }
  CHECK(said == Lines{"manchester: yes", "rotherham: yes", "stockport: -"});
}

}  // namespace policy_presets_examples_test
