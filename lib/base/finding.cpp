#include "base/finding.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace mentor {

namespace {

auto order(const Finding& finding) {
  return std::tuple(finding.severity, !finding.due, finding.due.value_or(Day{}),
                    std::string_view(finding.subject), std::string_view(finding.rule), finding.from,
                    finding.spot);
}

}  // namespace

std::string_view name(Severity severity) {
  static constexpr std::array names{"must", "should", "advise"};
  return names.at(static_cast<std::size_t>(severity));
}

bool is_final(const Findings& findings) {
  return std::ranges::any_of(
      findings, [](const Finding& each) { return each.severity == Severity::must && each.stands(); });
}

void sort(Findings& findings) {
  std::ranges::stable_sort(findings, [](const auto& a, const auto& b) { return order(a) < order(b); });
}

bool same_matter(const Finding& a, const Finding& b) {
  const auto matter = [](const Finding& finding) {
    return std::tie(finding.rule, finding.subject, finding.from, finding.due, finding.message);
  };
  return matter(a) == matter(b);
}

}  // namespace mentor
