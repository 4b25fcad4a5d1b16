#include "bench/people.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "bench/invented.h"

namespace mentor::bench {

namespace {

constexpr auto session_topics = std::to_array<std::string_view>(
    {"session-1", "session-2", "session-3", "session-4", "session-5", "session-6", "session-7", "session-8",
     "session-9", "session-10"});
constexpr auto manchester_topics = std::to_array<std::string_view>(
    {"boundaries", "safeguarding-adults", "safeguarding-children", "emotional-literacy", "care-experience"});
constexpr auto riverside_topics = std::to_array<std::string_view>({"safeguarding", "boundaries",
                                                                   "mentor-role", "relationship-building",
                                                                   "confidentiality", "problem-solving"});
constexpr auto considered_topics = std::to_array<std::string_view>(
    {"commitment", "training", "friendship", "being-challenged", "family"});
constexpr auto genders = std::to_array<std::string_view>({"female", "male", "female", "male", "non-binary"});
constexpr auto needs = std::to_array<std::string_view>(
    {"home", "eet", "health", "money", "activities", "relationships"});

/// Adds steps of preparation to a mentor, one after the other.
class Preparing {
 public:
  Preparing(Mentor& mentor, Day from, Dice& dice)
      : mentor_(mentor), day_(from), dice_(dice), numbers_(dice) {}

  Step& step(StepKind kind) {
    Step step;
    step.id = numbers_.next<EntryId>();
    step.step = kind;
    step.on = day_;
    return mentor_.steps.emplace_back(std::move(step));
  }
  void later() { day_ = day_.plus_days(dice_.from(3, 14)); }
  template <class Topics>
  void on_one_day(StepKind kind, const Topics& topics) {
    for (const auto topic : topics) step(kind).topic = topic;
    later();
  }
  void dbs() {
    Step& check = step(StepKind::dbs);
    check.level = "enhanced";
    check.workforce = dice_.in_a_hundred(20) ? Workforce::child_and_adult : Workforce::child;
    if (dice_.in_a_hundred(95)) check.barred_list = true;
    check.eligible_because = "may mentor somebody under 18";
    check.issued = day_.plus_days(-dice_.from(5, 25));
    check.seen_by = a_worker(dice_);
    later();
  }
  /// Checks are made again before three years are over.
  void dbs_until(Day last) {
    for (dbs(); day_.plus_days(1000) < last; dbs()) day_ = day_.plus_days(dice_.from(900, 1000));
  }
  void references() {
    for (int i = dice_.from(1, 2); i > 0; --i) {
      step(StepKind::reference).as = "former colleague";
      later();
    }
  }

