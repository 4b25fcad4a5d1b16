#include "reports/findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "base/finding_value.h"
#include "base/text.h"
#include "reports/cells.h"

namespace mentor::reports {

namespace {

Table empty_table(std::string key, std::string title) {
  Table table{std::move(key),
              std::move(title),
              {{"subject", "about"},
               {"who", "who", Shown::people, Says::names},
               {"what", "what", Shown::people},
               {"answer", "answered for", Shown::people, Says::names}},
              {}};
  for (const auto* name : {"rule", "severity", "scheme", "mentor", "young_person", "message", "from", "to",
                           "due", "measured", "required", "unit", "source", "file", "line", "column"}) {
    table.columns.push_back({name, "", Shown::data});
  }
  for (const auto* name : {"overridden", "waived"})
    table.columns.push_back({name, "", Shown::data, Says::names});
  return table;
}

/// Since when it is broken: the day after it was due, or after the period; in days.
std::optional<int> days_late(const Finding& finding, Day today) {
  if (!finding.due && !finding.to) return std::nullopt;
  const int late = today.days_since(finding.due ? *finding.due : finding.to->plus_days(-1));
  return late > 0 ? std::optional(late) : std::nullopt;
}

/// `due by 4 November 2026`, `5 days late`; empty where it has no day.
std::string when_due(const Finding& finding, Day today) {
  if (const auto late = days_late(finding, today))
    return counted(static_cast<std::size_t>(*late), "day", "days") + " late";
  return finding.due ? "due by " + finding.due->in_words() : std::string();
}

Value answered_by(const Finding& finding) {
  if (finding.stands()) return {};
  const Answer& answer = answer_to(finding);
  return Value::of_text(fmt::format("{} answers for it: {}", answer.authorised_by, answer.reason));
}

std::string in_words(const Latest& latest, Day today) {
  const Finding& finding = latest.finding;
  std::string words = finding.severity == Severity::must ? "MUST: " + finding.message : finding.message;
  if (latest.earlier > 0) words += fmt::format(" (and {} earlier)", latest.earlier);
  if (finding.stands()) {
    const std::string when = when_due(finding, today);
    return when.empty() ? words : fmt::format("{}, {}", words, when);
  }
  const auto& until = answer_to(finding).until;
  return until ? fmt::format("{}; answered for until {}", words, until->in_words()) : words;
}

void add_finding(Table& table, const Latest& latest, const Basis& basis) {
  const Finding& finding = latest.finding;
  Value row = to_value(finding);
  row.add("who", Value::of_text(who(basis.records, finding.subject)));
  row.add("what", Value::of_text(in_words(latest, basis.today)));
  row.add("days_late", finding.stands() ? cell(days_late(finding, basis.today)) : Value());
  row.add("answer", answered_by(finding));
  row.add("command", Value::of_token(command_for(finding)));
  row.add("earlier", latest.earlier > 0 ? cell(latest.earlier) : Value());
  add_row(table, std::move(row));
}

/// What is folded into one: the same rule and subject, and it weighs the same.
auto matter_of(const Finding& finding) {
  return std::tuple(std::string_view(finding.rule), std::string_view(finding.subject), finding.severity,
                    finding.stands());
}

bool has_period(const Finding& finding) { return finding.from && finding.to; }

}  // namespace

std::vector<Latest> latest_of(const Findings& findings) {
  std::map<decltype(matter_of(findings.front())), std::vector<Day>> periods;
  for (const auto& each : findings) {
    if (has_period(each)) periods[matter_of(each)].push_back(*each.from);
  }
  std::vector<Latest> latest;
  for (const auto& each : findings) {
    if (!has_period(each)) {
      latest.push_back({each, 0});
      continue;
    }
    const auto& days = periods[matter_of(each)];
    if (std::ranges::any_of(days, [&](Day day) { return day > *each.from; })) continue;
    const auto earlier = std::ranges::count_if(days, [&](Day day) { return day < *each.from; });
    latest.push_back({each, static_cast<int>(earlier)});
  }
  return latest;
}

const Answer& answer_to(const Finding& finding) {
  return finding.overridden ? *finding.overridden : finding.waived.value();
}

std::string command_for(const Finding& finding) {
  const auto* rule = rules::find_rule(finding.rule);
  if (!rule) return {};
  const auto or_subject = [&](const std::string& id) { return id.empty() ? finding.subject : id; };
  std::string command = replaced(finding.command.empty() ? std::string(rule->command) : finding.command,
                                 "SUBJECT", finding.subject);
  command = replaced(std::move(command), "MENTOR", or_subject(finding.mentor));
  command = replaced(std::move(command), "SCHEME", finding.scheme);
  return "mentorctl " + replaced(std::move(command), "YOUNG-PERSON", or_subject(finding.young_person));
}

Table findings_table(std::string key, std::string title, const Findings& findings, const Basis& basis) {
  Table table = empty_table(std::move(key), std::move(title));
  for (const auto& finding : findings) add_finding(table, {finding, 0}, basis);
  return table;
}

Table latest_table(std::string key, std::string title, const std::vector<Latest>& findings,
                   const Basis& basis) {
  Table table = empty_table(std::move(key), std::move(title));
  table.columns.push_back({"earlier", "", Shown::data});
  table.columns.push_back({"days_late", "", Shown::data});
  table.columns.push_back({"command", "type", Shown::data});
  table.heads = 2;
  for (const auto& each : findings) add_finding(table, each, basis);
  return table;
}

}  // namespace mentor::reports
