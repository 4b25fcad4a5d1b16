#include "exchange/exported.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "model/pseudonymous.h"

namespace mentor::exchange {

namespace {

/// What a finding says, without the answers that people gave.
auto said_by(const Finding& finding) {
  return std::tie(finding.rule, finding.subject, finding.severity, finding.message, finding.from, finding.to,
                  finding.due, finding.measured, finding.required);
}

bool is_said_in(const Findings& findings, const Finding& wanted) {
  return std::ranges::any_of(findings, [&](const Finding& each) { return said_by(each) == said_by(wanted); });
}

using Judged = Findings (*)(const reports::Basis& basis, const Register& records);

/// The findings of the veiled records that do not hang on what the veil hides; counts those that do.
Findings veiled(const Exported& from, const Register& otherwise_veiled, Judged judged,
                std::size_t& left_out) {
  const Findings true_ones = judged(from.basis, from.basis.records);
  const Findings others = judged(from.basis, otherwise_veiled);
  Findings kept = judged(from.basis, *from.veiled);
  std::erase_if(
      kept, [&](const Finding& each) { return !is_said_in(true_ones, each) || !is_said_in(others, each); });
  left_out += true_ones.size() - kept.size();
  return kept;
}

Findings broken(const reports::Basis& basis, const Register& records) {
  return basis.rulebook.check(records, basis.today);
}

Findings due(const reports::Basis& basis, const Register& records) {
  return basis.rulebook.falls_due(records, basis.today);
}

}  // namespace

Exported exported(const reports::Basis& basis, People people) {
  Exported from{basis, {}, {}, {}};
  if (people == People::named) {
    from.broken = broken(basis, basis.records);
    from.due = due(basis, basis.records);
    return from;
  }
  from.veiled = pseudonymous(basis.records, BornOn::first_of_january);
  const Register otherwise_veiled = pseudonymous(basis.records, BornOn::last_of_december);
  from.broken = veiled(from, otherwise_veiled, broken, from.left_out);
  from.due = veiled(from, otherwise_veiled, due, from.left_out);
  return from;
}

}  // namespace mentor::exchange
