#include "actions/events.h"

#include <fmt/format.h>

#include <algorithm>

#include "actions/event_steps.h"
#include "base/errors.h"
#include "model/schema.h"
#include "rules/state.h"

namespace mentor::actions {

namespace {

bool had_left(const Id& person, Day day, const Facts& facts) {
  if (const auto mentor = MentorId::parse(person.view()))
    return rules::has_left(facts.records.mentors.at(*mentor), day);
  return rules::has_left(facts.records.young_people.at(*YoungPersonId::parse(person.view())), day);
}

/// Whether the two may be one event that was logged twice; two trainings on different topics are not.
bool are_alike(const Event& one, const Event& other) {
  const auto is_on = [&](const std::string& topic) {
    return std::ranges::find(other.topics, topic) != other.topics.end();
  };
  return one.kind == other.kind && one.date == other.date && one.scheme == other.scheme &&
         (one.topics.empty() || other.topics.empty() || std::ranges::any_of(one.topics, is_on));
}

/// What is likely to be a slip, and is recorded all the same.
std::vector<std::string> doubts(const Event& event, const Facts& facts) {
  std::vector<std::string> doubts;
  for (const auto& [id, each] : facts.records.events) {
    if (!are_alike(each, event)) continue;
    doubts.push_back(fmt::format(
        "there is an event like this already, {}: amend or remove one if it is the same", id.view()));
  }
  for (const Id& id : event.invited) {
    if (!had_left(id, event.date, facts)) continue;
    doubts.push_back(fmt::format("{} had left the scheme by {}: amend the event if somebody else is meant",
                                 id.view(), event.date.in_words()));
  }
  return doubts;
}

void must_be_in_scheme(const Id& person, const Event& event, const Facts& facts) {
  const auto scheme = scheme_of(person, facts.records);
  if (scheme == event.scheme) return;
  throw Trouble(Cause::usage,
                fmt::format("{} is in the scheme '{}', not in '{}'", person.view(), scheme, event.scheme));
}

/// Of these people those who are known and were not among the others.
std::vector<Id> newcomers(const std::vector<Id>& people, const std::vector<Id>& others, const Facts& facts) {
  std::vector<Id> found;
  for (const Id& id : people) {
    const bool is_known = !scheme_of(id, facts.records).empty();
    if (is_known && std::ranges::find(others, id) == others.end()) found.push_back(id);
  }
  return found;
}

/// Each wish once, with an identifier; both must have come.
void check_wishes(Event& event, const Facts& facts) {
  std::vector<SeeAgain> wishes;
  for (auto& wish : event.see_again) {
    for (const Id& id : {wish.by, wish.whom}) {
      if (std::ranges::find(event.attended, id) != event.attended.end()) continue;
      throw Trouble(Cause::usage,
                    fmt::format("--see-again: {} did not come, add --attended {}", id.view(), id.view()));
    }
    if (wish.by == wish.whom)
      throw Trouble(Cause::usage, fmt::format("--see-again: {} stands there twice", wish.by.view()));
    const auto same = [&](const SeeAgain& each) { return each.by == wish.by && each.whom == wish.whom; };
    if (std::ranges::any_of(wishes, same)) continue;
    wish.id = new_entry_id(facts, wishes);
    wishes.push_back(std::move(wish));
  }
  event.see_again = std::move(wishes);
}

}  // namespace

Plan log_event(Event draft, const Facts& facts) {
  must_be_scheme(draft.scheme, facts.policies);
  must_be_word("KIND", draft.kind, vocabulary::event_kinds, draft.scheme, facts);
  must_have_come("--date", draft.date, facts.today);
  for (const auto& id : draft.attended) {
    if (std::ranges::find(draft.invited, id) == draft.invited.end()) draft.invited.push_back(id);
  }
  for (const auto& id : draft.invited) must_be_in_scheme(id, draft, facts);
  check_wishes(draft, facts);
  draft.id = chosen_id(facts, draft.id, [&](const EventId& id) { return facts.records.events.contains(id); });
  std::vector<std::string> notes;
  settle_topics(draft, facts, notes);
  const auto sentence = fmt::format("log {} {}", draft.kind, draft.id.view());
  Plan plan = plan_of(draft, sentence);
  plan.notes = std::move(notes);
  plan.doubts = doubts(draft, facts);
  plan.tells = true;
  add_steps(plan, draft, facts);
  return plan;
}

void follow_correction(Plan& plan, const Event& before, const Event& after, const Facts& facts) {
  for (const Id& id : newcomers(after.invited, before.invited, facts)) must_be_in_scheme(id, after, facts);
  Event with_newcomers = after;
  with_newcomers.attended = newcomers(after.attended, before.attended, facts);
  for (const Id& id : with_newcomers.attended) must_be_in_scheme(id, after, facts);
  tell_of_steps_left(plan, before, after);
  tell_of_no_topics(plan, with_newcomers);
  add_steps(plan, with_newcomers, facts);
}

}  // namespace mentor::actions
