#include "actions/support.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/errors.h"
#include "base/text.h"
#include "model/schema.h"
#include "rules/state.h"

namespace mentor::actions {

namespace {

std::vector<const Match*> matches_of(const Id& person, const Register& records) {
  if (const auto mentor = MentorId::parse(person.view())) return rules::matches_of(*mentor, records);
  return rules::matches_of(*YoungPersonId::parse(person.view()), records);
}

/// Their matches that ran on that day; where none did, those that ran themselves.
std::vector<std::string> matches_on(const Id& person, Day on, const Register& records) {
  std::vector<std::string> running;
  std::vector<std::string> self_managed;
  for (const Match* match : matches_of(person, records)) {
    const MatchState state = rules::state_of(*match, on);
    if (rules::is_running(state)) running.emplace_back(match->id.view());
    if (state == MatchState::self_managed) self_managed.emplace_back(match->id.view());
  }
  return running.empty() ? self_managed : running;
}

/// A person's own log is of conversations with them, or with the key adult of a young person.
void must_be_with(const Id& keeper, Counterpart with) {
  const bool fits = keeper.kind() == MatchId::letter ||
                    (with == Counterpart::mentor) == (keeper.kind() == MentorId::letter);
  if (fits) return;
  throw usage("--with: {} is in no match on that day, so a check-in of theirs is with the {}", keeper.view(),
              keeper.kind() == MentorId::letter ? "mentor" : "young-person or the key-adult");
}

Match with_focus(const Id& keeper, const std::string& focus, const Facts& facts) {
  const auto match = MatchId::parse(keeper.view());
  if (!match) throw usage("--focus: {} is no match, and a match alone has a focus", keeper.view());
  Match focused = facts.records.matches.at(*match);
  focused.focus = focus;
  return focused;
}

/// The goal that is meant, among the match's.
Goal& goal_of(Match& match, const GoalNews& news) {
  if (news.goal) {
    const auto found = std::ranges::find(match.goals, *news.goal, &Goal::id);
    if (found == match.goals.end())
      throw usage("--goal: there is no goal '{}' in {}", news.goal->view(), match.id.view());
    return *found;
  }
  std::vector<std::string> open;
  for (const auto& each : match.goals) {
    if (!each.closed) open.emplace_back(each.id.view());
  }
  if (open.empty()) throw usage("{} has no open goal", match.id.view());
  if (open.size() > 1 || news.outcome.empty())
    throw usage("--goal is missing: say which, {} has {}", match.id.view(), join(open, ", "));
  return *std::ranges::find_if(match.goals, [](const Goal& each) { return !each.closed; });
}

}  // namespace

Id keeper_of_check_ins(const Id& person, Day on, const Facts& facts) {
  const auto matches = matches_on(person, on, facts.records);
  if (matches.empty()) return person;
  if (matches.size() == 1) return *Id::parse(matches.front());
  throw usage("{} is in several matches, {}: say which", person.view(), join(matches, ", "));
}

Plan check_in(const Id& keeper, CheckIn draft, const std::string& focus, const Facts& facts) {
  must_have_come("--date", draft.date, facts.today);
  if (draft.asked && *draft.asked > draft.date)
    throw usage("--asked: {} comes after the check-in on {}", draft.asked->iso(), draft.date.iso());
  must_be_with(keeper, draft.with);
  const CheckInLog* known = find(facts.records.check_ins, keeper);
  CheckInLog log = known ? *known : CheckInLog{keeper, {}, {}, {}};
  draft.id = new_entry_id(facts, log.entries, draft.id);
  Plan plan;
  plan.ids = {fmt::format("{}/{}", keeper.view(), draft.id.view())};
  plan.sentence = fmt::format("log the check-in {} of {}", draft.id.view(), keeper.view());
  log.entries.push_back(std::move(draft));
  plan.records.emplace_back(std::move(log));
  if (!focus.empty()) plan.records.emplace_back(with_focus(keeper, focus, facts));
  return plan;
}

Plan set_goal(const MatchId& match, Goal draft, const Facts& facts) {
  Match changed = facts.records.matches.at(match);
  must_have_come("--set", draft.set, facts.today);
  must_be_word("--area", draft.area, vocabulary::areas, changed.scheme, facts);
  const EntryId id = draft.id = new_entry_id(facts, changed.goals);
  changed.goals.push_back(std::move(draft));
  return plan_of_entry(std::move(changed), id, fmt::format("set the goal {} of {}", id.view(), match.view()));
}

Plan close_goal(const MatchId& match, const GoalNews& news, const Facts& facts) {
  must_have_come("--closed", news.closed, facts.today);
  Match changed = facts.records.matches.at(match);
  Goal& goal = goal_of(changed, news);
  const bool was_open = !goal.closed;
  if (!news.outcome.empty()) goal.outcome = news.outcome;
  if (news.closed || was_open) goal.closed = news.closed.value_or(facts.today);
  if (*goal.closed < goal.set)
    throw usage("--closed: {} is before the goal was set on {}", goal.closed->iso(), goal.set.iso());
  const EntryId id = goal.id;
  return plan_of_entry(
      std::move(changed), id,
      fmt::format("{} the goal {} of {}", was_open ? "close" : "update", id.view(), match.view()));
}

Plan reflect(const MatchId& match, Reflection draft, const Facts& facts) {
  must_have_come("--on", draft.on, facts.today);
  Match changed = facts.records.matches.at(match);
  const EntryId id = draft.id = new_entry_id(facts, changed.reflections);
  changed.reflections.push_back(std::move(draft));
  return plan_of_entry(std::move(changed), id, fmt::format("record a reflection in {}", match.view()));
}

Plan survey(const YoungPersonId& person, const Answers& answers, const Facts& facts) {
  must_have_come("--on", answers.on, facts.today);
  YoungPerson asked = facts.records.young_people.at(person);
  must_be_words("--barrier", answers.eet.barriers, vocabulary::barriers, asked.scheme, facts);
  if (answers.trust || answers.listens) {
    asked.surveys.push_back(
        {new_entry_id(facts, asked.surveys), answers.on, answers.trust, answers.listens, {}});
  }
  if (answers.eet.status) {
    asked.eet.push_back(
        {new_entry_id(facts, asked.eet), answers.on, *answers.eet.status, answers.eet.barriers, {}});
  }
  return plan_of(std::move(asked), fmt::format("record answers of {}", person.view()));
}

}  // namespace mentor::actions
