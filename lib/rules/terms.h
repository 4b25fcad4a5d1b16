/// What a rule's editions ask, made typed: the parameters with which a rule judges, by day.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/finding.h"
#include "base/text.h"
#include "model/codec.h"
#include "policy/edition.h"
#include "policy/words_of_edition.h"

namespace mentor::rules {

/// One edition's terms for one rule. `Asks` is the struct of the rule's own parameters.
template <class Asks>
struct Terms {
  Day in_force;
  std::string_view rule;
  std::string scheme;
  Severity severity{};
  std::string source;
  Asks asks;

  /// A finding of this rule, its place and subject still to be said.
  [[nodiscard]] Finding finding(std::string message) const {
    Finding found;
    found.rule = rule;
    found.severity = severity;
    found.scheme = scheme;
    found.source = source;
    found.message = std::move(message);
    return found;
  }
};

/// The terms of one rule in all editions of a scheme.
template <class Asks>
class Editions {
 public:
  /// Reads the rule's parameters in every edition; what is wrong with them is added to `problems`.
  Editions(std::string_view rule, const std::vector<policy::Edition>& editions, Problems& problems) {
    for (const auto& edition : editions) {
      auto& terms = terms_.emplace_back();
      const auto* raw = edition.rule(rule);
      const bool is_readable = raw &&
                               raw->parameters.form == Form::map;  // else the edition has said so already
      if (is_readable) terms = read(rule, edition, *raw, problems);
      in_force_.push_back(edition.in_force);
    }
  }

  /// The terms in force on that day (before the first edition: the first's); nothing when the scheme then has
  /// no such rule.
  [[nodiscard]] const Terms<Asks>* on(Day day) const {
    if (terms_.empty()) return nullptr;
    const auto next = std::ranges::upper_bound(in_force_, day);
    const auto index = next == in_force_.begin() ? 0 : static_cast<std::size_t>(next - in_force_.begin()) - 1;
    return terms_[index] ? &*terms_[index] : nullptr;
  }

 private:
  static Terms<Asks> read(std::string_view rule, const policy::Edition& edition, const policy::RawRule& raw,
                          Problems& problems) {
    Decoder decoder(edition.file);
    Terms<Asks> terms{edition.in_force, rule,
                      edition.scheme,   raw.severity,
                      raw.source,       decoder.record<Asks>(raw.parameters, "rule " + in_quotes(rule))};
    policy::report_unknown_words(terms.asks, edition, decoder);
    if constexpr (requires { terms.asks.check(decoder); }) terms.asks.check(decoder);
    std::ranges::move(decoder.take_problems(), std::back_inserter(problems));
    return terms;
  }

  std::vector<std::optional<Terms<Asks>>> terms_;
  std::vector<Day> in_force_;
};

}  // namespace mentor::rules
