#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "reports/cells.h"
#include "reports/nightly.h"
#include "rules/commitment.h"
#include "rules/meetings.h"

namespace mentor::reports {

namespace {

/// A table of pairs: whom it is about, and the columns given.
Table pairs_table(std::string key, std::string title, std::vector<Column> columns) {
  Table table{
      std::move(key), std::move(title), {{"match", "match"}, {"who", "who", Shown::people, Says::names}}, {}};
  for (auto& column : columns) table.columns.push_back(std::move(column));
  table.heads = 2;
  return table;
}

/// How many sessions in a row fell through, up to the last one logged.
int cancellations_running(const rules::Pair& pair, Day today) {
  std::vector<const Session*> past;
  for (const auto& session : pair.sessions) {
    if (session.date <= today) past.push_back(&session);
  }
  std::ranges::stable_sort(past, {}, &Session::date);
  int running = 0;
  for (const Session* session : past) running = session->held() ? 0 : running + 1;
  return running;
}

/// What the team heard of a pair since it last met: when, and from whom.
struct Heard {
  std::optional<Day> on;
  std::vector<std::string> whom;
};

Heard heard_since(const CheckInLog* log, Day since, Day today) {
  Heard heard;
  if (!log) return heard;
  for (const auto& each : log->entries) {
    if (each.date <= since || each.date > today) continue;
    heard.on = std::max(heard.on, std::optional(each.date));
  }
  constexpr std::array all{std::pair(Counterpart::young_person, "young person"),
                           std::pair(Counterpart::mentor, "mentor"),
                           std::pair(Counterpart::key_adult, "key adult")};
  for (const auto& with : all) {
    const bool is_heard = std::ranges::any_of(
        log->entries, [&](const CheckIn& each) { return each.date == heard.on && each.with == with.first; });
    if (is_heard) heard.whom.emplace_back(with.second);
  }
  return heard;
}

std::string heard_in_words(const Heard& heard, Day today) {
  const auto days = static_cast<std::size_t>(today.days_since(*heard.on));
  const std::string ago = days == 0 ? "today" : counted(days, "day ago", "days ago");
  return fmt::format("; the team checked in {} with the {}", ago, join(heard.whom, " and the "));
}

std::string quiet_in_words(Day since, bool has_met, int cancelled, const Heard& heard, Day today) {
  std::string words = fmt::format("{} {}, {} days ago",
                                  has_met ? "last met on" : "has not met since it began on", since.in_words(),
                                  today.days_since(since));
  if (cancelled > 0)
    words += fmt::format("; {} cancelled in a row",
                         counted(static_cast<std::size_t>(cancelled), "session", "sessions"));
  if (heard.on) words += heard_in_words(heard, today);
  return words;
}

/// What a meeting is, and how it came to its day: `first meeting; moved 4 times`.
std::string what_meets(const rules::PlannedMeeting& planned, Day today) {
  std::string what = planned.first ? "first meeting" : "a meeting that fell through";
  if (planned.moved > 0)
    what += fmt::format("; moved {}", counted(static_cast<std::size_t>(planned.moved), "time", "times"));
  return planned.on < today ? what + "; nothing was logged since" : what;
}

/// What they mean to do, and who of the team is there.
std::string how_they_meet(const rules::PlannedMeeting& planned, const Match& match) {
  if (!planned.first || !match.first_meeting) return {};
  std::vector<std::string> parts;
  if (!match.first_meeting->activity.empty()) parts.push_back(match.first_meeting->activity);
  if (!match.first_meeting->brokered_by.empty()) parts.push_back("with " + match.first_meeting->brokered_by);
  return join(parts, ", ");
}

bool is_short(const rules::Period& period) { return period.minutes < period.required; }

std::string period_in_words(const rules::Period& period, Day today) {
  const int left = period.to.days_since(today);
  return fmt::format("{} of {} minutes, {} left, until {}", period.minutes, period.required,
                     counted(static_cast<std::size_t>(left), "day", "days"),
                     period.to.plus_days(-1).in_words());
}

/// Those that end soon and lack time; the others are counted.
Part short_of_time(const std::vector<rules::Period>& periods, Day today) {
  Part part{"This period so far", {}, {}};
  std::size_t given = 0;
  std::size_t later = 0;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    if (!is_short(periods[i])) {
      ++given;
    } else if (periods[i].to.days_since(today) > days_soon) {
      ++later;
    } else {
      part.rows.push_back(i);
    }
  }
  std::ranges::stable_sort(part.rows, {}, [&](std::size_t row) { return periods[row].to; });
  std::vector<std::string> others;
  if (given > 0) others.push_back(counted(given, "pair has", "pairs have") + " met what this period asks");
  if (later > 0) others.push_back(counted(later, "pair has", "pairs have") + " more than a week left for it");
  part.more = join(others, ", ");
  return part;
}

void sort_by_day(Table& table) {
  std::ranges::stable_sort(table.rows, {}, [](const auto& row) -> const std::string& { return row[2].text; });
}

}  // namespace

