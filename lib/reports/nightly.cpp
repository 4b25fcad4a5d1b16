#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "reports/by_area.h"
#include "reports/findings.h"
#include "reports/report.h"
#include "rules/commitment.h"
#include "rules/meetings.h"
#include "rules/people.h"

namespace mentor::reports {

namespace {

Table concerns(const Basis& basis) {
  Table table{"concerns",
              "Concerns that were not passed on",
              {{"id", "concern"}, {"about", "about"}, {"raised", "raised"}, {"days", "days"}},
              {}};
  for (const auto& [id, concern] : basis.records.concerns) {
    const bool open = !concern.closed || *concern.closed > basis.today;
    const bool waits = !concern.passed_on || *concern.passed_on > basis.today;
    if (concern.raised > basis.today || !open || !waits) continue;
    table.rows.push_back({Value::of_token(id.view()), Value::of_token(concern.about), cell(concern.raised),
                          Value::of_number(basis.today.days_since(concern.raised))});
  }
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

Table quiet(const Basis& basis) {
  constexpr int quiet_days = 28;
  Table table{"quiet",
              "Gone quiet",
              {{"match", "match"},
               {"who", "who", Shown::people},
               {"since", "last met"},
               {"days", "days"},
               {"cancelled", "cancelled in a row"}},
              {}};
  for (const auto& [id, match] : basis.records.matches) {
    if (rules::state_of(match, basis.today) != MatchState::active) continue;
    const auto pair = rules::Pair::of(match, basis.records);
    const Day began = rules::latest_spell(match, basis.today)->from;
    const Day since = std::max(began, last_met(pair, basis.today).value_or(began));
    const int days = basis.today.days_since(since);
    if (days < quiet_days) continue;
    table.rows.push_back({Value::of_token(id.view()), Value::of_text(who(basis.records, id.view())),
                          cell(since), Value::of_number(days),
                          Value::of_number(cancellations_running(pair, basis.today))});
  }
  std::ranges::stable_sort(table.rows, [](const auto& a, const auto& b) { return a[2].text < b[2].text; });
  return table;
}

/// What a meeting is, and how it came to its day: `first meeting: Bowling, with Jo; moved 4 times`.
std::string what_meets(const rules::PlannedMeeting& planned, const Match& match, Day today) {
  std::string what = planned.first ? "first meeting" : "a meeting that fell through";
  if (planned.first && match.first_meeting) {
    const auto& [date, activity, brokered_by, places] = *match.first_meeting;
    if (!activity.empty()) what += ": " + activity;
    if (!brokered_by.empty()) what += fmt::format(", with {}", brokered_by);
  }
  if (planned.moved > 0)
    what += fmt::format("; moved {}", counted(static_cast<std::size_t>(planned.moved), "time", "times"));
  return planned.on < today ? what + "; nothing was logged since" : what;
}

/// What now stands: the first meetings, and where those that fell through were moved to.
Table meetings(const Basis& basis) {
  Table table{"meetings",
              "Meetings planned",
              {{"match", "match"}, {"who", "who", Shown::people}, {"on", "on"}, {"what", "what"}},
              {}};
  for (const auto& [id, match] : basis.records.matches) {
    for (const auto& planned : rules::planned_meetings(rules::Pair::of(match, basis.records), basis.today)) {
      table.rows.push_back({Value::of_token(id.view()), Value::of_text(who(basis.records, id.view())),
                            cell(planned.on), Value::of_text(what_meets(planned, match, basis.today))});
    }
  }
  std::ranges::stable_sort(table.rows, [](const auto& a, const auto& b) { return a[2].text < b[2].text; });
  return table;
}

void add_waiting(Table& table, std::string_view id, const std::string& name, Day since, std::string_view next,
                 Day today) {
  table.rows.push_back({Value::of_token(id), Value::of_text(name), cell(since),
                        Value::of_number(today.days_since(since)), Value::of_token(next)});
}

/// What comes next for a young person who waits: after a match that is over, whether another is wanted.
std::string_view next_for(const YoungPerson& person, const Basis& basis) {
  const Ending* last = nullptr;
  for (const Match* match : rules::matches_of(person.id, basis.records)) {
    const Ending* ending = rules::standing_ending(*match, basis.today);
    if (ending && (!last || ending->on >= last->on)) last = ending;
  }
  const auto came_back = [&](const Reopening& each) { return each.on <= basis.today && each.on >= last->on; };
  if (!last || std::ranges::any_of(person.reopened, came_back)) return "find a mentor";
  if (last->rematch && *last->rematch != Rematch::mentor) return "find another mentor: they asked for one";
  return "ask whether they want another mentor";
}

Table waiting(const Basis& basis) {
  Table table{"waiting",
              "Waiting",
              {{"id", "who"},
               {"name", "", Shown::people},
               {"since", "since"},
               {"days", "days"},
               {"next", "next step"}},
              {}};
  for (const auto& [id, person] : basis.records.young_people) {
    const auto since = rules::waiting_since(person, basis.records, basis.today);
    if (since) add_waiting(table, id.view(), person.name, *since, next_for(person, basis), basis.today);
  }
  for (const auto& [id, mentor] : basis.records.mentors) {
    const auto since = rules::idle_since(mentor, basis.records, basis.today);
    if (!since) continue;
    const auto lacking = basis.rulebook.lacking(mentor, basis.records, basis.today);
    const std::string next = lacking.empty() ? "ready: find a young person" : lacking.front().message;
    add_waiting(table, id.view(), mentor.name, *since, next, basis.today);
  }
  std::ranges::stable_sort(table.rows, [](const auto& a, const auto& b) { return a[2].text < b[2].text; });
  return table;
}

Table running_periods(const Basis& basis) {
  Table table{"period",
              "This period so far",
              {{"match", "match"},
               {"who", "who", Shown::people},
               {"from", "from"},
               {"to", "to before"},
               {"minutes", "minutes"},
               {"required", "asked"},
               {"days_left", "days left"}},
              {}};
  for (const auto& [id, match] : basis.records.matches) {
    if (!rules::is_running(rules::state_of(match, basis.today))) continue;
    for (const auto& period : basis.rulebook.periods(rules::Pair::of(match, basis.records), basis.today)) {
      if (period.status != rules::PeriodStatus::running) continue;
      table.rows.push_back({Value::of_token(id.view()), Value::of_text(who(basis.records, id.view())),
                            cell(period.from), cell(period.to), Value::of_number(period.minutes),
                            Value::of_number(period.required),
                            Value::of_number(period.to.days_since(basis.today))});
    }
  }
  return table;
}

Table changes_table(std::string key, std::string title, const std::vector<ChangeMade>& changes) {
  Table table{std::move(key),
              std::move(title),
              {{"commit", "", Shown::data},
               {"at", "", Shown::data},
               {"by", "by"},
               {"command", "", Shown::data},
               {"sentence", "what"}},
              {}};
  for (const auto& each : changes) {
    table.rows.push_back({Value::of_token(each.commit), Value::of_token(each.at), Value::of_text(each.by),
                          Value::of_token(each.command), Value::of_text(each.sentence)});
  }
  return table;
}

/// What broke, what was mended, what somebody changed by hand, and all that was changed.
std::vector<Table> news_tables(const News& news, const Basis& basis) {
  const std::string judged = fmt::format("since {}, both as of {}", news.since, basis.today.in_words());
  std::vector<ChangeMade> silent = news.changes;
  std::erase_if(silent, [](const ChangeMade& each) { return !each.is_by_hand; });
  return {latest_table("broke", "New " + judged, latest_of(news.broke), basis),
          latest_table("mended", "Mended " + judged, latest_of(news.mended), basis),
          changes_table("silent", "Changed by hand since " + news.since, silent),
          changes_table("changes", "Changed since " + news.since, news.changes)};
}

struct NightlyTotals {
  int waiting = 0;
  int ready = 0;
  int pairs = 0;
  int broken = 0;
};

void count_people(ByArea<NightlyTotals>& by_area, const Basis& basis) {
  for (const auto& [id, person] : basis.records.young_people) {
    auto& totals = by_area.at(person.scheme, person.area);
    if (rules::waiting_since(person, basis.records, basis.today)) ++totals.waiting;
  }
  for (const auto& [id, mentor] : basis.records.mentors) {
    auto& totals = by_area.at(mentor.scheme, mentor.area);
    if (basis.rulebook.state_of(mentor, basis.records, basis.today) == MentorState::ready) ++totals.ready;
  }
}

/// The totals add up what the tables above them list.
Table by_area(const Basis& basis, const std::vector<Latest>& broken) {
  ByArea<NightlyTotals> by_area;
  count_people(by_area, basis);
  for (const auto& [id, match] : basis.records.matches) {
    if (!rules::is_running(rules::state_of(match, basis.today))) continue;
    ++by_area.at(match.scheme, area_of(basis.records, id.view())).pairs;
  }
  for (const auto& [finding, earlier] : broken) {
    ++by_area.at(finding.scheme, area_of(basis.records, finding.subject)).broken;
  }
  return by_area.table(
      "By scheme and area",
      {{"waiting", "waiting"}, {"ready", "mentors ready"}, {"pairs", "pairs"}, {"broken", "to do"}},
      [](const NightlyTotals& totals) {
        return std::vector{cell(totals.waiting), cell(totals.ready), cell(totals.pairs), cell(totals.broken)};
      });
}

}  // namespace

Report nightly(const Basis& basis, const News& news) {
  Report report{"nightly", "Today", {}, {}, basis.rulebook.check(basis.records, basis.today)};
  Findings broken;
  Findings advice;
  Findings answered;
  for (const auto& finding : report.findings) {
    Findings& part = !finding.stands() ? answered : finding.severity == Severity::advise ? advice : broken;
    part.push_back(finding);
  }
  const auto to_do = latest_of(broken);
  const Findings due = basis.rulebook.falls_due(basis.records, basis.today);
  report.tables = {concerns(basis),       latest_table("broken", "To do", to_do, basis),
                   quiet(basis),          latest_table("due", "Due soon", latest_of(due), basis),
                   meetings(basis),       waiting(basis),
                   running_periods(basis)};
  for (auto& each : news_tables(news, basis)) report.tables.push_back(std::move(each));
  report.tables.push_back(latest_table("waived", "Passed or waived", latest_of(answered), basis));
  report.tables.push_back(latest_table("advice", "Advice", latest_of(advice), basis));
  report.tables.push_back(by_area(basis, to_do));
  return report;
}

}  // namespace mentor::reports
