#include "actions/people.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/errors.h"
#include "base/text.h"
#include "model/codec.h"
#include "model/schema.h"
#include "rules/state.h"

namespace mentor::actions {

namespace {

void must_come_before(std::string_view what, std::optional<Day> earlier, std::optional<Day> later) {
  if (!earlier || !later || *earlier <= *later) return;
  throw Trouble(Cause::usage, fmt::format("{}: {} comes after {}", what, earlier->iso(), later->iso()));
}

void check_days(const Step& step, Day today) {
  must_have_come("--on", step.on, today);
  must_have_come("--issued", step.issued, today);
  must_have_come("--ended", step.ended, today);
  must_come_before("--issued", step.issued, step.on);
}

/// A step must say what it is about, in the scheme's words.
void check_step(const Step& step, std::string_view scheme, const Facts& facts) {
  const auto needs = [&](const std::string& said, std::string_view option,
                         const std::vector<std::string>& choices) {
    if (!said.empty()) return;
    const std::string hint = choices.empty() ? "" : ", one of " + join(choices, ", ");
    throw Trouble(Cause::usage, fmt::format("'{}' needs {}{}", word(step.step), option, hint));
  };
  const auto words = [&](const std::string& said, std::string_view option, std::string_view vocabulary) {
    needs(said, option, facts.policies.words(scheme, vocabulary));
    must_be_word(option, said, vocabulary, scheme, facts);
  };
  if (step.step == StepKind::training) words(step.topic, "--topic", vocabulary::topics);
  if (step.step == StepKind::considered) words(step.topic, "--topic", vocabulary::considered);
  if (step.step == StepKind::qualification) words(step.level, "--level", vocabulary::qualifications);
  if (step.step == StepKind::professional_role && (!step.with || !step.ended)) {
    throw Trouble(Cause::usage, "'professional-role' needs --with and --ended");
  }
  if (step.step != StepKind::dbs) return;
  needs(step.level, "--level", Scalar<DbsLevel>::choices());
  if (!Scalar<DbsLevel>::read(step.level))
    throw Trouble(Cause::usage, "--level: " + not_a<DbsLevel>(step.level));
}

std::string ask_why_eligible(const MentorId& mentor, const EntryId& step) {
  return fmt::format(
      "why the role is eligible for the check is not recorded yet, add it with 'mentorctl amend {}/{} "
      "{}=TEXT': asking for a check that the role is not eligible for is an offence",
      mentor.view(), step.view(), key_of(&Step::eligible_because));
}

/// What is not recorded of a DBS check and will be missed.
std::vector<std::string> lacks_of_check(const MentorId& mentor, const Step& step) {
  std::vector<std::string> notes;
  if (step.step != StepKind::dbs) return notes;
  if (step.eligible_because.empty()) notes.push_back(ask_why_eligible(mentor, step.id));
  if (!step.workforce) {
    notes.push_back(
        fmt::format("the workforce is not recorded, and no rule that asks for one is met: 'mentorctl amend "
                    "{}/{} {}=child'",
                    mentor.view(), step.id.view(), key_of(&Step::workforce)));
  }
  return notes;
}

/// A concern is not over because the person has gone.
template <class PersonId>
std::vector<std::string> concerns_left(const PersonId& person, const Facts& facts) {
  std::vector<std::string> notes;
  for (const auto& [id, concern] : facts.records.concerns) {
    if (concern.about != person.view() || concern.closed) continue;
    notes.push_back(fmt::format("the concern {} about {} stays open", id.view(), person.view()));
  }
  return notes;
}

template <class Person>
Plan close_person(Person person, const Closing& closing, const Facts& facts) {
  if (rules::has_left(person, facts.today)) {
    throw Trouble(Cause::refused, fmt::format("{} has left the scheme already", person.id.view()));
  }
  for (const auto& each : person.reopened) must_come_before("--on", each.on, closing.on);
  std::vector<std::string> open;
  for (const Match* match : rules::matches_of(person.id, facts.records)) {
    for (const auto& ending : match->endings) must_come_before("--on", ending.on, closing.on);
    const MatchState state = rules::state_of(*match, facts.today);
    if (!rules::is_open(state)) continue;
    open.push_back(fmt::format("{}, which is {}", match->id.view(), word(state)));
  }
  if (!open.empty()) {
    throw refused("{} is still in the match {}: end or decline {} first", person.id.view(),
                  join(open, ", and "), open.size() == 1 ? "it" : "each");
  }
  person.closed.push_back(closing);
  person.closed.back().id = new_entry_id(facts, person.closed);
  const auto sentence = fmt::format("close {} as {}", person.id.view(), word(closing.as));
  auto notes = concerns_left(person.id, facts);
  Plan plan = plan_of(std::move(person), sentence);
  plan.notes = std::move(notes);
  return plan;
}

/// Whether it may be one of those who have the same name already, and are of the scheme or born on the same
/// day.
template <class Person, class People>
std::vector<std::string> namesakes(const Person& draft, const People& people) {
  std::vector<std::string> doubts;
  for (const auto& [id, person] : people) {
    const std::optional<Day> born = person.born;
    const bool same_day = born && born == std::optional<Day>(draft.born);
    const bool same_scheme = person.scheme == draft.scheme;
    if (fold(person.name) != fold(draft.name) || (!same_scheme && !same_day)) continue;
    const std::string_view both = same_day ? " and date of birth" : "";
    doubts.push_back(
        same_scheme ? fmt::format("{} has the same name{}: if it is the same person, go on with that record "
                                  "and close this one",
                                  id.view(), both)
                    : fmt::format("{} of the scheme {} has the same name{}: if it is the same person, settle "
                                  "which scheme goes on, and close the other record",
                                  id.view(), person.scheme, both));
  }
  return doubts;
}

/// A pen picture is written down, and the scheme asks for the step.
std::vector<std::string> lacks_of_pen_picture(const Mentor& mentor, const Facts& facts) {
  const auto* edition = facts.policies.in_force(mentor.scheme, facts.today);
  if (mentor.pen_picture.empty() || !edition || !edition->rule("readiness.pen_picture")) return {};
  return {
      fmt::format("the pen picture is written down, and the step is not: once they are trained, record it "
                  "with 'mentorctl vet {} pen-picture'",
                  mentor.id.view())};
}

/// Whether the two say who the mentor is alike.
void must_be_told_by(const Mentor& mentor, const Mentor& told) {
  if (told.name.empty() || fold(told.name) == fold(mentor.name)) return;
  throw usage("--from: the form has another name than {}, take the right one of the two or amend a name",
              mentor.id.view());
}

template <class Value>
void take_over(Value& there, const Value& told) {
  there = told;
}
/// Of the wishes too, what was not told stays as it was.
void take_over(std::optional<Wishes>& there, const std::optional<Wishes>& told) {
  Wishes wishes = there.value_or(Wishes());
  if (told->age) wishes.age = told->age;
  if (!told->gender.empty()) wishes.gender = told->gender;
  there = wishes;
}

/// What the form changes in the mentor's record, by its keys.
std::vector<std::string> keys_told(const Mentor& told) {
  std::vector<std::string> keys;
  for_each_field<Mentor>([&](const auto& each) {
    const auto& value = told.*(each.member);
    if constexpr (!std::is_same_v<std::remove_cvref_t<decltype(value)>, MentorId>) {
      if (!codec::absent(value)) keys.emplace_back(each.key);
    }
  });
  return keys;
}

/// The mentor with what they told in place of what stood there.
Mentor with_told(Mentor mentor, const Mentor& told) {
  must_be_told_by(mentor, told);
  for_each_field<Mentor>([&](const auto& each) {
    const auto& value = told.*(each.member);
    if constexpr (!std::is_same_v<std::remove_cvref_t<decltype(value)>, MentorId>) {
      if (!codec::absent(value)) take_over(mentor.*(each.member), value);
    }
  });
  return mentor;
}

}  // namespace

void check_new(const Mentor& draft, const Facts& facts) {
  must_be_scheme(draft.scheme, facts.policies);
  must_be_word("--role", draft.role, vocabulary::roles, draft.scheme, facts);
  must_have_come("--born", draft.born, facts.today);
  must_have_come("--enquired", draft.enquired, facts.today);
}

void check_new(const YoungPerson& draft, const Facts& facts) {
  must_be_scheme(draft.scheme, facts.policies);
  must_have_come("--born", draft.born, facts.today);
  must_have_come("--on", draft.referred.on, facts.today);
  must_have_come("--agreed-on", draft.agreed_on, facts.today);
  must_come_before("--born", draft.born, draft.referred.on);
  must_be_words("--need", draft.needs, vocabulary::areas, draft.scheme, facts);
  must_be_words("--group", draft.groups, vocabulary::groups, draft.scheme, facts);
  must_be_words("--support", draft.support, vocabulary::support, draft.scheme, facts);
}

Plan add_mentor(Mentor draft, const Facts& facts) {
  check_new(draft, facts);
  if (!draft.enquired) draft.enquired = facts.today;
  draft.id = chosen_id(facts, draft.id,
                       [&](const MentorId& id) { return facts.records.mentors.contains(id); });
  const auto sentence = fmt::format("add mentor {}", draft.id.view());
  auto doubts = namesakes(draft, facts.records.mentors);
  auto notes = lacks_of_pen_picture(draft, facts);
  Plan plan = plan_of(std::move(draft), sentence);
  plan.doubts = std::move(doubts);
  plan.notes = std::move(notes);
  return plan;
}

Plan vet(const std::vector<MentorId>& mentors, const std::vector<Step>& steps, const Mentor& told,
         const Facts& facts) {
  for (const auto& step : steps) check_days(step, facts.today);
  const bool tells = !told.pen_picture.empty() || !told.name.empty();
  if (tells && (steps.front().step != StepKind::pen_picture || mentors.size() > 1)) {
    throw usage("--text and --from are the pen picture of one mentor: vet MENTOR pen-picture --text TEXT");
  }
  if (tells && told.pen_picture.empty()) throw usage("--from: the form has no 'pen_picture', add it");
  Plan plan;
  for (const auto& id : mentors) {
    Mentor mentor = with_told(facts.records.mentors.at(id), told);
    for (const auto& step : steps) {
      check_step(step, mentor.scheme, facts);
      mentor.steps.push_back(step);
      mentor.steps.back().id = new_entry_id(facts, mentor.steps);
      std::ranges::move(lacks_of_check(id, mentor.steps.back()), std::back_inserter(plan.notes));
    }
    plan.ids.push_back(id.text());
    plan.records.emplace_back(std::move(mentor));
  }
  plan.sentence = fmt::format("record {} of {}", word(steps.front().step), join(plan.ids, ", "));
  if (!told.name.empty())
    plan.notes.push_back("from the form into the record: " + join(keys_told(told), ", "));
  return plan;
}

Plan refer(YoungPerson draft, const EetAnswer& eet, const Facts& facts) {
  check_new(draft, facts);
  must_be_words("--barrier", eet.barriers, vocabulary::barriers, draft.scheme, facts);
  if (!eet.barriers.empty() && !eet.status) throw Trouble(Cause::usage, "--barrier needs --eet");
  if (eet.status) {
    draft.eet.push_back({new_entry_id(facts, draft.eet), draft.referred.on, *eet.status, eet.barriers, {}});
  }
  draft.id = chosen_id(facts, draft.id,
                       [&](const YoungPersonId& id) { return facts.records.young_people.contains(id); });
  Plan plan;
  plan.ids = {draft.id.text()};
  plan.doubts = namesakes(draft, facts.records.young_people);
  plan.sentence = fmt::format("refer {}", draft.id.view());
  plan.act = rules::Act::refer;
  plan.subjects = {draft.id};
  plan.records.emplace_back(std::move(draft));
  return plan;
}

Plan close(const Id& person, Closing closing, const Facts& facts) {
  must_have_come("--on", closing.on, facts.today);
  if (const auto id = MentorId::parse(person.view()))
    return close_person(facts.records.mentors.at(*id), closing, facts);
  return close_person(facts.records.young_people.at(*YoungPersonId::parse(person.view())), closing, facts);
}

}  // namespace mentor::actions
