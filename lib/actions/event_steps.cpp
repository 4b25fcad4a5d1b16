#include "actions/event_steps.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/schema.h"
#include "rules/readiness.h"

namespace mentor::actions {

namespace {

using Texts = std::vector<std::string>;

/// The step that a kind of event counts as, if it does.
std::optional<StepKind> step_of(const Event& event) {
  for (const StepKind kind : {StepKind::information_session, StepKind::training}) {
    if (event.kind == word(kind)) return kind;
  }
  return std::nullopt;
}

std::vector<MentorId> mentors_who_came(const Event& event) {
  std::vector<MentorId> mentors;
  for (const Id& id : event.attended) {
    if (const auto mentor = MentorId::parse(id.view())) mentors.push_back(*mentor);
  }
  return mentors;
}

/// The topics that one event covers by the policy of its day; none where each has an event of its own.
Texts covered_at_once(const Event& event, const Facts& facts) {
  Problems problems;  // said when the rules were bound
  const rules::Editions<rules::TrainingAsks> editions("readiness.training",
                                                      facts.policies.editions(event.scheme), problems);
  const auto* terms = editions.on(event.date);
  return terms && terms->asks.at_once.value_or(false) ? terms->asks.topics : Texts();
}

Texts once_each(const Texts& texts) {
  Texts found;
  for (const auto& each : texts) {
    if (std::ranges::find(found, each) == found.end()) found.push_back(each);
  }
  return found;
}

/// The steps that the event counts as, their identifiers still to come.
std::vector<Step> steps_of(const Event& event, StepKind kind) {
  Step step;
  step.step = kind;
  step.on = event.date;
  if (kind != StepKind::training) return {step};
  std::vector<Step> steps(event.topics.size(), step);
  for (std::size_t i = 0; i < steps.size(); ++i) steps[i].topic = event.topics[i];
  return steps;
}

bool has_step(const Mentor& mentor, const Step& step) {
  return std::ranges::any_of(mentor.steps, [&](const Step& each) {
    return each.step == step.step && each.on == step.on && each.topic == step.topic;
  });
}

/// `training on boundaries, safeguarding`.
std::string in_words(const std::vector<Step>& steps) {
  Texts topics;
  for (const auto& each : steps) {
    if (!each.topic.empty()) topics.push_back(each.topic);
  }
  const std::string_view kind = word(steps.front().step);
  return topics.empty() ? std::string(kind) : fmt::format("{} on {}", kind, join(topics, ", "));
}

/// Of the steps those that the mentor has already, or has not.
std::vector<Step> those(const std::vector<Step>& steps, const Mentor& mentor, bool known) {
  std::vector<Step> found;
  for (const Step& step : steps) {
    if (has_step(mentor, step) == known) found.push_back(step);
  }
  return found;
}

/// What was given to whom: those to whom the same was are told of together.
class Told {
 public:
  void add(const Mentor& mentor, const std::vector<Step>& steps) {
    if (steps.empty()) return;
    const std::string what = in_words(steps);
    auto same = std::ranges::find(told_, what, &std::pair<std::string, Texts>::first);
    if (same == told_.end()) same = told_.insert(same, {what, {}});
    same->second.push_back(mentor.id.text());
  }
  void tell(Texts& notes, std::string_view how) const {
    for (const auto& [what, who] : told_)
      notes.push_back(fmt::format("{} {}: {}", how, join(who, ", "), what));
  }

 private:
  std::vector<std::pair<std::string, Texts>> told_;
};

}  // namespace

void settle_topics(Event& event, const Facts& facts, std::vector<std::string>& notes) {
  const bool is_training = step_of(event) == StepKind::training;
  if (!is_training && !event.topics.empty())
    throw usage("--topic: a training is on topics, and this is {}", in_quotes(event.kind));
  must_be_words("--topic", event.topics, vocabulary::topics, event.scheme, facts);
  event.topics = once_each(event.topics);
  if (!is_training || !event.topics.empty() || mentors_who_came(event).empty()) return;
  const Texts known = facts.policies.words(event.scheme, vocabulary::topics);
  event.topics = covered_at_once(event, facts);
  if (!event.topics.empty()) {
    notes.push_back(
        fmt::format("the training counts for all its topics: {}; name those that it was on with "
                    "--topic where these were fewer",
                    join(event.topics, ", ")));
  } else if (!known.empty()) {
    throw usage("--topic is missing: say what the training was on, of {}", join(known, ", "));
  } else {
    notes.push_back(fmt::format("the scheme {} has no topics of training, so nobody was given a step",
                                in_quotes(event.scheme)));
  }
}

void add_steps(Plan& plan, const Event& event, const Facts& facts) {
  const auto kind = step_of(event);
  const auto steps = kind ? steps_of(event, *kind) : std::vector<Step>();
  if (steps.empty()) return;
  Told given;
  Told known;
  for (const MentorId& id : mentors_who_came(event)) {
    Mentor mentor = facts.records.mentors.at(id);
    known.add(mentor, those(steps, mentor, true));
    const auto missing = those(steps, mentor, false);
    given.add(mentor, missing);
    if (missing.empty()) continue;
    for (const Step& step : missing) {
      mentor.steps.push_back(step);
      mentor.steps.back().id = new_entry_id(facts, mentor.steps);
    }
    plan.records.emplace_back(std::move(mentor));
  }
  given.tell(plan.notes, "recorded for");
  known.tell(plan.notes, "recorded before, and left as it was, for");
  if (plan.records.size() > 1)
    plan.notes.emplace_back(
        "to amend the day or the topics of the event later, or to take somebody out, changes no step of "
        "theirs: amend those too");
}

void tell_of_no_topics(Plan& plan, const Event& event) {
  const auto mentors = mentors_who_came(event);
  if (step_of(event) != StepKind::training || !event.topics.empty() || mentors.empty()) return;
  plan.notes.push_back(
      fmt::format("the training says no topics, so nobody was given a step: record them with "
                  "'mentorctl vet {} training --topic TOPIC'",
                  mentors.front().view()));
}

void tell_of_steps_left(Plan& plan, const Event& before, const Event& after) {
  if (!step_of(before)) return;
  const bool is_another = before.kind != after.kind || before.date != after.date ||
                          before.topics != after.topics;
  Texts left;
  for (const MentorId& id : mentors_who_came(before)) {
    const bool is_out = std::ranges::find(after.attended, Id(id)) == after.attended.end();
    if (is_another || is_out) left.push_back(id.text());
  }
  if (left.empty()) return;
  plan.notes.push_back(fmt::format("the steps that {} got from the event stay as they are: amend those too",
                                   join(left, ", ")));
}

}  // namespace mentor::actions
