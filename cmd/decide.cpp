#include "actions/matches.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct DecideOptions {
  std::string match;
  Decision decision;
  std::optional<Day> on;
  bool yes = false;
  bool no = false;
};

int run_decide(Call& call, const DecideOptions& options) {
  if (options.yes && options.no)
    throw Trouble(Cause::usage, "--yes and --no are both given, one of them is meant");
  actions::must_have_come("--on", options.on, call.today());
  return call.write("decide", [&](Desk& desk, const actions::Facts& facts) {
    const auto match = desk.match(options.match);
    desk.read_all<Match>();
    Decision decision = options.decision;
    decision.yes = options.yes;
    decision.on = options.on.value_or(actions::usual_day(desk.records().matches.at(match), facts));
    return actions::decide(match, decision, facts);
  });
}

}  // namespace

void add_decide(Verb& verb) {
  auto options = std::make_shared<DecideOptions>();
  verb.match(options->match);
  verb.field(options->decision, &Decision::by, Needed::yes);
  verb.flag("--yes", options->yes, "they want the match");
  verb.flag("--no", options->no, "they do not");
  OptionHelp wants{"--yes or --no", "", "do they want the match, yes or no", Needed::yes};
  wants.kind = Kind::truth;
  verb.question(wants,
                [options](const std::string& text) {
                  bool yes = false;
                  take("yes or no", text, yes);
                  (yes ? options->yes : options->no) = true;
                })
      .answered_if([options] { return options->yes || options->no; });
  verb.field(options->decision, &Decision::why, Needed::offered);
  verb.option("--on", options->on,
              "the day they said so; today when not given, or the start if that was earlier",
              Needed::offered);
  verb.runs([options](Call& call) { return run_decide(call, *options); });
}

}  // namespace mentor::cmd
