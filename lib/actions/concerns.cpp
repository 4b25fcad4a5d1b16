#include "actions/concerns.h"

#include <fmt/format.h>

#include "base/errors.h"
#include "rules/state.h"

namespace mentor::actions {

namespace {

Plan plan_to(std::string_view verb, Concern concern) {
  const auto sentence = fmt::format("{} concern {}", verb, concern.id.view());
  return plan_of(std::move(concern), sentence);
}

/// Throws Trouble (usage) when the day is before the other, on which `what` happened.
void must_not_be_before(Day day, std::optional<Day> other, std::string_view what) {
  if (!other || day >= *other) return;
  throw Trouble(Cause::usage,
                fmt::format("--on: {} is before it was {} on {}", day.iso(), what, other->iso()));
}

void must_be_new(const Concern& concern, std::optional<Day> day, std::string_view what) {
  if (!day) return;
  throw Trouble(Cause::refused, fmt::format("the concern {} was {} on {} already, correct it with 'mentorctl "
                                            "amend'",
                                            concern.id.view(), what, day->iso()));
}

/// Nothing new starts while a concern about a mentor is open; what runs, people must pause themselves.
void add_what_is_held(const MentorId& mentor, Plan& plan, const Facts& facts) {
  plan.notes.push_back(fmt::format("nothing new starts with {} until it is closed", mentor.view()));
  for (const Match* match : rules::matches_of(mentor, facts.records)) {
    if (rules::state_of(*match, facts.today) != MatchState::active) continue;
    plan.notes.push_back(fmt::format("{0} still runs, pause it: pause {0}", match->id.view()));
  }
}

/// What goes on with the mentor when that concern is closed: nothing while another is open.
void add_what_is_free(const MentorId& mentor, const ConcernId& closed, Plan& plan, const Facts& facts) {
  for (const auto& [id, concern] : facts.records.concerns) {
    if (id == closed || concern.about != mentor.view() || concern.closed) continue;
    plan.notes.push_back(fmt::format("the concern {} about {} is still open", id.view(), mentor.view()));
    return;
  }
  for (const Match* match : rules::matches_of(mentor, facts.records)) {
    if (rules::state_of(*match, facts.today) != MatchState::paused) continue;
    plan.notes.push_back(fmt::format("{0} is paused and can go on: resume {0}", match->id.view()));
  }
}

}  // namespace

Plan raise_concern(Concern draft, const Facts& facts) {
  must_have_come("--on", draft.raised, facts.today);
  draft.id = chosen_id(facts, draft.id,
                       [&](const ConcernId& id) { return facts.records.concerns.contains(id); });
  const std::string about = draft.about;
  Plan plan = plan_to("raise", std::move(draft));
  plan.notes.emplace_back("it is to be passed on within a day: concern pass-on " + plan.ids.front());
  if (const auto mentor = MentorId::parse(about)) add_what_is_held(*mentor, plan, facts);
  return plan;
}

Plan pass_on_concern(const ConcernId& concern, const PassingOn& passing_on, const Facts& facts) {
  must_have_come("--on", passing_on.on, facts.today);
  Concern passed = facts.records.concerns.at(concern);
  must_be_new(passed, passed.passed_on, "passed on");
  must_not_be_before(passing_on.on, passed.raised, "raised");
  passed.passed_to = passing_on.to;
  passed.passed_on = passing_on.on;
  if (!passing_on.reference.empty()) passed.reference = passing_on.reference;
  return plan_to("pass on", std::move(passed));
}

Plan close_concern(const ConcernId& concern, Day on, const Facts& facts) {
  must_have_come("--on", on, facts.today);
  Concern closed = facts.records.concerns.at(concern);
  must_be_new(closed, closed.closed, "closed");
  must_not_be_before(on, closed.raised, "raised");
  must_not_be_before(on, closed.passed_on, "passed on");
  closed.closed = on;
  const bool was_passed_on = closed.passed_on.has_value();
  const std::string about = closed.about;
  Plan plan = plan_to("close", std::move(closed));
  if (!was_passed_on) {
    plan.notes.push_back(
        fmt::format("it was never passed on, which is still found: concern pass-on {}", concern.view()));
  }
  if (const auto mentor = MentorId::parse(about)) add_what_is_free(*mentor, concern, plan, facts);
  return plan;
}

}  // namespace mentor::actions
