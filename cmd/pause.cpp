#include "actions/spells.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct PauseOptions {
  std::string match;
  Pause pause;
  std::optional<Day> from;
};

int run_pause(Call& call, const PauseOptions& options) {
  return call.write("pause", [&](Desk& desk, const actions::Facts& facts) {
    const auto match = desk.match(options.match);
    Pause pause = options.pause;
    pause.from = options.from.value_or(desk.today());
    return actions::pause(match, pause, facts);
  });
}

}  // namespace

void add_pause(Verb& verb) {
  auto options = std::make_shared<PauseOptions>();
  verb.match(options->match);
  verb.day("--from", options->from, "the first day away, which may lie ahead");
  verb.option("--to", options->pause.to, "the first day back, where it is known", Needed::offered);
  verb.field(options->pause, &Pause::why, Needed::offered);
  verb.runs([options](Call& call) { return run_pause(call, *options); });
}

}  // namespace mentor::cmd
