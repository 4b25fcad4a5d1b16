#include "actions/support.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct GoalOptions {
  std::string match;
  Goal draft;
  std::optional<Day> set;
  actions::GoalNews news;

  [[nodiscard]] bool sets() const { return set || !draft.area.empty() || !draft.text.empty(); }
  [[nodiscard]] bool closes() const { return news.goal || news.closed || !news.outcome.empty(); }
};

/// A goal is set, or something came of one that is there.
void must_be_one_thing(const GoalOptions& options) {
  if (options.sets() && options.closes()) {
    throw Trouble(Cause::usage,
                  "--area, --text and --set are of a new goal; --goal, --outcome and --closed of one that "
                  "is there: correct what one says with 'mentorctl amend'");
  }
}

int run_goal(Call& call, const GoalOptions& options) {
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
  auto options = std::make_shared<GoalOptions>();
  verb.match(options->match);
  const auto sets = [options] { return !options->closes(); };
  const auto closes = [options] { return options->closes(); };
  verb.field(options->draft, &Goal::area).needed_if(sets, "--outcome");
  verb.field(options->draft, &Goal::text).needed_if(sets);
  verb.day("--set", options->set, "the day it was set").only_if(sets);
  verb.option("--goal", options->news.goal,
              "the goal of which something came; not needed with --outcome where one is open");
  verb.option("--outcome", options->news.outcome, "what came of it")
      .needed_if([options] { return options->closes() && !options->news.closed; }, "--closed");
  verb.day("--closed", options->news.closed, "the day it was met or given up").only_if(closes);
  verb.runs([options](Call& call) { return run_goal(call, *options); });
}

}  // namespace mentor::cmd
