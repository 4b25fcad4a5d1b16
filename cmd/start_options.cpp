#include "cmd/start_options.h"

#include <algorithm>

#include "rules/state.h"

namespace mentor::cmd {

namespace {

bool lacks_yes(const Match& match, Side side, Day today) {
  const Decision* decision = rules::latest_decision(match, side, today);
  return !decision || !decision->yes;
}

/// Whether the rule names that side.
bool names(const policy::RawRule& rule, Side side) {
  const Member* by = rule.parameters.find("by");
  return by &&
         std::ranges::any_of(by->value.items, [&](const Value& each) { return each.text == word(side); });
}

Gap gap_of_yes(const Match& match, const policy::RawRule* rule, Day today) {
  Gap gap;
  for (const Side side : {Side::young_person, Side::mentor}) {
    if (!lacks_yes(match, side, today)) continue;
    gap.lacks = true;
    gap.wanted |= rule && names(*rule, side);
  }
  return gap;
}

}  // namespace

void add_start_options(Verb& verb, StartOptions& options, const std::function<bool()>& begins) {
  const auto fill = [&begins](const Gap& gap, Question& question) {
    question.only_if([begins, &gap] { return begins() && gap.lacks; }).wanted_if([&gap] {
      return gap.wanted;
    });
  };
  auto& [terms, yes, contacts, meeting, activity, broker, focus] = options;
  FirstMeeting& first = terms.first_meeting;
  fill(yes, verb.option("--agreed", terms.agreed, "who has said yes", Needed::offered));
  fill(contacts, verb.flag("--contacts-given", terms.contacts_given,
                           "the mentor was given the emergency contacts", Needed::offered));
  fill(meeting, verb.option("--first-meeting", first.date, "the day they first meet", Needed::offered));
  fill(activity, verb.field(first, &FirstMeeting::activity, Needed::offered));
  fill(broker, verb.field(first, &FirstMeeting::brokered_by, Needed::offered));
  fill(focus, verb.option("--focus", terms.focus, "what the two agreed to work on", Needed::offered));
}

void look_for_gaps(StartOptions& options, const Match& match, std::string_view scheme, Desk& desk) {
  const policy::Edition* edition = desk.policies().in_force(scheme, desk.today());
  const auto rule = [&](std::string_view name) { return edition ? edition->rule(name) : nullptr; };
  const FirstMeeting first = match.first_meeting.value_or(FirstMeeting());
  const bool meets = rule("match.first_meeting") != nullptr;
  options.yes = gap_of_yes(match, rule("match.decision"), desk.today());
  const bool given = match.contacts_given.value_or(false);
  options.contacts = {!given, !given && rule("match.contacts") != nullptr};
  options.meeting = {!first.date, false};
  options.activity = {first.activity.empty(), first.activity.empty() && meets};
  options.broker = {first.brokered_by.empty(), first.brokered_by.empty() && meets};
  options.focus = {match.focus.empty(), false};
}

}  // namespace mentor::cmd
