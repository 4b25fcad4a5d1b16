/// Every rule a folder in cases/, every case in it a data directory with the findings of that rule.
///
/// A case lies over cases/common/ and the built-in policy of Rotherham (or its own schemes/). Its file
/// `today` has the day; `findings` has a line for each finding of the rule, in the order of `check`; lines
/// with # say why:
///
///     should P-00001 M-00001 Y-00001 2026-02-15..2026-03-15 60/90 minutes | message | file:line:column |
///     source
///
/// What does not apply is left out; `due DAY` follows the period. An answer comes last: `| overridden on …`.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <vector>

#include "rules/scene.h"

namespace rules_cases_test {

namespace fs = std::filesystem;
using mentor::Answer;
using mentor::Day;
using mentor::Finding;
using mentor::Findings;
using mentor::Register;
using mentor::SessionLog;
using mentor::rules::Coming;
using mentor::rules::Judged;
using mentor::rules::Pair;
using mentor::test::Scene;
using mentor::test::text_of;
using Lines = std::vector<std::string>;

namespace {

std::vector<fs::path> folders_in(const fs::path& folder) {
  std::vector<fs::path> folders;
  for (const auto& each : fs::directory_iterator(folder)) {
    if (each.is_directory() && each.path().filename() != "common") folders.push_back(each.path());
  }
  std::ranges::sort(folders);
  return folders;
}

std::vector<fs::path> all_cases() {
  std::vector<fs::path> cases;
  for (const auto& rule : folders_in(mentor::test::cases_folder()))
    std::ranges::copy(folders_in(rule), std::back_inserter(cases));
  return cases;
}

std::string rule_of(const fs::path& folder) { return folder.parent_path().filename(); }

std::string people_in(const Finding& finding) {
  std::string people = finding.subject;
  for (const auto& each : {finding.mentor, finding.young_person}) {
    if (!each.empty() && each != finding.subject) people += " " + each;
  }
  return people;
}

std::string days_in(const Finding& finding) {
  std::string days;
  if (finding.from) days += fmt::format(" {}..{}", finding.from->iso(), finding.to ? finding.to->iso() : "");
  if (finding.due) days += " due " + finding.due->iso();
  return days;
}

std::string amounts_in(const Finding& finding) {
  if (!finding.measured) return "";
  const std::string required = finding.required ? fmt::format("/{}", *finding.required) : "";
  return fmt::format(" {}{} {}", *finding.measured, required, finding.unit);
}

std::string answer_in_words(std::string_view how, const std::optional<Answer>& answer) {
  if (!answer) return "";
  const std::string until = answer->until ? " until " + answer->until->iso() : "";
  return fmt::format(" | {} on {} by {}{}: {}", how, answer->on.iso(), answer->authorised_by, until,
                     answer->reason);
}

std::string line_of(const Finding& finding) {
  const auto& [file, place] = finding.spot;
  return fmt::format("{} {}{}{} | {} | {}:{}:{} | {}{}{}", name(finding.severity), people_in(finding),
                     days_in(finding), amounts_in(finding), finding.message, file, place.line, place.column,
                     finding.source, answer_in_words("overridden", finding.overridden),
                     answer_in_words("waived", finding.waived));
}

Lines lines_of(const Findings& found, std::string_view rule) {
  Lines lines;
  for (const auto& each : found) {
    if (each.rule == rule) lines.push_back(line_of(each));
  }
  return lines;
}

/// What is found when the sessions of each pair are there for as long as the pair is judged.
Findings found_pair_by_pair(const Scene& scene, Day today) {
  Register without_sessions = scene.records();
  without_sessions.sessions.clear();
  std::vector<Judged> judged;
  for (const auto& [id, match] : without_sessions.matches) {
    const auto* log = find(scene.records().sessions, id);
    judged.push_back(
        scene.rulebook().judge(Pair::of(match, without_sessions, log ? *log : SessionLog()), today));
  }
  return scene.rulebook().conclude(std::move(judged), without_sessions, today);
}

/// Whom it is about, by which rule and scheme, and the line.
std::string coming_line(const Finding& finding) {
  return fmt::format("{} {} {}", finding.scheme, finding.rule, line_of(finding));
}

Lines lines_of(const Findings& found) {
  Lines lines;
  std::ranges::transform(found, std::back_inserter(lines), coming_line);
  return lines;
}

/// What falls due when the sessions of each pair are there for as long as it is looked at.
Findings due_pair_by_pair(const Scene& scene, Day today) {
  const auto& rulebook = scene.rulebook();
  Register without_sessions = scene.records();
  without_sessions.sessions.clear();
  const auto looks = rulebook.looks_ahead(today);
  std::vector<Coming> coming;
  for (const auto& [id, match] : without_sessions.matches) {
    const auto* log = find(scene.records().sessions, id);
    const auto pair = Pair::of(match, without_sessions, log ? *log : SessionLog());
    coming.push_back(rulebook.look_ahead(pair, looks, today));
  }
  return rulebook.falls_due(std::move(coming), looks, without_sessions, today);
}

Lines expected_in(const fs::path& folder) {
  Lines lines;
  std::istringstream stream(text_of(folder / "findings"));
  for (std::string line; std::getline(stream, line);) {
    if (!line.empty() && !line.starts_with('#')) lines.push_back(line);
  }
  return lines;
}

/// What only one of the two says: `-` expected, `+` got; all of it when they differ in order alone.
std::string difference(const Lines& expected, const Lines& got) {
  std::string lines;
  const bool reordered = std::ranges::is_permutation(expected, got);
  const auto add = [&](char sign, const Lines& from, const Lines& other) {
    for (const auto& each : from) {
      const auto here = std::ranges::count(from, each);
      if (reordered || std::ranges::count(other, each) != here) lines += fmt::format("{} {}\n", sign, each);
    }
  };
  add('-', expected, got);
  add('+', got, expected);
  return lines;
}

std::optional<Day> day_of(const fs::path& folder) {
  const std::string text = text_of(folder / "today");
  return Day::parse(std::string_view(text).substr(0, text.find('\n')));
}

void check_case(const fs::path& folder) {
  const std::string name = fmt::format("{}/{}", rule_of(folder), folder.filename().string());
  const auto today = day_of(folder);
  CHECK_MESSAGE(today.has_value(), name, ": its file 'today' must have a day");
  auto texts = mentor::test::texts_below(folder);
  texts.erase("today");
  texts.erase("findings");
  const Scene scene(texts);
  CHECK_MESSAGE(scene.problems().empty(), name, ": its records are not sound",
                mentor::test::told(scene.problems()));
  if (!today || !scene.problems().empty()) return;
  const Lines expected = expected_in(folder);
  const Lines got = lines_of(scene.rulebook().check(scene.records(), *today), rule_of(folder));
  CHECK_MESSAGE(got == expected, name, ": - expected, + got\n", difference(expected, got));
  const Lines by_pair = lines_of(found_pair_by_pair(scene, *today), rule_of(folder));
  CHECK_MESSAGE(by_pair == got, name, ": - at once, + pair by pair\n", difference(got, by_pair));
}

}  // namespace

TEST_CASE("each case of a rule has exactly the findings that it says") {
  for (const auto& each : all_cases()) check_case(each);
}

TEST_CASE("what falls due before a case's day is the same at once and pair by pair") {
  std::size_t due = 0;
  for (const auto& folder : all_cases()) {
    const std::string name = fmt::format("{}/{}", rule_of(folder), folder.filename().string());
    auto texts = mentor::test::texts_below(folder);
    texts.erase("today");
    texts.erase("findings");
    const Scene scene(texts);
    for (const int days_before : {0, 40}) {
      const Day today = day_of(folder).value().plus_days(-days_before);
      const Lines at_once = lines_of(scene.rulebook().falls_due(scene.records(), today));
      const Lines by_pair = lines_of(due_pair_by_pair(scene, today));
      CHECK_MESSAGE(by_pair == at_once, name, " on ", today.iso(), ": - at once, + pair by pair\n",
                    difference(at_once, by_pair));
      due += at_once.size();
    }
  }
  CHECK(due > 100);  // else there was nothing to compare
}

TEST_CASE("each case says what it expects, if only by an empty file") {
  for (const auto& each : all_cases()) {
    CHECK_MESSAGE(fs::is_regular_file(each / "findings"), each.string(), " has no file 'findings'");
  }
}

TEST_CASE("each folder of cases is named after a rule") {
  for (const auto& each : folders_in(mentor::test::cases_folder())) {
    const std::string name = each.filename();
    CHECK_MESSAGE(mentor::rules::find_rule(name) != nullptr, "there is no rule ", name);
  }
}

TEST_CASE("each rule has a case with a finding and a case without") {
  for (const auto& rule : mentor::rules::all_rules()) {
    const fs::path folder = mentor::test::cases_folder() / rule.name;
    const auto cases = fs::is_directory(folder) ? folders_in(folder) : std::vector<fs::path>();
    const auto with = std::ranges::count_if(cases,
                                            [](const auto& each) { return !expected_in(each).empty(); });
    CHECK_MESSAGE(with > 0, rule.name, " has no case with a finding");
    CHECK_MESSAGE(std::ssize(cases) > with, rule.name, " has no case without a finding");
  }
}

}  // namespace rules_cases_test
