/// What a command means to do, before anything is written: records as they shall be, and the sentence for the
/// history.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/trouble.h"
#include "model/register.h"
#include "policy/edition.h"
#include "rules/rulebook.h"
#include "rules/state.h"

namespace mentor::actions {

/// A record with a file of its own, of a kind that commands change.
using Record = std::variant<Mentor, YoungPerson, Match, SessionLog, CheckInLog, Event, Concern>;

/// What it is called by; of a pair's sessions or check-ins, the match.
template <class Kept>
[[nodiscard]] Id id_of(const Kept& record) {
  if constexpr (requires { record.of; }) {
    return record.of;
  } else {
    return record.id;
  }
}

/// What an action knows when it plans.
struct Facts {
  const Register& records;
  const policy::Policies& policies;
  Day today;
  std::function<std::uint32_t()> random;  ///< for identifiers
};

struct Plan {
  std::vector<Record> records;  ///< new or changed; the first is what the command is about
  std::vector<std::string>
      ids;               ///< of what is new or changed, the first one foremost; a session's is `P-…/S-…`
  std::string sentence;  ///< names nobody: identifiers and fixed words only
  std::optional<rules::Act> act;    ///< the act that rules may refuse
  std::vector<Id> subjects;         ///< whom such a rule would speak of
  std::vector<std::string> notes;   ///< for the person at the terminal
  std::vector<std::string> doubts;  ///< what may be a slip: asked about on a terminal, told off one
  std::vector<std::string> passed;  ///< the rules that were overridden
  bool tells = false;               ///< all that the rules go by was read: what they newly say is told
  std::string why;                  ///< for the history; names in it become identifiers: see Desk::read_names
};

/// Puts an override of each of these rules into the record that the plan is about; of what is logged of
/// pairs, into their matches.
void override_rules(Plan& plan, const Facts& facts, const std::vector<std::string>& rules,
                    const Override& answer);

// What several actions need.

/// The plan to make or change that one record.
template <class Changed>
[[nodiscard]] Plan plan_of(Changed record, std::string sentence) {
  Plan plan;
  plan.ids = {record.id.text()};
  plan.sentence = std::move(sentence);
  plan.records.emplace_back(std::move(record));
  return plan;
}
/// The same, of one entry of the record: what is shown is the entry's identifier.
template <class Changed, class Entry>
[[nodiscard]] Plan plan_of_entry(Changed record, const Entry& entry, std::string sentence) {
  std::string id = fmt::format("{}/{}", record.id.view(), entry.view());
  Plan plan = plan_of(std::move(record), std::move(sentence));
  plan.ids = {std::move(id)};
  return plan;
}

/// A new identifier of that kind that `taken` does not know.
template <class NewId, class Taken>
[[nodiscard]] NewId new_id(const Facts& facts, Taken taken) {
  NewId id = NewId::from_number(facts.random());
  while (taken(id)) id = NewId::from_number(facts.random());
  return id;
}

/// The identifier that somebody chose, which must not be taken: Trouble (usage) else; a new one when they
/// chose none.
template <class ChosenId, class Taken>
[[nodiscard]] ChosenId chosen_id(const Facts& facts, const ChosenId& chosen, Taken taken) {
  if (chosen == ChosenId{}) return new_id<ChosenId>(facts, taken);
  if (!taken(chosen)) return chosen;
  throw Trouble(Cause::usage, "--id: '" + chosen.text() + "' is taken");
}

/// A new identifier for an entry of this list, or the chosen one.
template <class Entry>
[[nodiscard]] auto new_entry_id(const Facts& facts, const std::vector<Entry>& entries,
                                const decltype(Entry::id)& chosen = {}) {
  return chosen_id(facts, chosen, [&](const auto& id) {
    return std::ranges::any_of(entries, [&](const Entry& each) { return each.id == id; });
  });
}

/// Throws Trouble (usage) when there is a `day` and it is after today. `what` is the option that gave it.
void must_have_come(std::string_view what, std::optional<Day> day, Day today);

/// Throws Trouble (usage) when `said` is not among the scheme's words of that vocabulary. An empty one is let
/// be.
void must_be_word(std::string_view what, const std::string& said, std::string_view vocabulary,
                  std::string_view scheme, const Facts& facts);
void must_be_words(std::string_view what, const std::vector<std::string>& said, std::string_view vocabulary,
                   std::string_view scheme, const Facts& facts);
/// Throws Trouble (usage) when no such scheme runs here.
void must_be_scheme(const std::string& scheme, const policy::Policies& policies);

/// Throws Trouble (refused) when the person has left the scheme.
template <class Person>
void must_be_there(const Person& person, Day today) {
  if (!rules::has_left(person, today)) return;
  throw Trouble(Cause::refused, person.id.text() + " has left the scheme, reopen them first");
}
/// Throws Trouble (refused) when the young person is in another match than that one which is proposed or
/// runs: there is one at a time. Needs all matches.
void must_be_free(const YoungPerson& person, const Facts& facts, const MatchId& but = {});

/// Today, or the start of the match if that is earlier: the day of a fact about it that was given none.
[[nodiscard]] Day usual_day(const Match& match, const Facts& facts);

}  // namespace mentor::actions
