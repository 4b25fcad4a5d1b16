#include "actions/matches.h"
#include "cmd/commands.h"
#include "cmd/start_options.h"

namespace mentor::cmd {

namespace {

struct StartCommand {
  std::string match;
  StartOptions start;
};

int run_start(Call& call, const StartCommand& options) {
  return call.write("start", [&](Desk& desk, const actions::Facts& facts) {
    const auto match = desk.match(options.match);
    desk.read_all<Match>();
    desk.read_all<Concern>();
    actions::StartTerms terms = options.start.terms;
    if (!terms.on) terms.on = desk.today();
    return actions::start(match, terms, facts);
  });
}

}  // namespace

void add_start(Verb& verb) {
  auto options = std::make_shared<StartCommand>();
  StartOptions& start = options->start;
  verb.match(options->match).looks_up([&start](Desk& desk, const std::string& text) {
    const Match& match = desk.records().matches.at(desk.match(text));
    look_for_gaps(start, match, match.scheme, desk);
  });
  verb.day("--on", start.terms.on, "the first day of the relationship");
  add_start_options(verb, start, [] { return true; });
  verb.runs([options](Call& call) { return run_start(call, *options); });
}

}  // namespace mentor::cmd
