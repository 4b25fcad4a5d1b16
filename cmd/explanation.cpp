#include "cmd/explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "reports/report.h"
#include "rules/state.h"

namespace mentor::cmd {

namespace {

using Lines = std::vector<std::string>;

/// How such a value is typed.
std::string example_of(Kind kind) {
  switch (kind) {
    case Kind::date:
      return "a day is typed as year, month, day: 2026-02-20";
    case Kind::span:
      return "a length of time is typed as '3 months' or '2 weeks'";
    case Kind::truth:
      return "type yes or no";
    case Kind::minutes:
      return "whole minutes: 90 for an hour and a half";
    case Kind::money:
      return "pounds: 12.50, or 12";
    case Kind::ages:
      return "ages are typed as 16-18, or one age";
    default:
      return {};
  }
}

/// What Enter does.
std::string what_else(const Question& question) {
  std::string_view enter = "Enter leaves it out";
  if (question.is_needed()) enter = "this is needed";
  if (question.help().usually_today == UsuallyToday::yes) enter = "Enter means today";
  if (!question.said().empty()) enter = "Enter goes on, there is no other";
  return fmt::format("{}; with Ctrl-D nothing is written", enter);
}

template <class People>
void add_people(const People& people, bool gone, Desk& desk, Lines& lines) {
  for (const auto& [id, person] : people) {
    if (rules::has_left(person, desk.today()) == gone)
      lines.push_back(reports::called(desk.records(), id.view()));
  }
}

void add_matches(bool gone, Desk& desk, Lines& lines) {
  for (const auto& [id, match] : desk.records().matches) {
    const auto state = rules::state_of(match, desk.today());
    const bool is_over = state == MatchState::ended || state == MatchState::self_managed;
    if (gone ? is_over : !is_over && state != MatchState::declined)
      lines.push_back(reports::called(desk.records(), id.view()));
  }
}

void add_concerns(Desk& desk, Lines& lines) {
  desk.read_all<Concern>();
  for (const auto& [id, concern] : desk.records().concerns) {
    if (!concern.closed) lines.push_back(reports::called(desk.records(), id.view()));
  }
}

/// Whom one could mean, a line each: matches that are not over, people who are there.
Lines candidates(Names names, Desk& desk) {
  Lines lines;
  const bool gone = names == Names::gone;
  const bool any = gone || names == Names::record;
  const auto& records = desk.records();
  if (names == Names::concern) add_concerns(desk, lines);
  if (any || names == Names::match) add_matches(gone, desk, lines);
  if (any || names == Names::person || names == Names::young_person)
    add_people(records.young_people, gone, desk, lines);
  if (any || names == Names::person || names == Names::mentor) add_people(records.mentors, gone, desk, lines);
  return lines;
}

/// The words of the scheme, or of each scheme, and whom one could name.
void add_from_records(const OptionHelp& help, const std::string& scheme, Desk& desk, Lines& lines) {
  const auto schemes = desk.policies().schemes();
  for (const auto& each : schemes) {
    if (help.vocabulary.empty() || (!scheme.empty() && scheme != each)) continue;
    lines.push_back(fmt::format("in {}: {}", each, join(desk.policies().words(each, help.vocabulary), ", ")));
  }
  if (help.names == Names::scheme) {
    lines.insert(lines.end(), schemes.begin(), schemes.end());
  } else if (help.names != Names::nothing) {
    desk.read_names();
    std::ranges::move(candidates(help.names, desk), std::back_inserter(lines));
  }
}

}  // namespace

Lines explanation_of(const Question& question, const std::string& scheme, Desk* desk) {
  const OptionHelp& help = question.help();
  Lines lines;
  if (const auto example = example_of(help.kind); !example.empty()) lines.push_back(example);
  for (std::size_t i = 0; i < help.meanings.size(); ++i)
    lines.push_back(fmt::format("{}: {}", help.words.at(i), help.meanings[i]));
  if (desk) add_from_records(help, scheme, *desk, lines);
  lines.push_back(what_else(question));
  return lines;
}

}  // namespace mentor::cmd
