#include "actions/plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/errors.h"
#include "base/text.h"

namespace mentor::actions {

namespace {

/// The matches of the pairs of which something is logged: an override of it stands in their records.
std::vector<Record> matches_of_logs(const Plan& plan, const Facts& facts) {
  std::vector<Record> matches;
  for (const auto& each : plan.records) {
    if (const auto* log = std::get_if<SessionLog>(&each))
      matches.emplace_back(facts.records.matches.at(log->of));
  }
  return matches;
}

void add_override(std::vector<Override>& overrides, const std::string& rule, const Override& answer,
                  const Facts& facts) {
  Override passed = answer;
  passed.id = new_entry_id(facts, overrides);
  passed.rule = rule;
  passed.on = facts.today;
  overrides.push_back(std::move(passed));
}

}  // namespace

void override_rules(Plan& plan, const Facts& facts, const std::vector<std::string>& rules,
                    const Override& answer) {
  const auto pass = [&](Record& in) {
    std::visit(
        [&](auto& record) {
          if constexpr (requires { record.overrides; }) {
            for (const auto& rule : rules) add_override(record.overrides, rule, answer, facts);
          }
        },
        in);
  };
  auto matches = matches_of_logs(plan, facts);
  if (matches.empty()) pass(plan.records.front());
  for (auto& match : matches) {
    pass(match);
    plan.records.push_back(std::move(match));
  }
  plan.passed = rules;
}

void must_have_come(std::string_view what, std::optional<Day> day, Day today) {
  if (!day || *day <= today) return;
  throw Trouble(Cause::usage,
                fmt::format("{}: {} is still to come, today is {}", what, day->iso(), today.iso()));
}

void must_be_word(std::string_view what, const std::string& said, std::string_view vocabulary,
                  std::string_view scheme, const Facts& facts) {
  if (said.empty()) return;
  const auto known = facts.policies.words(scheme, vocabulary);
  if (std::ranges::find(known, said) != known.end()) return;
  throw Trouble(Cause::usage, fmt::format("{}: {} is no word of the scheme '{}'{}", what, in_quotes(said),
                                          scheme, suggestion(said, known)));
}

void must_be_words(std::string_view what, const std::vector<std::string>& said, std::string_view vocabulary,
                   std::string_view scheme, const Facts& facts) {
  for (const auto& each : said) must_be_word(what, each, vocabulary, scheme, facts);
}

void must_be_scheme(const std::string& scheme, const policy::Policies& policies) {
  const auto known = policies.schemes();
  if (std::ranges::find(known, scheme) != known.end()) return;
  if (scheme.empty()) throw Trouble(Cause::usage, "--scheme is missing, one of " + join(known, ", "));
  throw Trouble(Cause::usage, fmt::format("--scheme: {} does not run here{}", in_quotes(scheme),
                                          suggestion(scheme, known)));
}

void must_be_free(const YoungPerson& person, const Facts& facts, const MatchId& but) {
  for (const Match* match : rules::matches_of(person.id, facts.records)) {
    if (match->id == but) continue;
    const MatchState state = rules::state_of(*match, facts.today);
    if (!rules::is_open(state)) continue;
    throw Trouble(Cause::refused, fmt::format("{} is in the match {}, which is {}: end or decline it first",
                                              person.id.view(), match->id.view(), word(state)));
  }
}

Day usual_day(const Match& match, const Facts& facts) {
  return match.started ? std::min(*match.started, facts.today) : facts.today;
}

}  // namespace mentor::actions
