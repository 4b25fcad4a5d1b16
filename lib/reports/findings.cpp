#include "reports/findings.h"

#include <fmt/format.h>

#include "base/finding_value.h"
#include "base/text.h"

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

std::string what_and_when(const Finding& finding, Day today) {
  if (!finding.due) return finding.message;
  const int late = today.days_since(*finding.due);
  if (late <= 0) return fmt::format("{}: due by {}", finding.message, finding.due->in_words());
  return fmt::format("{} ({} late)", finding.message, counted(static_cast<std::size_t>(late), "day", "days"));
}

std::string answered_by(const Finding& finding) {
  const auto& answer = finding.overridden ? finding.overridden : finding.waived;
  return fmt::format("{}; {} answers for it{}: {}", finding.message, answer->authorised_by,
                     answer->until ? " until " + answer->until->in_words() : "", answer->reason);
}

void add_finding(Table& table, const Finding& finding, const Basis& basis) {
  Value row = to_value(finding);
  row.add("weight", Value::of_token(finding.severity == Severity::must ? "MUST" : ""));
  row.add("who", Value::of_text(who(basis.records, finding.subject)));
  row.add("what",
          Value::of_text(finding.stands() ? what_and_when(finding, basis.today) : answered_by(finding)));
  add_row(table, row);
}

}  // namespace

Table findings_table(std::string key, std::string title, const Findings& findings, const Basis& basis) {
  Table table = empty_table(std::move(key), std::move(title));
  for (const auto& finding : findings) add_finding(table, finding, basis);
  return table;
}

}  // namespace mentor::reports
