#include <algorithm>

#include "actions/people.h"
#include "cmd/commands.h"
#include "cmd/paper.h"
#include "cmd/reading.h"
#include "exchange/mentor_form.h"

namespace mentor::cmd {

namespace {

struct Options {
  std::vector<std::string>
      words;  ///< MENTOR… STEP: the step is the last, so that several mentors can stand before it
  Step step;
  std::vector<std::string> topics;
  std::optional<Day> on;
  std::string with;
  std::string text;
  std::string from;
  std::string by;
};

/// One step, or one for each topic.
std::vector<Step> steps_of(const Options& options, StepKind kind, Desk& desk) {
  Step step = options.step;
  step.step = kind;
  if (!options.with.empty()) step.with = desk.young_person(options.with);
  if (!options.by.empty()) step.as = options.by;
  step.on = options.on.value_or(desk.today());
  std::vector<Step> steps(std::max<std::size_t>(options.topics.size(), 1), step);
  for (std::size_t i = 0; i < options.topics.size(); ++i) steps[i].topic = options.topics[i];
  return steps;
}

/// What the mentor tells of themself: the pen picture, or all of a form.
Mentor told_by(const MentorId& mentor, const Options& options, const std::string& filled,
               const actions::Facts& facts) {
  Mentor told;
  if (!options.from.empty()) {
    const std::string& scheme = facts.records.mentors.at(mentor).scheme;
    told = exchange::read_mentor_form({filled, options.from, scheme}, facts.policies, facts.today);
  }
  if (!options.text.empty()) told.pen_picture = options.text;
  return told;
}

int run_vet(Call& call, const Options& options) {
  if (options.words.size() < 2)
    throw Trouble(Cause::usage, "vet needs a mentor and a step: vet MENTOR… STEP");
  StepKind kind{};
  take("STEP", options.words.back(), kind);
  actions::must_have_come("--on", options.on, call.today());
  actions::must_have_come("--issued", options.step.issued, call.today());
  actions::must_have_come("--ended", options.step.ended, call.today());
  const std::string filled = options.from.empty() ? "" : bytes_of("--from", options.from);
  return call.write("vet", [&](Desk& desk, const actions::Facts& facts) {
    const auto steps = steps_of(options, kind, desk);
    std::vector<MentorId> mentors;
    for (std::size_t i = 0; i + 1 < options.words.size(); ++i) {
      const auto mentor = desk.mentor(options.words[i]);
      if (std::ranges::find(mentors, mentor) == mentors.end()) mentors.push_back(mentor);
    }
    auto plan = actions::vet(mentors, steps, told_by(mentors.front(), options, filled, facts), facts);
    if (!options.from.empty())
      std::ranges::move(notes_on(filled, exchange::empty_mentor_form, facts), std::back_inserter(plan.notes));
    return plan;
  });
}

}  // namespace

void add_vet(Verb& verb) {
  auto options = std::make_shared<Options>();
  Step& step = options->step;
  verb.positionals("MENTOR... STEP", options->words,
                   "one or more mentors, then the step: " + join(Scalar<StepKind>::choices(), ", "));
  verb.option("--on", options->on, "the day it was done or seen; today when not given");
  verb.option("--topic", options->topics, "what the training was on, or what was considered");
  verb.field(step, &Step::level);
  verb.field(step, &Step::workforce);
  verb.field(step, &Step::barred_list);
  verb.field(step, &Step::eligible_because);
  verb.field(step, &Step::issued);
  verb.field(step, &Step::seen_by);
  verb.option("--with PERSON", options->with, "the young person with whom a professional role was held");
  verb.field(step, &Step::as);
  verb.field(step, &Step::ended);
  verb.option("--text", options->text, "the pen picture itself");
  verb.option("--from FILE", options->from,
              "the mentor's form, filled in after the training: what it says goes into their record");
  verb.option("--by", options->by, "who approved");
  verb.runs([options](Call& call) { return run_vet(call, *options); });
}

}  // namespace mentor::cmd
