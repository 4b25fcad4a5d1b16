/// What the board's report counts, over some days or at their end, in one scheme or in all.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "reports/stretch.h"

namespace mentor::reports {

/// Whether a record is of the scheme; of any when it has no name.
template <class Record>
[[nodiscard]] bool is_of(const Record& record, std::string_view scheme) {
  return scheme.empty() || record.scheme == scheme;
}

/// In these days: young people referred, offers declined, young people whose match began, and those who had
/// one end (see with_match_ended).
[[nodiscard]] int referred_in(const Stretch& stretch, std::string_view scheme);
[[nodiscard]] int declined_in(const Stretch& stretch, std::string_view scheme);
[[nodiscard]] int matched_in(const Stretch& stretch, std::string_view scheme);
[[nodiscard]] int had_one_end_in(const Stretch& stretch, std::string_view scheme);
/// At the end: those with a match that runs, and how many days each of the others has waited.
[[nodiscard]] int matched_at_end(const Stretch& stretch, std::string_view scheme);
[[nodiscard]] std::vector<int> waits_at_end(const Stretch& stretch, std::string_view scheme);
/// Referred by the end, and not left.
[[nodiscard]] std::vector<const YoungPerson*> with_us_at_end(const Stretch& stretch, std::string_view scheme);

/// Relationships at the end.
[[nodiscard]] int in_state_at_end(const Stretch& stretch, std::string_view scheme,
                                  std::initializer_list<MatchState> states);
/// Those that began in these days, and those that were reopened, which begins none.
[[nodiscard]] int began_in(const Stretch& stretch, std::string_view scheme);
[[nodiscard]] int taken_up_again_in(const Stretch& stretch, std::string_view scheme);

/// An ending in these days, and the first day of the spell that it ended.
struct EndedSpell {
  const Ending* ending;
  Day from;
};
[[nodiscard]] std::vector<EndedSpell> endings_in(const Stretch& stretch, std::string_view scheme);

/// Sessions in these days.
struct Held {
  std::int64_t sessions = 0;
  std::int64_t minutes = 0;
  std::int64_t fell_through = 0;
};
[[nodiscard]] Held held_in(const Days& days, const Basis& basis, std::string_view scheme);
/// Minutes in hours, to a tenth.
[[nodiscard]] Value hours(std::int64_t minutes);
/// Hundredths as a decimal, such as of full-time posts.
[[nodiscard]] Value posts(int hundredths);

/// A period of a commitment that is over by the end, and its last day.
struct JudgedPeriod {
  std::string_view scheme;
  Day last;
  rules::PeriodStatus status;
};
/// By what was known at the end; one whose last day that is counts as over when that day is.
[[nodiscard]] std::vector<JudgedPeriod> judged_periods(const Stretch& stretch, Day today);
[[nodiscard]] int periods_in(const Days& days, const std::vector<JudgedPeriod>& periods,
                             rules::PeriodStatus status, std::string_view scheme);

/// The terms of a rule in the edition of a scheme that is in force on that day; nothing where it has no such
/// rule.
template <class Asks>
[[nodiscard]] std::optional<rules::Terms<Asks>> terms_on(std::string_view rule, std::string_view scheme,
                                                         Day day, const policy::Policies& policies) {
  Problems said_before;  // by the rulebook
  const rules::Editions<Asks> editions(rule, policies.editions(scheme), said_before);
  const auto* terms = editions.on(day);
  return terms ? std::optional(*terms) : std::nullopt;
}

}  // namespace mentor::reports
