#include "actions/matches.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct EndOptions {
  std::string match;
  Ending ending;
  std::optional<Day> on;
};

int run_end(Call& call, const EndOptions& options) {
  actions::must_have_come("--on", options.on, call.today());
  return call.write("end", [&](Desk& desk, const actions::Facts& facts) {
    const auto match = desk.match(options.match);
    desk.read<SessionLog>(match);
    Ending ending = options.ending;
    ending.on = options.on.value_or(desk.today());
    return actions::end(match, ending, facts);
  });
}

}  // namespace

void add_end(Verb& verb) {
  auto options = std::make_shared<EndOptions>();
  Ending& ending = options->ending;
  verb.match(options->match);
  verb.day("--on", options->on, "the last day of the relationship");
  verb.field(ending, &Ending::as, Needed::yes);
  verb.field(ending, &Ending::by, Needed::yes);
  verb.field(ending, &Ending::reason, Needed::offered);
  verb.field(ending, &Ending::marked_by, Needed::offered);
  verb.field(ending, &Ending::rematch, Needed::offered);
  verb.runs([options](Call& call) { return run_end(call, *options); });
}

}  // namespace mentor::cmd
