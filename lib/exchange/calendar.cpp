#include "exchange/calendar.h"

#include <fmt/format.h>

#include <algorithm>

#include "exchange/icalendar.h"
#include "reports/findings.h"
#include "rules/meetings.h"

namespace mentor::exchange {

namespace {

/// What a finding says before the days and amounts in it, which move.
std::string_view constant_part(std::string_view message) {
  return message.substr(0, message.find_first_of("0123456789:;"));
}

class Agenda {
 public:
  explicit Agenda(const Exported& from) : from_(from) {}

  void add_findings() {
    for (const auto& [finding, earlier] : reports::latest_of(from_.due)) add_finding(finding);
    for (const auto& [finding, earlier] : reports::latest_of(from_.broken)) {
      const auto* rule = rules::find_rule(finding.rule);
      const bool was_foreseen = rule && rule->forewarns == rules::Forewarns::yes;
      if (was_foreseen && finding.due && finding.stands()) add_finding(finding);
    }
  }

  void add_pairs() {
    for (const auto& [id, match] : from_.shown().matches) {
      const MatchState state = rules::state_of(match, today());
      if (!rules::is_open(state) && state != MatchState::self_managed) continue;
      add_meetings(match);
      for (const auto& each : match.pauses) add_planned(id, "pause", each.id, each.to, "the pause ends");
      for (const auto& each : match.renewals)
        add_planned(id, "renewal", each.id, each.until, "the renewal runs out");
      for (const auto& each : match.endings) add_planned(id, "ending", each.id, each.on, "the match ends");
      add_answers(match);
    }
  }

  void add_people() {
    for (const auto& [id, mentor] : from_.shown().mentors) {
      if (!rules::has_left(mentor, today())) add_answers(mentor);
    }
    for (const auto& [id, person] : from_.shown().young_people) {
      if (!rules::takes_part(person, person.scheme, today())) continue;
      add_answers(person);
      if (from_.people() == People::named) add_birthdays(person);
    }
  }

  [[nodiscard]] std::vector<DayEvent> take() { return std::move(events_); }

 private:
  [[nodiscard]] Day today() const { return from_.basis.today; }
  [[nodiscard]] std::string who(const Id& id) const { return reports::who(from_.shown(), id.view()); }

  /// On its day; when that is over, on the day of the export.
  void add(DayEvent event) {
    if (event.on < today()) {
      event.summary = "overdue: " + event.summary;
      event.description += fmt::format("\nwas due by {}", event.on.in_words());
      event.on = today();
    }
    events_.push_back(std::move(event));
  }

  void add_finding(const Finding& finding) {
    const auto* rule = rules::find_rule(finding.rule);
    add({fmt::format("{}\n{}\n{}", finding.rule, finding.subject, constant_part(finding.message)),
         *finding.due, fmt::format("{}: {}", reports::who(from_.shown(), finding.subject), finding.message),
         fmt::format("{} {}\nto do: {}\n{}\nrule: {} ({})", finding.subject, finding.message, rule->mends,
                     reports::command_for(finding), finding.rule, finding.source),
         finding.rule.substr(0, finding.rule.find('.'))});
  }

  void add_meetings(const Match& match) {
    const Match& as_is = from_.basis.records.matches.at(match.id);
    int number = 0;
    for (const auto& planned :
         rules::planned_meetings(rules::Pair::of(as_is, from_.basis.records), today())) {
      const std::string what = planned.first ? "first meeting" : "meeting that fell through and was moved";
      std::string more = fmt::format("{0}\nto do: log it once it was held\nmentorctl log-session {0}",
                                     match.id.view());
      if (planned.first && match.first_meeting) {
        if (!match.first_meeting->activity.empty()) more += "\nactivity: " + match.first_meeting->activity;
        if (!match.first_meeting->brokered_by.empty()) more += "\nwith: " + match.first_meeting->brokered_by;
      }
      const int which = planned.first ? 0 : ++number;
      add({fmt::format("meeting\n{}\n{}", match.id.view(), which), planned.on,
           fmt::format("{}: {}", who(match.id), what), std::move(more), "meeting"});
    }
  }

  /// A day that was planned in an entry of a record, when it lies ahead.
  void add_planned(const Id& id, std::string_view category, const Id& entry, std::optional<Day> on,
                   std::string_view what) {
    if (!on || *on < today()) return;
    add({fmt::format("{}\n{}\n{}", category, id.view(), entry.view()), *on,
         fmt::format("{}: {}", who(id), what), fmt::format("{}/{}", id.view(), entry.view()),
         std::string(category)});
  }

  template <class Record>
  void add_answers(const Record& record) {
    const auto add_all = [&](const auto& answers, std::string_view what) {
      for (const auto& each : answers)
        add_planned(record.id, "answer", each.id, each.until,
                    fmt::format("the {} of {} holds no longer", what, each.rule));
    };
    add_all(record.overrides, "override");
    add_all(record.waivers, "waiver");
  }

  void add_birthdays(const YoungPerson& person) {
    constexpr int months = 12;
    for (const int age : {18, 26}) {
      const Day on = person.born.birthday(age);
      if (on < today() || on > today().plus_months(months)) continue;
      add({fmt::format("birthday\n{}\n{}", person.id.view(), age), on,
           fmt::format("{}: turns {}", person.name, age), person.id.text(), "birthday"});
    }
  }

  const Exported& from_;
  std::vector<DayEvent> events_;
};

}  // namespace

std::string calendar(const Exported& from, const About& about) {
  Agenda agenda(from);
  agenda.add_findings();
  agenda.add_pairs();
  agenda.add_people();
  std::string made_from = "made from";
  for (const auto& [key, value] : about) made_from += fmt::format(" {}={}", key, value);
  return icalendar(agenda.take(),
                   {fmt::format("Mentoring, what is due: {}", from.basis.records.settings.organisation),
                    std::move(made_from), from.basis.today});
}

}  // namespace mentor::exchange
