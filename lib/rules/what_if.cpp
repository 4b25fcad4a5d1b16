#include "rules/what_if.h"

#include <algorithm>
#include <tuple>

#include "rules/examples.h"
#include "rules/rulebook.h"

namespace mentor::rules {

namespace {

bool same_finding(const Finding& a, const Finding& b) {
  const auto key = [](const Finding& finding) {
    return std::tie(finding.rule, finding.severity, finding.subject, finding.from, finding.to);
  };
  return key(a) == key(b);
}

/// Those of `findings` that are not among `others`, each of which stands for one only.
Findings without(const Findings& findings, Findings others) {
  Findings left;
  for (const auto& finding : findings) {
    const auto same = std::ranges::find_if(
        others, [&](const Finding& other) { return same_finding(finding, other); });
    if (same == others.end()) {
      left.push_back(finding);
    } else {
      others.erase(same);
    }
  }
  std::ranges::stable_sort(left, {}, &Finding::subject);
  return left;
}

}  // namespace

WhatIf what_if(policy::Edition edition, const policy::Policies& policies, const Register& records, Day today,
               Problems& problems) {
  std::ignore = run_examples(edition, problems);
  if (edition.in_force > today) edition.in_force = policies.in_force(edition.scheme, today)->in_force;
  const Day from = edition.in_force;
  policy::Policies tried = policies;
  tried.put(std::move(edition));
  Problems told_already;
  const Findings now = Rulebook(policies, told_already).check(records, today);
  const Findings then = Rulebook(tried, problems).check(records, today);
  return {without(then, now), without(now, then), from};
}

}  // namespace mentor::rules
