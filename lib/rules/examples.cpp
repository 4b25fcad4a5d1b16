#include "rules/examples.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/at_once.h"
#include "base/text.h"
#include "rules/example_facts.h"
#include "rules/rulebook.h"

namespace mentor::rules {

namespace {

constexpr std::string_view finds_key = "finds";

bool is_fact(std::string_view key) { return std::ranges::find(facts_keys, key) != facts_keys.end(); }

/// An example in its three parts: its head, its facts, and what is found.
struct Parts {
  Value head = Value::of_map();
  Value facts = Value::of_map();
  const Member* finds = nullptr;
};

Parts parts_of(const Value& value) {
  Parts parts;
  parts.head.place = parts.facts.place = value.place;
  for (const auto& member : value.members) {
    if (member.key == finds_key) {
      parts.finds = &member;
    } else {
      (is_fact(member.key) ? parts.facts : parts.head).members.push_back(member);
    }
  }
  return parts;
}

/// What the finding says otherwise than expected; empty when it is as expected.
std::string differs(const Finding& got, const Expected& expected) {
  std::vector<std::string> wrong;
  const auto compare = [&](std::string_view key, const std::string& want, const std::string& have) {
    if (!want.empty() && want != have)
      wrong.push_back(fmt::format("{} is {}, not {}", key, have.empty() ? "not there" : have, want));
  };
  const auto iso = [](const std::optional<Day>& day) { return day ? day->iso() : std::string(); };
  const auto digits = [](const std::optional<std::int64_t>& amount) {
    return amount ? std::to_string(*amount) : std::string();
  };
  compare("severity", std::string(name(expected.severity)), std::string(name(got.severity)));
  compare("from", iso(expected.from), iso(got.from));
  compare("to", iso(expected.to), iso(got.to));
  compare("due", iso(expected.due), iso(got.due));
  compare("measured", expected.measured, digits(got.measured));
  compare("required", expected.required, digits(got.required));
  compare("unit", expected.unit, got.unit);
  if (got.message.find(expected.says) == std::string::npos)
    wrong.push_back(fmt::format("{} does not say {}", in_quotes(got.message), in_quotes(expected.says)));
  return join(wrong, ", ");
}

std::string in_words(const Finding& finding) {
  return fmt::format("{}: {}", name(finding.severity), finding.message);
}

std::string what_is_wrong(const Findings& found, const std::vector<Expected>& expected) {
  std::vector<std::string> wrong;
  for (std::size_t number = 0; number < std::max(found.size(), expected.size()); ++number) {
    if (number >= expected.size()) {
      wrong.push_back("found and not expected: " + in_words(found[number]));
    } else if (number >= found.size()) {
      wrong.push_back(fmt::format("expected and not found: {} {}", name(expected[number].severity),
                                  expected[number].says));
    } else if (const auto other = differs(found[number], expected[number]); !other.empty()) {
      wrong.push_back(other);
    }
  }
  return join(wrong, "; ");
}

/// What came of an example, or why it was not run.
struct Outcome {
  std::optional<ExampleRun> run = {};
  Problems problems = {};
};

class Runner {
 public:
  explicit Runner(const policy::Edition& edition) : edition_(edition) {
    policy::Policies alone;
    alone.add(edition);
    Problems told_already;  // by whoever read the edition for its rules
    rulebook_.emplace(alone, told_already);
  }

  [[nodiscard]] Outcome run(const Value& value) const {
    Decoder decoder(edition_.file);
    const Parts parts = parts_of(value);
    const auto example = decoder.record<Example>(parts.head, "an example");
    const auto expected = expected_in(parts, value.place, decoder);
    const Register records = read_facts(parts.facts, example, edition_, decoder);
    if (!example.rule.empty() && !edition_.rule(example.rule)) {
      decoder.report(place_of(example, &Example::rule),
                     fmt::format("the policy has no rule {}, take the example out or correct it",
                                 in_quotes(example.rule)));
    }
    Outcome outcome;
    outcome.problems = decoder.take_problems();
    if (outcome.problems.empty()) outcome.run = judge(example, expected, records);
    return outcome;
  }

 private:
  static std::vector<Expected> expected_in(const Parts& parts, Place place, Decoder& decoder) {
    if (!parts.finds) {
      decoder.report(place, "an example must have 'finds', what the rule finds; [] when that is nothing");
      return {};
    }
    if (parts.finds->value.form == Form::list)
      return decoder.list<Expected>(parts.finds->value, "what is found");
    decoder.report(parts.finds->value.place, "'finds' must be a list, [] when nothing is found");
    return {};
  }

  ExampleRun judge(const Example& example, const std::vector<Expected>& expected,
                   const Register& records) const {
    ExampleRun run{example.rule, example.says, {edition_.file, example.places.start()}, {}, {}};
    run.found = rulebook_->check(records, example.on, example.rule);
    run.wrong = what_is_wrong(run.found, expected);
    return run;
  }

  const policy::Edition& edition_;
  std::optional<Rulebook> rulebook_;
};

}  // namespace

std::vector<ExampleRun> run_examples(const policy::Edition& edition, Problems& problems) {
  std::vector<ExampleRun> runs;
  const Value& examples = edition.examples;
  if (examples.form == Form::nothing && examples.text.empty()) return runs;
  if (examples.form != Form::list) {
    problems.push_back({{edition.file, examples.place}, "'examples' must be a list of examples", {}});
    return runs;
  }
  const Runner runner(edition);
  std::vector<Outcome> outcomes(examples.items.size());
  for_each_number(outcomes.size(), Calls::at_once,
                  [&](std::size_t i) { outcomes[i] = runner.run(examples.items[i]); });
  for (auto& [run, wrong] : outcomes) {
    if (run) runs.push_back(std::move(*run));
    std::ranges::move(wrong, std::back_inserter(problems));
  }
  return runs;
}

}  // namespace mentor::rules
