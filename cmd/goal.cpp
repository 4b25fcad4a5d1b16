#include "actions/support.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct Options {
  std::string match;
  Goal draft;
  std::optional<Day> set;
  actions::GoalNews news;

  [[nodiscard]] bool sets() const { return set || !draft.area.empty() || !draft.text.empty(); }
  [[nodiscard]] bool closes() const { return news.goal || news.closed || !news.outcome.empty(); }
};

/// A goal is set, or something came of one that is there.
void must_be_one_thing(const Options& options) {
  const auto& [goal, outcome, closed] = options.news;
  if (options.sets() && options.closes()) {
    throw Trouble(Cause::usage,
                  "--area, --text and --set are of a new goal; --goal, --outcome and --closed of one that "
                  "is there: correct what one says with 'mentorctl amend'");
  }
  if (options.closes()) {
    if (!closed && outcome.empty()) throw Trouble(Cause::usage, "--outcome is missing, or --closed");
    return;
  }
  if (options.draft.area.empty()) throw Trouble(Cause::usage, "--area is missing, or --outcome");
  if (options.draft.text.empty()) throw Trouble(Cause::usage, "--text is missing");
}

int run_goal(Call& call, const Options& options) {
  must_be_one_thing(options);
  actions::must_have_come("--set", options.set, call.today());
  actions::must_have_come("--closed", options.news.closed, call.today());
  return call.write("goal", [&](Desk& desk, const actions::Facts& facts) {
    const auto match = desk.match(options.match);
    if (options.closes()) return actions::close_goal(match, options.news, facts);
    Goal draft = options.draft;
    draft.set = options.set.value_or(desk.today());
    return actions::set_goal(match, draft, facts);
  });
}

}  // namespace

void add_goal(Verb& verb) {
  auto options = std::make_shared<Options>();
  verb.positional("MATCH", options->match,
                  "the match: identifier, the beginning of one, or either person's name");
  verb.field(options->draft, &Goal::area);
  verb.field(options->draft, &Goal::text);
  verb.option("--set", options->set, "the day it was set; today when not given");
  verb.option("--goal", options->news.goal,
              "the goal of which something came; not needed with --outcome where one is open");
  verb.option("--outcome", options->news.outcome, "what came of it");
  verb.option("--closed", options->news.closed, "the day it was met or given up; today when not given");
  verb.runs([options](Call& call) { return run_goal(call, *options); });
}

}  // namespace mentor::cmd
