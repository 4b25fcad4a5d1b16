/// What a rule looks at: a pair, a mentor's preparation, or a scheme.
#pragma once

#include <map>
#include <optional>
#include <string_view>

#include "base/day.h"
#include "base/finding.h"
#include "model/records.h"
#include "model/register.h"
#include "model/schema.h"
#include "rules/state.h"

namespace mentor::rules {

/// One relationship with its people and its logs; the register is there for looking things up.
struct Pair {
  const Match& match;
  const Mentor& mentor;
  const YoungPerson& young_person;
  const std::vector<Session>& sessions;
  const std::vector<CheckIn>& check_ins;
  std::string_view sessions_file;  ///< where the sessions stand
  const Register& records;

  /// The pair of that match; empty logs where none were read. Its people must be in the register.
  [[nodiscard]] static Pair of(const Match& match, const Register& records);
  /// The same with these sessions, which the register need not hold.
  [[nodiscard]] static Pair of(const Match& match, const Register& records, const SessionLog& sessions);

  /// Whether the match runs on that day, or is to start later.
  [[nodiscard]] bool starts_or_runs(Day today) const { return first_day(today).has_value(); }
  /// Then its first day: of the spell that runs, or of the start to come.
  [[nodiscard]] std::optional<Day> first_day(Day today) const;
  /// The spell that runs on that day, paused or not.
  [[nodiscard]] std::optional<Spell> running_spell(Day today) const;
  /// `found` with the pair's identifiers; it stands in the match's file at `place`.
  [[nodiscard]] Finding about(Finding found, Place place) const;
};

/// A mentor getting ready to have started by a day.
struct Preparation {
  const Mentor& mentor;
  Day by;

  [[nodiscard]] Finding about(Finding found) const;
};

/// All that is recorded of one scheme. Of the sessions there are at least those that its rules keep.
struct Scheme {
  std::string_view name;
  const Register& records;
  const std::map<MatchId, SessionLog>& sessions;

  /// Empty where there are none.
  [[nodiscard]] const SessionLog& sessions_of(const MatchId& match) const;
};

[[nodiscard]] Finding about(const Mentor& mentor, Finding found);
[[nodiscard]] Finding about(const YoungPerson& person, Finding found);

/// Whether they are of the scheme, were referred by that day and have not left.
[[nodiscard]] bool takes_part(const YoungPerson& person, std::string_view scheme, Day today);

}  // namespace mentor::rules
