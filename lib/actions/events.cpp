#include "actions/events.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/errors.h"
#include "model/schema.h"

namespace mentor::actions {

namespace {

const std::string& scheme_of(const Id& person, const Facts& facts) {
  if (const auto mentor = MentorId::parse(person.view())) return facts.records.mentors.at(*mentor).scheme;
  return facts.records.young_people.at(*YoungPersonId::parse(person.view())).scheme;
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
  for (const auto& id : draft.invited) {
    if (const std::string& scheme = scheme_of(id, facts); scheme != draft.scheme) {
      throw Trouble(Cause::usage,
                    fmt::format("{} is in the scheme '{}', not in '{}'", id.view(), scheme, draft.scheme));
    }
  }
  check_wishes(draft, facts);
  draft.id = chosen_id(facts, draft.id, [&](const EventId& id) { return facts.records.events.contains(id); });
  const auto sentence = fmt::format("log {} {}", draft.kind, draft.id.view());
  Plan plan = plan_of(std::move(draft), sentence);
  plan.tells = true;
  return plan;
}

}  // namespace mentor::actions
