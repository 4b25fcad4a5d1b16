#include "actions/matches.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct Options {
  std::string match;
  Decision decision;
  std::optional<Day> on;
  bool yes = false;
  bool no = false;
};

int run_decide(Call& call, const Options& options) {
  if (options.yes == options.no) throw Trouble(Cause::usage, "decide needs one of --yes and --no");
  actions::must_have_come("--on", options.on, call.today());
  return call.write("decide", [&](Desk& desk, const actions::Facts& facts) {
    const auto match = desk.match(options.match);
    Decision decision = options.decision;
    decision.yes = options.yes;
    decision.on = options.on.value_or(actions::usual_day(desk.records().matches.at(match), facts));
    return actions::decide(match, decision, facts);
  });
}

}  // namespace

void add_decide(Verb& verb) {
  auto options = std::make_shared<Options>();
  verb.positional("MATCH", options->match,
                  "the match: identifier, the beginning of one, or either person's name");
  verb.field(options->decision, &Decision::by, Needed::yes);
  verb.flag("--yes", options->yes, "they want the match");
  verb.flag("--no", options->no, "they do not");
  verb.field(options->decision, &Decision::why);
  verb.option("--on", options->on, "the day they said so; today when not given");
  verb.runs([options](Call& call) { return run_decide(call, *options); });
}

}  // namespace mentor::cmd
