#include "rules/examples.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "store/edition_file.h"
#include "support/records.h"

namespace rules_examples_test {

using mentor::Problems;
using mentor::rules::ExampleRun;
using Runs = std::vector<ExampleRun>;

namespace {

const std::string policy =
    "scheme: rotherham\ntitle: M\nin_force: 2026-01-01\n"
    "words: {roles: [senior-manager], topics: [boundaries], session_kinds: [one-to-one], event_kinds: "
    "[chat]}\n"
    "rules:\n"
    "  commitment.time: {severity: should, minutes: 90, per: month, counts: [one-to-one], source: us}\n"
    "  match.capacity: {severity: should, source: us}\n"
    "  readiness.training: {severity: should, topics: [boundaries], source: us}\n"
    "  readiness.professional_gap: {severity: advise, least: 3 months, source: us}\n"
    "  support.supervision: {severity: should, every: 3 months, kind: chat, source: us}\n"
    "  safeguarding.held: {severity: must, source: us}\n"
    "  data.two_matches: {severity: must, source: us}\n"
    "  service.capacity: {severity: should, workers: 1, pairs: 2, source: us}\n";

/// The runs of these examples; what can't be read comes back in `problems`.
Runs runs_of(const std::string& examples, Problems& problems) {
  const auto edition = mentor::store::edition_in(policy + "examples:\n" + examples,
                                                 "schemes/rotherham/2026-01-01.yaml");
  return mentor::rules::run_examples(edition, problems);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string all_told(const Problems& problems) {
  std::string lines;
  for (const auto& each : mentor::test::told(problems)) lines += each + "\n";
  return lines;
}

/// What is wrong with one example, or `holds`.
std::string verdict(const std::string& example) {
  Problems problems;
  const Runs runs = runs_of("  - {" + example + "}\n", problems);
  if (!problems.empty()) return problems.front().message;
  REQUIRE(runs.size() == 1);
  return runs.front().wrong.empty() ? "holds" : runs.front().wrong;
}

/// A month with so many minutes, judged on its end, and what the example says is found.
std::string month(const std::string& minutes, const std::string& finds) {
  return verdict(
      "rule: commitment.time, says: a month, on: 2026-03-01, match: {started: 2026-02-01}, sessions: "
      "[{date: 2026-02-10, minutes: " +
      minutes + ", kind: one-to-one}], finds: " + finds);
}

}  // namespace

TEST_CASE("an example holds when the rule finds exactly what it says") {
  CHECK(month("90", "[]") == "holds");
  CHECK(month("89", "[{severity: should}]") == "holds");
  CHECK(month("89",
              "[{severity: should, from: 2026-02-01, to: 2026-03-01, measured: 89, required: 90, unit: "
              "minutes, says: 89 of 90}]") == "holds");
}

TEST_CASE("an example that does not hold says what is found instead") {
  CHECK(month("89", "[]") ==
        "found and not expected: should: 89 of 90 minutes from 1 February 2026 to 28 February 2026");
  CHECK(month("90", "[{severity: should, says: too few}]") == "expected and not found: should too few");
  CHECK(month("89", "[{severity: must, from: 2026-02-02, measured: 88, unit: hours}]") ==
        "severity is should, not must, from is 2026-02-01, not 2026-02-02, measured is 89, not 88, unit is "
        "minutes, not hours");
  CHECK(month("89", "[{severity: should, due: 2026-03-01}]") == "due is not there, not 2026-03-01");
  CHECK(month("89", "[{severity: should, says: ninety}]") ==
        "'89 of 90 minutes from 1 February 2026 to 28 February 2026' does not say 'ninety'");
}

TEST_CASE("an example tells of a mentor, a young person, their logs, events, concerns and the staff") {
  const std::string start = "on: 2026-06-02, match: {started: 2026-03-01}, ";
  CHECK(verdict("rule: readiness.training, says: trained, " + start +
                "mentor: {steps: [{step: training, topic: boundaries, on: 2026-01-05}]}, finds: []") ==
        "holds");
  CHECK(verdict("rule: readiness.professional_gap, says: soon, " + start +
                "mentor: {steps: [{step: professional-role, on: 2026-01-05, with: young-person, ended: "
                "2025-12-02}]}, finds: [{severity: advise, from: 2025-12-02}]") == "holds");
  CHECK(verdict("rule: support.supervision, says: late, " + start + "finds: [{severity: should}]") ==
        "holds");
  CHECK(verdict("rule: support.supervision, says: offered, " + start +
                "events: [{kind: chat, date: 2026-05-01, invited: [mentor]}], finds: []") == "holds");
  CHECK(verdict("rule: safeguarding.held, says: held, " + start +
                "concerns: [{about: mentor, raised: 2026-06-01}], finds: [{severity: must}]") == "holds");
  CHECK(verdict("rule: match.capacity, says: two, " + start +
                "other_matches: 1, finds: [{severity: should, measured: 2}, {severity: should}]") == "holds");
  CHECK(verdict("rule: data.two_matches, says: two mentors, " + start +
                "other_mentors: 1, finds: [{severity: must, says: 2 matches at once}]") == "holds");
  CHECK(verdict("rule: service.capacity, says: three pairs, " + start +
                "staff: [{share: 1.00}], other_pairs: 2, finds: [{severity: should, measured: 3, required: "
                "2}]") == "holds");
  CHECK(verdict("rule: service.capacity, says: two pairs, " + start +
                "staff: [{share: 1.00}], other_pairs: 1, finds: []") == "holds");
}

TEST_CASE("an example that can't be read is refused at its place") {
  const auto problem = [](const std::string& example) {
    Problems problems;
    CHECK(runs_of("  - {" + example + "}\n", problems).empty());
    return all_told(problems);
  };
  CHECK(contains(problem("rule: match.focus, says: a, on: 2026-01-01, finds: []"),
                 "15:12: the policy has no rule 'match.focus', take the example out or correct it"));
  CHECK(contains(problem("rule: match.capacity, says: a, on: 2026-01-01"),
                 "an example must have 'finds', what the rule finds; [] when that is nothing"));
  CHECK(contains(problem("rule: match.capacity, says: a, on: 2026-01-01, finds: nothing"),
                 "'finds' must be a list, [] when nothing is found"));
  CHECK(contains(problem("rule: match.capacity, says: a, on: 2026-02-30, finds: []"), "15:"));
  CHECK(contains(problem("rule: match.capacity, says: a, on: 2026-01-01, mach: {}, finds: []"),
                 "an example has no field 'mach'"));
  CHECK(contains(
      problem("rule: match.capacity, says: a, on: 2026-01-01, match: {startd: 2026-01-01}, finds: []"),
      "an example has no field 'startd', did you mean 'started'"));
  CHECK(contains(problem("rule: match.capacity, says: a, on: 2026-01-01, sessions: {date: x}, finds: []"),
                 "'sessions' must be a list of entries, [{…}]"));
  CHECK(contains(problem("rule: match.capacity, says: a, on: 2026-01-01, mentor: [], finds: []"),
                 "'mentor' must be fields"));
  Problems problems;
  CHECK(runs_of("  a: b\n", problems).empty());
  CHECK(contains(all_told(problems), "'examples' must be a list of examples"));
}

TEST_CASE("the text without its examples ends where they begin, when nothing follows them") {
  using mentor::policy::without_examples;
  CHECK(without_examples("a: 1\nexamples:\n  - b\n\n# c\n  - d\n") == "a: 1\n");
  CHECK(without_examples("a: 1\nexamples:\n  - b") == "a: 1\n");
  CHECK(without_examples("a: 1\nexamples:\n") == "a: 1\n");
  for (const std::string whole :
       {"a: 1\nexamples:\n  - b\nrules: {}\n", "a: 1\n  examples:\n", "a: examples:\n",
        "a: 1\nexamples: []\n", "a: 1\nexamples:\n  - b\n  match.focus: {}\n",
        "a: 1\nexamples:\n  - b\n c: d\n", "a: 1\nexamples:\n  b: c\n", ""}) {
    CHECK(without_examples(whole) == whole);
  }
}

}  // namespace rules_examples_test
