#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reports/cells.h"
#include "reports/nightly.h"
#include "rules/pair.h"

namespace mentor::reports {

namespace {

/// Adds what comes within the days that the report looks ahead.
class ComingDates {
 public:
  explicit ComingDates(const Basis& basis) : basis_(basis) { table_.heads = 2; }

  void add(std::string_view id, Day on, std::string_view what) {
    if (on < basis_.today || on > basis_.today.plus_days(days_ahead)) return;
    table_.rows.push_back({Value::of_token(id), Value::of_text(who(basis_.records, id)), cell(on),
                           Value::of_token(what),
                           Value::of_text(fmt::format("{} on {}", what, on.with_weekday()))});
  }

  [[nodiscard]] Table table() && {
    std::ranges::stable_sort(table_.rows, {},
                             [](const auto& row) -> const std::string& { return row[2].text; });
    return std::move(table_);
  }

 private:
  const Basis& basis_;
  Table table_{"dates",
               "Birthdays and ends to come",
               {{"id", "who"},
                {"name", "", Shown::people, Says::names},
                {"on", "on", Shown::data},
                {"what", "what", Shown::data},
                {"when", "when", Shown::people}},
               {}};
};

void add_birthdays(ComingDates& dates, const Basis& basis) {
  constexpr std::array ages{std::pair(18, "turns 18"), std::pair(26, "turns 26")};
  for (const auto& [id, person] : basis.records.young_people) {
    if (!rules::takes_part(person, person.scheme, basis.today)) continue;
    for (const auto& [age, what] : ages) dates.add(id.view(), person.born.birthday(age), what);
  }
}

void add_ends(ComingDates& dates, const Match& match, Day today) {
  const MatchState state = rules::state_of(match, today);
  if (!rules::is_running(state) && state != MatchState::self_managed) return;
  for (const auto& pause : match.pauses) {
    if (pause.from <= today && pause.to) dates.add(match.id.view(), *pause.to, "the pause ends");
  }
  for (const auto& renewal : match.renewals) {
    if (renewal.on <= today && renewal.until)
      dates.add(match.id.view(), *renewal.until, "the renewal runs out");
  }
  for (const auto& ending : match.endings) {
    if (ending.on > today) dates.add(match.id.view(), ending.on, "the match ends");
  }
}

}  // namespace

Table dates_table(const Basis& basis) {
  ComingDates dates(basis);
  add_birthdays(dates, basis);
  for (const auto& [id, match] : basis.records.matches) add_ends(dates, match, basis.today);
  return std::move(dates).table();
}

}  // namespace mentor::reports
