#include "rules/dbs.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "base/text.h"

namespace mentor::rules {

namespace {

template <class Asks>
bool covers(const Step& check, const Asks& asks) {
  const auto level = Scalar<DbsLevel>::read(check.level);
  const bool workforce = !asks.workforce || check.workforce == asks.workforce ||
                         (check.workforce == Workforce::child_and_adult);
  return check.step == StepKind::dbs && level && *level >= asks.level && workforce;
}

bool has_check(const Mentor& mentor, const DbsAsks& asks, Day on) {
  return std::ranges::any_of(mentor.steps,
                             [&](const Step& step) { return step.on <= on && covers(step, asks); });
}

std::string check_asked(const DbsAsks& asks) {
  const std::string workforce = asks.workforce ? fmt::format(" for the {} workforce", word(*asks.workforce))
                                               : "";
  return fmt::format("{} DBS check{}", word(asks.level), workforce);
}

/// The finding for a day with somebody under the age and without the check; nothing when that day is as
/// asked.
std::optional<Finding> unchecked(const Mentor& mentor, const YoungPerson& person,
                                 const Editions<DbsAsks>& editions, Day on, std::string_view what) {
  const auto* terms = editions.on(on);
  const int age = person.born.age_on(on);
  if (!terms || age >= terms->asks.under.count || has_check(mentor, terms->asks, on)) return std::nullopt;
  Finding found = terms->finding(fmt::format("{} with a young person of {}, and no {} seen by {}", what, age,
                                             check_asked(terms->asks), on.in_words()));
  found.measured = age;
  found.required = terms->asks.under.count;
  found.unit = "years";
  return found;
}

void judge_meeting(const Pair& pair, const Editions<DbsAsks>& editions, Day today, Findings& found) {
  const auto& meeting = pair.match.first_meeting;
  if (!meeting || !meeting->date || *meeting->date > today) return;
  auto wrong = unchecked(pair.mentor, pair.young_person, editions, *meeting->date,
                         "the first meeting was held");
  if (!wrong) return;
  wrong->from = meeting->date;
  found.push_back(pair.about(std::move(*wrong), place_of(*meeting, &FirstMeeting::date)));
}

void judge_sessions(const Pair& pair, const Editions<DbsAsks>& editions, Day today, Findings& found) {
  for (const auto& session : pair.sessions) {
    if (!session.held() || session.date > today) continue;
    auto wrong = unchecked(pair.mentor, pair.young_person, editions, session.date, "a session was held");
    if (!wrong) continue;
    wrong->from = session.date;
    found.push_back(pair.about(std::move(*wrong), {}));
    found.back().spot = {std::string(pair.sessions_file), session.places.start()};
  }
}

/// The youngest of those who came to an event.
const YoungPerson* youngest_at(const Event& event, const Register& records) {
  const YoungPerson* youngest = nullptr;
  for (const auto& id : event.attended) {
    const auto person_id = YoungPersonId::parse(id.view());
    const auto* person = person_id ? find(records.young_people, *person_id) : nullptr;
    if (person && (!youngest || person->born > youngest->born)) youngest = person;
  }
  return youngest;
}

/// Calls `visit(mentor)` for each mentor who came to an event.
template <class Visit>
void for_each_mentor_at(const Event& event, const Register& records, Visit visit) {
  for (const auto& id : event.attended) {
    const auto mentor_id = MentorId::parse(id.view());
    const auto* mentor = mentor_id ? find(records.mentors, *mentor_id) : nullptr;
    if (mentor) visit(*mentor);
  }
}

/// The mentors whose match with somebody under the age runs on that day, or is to start.
std::set<MentorId> working_with_under(Count age, const Scheme& scheme, Day today) {
  std::set<MentorId> mentors;
  for (const auto& [id, match] : scheme.records.matches) {
    if (match.scheme != scheme.name) continue;
    const Pair pair = Pair::of(match, scheme.records);
    const auto first = pair.first_day(today);
    if (first && pair.young_person.born.age_on(std::max(*first, today)) < age.count)
      mentors.insert(match.mentor);
  }
  return mentors;
}

using DaysOfMentors = std::map<MentorId, std::set<Day>>;

/// The days on which each mentor of the scheme met somebody under the age.
DaysOfMentors days_with_under(Count age, const Scheme& scheme, Day today) {
  DaysOfMentors days;
  const auto met = [&](const MentorId& mentor, const YoungPerson& person, Day day) {
    if (day <= today && person.born.age_on(day) < age.count) days[mentor].insert(day);
  };
  for (const auto& [id, match] : scheme.records.matches) {
    if (match.scheme != scheme.name) continue;
    const YoungPerson& person = scheme.records.young_people.at(match.young_person);
    if (match.first_meeting && match.first_meeting->date)
      met(match.mentor, person, *match.first_meeting->date);
    for (const auto& session : scheme.sessions_of(id).entries) {
      if (session.held()) met(match.mentor, person, session.date);
    }
  }
  for (const auto& [id, event] : scheme.records.events) {
    const auto* person = event.scheme == scheme.name ? youngest_at(event, scheme.records) : nullptr;
    if (!person) continue;
    for_each_mentor_at(event, scheme.records,
                       [&, on = event.date](const Mentor& mentor) { met(mentor.id, *person, on); });
  }
  return days;
}

/// The first days from which the mentor met them as often as that, and how often; nothing when they never
/// did.
struct Frequency {
  Day from;
  int count;
  std::string_view unit;
};

std::optional<Frequency> reached(const std::set<Day>& days, const RegulatedActivityAsks& asks) {
  for (const Day from : days) {
    const auto count = std::distance(days.find(from), days.lower_bound(asks.within.after(from)));
    if (count > asks.more_than.count) return Frequency{from, static_cast<int>(count), "days"};
  }
  return std::nullopt;
}

/// The Monday of the day's week.
Day monday_of(Day day) {
  constexpr int week = 7;
  static const Day a_monday = *Day::parse("1900-01-01");
  return day.plus_days(-(day.days_since(a_monday) % week));
}

std::optional<Frequency> weekly(const std::set<Day>& days, Count weeks) {
  std::optional<Frequency> row;
  std::optional<Day> last;
  for (const Day day : days) {
    const Day monday = monday_of(day);
    if (last == monday) continue;
    const bool goes_on = last && last->plus_days(7) == monday;
    row = goes_on ? Frequency{row->from, row->count + 1, "weeks"} : Frequency{day, 1, "weeks"};
    if (row->count >= weeks.count) return row;
    last = monday;
  }
  return std::nullopt;
}

bool barred_list_seen(const Mentor& mentor, Day today) {
  return std::ranges::any_of(mentor.steps, [&](const Step& step) {
    return step.step == StepKind::dbs && step.on <= today && step.barred_list.value_or(false) &&
           step.workforce && *step.workforce != Workforce::adult;
  });
}

}  // namespace

void judge(const Pair& pair, const Editions<DbsAsks>& editions, Day today, Findings& found) {
  judge_meeting(pair, editions, today, found);
  judge_sessions(pair, editions, today, found);
  const auto first = pair.first_day(today);
  if (!first) return;
  auto wrong = unchecked(pair.mentor, pair.young_person, editions, std::max(*first, today), "a match");
  if (!wrong) wrong = unchecked(pair.mentor, pair.young_person, editions, *first, "the match started");
  if (wrong) found.push_back(pair.about(std::move(*wrong), place_of(pair.match, &Match::started)));
}

void judge(const Scheme& scheme, const Editions<DbsAsks>& editions, Day today, Findings& found) {
  for (const auto& [id, event] : scheme.records.events) {
    if (event.scheme != scheme.name || event.date > today) continue;
    const auto* person = youngest_at(event, scheme.records);
    if (!person) continue;
    for_each_mentor_at(event, scheme.records, [&, &event = event](const Mentor& mentor) {
      auto wrong = unchecked(mentor, *person, editions, event.date, "an event was held");
      if (!wrong) return;
      wrong->from = event.date;
      wrong->subject = event.id.text();
      wrong->mentor = mentor.id.text();
      wrong->spot = {event.file, place_of(event, &Event::attended)};
      found.push_back(std::move(*wrong));
    });
  }
}

void judge(const Scheme& scheme, const Editions<RecheckAsks>& editions, Day today, Findings& found) {
  const auto* terms = editions.on(today);
  if (!terms) return;
  for (const auto& id : working_with_under(terms->asks.under, scheme, today)) {
    const Mentor& mentor = scheme.records.mentors.at(id);
    const Step* last = nullptr;
    const auto made = [](const Step& step) { return step.issued.value_or(step.on); };
    for (const auto& step : mentor.steps) {
      if (step.on <= today && covers(step, terms->asks) && (!last || made(step) > made(*last))) last = &step;
    }
    if (!last || today <= terms->asks.every.after(made(*last))) continue;
    Finding old = terms->finding(
        fmt::format("the DBS check was issued on {}, and the mentor works with somebody under {}",
                    made(*last).in_words(), terms->asks.under.count));
    old.from = made(*last);
    old.due = terms->asks.every.after(made(*last));
    found.push_back(about(mentor, std::move(old)));
    found.back().spot.place = last->places.start();
  }
}

std::vector<Session> kept(const Pair& pair, const Editions<RegulatedActivityAsks>& editions, Day today) {
  std::vector<Session> kept;
  const auto* terms = editions.on(today);
  if (!terms) return kept;
  std::ranges::copy_if(pair.sessions, std::back_inserter(kept), [&](const Session& session) {
    return session.held() && session.date <= today &&
           pair.young_person.born.age_on(session.date) < terms->asks.under.count;
  });
  return kept;
}

void judge(const Scheme& scheme, const Editions<RegulatedActivityAsks>& editions, Day today,
           Findings& found) {
  const auto* terms = editions.on(today);
  if (!terms) return;
  const auto& asks = terms->asks;
  const auto at_work = working_with_under(asks.under, scheme, today);
  for (const auto& [id, days] : days_with_under(asks.under, scheme, today)) {
    const Mentor& mentor = scheme.records.mentors.at(id);
    const bool goes_on = at_work.contains(id) || asks.within.after(*days.rbegin()) > today;
    if (!goes_on || barred_list_seen(mentor, today)) continue;
    auto often = reached(days, asks);
    if (!often && asks.weeks) often = weekly(days, *asks.weeks);
    if (!often) continue;
    const std::string how = often->unit == "days"
                                ? fmt::format("on {} days within {}", often->count, asks.within.text())
                                : fmt::format("in {} weeks in a row", often->count);
    Finding reached_it = terms->finding(
        fmt::format("met young people under {} {} from {}, as often as regulated activity, and no check with "
                    "the children's barred list was seen",
                    asks.under.count, how, often->from.in_words()));
    reached_it.from = often->from;
    reached_it.measured = often->count;
    reached_it.required = often->unit == "days" ? asks.more_than.count : asks.weeks->count;
    reached_it.unit = often->unit;
    found.push_back(about(mentor, std::move(reached_it)));
  }
}

}  // namespace mentor::rules
