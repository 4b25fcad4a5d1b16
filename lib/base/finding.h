/// What a rule found: a value that explains itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/problem.h"

namespace mentor {

/// How much a rule's word weighs. `must` is refused and has no override; `should` is refused unless somebody
/// answers for it; `advise` is only said.
enum class Severity : std::uint8_t { must, should, advise };

[[nodiscard]] std::string_view name(Severity severity);

/// Somebody's answer to a finding: they passed the rule (an override) or have seen what it found (a waiver).
struct Answer {
  Day on;
  std::string reason;
  std::string authorised_by;
  std::optional<Day> until;  ///< the first day on which it no longer holds

  friend bool operator==(const Answer&, const Answer&) = default;
};

/// One finding of one rule. What does not apply is empty. `message` names nobody: people stand in it by what
/// they are or by identifier, so that it may go wherever the finding goes.
struct Finding {
  std::string rule;  ///< such as `commitment.time`
  Severity severity = Severity::should;
  std::string scheme;
  std::string subject;  ///< the identifier of the record that it is about
  std::string mentor;
  std::string young_person;
  std::string message;
  std::optional<Day> from;  ///< a period's first day
  std::optional<Day> to;    ///< the first day after the period
  std::optional<Day> due;   ///< the last day on which it was not yet broken
  std::optional<std::int64_t> measured;
  std::optional<std::int64_t> required;
  std::string unit;    ///< of measured and required: minutes, days, months, years, pairs, pence
  std::string source;  ///< who says so, from the policy
  std::string
      command;  ///< what is typed about it, where the rule's own does not do; as there, SUBJECT and such
  Spot spot;
  std::optional<Answer> overridden;
  std::optional<Answer> waived;

  /// Whether it still asks for something: nobody has answered for it.
  [[nodiscard]] bool stands() const { return !overridden && !waived; }
  /// Whether it stands against what somebody means to do: it stands, and is more than advice.
  [[nodiscard]] bool says_no() const { return severity != Severity::advise && stands(); }
};

using Findings = std::vector<Finding>;

/// Whether one of them stands that no override passes.
[[nodiscard]] bool is_final(const Findings& findings);

/// By severity, due day (none last), subject, rule, then period: the order in which findings are shown.
void sort(Findings& findings);

/// Whether two findings say the same thing of the same subject, whatever was measured.
[[nodiscard]] bool same_matter(const Finding& a, const Finding& b);

}  // namespace mentor
