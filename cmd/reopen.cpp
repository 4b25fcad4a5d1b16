#include "actions/spells.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct ReopenOptions {
  std::string record;
  Reopening reopening;
  std::optional<Day> on;
};

int run_reopen(Call& call, const ReopenOptions& options) {
  actions::must_have_come("--on", options.on, call.today());
  return call.write("reopen", [&](Desk& desk, const actions::Facts& facts) {
    const Id id = desk.record(options.record);
    if (id.kind() == MatchId::letter) desk.read_everything();
    Reopening reopening = options.reopening;
    reopening.on = options.on.value_or(desk.today());
    return actions::reopen(id, reopening, facts);
  });
}

}  // namespace

void add_reopen(Verb& verb) {
  auto options = std::make_shared<ReopenOptions>();
  verb.positional("ID", options->record,
                  "a match that is over, or a person who left: identifier, the beginning of one, or a "
                  "person's name")
      .among(Names::gone);
  verb.day("--on", options->on, "the day of coming back");
  verb.field(options->reopening, &Reopening::why, Needed::offered);
  verb.runs([options](Call& call) { return run_reopen(call, *options); });
}

}  // namespace mentor::cmd
