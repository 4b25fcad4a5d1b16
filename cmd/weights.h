/// How `rules` shows how much each reason counts in a suggestion.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/table.h"
#include "cmd/call.h"
#include "policy/edition.h"

namespace mentor::cmd {

/// Stands where a rule could be named.
inline constexpr std::string_view matching_word = "matching";

/// `{scheme, in_force, weights: {…}, source}`, the weights of the program where the edition has none.
[[nodiscard]] Value weights_of(const policy::Edition& edition);

/// Says what each weight counts for.
void explain_weights(const Call& call);
/// For people: what counts how much, and who says so, indented under its name.
void print_weights(const Call& call, const Value& weights);
/// For spreadsheets: a row for each weight.
[[nodiscard]] Table weights_table(const std::vector<Value>& weights);

}  // namespace mentor::cmd
