/// Answering for what the rules found.
#pragma once

#include "actions/plan.h"

namespace mentor::actions {

/// Somebody has seen what the waiver's rule finds of a match, a mentor or a young person, and answers for it
/// until a day, which must lie ahead. `found` is what the rules find today. Trouble (usage) when none of it
/// is of that rule and of that record and unanswered, (refused) when the rule says must. What a rule over
/// pairs finds is answered in the match, also when one of its people is named: Trouble (usage) when it finds
/// something of several matches of theirs.
[[nodiscard]] Plan waive(const Id& record, Waiver waiver, const Findings& found, const Facts& facts);

/// Throws Trouble (usage) when there is no such rule.
void must_be_rule(std::string_view name);
/// Throws Trouble (usage) when the waiver holds no longer today.
void must_lie_ahead(const Waiver& waiver, Day today);

}  // namespace mentor::actions
