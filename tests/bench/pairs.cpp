#include "bench/pairs.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "bench/invented.h"

namespace mentor::bench {

namespace {

constexpr int week = 7;

/// The day of a pair's session by its number, before it is moved within its week.
Day week_of(const Course& course, int number) {
  const bool after_pause = course.back_on && number >= course.away_after;
  return after_pause ? course.back_on->plus_days(week * (number - course.away_after))
                     : course.start.plus_days(week * number);
}

/// Something else than an hour of two people, which scarcely comes twice in a month but with a pair that is
/// uneven.
class Gaps {
 public:
  explicit Gaps(bool uneven) : uneven_(uneven) {}

  bool here(Dice& dice) {
    ++since_;
    const bool here = uneven_ ? dice.in_a_hundred(25) : since_ > 5 && dice.in_a_hundred(20);
    if (here) since_ = 0;
    return here;
  }

 private:
  bool uneven_;
  int since_ = 0;
};

void cancel(Session& session, Dice& dice) {
  session.cancelled_by = static_cast<Canceller>(dice.below(3));
  if (dice.in_a_hundred(30)) session.moved_to = session.date.plus_days(dice.from(1, 6));
  if (dice.in_a_hundred(60)) session.note = a_reason_to_cancel(dice);
}

std::string_view kind_of(int number, bool gap, Dice& dice) {
  if (number == 0) return "first-meeting";
  if (gap) return "group";
  const int lot = dice.below(100);
  if (lot < 82) return "one-to-one";
  return lot < 92 ? "call" : "online";
}

/// Three in a month are enough for what the scheme asks of a month.
Minutes minutes_of(SchemeKind scheme, Dice& dice) {
  static constexpr std::array stockport{165, 165, 170, 180, 180, 195, 210, 240};
  static constexpr std::array others{45, 45, 50, 60, 60, 60, 75, 90, 120};
  return {scheme == SchemeKind::stockport ? dice.one_of(stockport) : dice.one_of(others)};
}

void spend(Session& session, Dice& dice) {
  session.cost = Pence{dice.from(4, 19) * 50};
  session.cost_for = dice.in_a_hundred(70) ? "refreshments" : "bus fares, both ways";
  if (session.date.plus_days(90) > the_day()) return;
  session.claimed = session.date.plus_days(dice.from(7, 40));
  session.paid = session.claimed->plus_days(dice.from(10, 40));
}

void hold(Session& session, SchemeKind scheme, Dice& dice) {
  session.minutes = minutes_of(scheme, dice);
  if (dice.in_a_hundred(52)) session.activity = an_activity(dice);
  if (scheme != SchemeKind::stockport && dice.in_a_hundred(8)) spend(session, dice);
  if (dice.in_a_hundred(17)) session.note = a_note(dice);
}

std::string_view team_of(SchemeKind scheme) {
  return scheme == SchemeKind::riverside ? "EET Action Group" : "The team's matching meeting";
}

void add_decisions(Match& match, const Course& course, EntryNumbers& numbers, Dice& dice) {
  for (const Side side : {Side::young_person, Side::mentor}) {
    if (course.fate == Fate::proposed && dice.in_a_hundred(40)) continue;
    Decision decision;
    decision.id = numbers.next<EntryId>();
    decision.by = side;
    decision.on = std::min(match.proposed.plus_days(dice.from(1, 7)), the_day());
    decision.yes = true;
    if (dice.in_a_hundred(20)) decision.why = "Didn't talk down: listened";
    match.decisions.push_back(std::move(decision));
  }
}

void add_goals(Match& match, Day until, EntryNumbers& numbers, Dice& dice) {
  static constexpr auto goal_areas = std::to_array<std::string_view>(
      {"home", "eet", "health", "money", "activities", "relationships"});
  for (Day set = *match.started; set < until; set = set.plus_days(dice.from(200, 500))) {
    Goal goal;
    goal.id = numbers.next<EntryId>();
    goal.area = dice.one_of(goal_areas);
    goal.text = a_goal(dice);
    goal.set = set;
    if (const Day closed = set.plus_days(dice.from(60, 300)); closed < until) {
      goal.closed = closed;
      goal.outcome = dice.in_a_hundred(70) ? "Done" : "Given up: other things came first";
    }
    match.goals.push_back(std::move(goal));
  }
}

void add_reflections(Match& match, Day until, EntryNumbers& numbers, Dice& dice) {
  for (Day on = match.started->plus_days(150); on < until; on = on.plus_days(dice.from(165, 178))) {
    for (const Voice by : {Voice::young_person, Voice::mentor})
      match.reflections.push_back(
          {numbers.next<EntryId>(), by, on, an_account(dice), dice.in_a_hundred(70), {}});
  }
}

void add_ending(Match& match, Day end, EntryNumbers& numbers, Dice& dice) {
  Ending ending;
  ending.id = numbers.next<EntryId>();
  ending.on = end;
  const bool long_enough = match.started->plus_months(24) < end;
  ending.as = long_enough && dice.in_a_hundred(60) ? EndingKind::completed : EndingKind::managed;
  ending.by = dice.in_a_hundred(70) ? Party::both : Party::young_person;
  if (dice.in_a_hundred(92)) ending.reason = "What they set out to do is done: they stay in touch";
  ending.marked_by = "A meal, and a book with everybody's \"do you remember\"";
  match.endings.push_back(std::move(ending));
}

CheckIn talk(Day date, Counterpart with, EntryNumbers& numbers, Dice& dice) {
  CheckIn each;
  each.id = numbers.next<CheckInId>();
  each.date = date;
  each.with = with;
  if (dice.in_a_hundred(50)) each.by = a_worker(dice);
  if (dice.in_a_hundred(30)) each.goals_reviewed = true;
  if (dice.in_a_hundred(40)) each.note = a_conversation(dice);
  return each;
}

}  // namespace

Course course_of(const Cast& cast, int pair) {
  Dice dice = cast.dice(Cast::For::match, pair);
  Course course;
  course.fate = cast.fate_of(pair);
  if (course.fate == Fate::proposed) {
    course.start = the_day();
    return course;
  }
  const int sessions = cast.size().sessions;
  const bool was_away = course.fate == Fate::runs && sessions > 20 && dice.in_a_hundred(10);
  const int weeks_away = was_away ? dice.from(3, 8) : 0;
  // Six days of its week in which the last session may be, or weeks since for those of whom nothing was
  // heard.
  int since_last = dice.from(0, 1);
  if (course.fate == Fate::fell_silent) since_last = dice.from(50, 70);
  if (course.fate == Fate::paused) since_last = dice.from(14, 60);
  if (course.fate == Fate::ended) since_last = dice.from(20, 400);
  const Day last_week = the_day().plus_days(-since_last - 6);
  course.start = last_week.plus_days(-week * (sessions - 1 + weeks_away));
  if (course.fate == Fate::ended) course.end = last_week.plus_days(6);
  if (course.fate == Fate::paused) course.away_from = last_week.plus_days(week);
  if (was_away) {
    course.away_after = dice.from(10, sessions - 5);
    course.away_from = course.start.plus_days(week * course.away_after);
    course.back_on = course.away_from->plus_days(week * weeks_away);
  }
  return course;
}

Match match_of(const Cast& cast, int pair, const Course& course) {
  Dice dice = cast.dice(Cast::For::match, pair);
  EntryNumbers numbers(dice);
  const SchemeKind scheme = Cast::scheme_of(pair);
  Match match;
  match.id = cast.match_id(pair);
  match.young_person = cast.young_person_id(pair);
  match.mentor = cast.mentor_id(cast.mentor_of(pair));
  match.scheme = name_of(scheme);
  match.proposed = course.start.plus_days(-dice.from(8, 20));
  match.considered_by = team_of(scheme);
  add_decisions(match, course, numbers, dice);
  if (course.fate == Fate::proposed) return match;
  match.contacts_given = true;
  match.first_meeting = FirstMeeting{course.start, an_activity(dice), a_worker(dice), {}};
  match.focus = a_goal(dice);
  match.started = course.start;
  if (course.away_from)
    match.pauses.push_back(
        {numbers.next<EntryId>(), *course.away_from, course.back_on, "Away for work: a season", {}});
  const Day until = course.end.value_or(the_day());
  add_goals(match, until, numbers, dice);
  if (scheme == SchemeKind::manchester) add_reflections(match, until, numbers, dice);
  if (course.end) add_ending(match, *course.end, numbers, dice);
  return match;
}

SessionLog sessions_of(const Cast& cast, int pair, const Course& course) {
  Dice dice = cast.dice(Cast::For::sessions, pair);
  EntryNumbers numbers(dice);
  Gaps gaps(course.fate == Fate::uneven);
  SessionLog log;
  log.of = cast.match_id(pair);
  log.entries.reserve(static_cast<std::size_t>(cast.size().sessions));
  for (int i = 0; i < cast.size().sessions; ++i) {
    Session& session = log.entries.emplace_back();
    session.id = numbers.next<SessionId>();
    session.date = week_of(course, i).plus_days(i == 0 ? 0 : dice.from(0, 5));
    const bool gap = gaps.here(dice) && i > 0;
    if (gap && dice.in_a_hundred(65)) {
      cancel(session, dice);
      continue;
    }
    session.kind = kind_of(i, gap, dice);
    hold(session, Cast::scheme_of(pair), dice);
  }
  return log;
}

CheckInLog check_ins_of(const Cast& cast, int pair, const Course& course) {
  Dice dice = cast.dice(Cast::For::check_ins, pair);
  EntryNumbers numbers(dice);
  CheckInLog log;
  log.of = cast.match_id(pair);
  const bool monthly = Cast::scheme_of(pair) == SchemeKind::manchester;
  const int every = monthly ? 28 : 91;
  const Day until = course.fate == Fate::uneven ? the_day().plus_days(-40) : course.end.value_or(the_day());
  for (Day day = course.start.plus_days(12); day < until; day = day.plus_days(every)) {
    log.entries.push_back(talk(day, Counterpart::mentor, numbers, dice));
    const Day other = day.plus_days(dice.from(0, 1));
    if (monthly && other < until)
      log.entries.push_back(talk(other, Counterpart::young_person, numbers, dice));
  }
  return log;
}

}  // namespace mentor::bench