Meetings Meetings::of(const rules::Pair& pair, const rules::Rulebook& rulebook, Day today) {
  Meetings meetings{reports::last_met(pair, today),
                    cancellations_running(pair, today),
                    rules::planned_meetings(pair, today),
                    {}};
  if (!rules::is_running(rules::state_of(pair.match, today))) return meetings;
  std::ranges::copy_if(
      rulebook.periods(pair, today), std::back_inserter(meetings.running),
      [](const rules::Period& period) { return period.status == rules::PeriodStatus::running; });
  return meetings;
}

Table quiet_table(const Basis& basis, const std::vector<Meetings>& meetings) {
  constexpr int quiet_days = 28;
  Table table = pairs_table("quiet", "Gone quiet",
                            {{"since", "last met", Shown::data},
                             {"days", "days", Shown::data},
                             {"cancelled", "cancelled in a row", Shown::data},
                             {"checked_in", "checked in", Shown::data},
                             {"what", "what", Shown::people}});
  auto of_pair = meetings.begin();
  for (const auto& [id, match] : basis.records.matches) {
    const Meetings& met = *of_pair++;
    if (rules::state_of(match, basis.today) != MatchState::active) continue;
    const Day began = rules::latest_spell(match, basis.today)->from;
    const bool has_met = met.last_met && *met.last_met >= began;
    const Day since = has_met ? *met.last_met : began;
    const int days = basis.today.days_since(since);
    if (days < quiet_days) continue;
    const Heard heard = heard_since(find(basis.records.check_ins, Id(id)), since, basis.today);
    table.rows.push_back({cell(id), Value::of_text(who(basis.records, id.view())), cell(since),
                          Value::of_number(days), Value::of_number(met.cancelled), cell(heard.on),
                          Value::of_text(quiet_in_words(since, has_met, met.cancelled, heard, basis.today))});
  }
  sort_by_day(table);
  return table;
}

Table meetings_table(const Basis& basis, const std::vector<Meetings>& meetings) {
  Table table = pairs_table("meetings", "Meetings planned",
                            {{"on", "on", Shown::data},
                             {"when", "when", Shown::people},
                             {"what", "what", Shown::data},
                             {"how", "how", Shown::always, Says::names}});
  auto of_pair = meetings.begin();
  for (const auto& [id, match] : basis.records.matches) {
    for (const auto& planned : (of_pair++)->planned) {
      const std::string what = what_meets(planned, basis.today);
      table.rows.push_back({cell(id), Value::of_text(who(basis.records, id.view())), cell(planned.on),
                            Value::of_text(fmt::format("{}: {}", planned.on.with_weekday(), what)),
                            Value::of_text(what), cell(how_they_meet(planned, match))});
    }
  }
  sort_by_day(table);
  return table;
}

Table period_table(const Basis& basis, const std::vector<Meetings>& meetings) {
  Table table = pairs_table("period", "This period so far",
                            {{"from", "from", Shown::data},
                             {"to", "to before", Shown::data},
                             {"minutes", "minutes", Shown::data},
                             {"required", "asked", Shown::data},
                             {"days_left", "days left", Shown::data},
                             {"what", "what", Shown::people}});
  std::vector<rules::Period> running;
  auto of_pair = meetings.begin();
  for (const auto& [id, match] : basis.records.matches) {
    for (const auto& period : (of_pair++)->running) {
      running.push_back(period);
      table.rows.push_back({cell(id), Value::of_text(who(basis.records, id.view())), cell(period.from),
                            cell(period.to), Value::of_number(period.minutes),
                            Value::of_number(period.required),
                            Value::of_number(period.to.days_since(basis.today)),
                            Value::of_text(period_in_words(period, basis.today))});
    }
  }
  table.parts = {short_of_time(running, basis.today)};
  return table;
}

}  // namespace mentor::reports
