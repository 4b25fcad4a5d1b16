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

}  // namespace

Plan log_event(Event draft, const Facts& facts) {
  must_be_scheme(draft.scheme, facts);
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
  draft.id = chosen_id(facts, draft.id, [&](const EventId& id) { return facts.records.events.contains(id); });
  Plan plan;
  plan.ids = {draft.id.text()};
  plan.sentence = fmt::format("log {} {}", draft.kind, draft.id.view());
  plan.records.emplace_back(std::move(draft));
  return plan;
}

}  // namespace mentor::actions
