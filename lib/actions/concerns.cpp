#include "actions/concerns.h"

#include <fmt/format.h>

#include "base/errors.h"

namespace mentor::actions {

namespace {

Plan plan_of(Concern concern, std::string_view verb) {
  Plan plan;
  plan.ids = {concern.id.text()};
  plan.sentence = fmt::format("{} concern {}", verb, concern.id.view());
  plan.records.emplace_back(std::move(concern));
  return plan;
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

}  // namespace

Plan raise_concern(Concern draft, const Facts& facts) {
  must_have_come("--on", draft.raised, facts.today);
  draft.id = chosen_id(facts, draft.id,
                       [&](const ConcernId& id) { return facts.records.concerns.contains(id); });
  const std::string about = draft.about;
  Plan plan = plan_of(std::move(draft), "raise");
  if (MentorId::parse(about)) {
    plan.notes.push_back(
        fmt::format("the matches of {} are held until it is closed: nothing new starts", about));
  }
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
  return plan_of(std::move(passed), "pass on");
}

Plan close_concern(const ConcernId& concern, Day on, const Facts& facts) {
  must_have_come("--on", on, facts.today);
  Concern closed = facts.records.concerns.at(concern);
  must_be_new(closed, closed.closed, "closed");
  must_not_be_before(on, closed.raised, "raised");
  must_not_be_before(on, closed.passed_on, "passed on");
  closed.closed = on;
  return plan_of(std::move(closed), "close");
}

}  // namespace mentor::actions
