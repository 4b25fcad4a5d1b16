#include "reports/counts.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "reports/young_people.h"
#include "rules/people.h"
#include "rules/service.h"

namespace mentor::reports {

namespace {

/// How many young people of the scheme are so.
template <class Is>
int count_young_people(const Stretch& stretch, std::string_view scheme, Is is) {
  return static_cast<int>(std::ranges::count_if(stretch.end.records.young_people, [&](const auto& each) {
    return is_of(each.second, scheme) && is(each.second);
  }));
}

bool began(const Match& match, const Stretch& stretch, std::string_view scheme) {
  return is_of(match, scheme) && match.started && stretch.days.hold(*match.started);
}

}  // namespace

int referred_in(const Stretch& stretch, std::string_view scheme) {
  return count_young_people(stretch, scheme,
                            [&](const YoungPerson& person) { return stretch.days.hold(person.referred.on); });
}

int declined_in(const Stretch& stretch, std::string_view scheme) {
  int declined = 0;
  for (const auto& [id, person] : stretch.end.records.young_people) {
    if (is_of(person, scheme)) declined += offers_declined(person, stretch.days);
  }
  return declined;
}

int matched_in(const Stretch& stretch, std::string_view scheme) {
  std::set<YoungPersonId> matched;
  for (const auto& [id, match] : stretch.end.records.matches) {
    if (began(match, stretch, scheme)) matched.insert(match.young_person);
  }
  return static_cast<int>(matched.size());
}

int had_one_end_in(const Stretch& stretch, std::string_view scheme) {
  const auto ended = with_match_ended(stretch.end);
  return count_young_people(stretch, scheme,
                            [&](const YoungPerson& person) { return ended.contains(person.id); });
}

int matched_at_end(const Stretch& stretch, std::string_view scheme) {
  const auto matched = with_match({MatchState::active, MatchState::paused}, stretch.end);
  return count_young_people(stretch, scheme,
                            [&](const YoungPerson& person) { return matched.contains(person.id); });
}

std::vector<int> waits_at_end(const Stretch& stretch, std::string_view scheme) {
  std::vector<int> waits;
  for (const auto& each : rules::who_waits(stretch.end.records, stretch.days.to)) {
    if (is_of(*each.person, scheme)) waits.push_back(stretch.days.to.days_since(each.since));
  }
  return waits;
}

std::vector<const YoungPerson*> with_us_at_end(const Stretch& stretch, std::string_view scheme) {
  std::vector<const YoungPerson*> here;
  for (const auto& [id, person] : stretch.end.records.young_people) {
    const bool came = person.referred.on <= stretch.days.to;
    if (is_of(person, scheme) && came && !rules::has_left(person, stretch.days.to)) here.push_back(&person);
  }
  return here;
}

int in_state_at_end(const Stretch& stretch, std::string_view scheme,
                    std::initializer_list<MatchState> states) {
  return static_cast<int>(std::ranges::count_if(stretch.end.records.matches, [&](const auto& each) {
    const MatchState state = rules::state_of(each.second, stretch.days.to);
    return is_of(each.second, scheme) && std::ranges::find(states, state) != states.end();
  }));
}

int began_in(const Stretch& stretch, std::string_view scheme) {
  return static_cast<int>(std::ranges::count_if(
      stretch.end.records.matches, [&](const auto& each) { return began(each.second, stretch, scheme); }));
}

int taken_up_again_in(const Stretch& stretch, std::string_view scheme) {
  int taken_up = 0;
  for (const auto& [id, match] : stretch.end.records.matches) {
    if (!is_of(match, scheme)) continue;
    for (const auto& spell : rules::spells(match))
      taken_up += spell.from != match.started && stretch.days.hold(spell.from) ? 1 : 0;
  }
  return taken_up;
}

std::vector<EndedSpell> endings_in(const Stretch& stretch, std::string_view scheme) {
  std::vector<EndedSpell> all;
  for (const auto& [id, match] : stretch.end.records.matches) {
    if (!is_of(match, scheme)) continue;
    for (const auto& ending : match.endings) {
      const auto spell = rules::latest_spell(match, ending.on);
      if (stretch.days.hold(ending.on) && spell) all.push_back({&ending, spell->from});
    }
  }
  return all;
}

Held held_in(const Days& days, const Basis& basis, std::string_view scheme) {
  Held held;
  for (const auto& [id, log] : basis.records.sessions) {
    if (!is_of(basis.records.matches.at(id), scheme)) continue;
    for (const auto& session : log.entries) {
      if (!days.hold(session.date) || session.date > basis.today) continue;
      held.sessions += session.held() ? 1 : 0;
      held.minutes += session.held() ? session.minutes->count : 0;
      held.fell_through += session.held() ? 0 : 1;
    }
  }
  return held;
}

Value hours(std::int64_t minutes) {
  const std::int64_t tenths = (minutes * 10 + 30) / 60;
  return Value::of_decimal(fmt::format("{}.{}", tenths / 10, tenths % 10));
}

Value posts(int hundredths) { return Value::of_decimal(rules::posts(hundredths)); }

std::vector<JudgedPeriod> judged_periods(const Stretch& stretch, Day today) {
  const Basis& basis = stretch.end;
  const Day judged = std::min(stretch.days.to.plus_days(1), today);
  std::vector<JudgedPeriod> all;
  for (const auto& [id, match] : basis.records.matches) {
    for (const auto& period : basis.rulebook.periods(rules::Pair::of(match, basis.records), judged)) {
      if (period.status != rules::PeriodStatus::running)
        all.push_back({match.scheme, period.to.plus_days(-1), period.status});
    }
  }
  return all;
}

int periods_in(const Days& days, const std::vector<JudgedPeriod>& periods, rules::PeriodStatus status,
               std::string_view scheme) {
  return static_cast<int>(std::ranges::count_if(periods, [&](const JudgedPeriod& each) {
    return each.status == status && days.hold(each.last) && is_of(each, scheme);
  }));
}

}  // namespace mentor::reports