 private:
  Mentor& mentor_;
  Day day_;
  Dice& dice_;
  EntryNumbers numbers_;
};

void prepare(Mentor& mentor, SchemeKind scheme, Day from, Dice& dice) {
  Preparing preparing(mentor, from, dice);
  switch (scheme) {
    case SchemeKind::stockport:
      preparing.on_one_day(StepKind::considered, considered_topics);
      for (const auto topic : session_topics) preparing.on_one_day(StepKind::training, std::array{topic});
      break;
    case SchemeKind::manchester:
      preparing.on_one_day(StepKind::training, manchester_topics);
      preparing.references();
      preparing.step(StepKind::pen_picture);
      break;
    case SchemeKind::riverside:
      preparing.step(StepKind::information_session);
      preparing.later();
      preparing.step(StepKind::line_manager).as = "Head of Service";
      preparing.later();
      preparing.on_one_day(StepKind::training, riverside_topics);
      preparing.step(StepKind::pen_picture);
      preparing.references();
  }
  preparing.dbs_until(the_day());
}

Mentor somebody(const Cast& cast, int number, SchemeKind scheme, Day enquired, Dice& dice) {
  static constexpr auto roles = std::to_array<std::string_view>(
      {"professional", "volunteer", "senior-manager"});
  Mentor mentor;
  mentor.id = cast.mentor_id(number);
  mentor.name = a_name(dice);
  mentor.scheme = name_of(scheme);
  mentor.role = roles[static_cast<std::size_t>(scheme)];
  mentor.enquired = enquired;
  mentor.born = the_day().plus_days(-dice.from(28 * 365, 70 * 365));
  mentor.gender = dice.one_of(genders);
  mentor.area = an_area(dice);
  mentor.languages = some_languages(dice);
  mentor.interests = some_interests(dice);
  if (scheme == SchemeKind::riverside)
    mentor.department = dice.in_a_hundred(50) ? "Finance" : "Parks & Leisure";
  mentor.email = fmt::format("mentor-{}@example.org", number);
  mentor.phone = a_phone(dice);
  if (dice.in_a_hundred(70)) mentor.pen_picture = a_pen_picture(dice);
  return mentor;
}

EetRecord eet_record(Day on, EntryNumbers& numbers, Dice& dice) {
  EetRecord record;
  record.id = numbers.next<EntryId>();
  record.on = on;
  record.status = static_cast<EetStatus>(dice.below(static_cast<int>(words_of<EetStatus>.size())));
  return record;
}

YoungPerson somebody_young(const Cast& cast, int number, SchemeKind scheme, Day referred, Dice& dice) {
  YoungPerson person;
  person.id = cast.young_person_id(number);
  person.name = a_name(dice);
  person.scheme = name_of(scheme);
  person.born = referred.plus_months(-12 * 16 - 6).plus_days(-dice.from(0, 4 * 365));
  person.gender = dice.one_of(genders);
  person.area = an_area(dice);
  person.referred = {referred, a_worker(dice), "personal-adviser", "Leaving Care Team", {}};
  person.agreed_on = referred;
  person.key_adult = person.referred.by;
  person.key_adult_role = "personal-adviser";
  person.emergency_contacts = {fmt::format("{}, personal adviser, {}", person.key_adult, a_phone(dice)),
                               "Duty desk, Leaving Care Team, 01632 960011"};
  person.needs = {std::string(dice.one_of(needs))};
  person.interests = some_interests(dice);
  person.languages = some_languages(dice);
  if (dice.in_a_hundred(15)) person.nobody_else = true;
  EntryNumbers numbers(dice);
  for (Day on = referred; on < the_day(); on = on.plus_months(dice.from(6, 18)))
    person.eet.push_back(eet_record(on, numbers, dice));
  for (Day on = referred; on < the_day(); on = on.plus_months(12))
    person.surveys.push_back({numbers.next<EntryId>(), on, dice.in_a_hundred(80), dice.in_a_hundred(85), {}});
  return person;
}

}  // namespace

Mentor mentor_of_pair(const Cast& cast, int number) {
  Dice dice = cast.dice(Cast::For::mentor, number);
  const bool new_here = cast.fate_of(number) == Fate::proposed;
  const Day begun = (new_here ? the_day().plus_days(-60) : cast.first_day()).plus_days(-dice.from(280, 420));
  Mentor mentor = somebody(cast, number, Cast::scheme_of(number), begun.plus_days(-dice.from(5, 40)), dice);
  if (cast.has_two(number)) mentor.capacity = Count{2};
  prepare(mentor, Cast::scheme_of(number), begun, dice);
  return mentor;
}

Mentor mentor_in_preparation(const Cast& cast, int number) {
  Dice dice = cast.dice(Cast::For::mentor, number);
  const Day begun = the_day().plus_days(-dice.from(190, 320));
  Mentor mentor = somebody(cast, number, Cast::scheme_of(number), begun.plus_days(-dice.from(5, 40)), dice);
  prepare(mentor, Cast::scheme_of(number), begun, dice);
  if (dice.in_a_hundred(60)) mentor.steps.resize(mentor.steps.size() / 2);
  return mentor;
}

YoungPerson young_person_of_pair(const Cast& cast, int number, Day start) {
  Dice dice = cast.dice(Cast::For::young_person, number);
  return somebody_young(cast, number, Cast::scheme_of(number), start.plus_days(-dice.from(30, 80)), dice);
}

YoungPerson young_person_waiting(const Cast& cast, int number) {
  Dice dice = cast.dice(Cast::For::young_person, number);
  return somebody_young(cast, number, Cast::scheme_of(number), the_day().plus_days(-dice.from(3, 100)), dice);
}

}  // namespace mentor::bench
