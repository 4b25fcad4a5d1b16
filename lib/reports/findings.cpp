#include "reports/findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/finding_value.h"
#include "base/text.h"
#include "reports/cells.h"

namespace mentor::reports {

namespace {

Table empty_table(std::string key, std::string title) {
  Table table{std::move(key),
              std::move(title),
              {{"weight", "", Shown::people},
               {"subject", "about"},
               {"who", "who", Shown::people},
               {"what", "what", Shown::people}},
              {}};
  for (const auto* name :
       {"rule", "severity", "scheme", "mentor", "young_person", "message", "from", "to", "due", "measured",
        "required", "unit", "source", "file", "line", "column", "overridden", "waived"}) {
    table.columns.push_back({name, "", Shown::data});
  }
  return table;
}

std::string when_due(const Finding& finding, Day today) {
  if (!finding.due) return {};
  const int late = today.days_since(*finding.due);
  if (late <= 0) return fmt::format(": due by {}", finding.due->in_words());
  return fmt::format(" ({} late)", counted(static_cast<std::size_t>(late), "day", "days"));
}

std::string answered_by(const Finding& finding) {
  const auto& answer = finding.overridden ? finding.overridden : finding.waived;
  return fmt::format("; {} answers for it{}: {}", answer->authorised_by,
                     answer->until ? " until " + answer->until->in_words() : "", answer->reason);
}

std::string in_words(const Latest& latest, Day today) {
  const Finding& finding = latest.finding;
  return fmt::format("{}{}{}", finding.message,
                     latest.earlier > 0 ? fmt::format(" (and {} earlier)", latest.earlier) : "",
                     finding.stands() ? when_due(finding, today) : answered_by(finding));
}

void add_finding(Table& table, const Latest& latest, const Basis& basis) {
  const Finding& finding = latest.finding;
  Value row = to_value(finding);
  row.add("weight", Value::of_token(finding.severity == Severity::must ? "MUST" : ""));
  row.add("who", Value::of_text(who(basis.records, finding.subject)));
  row.add("what", Value::of_text(in_words(latest, basis.today)));
  row.add("earlier", latest.earlier > 0 ? cell(latest.earlier) : Value());
  add_row(table, row);
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

Table findings_table(std::string key, std::string title, const Findings& findings, const Basis& basis) {
  Table table = empty_table(std::move(key), std::move(title));
  for (const auto& finding : findings) add_finding(table, {finding, 0}, basis);
  return table;
}

Table latest_table(std::string key, std::string title, const std::vector<Latest>& findings,
                   const Basis& basis) {
  Table table = empty_table(std::move(key), std::move(title));
  table.columns.push_back({"earlier", "", Shown::data});
  for (const auto& each : findings) add_finding(table, each, basis);
  return table;
}

}  // namespace mentor::reports
