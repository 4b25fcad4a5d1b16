#include <algorithm>

#include "actions/people.h"
#include "cmd/commands.h"
#include "cmd/paper.h"
#include "cmd/reading.h"
#include "exchange/mentor_form.h"

namespace mentor::cmd {

namespace {

struct VetOptions {
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
std::vector<Step> steps_of(const VetOptions& options, StepKind kind, Desk& desk) {
  Step step = options.step;
  step.step = kind;
  if (!options.with.empty()) step.with = desk.young_person(options.with);
  if (!options.by.empty()) step.as = options.by;
  step.on = options.on.value_or(desk.today());
  std::vector<Step> steps(std::max<std::size_t>(options.topics.size(), 1), step);
  for (std::size_t i = 0; i < options.topics.size(); ++i) steps[i].topic = options.topics[i];
  return steps;
}

/// The step that was told, if one was.
std::optional<StepKind> kind_of(const VetOptions& options) {
  if (options.words.empty()) return std::nullopt;
  return Scalar<StepKind>::read(options.words.back());
}

bool has_mentor(const VetOptions& options) { return options.words.size() > (kind_of(options) ? 1U : 0U); }

/// What the mentor tells of themself: the pen picture, or all of a form.
Mentor told_by(const MentorId& mentor, const VetOptions& options, const std::string& filled,
               const actions::Facts& facts) {
  Mentor told;
  if (!options.from.empty()) {
    const std::string& scheme = facts.records.mentors.at(mentor).scheme;
    told = exchange::read_mentor_form({filled, options.from, scheme}, facts.policies, facts.today);
  }
  if (!options.text.empty()) told.pen_picture = options.text;
  return told;
}

int run_vet(Call& call, const VetOptions& options) {
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

/// The mentors stand before the step; on a terminal one is asked after the other.
void add_who_and_what(Verb& verb, const std::shared_ptr<VetOptions>& options) {
  verb.positionals("MENTOR... STEP", options->words,
                   "one or more mentors, then the step: " + join(Scalar<StepKind>::choices(), ", "))
      .answered_if([] { return true; });
  verb.question({"MENTOR", "", "the mentor: identifier, the beginning of one, or name", Needed::yes},
                [options](const std::string& text) { options->words.insert(options->words.begin(), text); })
      .among(Names::mentor)
      .answered_if([options] { return has_mentor(*options); });
  OptionHelp step{"STEP", "", "the step", Needed::yes, Repeats::no, Scalar<StepKind>::choices()};
  step.meanings = meanings<StepKind>();
  verb.question(step,
                [options](const std::string& text) {
                  StepKind kind{};
                  take("STEP", text, kind);
                  options->words.push_back(text);
                })
      .answered_if([options] { return options->words.size() > 1 || kind_of(*options).has_value(); });
}

}  // namespace

void add_vet(Verb& verb) {
  auto options = std::make_shared<VetOptions>();
  Step& step = options->step;
  const auto is = [options](std::initializer_list<StepKind> kinds) {
    return [options, kinds = std::vector(kinds)] {
      const auto kind = kind_of(*options);
      return kind && std::ranges::find(kinds, *kind) != kinds.end();
    };
  };
  const auto is_dbs = is({StepKind::dbs});
  const auto is_role = is({StepKind::professional_role});
  add_who_and_what(verb, options);
  verb.day("--on", options->on, "the day it was done or seen");
  verb.option("--topic", options->topics, "what the training was on, or what was considered")
      .asked_if(is({StepKind::training, StepKind::considered}));
  verb.field(step, &Step::level).asked_if(is({StepKind::dbs, StepKind::qualification}));
  verb.field(step, &Step::workforce, Needed::offered).only_if(is_dbs);
  verb.field(step, &Step::barred_list, Needed::offered).only_if(is_dbs);
  verb.field(step, &Step::eligible_because, Needed::offered).only_if(is_dbs);
  verb.field(step, &Step::issued, Needed::offered).only_if(is_dbs);
  verb.field(step, &Step::seen_by, Needed::offered).only_if(is({StepKind::dbs, StepKind::identity}));
  verb.option("--with PERSON", options->with, "the young person with whom a professional role was held")
      .among(Names::young_person)
      .asked_if(is_role);
  verb.field(step, &Step::as, Needed::offered).only_if(is_role);
  verb.field(step, &Step::ended).asked_if(is_role);
  verb.option("--text", options->text, "the pen picture itself", Needed::offered)
      .only_if(is({StepKind::pen_picture}));
  verb.option("--from FILE", options->from,
              "the mentor's form, filled in after the training: what it says goes into their record");
  verb.option("--by", options->by, "who approved", Needed::offered).only_if(is({StepKind::approved}));
  verb.runs([options](Call& call) { return run_vet(call, *options); });
}

}  // namespace mentor::cmd
