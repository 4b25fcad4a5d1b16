#include "matching/meeting.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "matching/rounds.h"
#include "matching/suggestion.h"
#include "rules/pair.h"

namespace mentor::matching {

namespace {

using Texts = std::vector<std::string>;
using Numbers = std::set<std::size_t>;

/// Why a young person can meet nobody at all; empty when they can.
std::string absence(const YoungPerson& person, const Register& records, Day today) {
  if (rules::has_left(person, today)) return "has left the scheme";
  if (person.referred.on > today) return fmt::format("is referred on {}", person.referred.on.in_words());
  for (const Match* match : rules::matches_of(person.id, records)) {
    const MatchState state = rules::state_of(*match, today);
    if (rules::is_open(state))
      return fmt::format("is in the match {}, which is {}", match->id.view(), word(state));
  }
  return {};
}

/// The people on one side of these meetings, by number.
Numbers who_meets(const Meetings& meetings, std::size_t Meeting::*side) {
  Numbers numbers;
  for (const auto& each : meetings) numbers.insert(each.*side);
  return numbers;
}

/// The people of an event, each with a number, and what comes of asking whom they could be matched with.
class Planner {
 public:
  Planner(const std::vector<Id>& people, const Pool& pool)
      : pool_(pool), records_(pool.records()), today_(pool.today()) {
    for (const Id& id : std::set<Id>(people.begin(), people.end())) {
      if (const auto mentor = MentorId::parse(id.view())) {
        numbers_.emplace(*mentor, mentors_.size());
        mentors_.push_back(&records_.mentors.at(*mentor));
      } else {
        young_people_.push_back(&records_.young_people.at(*YoungPersonId::parse(id.view())));
      }
    }
    against_.resize(mentors_.size());
    for (std::size_t number = 0; number < young_people_.size(); ++number) ask(number);
  }

  [[nodiscard]] MeetingPlan plan(std::optional<std::size_t> most_rounds) const {
    const Meetings held = most_rounds ? most_promising(possible_, *most_rounds) : possible_;
    MeetingPlan plan;
    for (const Meetings& round : rounds_of(held)) plan.rounds.push_back(named(round, held));
    plan.rounds_for_all = held == possible_ ? plan.rounds.size() : rounds_of(possible_).size();
    for (const Meeting& each : possible_) {
      if (std::ranges::find(held, each) == held.end()) plan.unmet.push_back(named(each));
    }
    add_left_out(young_people_, who_meets(held, &Meeting::young_person),
                 who_meets(possible_, &Meeting::young_person), plan.left_out);
    add_left_out(mentors_, who_meets(held, &Meeting::mentor), who_meets(possible_, &Meeting::mentor),
                 plan.left_out);
    return plan;
  }

 private:
  /// Whom that young person could meet, and what stands against the others.
  void ask(std::size_t number) {
    const YoungPerson& person = *young_people_[number];
    if (!absence(person, records_, today_).empty()) return;
    const Suggestion suggestion = pool_.suggest(person);
    for (const auto& each : suggestion.candidates) {
      const auto mentor = numbers_.find(each.mentor->id);
      if (mentor != numbers_.end()) possible_.push_back({number, mentor->second, each.score});
    }
    for (const auto& each : suggestion.not_ready) {
      const auto mentor = numbers_.find(each.mentor->id);
      if (mentor != numbers_.end()) note(each, against_[mentor->second]);
    }
  }

  /// Each sentence once, whichever young people it is about.
  static void note(const NotReady& not_ready, Texts& against) {
    Texts sentences = not_ready.because;
    for (const auto& each : not_ready.findings) sentences.push_back(each.message);
    for (auto& each : sentences) {
      if (std::ranges::find(against, each) == against.end()) against.push_back(std::move(each));
    }
  }

  [[nodiscard]] MeetingOfTwo named(const Meeting& meeting) const {
    return {young_people_[meeting.young_person], mentors_[meeting.mentor], meeting.score};
  }
  [[nodiscard]] Round named(const Meetings& meetings, const Meetings& held) const {
    Round round;
    for (const Meeting& each : meetings) round.meetings.push_back(named(each));
    const auto add_free = [&](const auto& people, std::size_t Meeting::*side) {
      const Numbers busy = who_meets(meetings, side);
      for (const std::size_t number : who_meets(held, side)) {
        if (!busy.contains(number)) round.free.push_back(people[number]->id);
      }
    };
    add_free(young_people_, &Meeting::young_person);
    add_free(mentors_, &Meeting::mentor);
    return round;
  }

  template <class People>
  void add_left_out(const People& people, const Numbers& meet, const Numbers& could,
                    std::vector<Absent>& left_out) const {
    for (std::size_t number = 0; number < people.size(); ++number) {
      if (meet.contains(number)) continue;
      Absent absent{people[number]->id, {"there are too few rounds for a meeting with anybody"}};
      if (!could.contains(number)) absent.because = why(*people[number], number);
      left_out.push_back(std::move(absent));
    }
  }

  [[nodiscard]] Texts why(const YoungPerson& person, std::size_t) const {
    std::string absent = absence(person, records_, today_);
    if (!absent.empty()) return {std::move(absent)};
    return {fmt::format("no mentor who comes could be matched with them now, 'mentorctl suggest {}' says why",
                        person.id.view())};
  }
  [[nodiscard]] Texts why(const Mentor& mentor, std::size_t number) const {
    if (!against_[number].empty()) return against_[number];
    if (rules::has_left(mentor, today_)) return {"has left the scheme"};
    return {"no young person comes whom they could meet"};
  }

  const Pool& pool_;
  const Register& records_;
  Day today_;
  std::vector<const YoungPerson*> young_people_;
  std::vector<const Mentor*> mentors_;
  std::map<Id, std::size_t> numbers_;  ///< of the mentors
  Meetings possible_;
  std::vector<Texts> against_;  ///< what stands against a match, by mentor
};

}  // namespace

std::vector<Id> those_to_meet(std::string_view scheme, const Register& records, Day today) {
  std::vector<Id> people;
  for (const auto& [id, person] : records.young_people) {
    if (!rules::takes_part(person, scheme, today)) continue;
    const auto state = rules::state_of(person, records, today);
    if (state == YoungPersonState::waiting || state == YoungPersonState::proposed) people.emplace_back(id);
  }
  for (const auto& [id, mentor] : records.mentors) {
    if (mentor.scheme == scheme && !rules::has_left(mentor, today)) people.emplace_back(id);
  }
  return people;
}

MeetingPlan plan_meeting(const std::vector<Id>& people, const Pool& pool,
                         std::optional<std::size_t> most_rounds) {
  return Planner(people, pool).plan(most_rounds);
}

}  // namespace mentor::matching
