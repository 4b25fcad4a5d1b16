#include "exchange/exported.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "model/pseudonymous.h"

namespace mentor::exchange {

namespace {

/// What a finding says, without the answers that people gave.
auto said_by(const Finding& finding) {
  return std::tie(finding.rule, finding.subject, finding.severity, finding.message, finding.from, finding.to,
                  finding.due, finding.measured, finding.required);
}

using Said = std::set<decltype(said_by(std::declval<const Finding&>()))>;

Said said_in(const Findings& findings) {
  Said said;
  for (const auto& each : findings) said.insert(said_by(each));
  return said;
}

using Judged = Findings (*)(const reports::Basis& basis, const Register& records);

/// The findings of the veiled records that do not hang on what the veil hides; counts those that do.
Findings veiled(const Exported& from, const Register& otherwise_veiled, Judged judged,
                std::size_t& left_out) {
  const Findings true_ones = judged(from.basis, from.basis.records);
  const Findings others = judged(from.basis, otherwise_veiled);
  const Said is_true = said_in(true_ones);
  const Said is_said_otherwise = said_in(others);
  Findings kept = judged(from.basis, *from.veiled);
  std::erase_if(kept, [&](const Finding& each) {
    return !is_true.contains(said_by(each)) || !is_said_otherwise.contains(said_by(each));
  });
  left_out += true_ones.size() - std::min(true_ones.size(), kept.size());
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
