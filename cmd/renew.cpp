#include "actions/spells.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct RenewOptions {
  std::string match;
  Renewal renewal;
  std::optional<Day> on;
};

int run_renew(Call& call, const RenewOptions& options) {
  actions::must_have_come("--on", options.on, call.today());
  return call.write("renew", [&](Desk& desk, const actions::Facts& facts) {
    const auto match = desk.match(options.match);
    Renewal renewal = options.renewal;
    renewal.on = options.on.value_or(desk.today());
    return actions::renew(match, renewal, facts);
  });
}

}  // namespace

void add_renew(Verb& verb) {
  auto options = std::make_shared<RenewOptions>();
  verb.match(options->match);
  verb.day("--on", options->on, "the day they chose to go on");
  verb.field(options->renewal, &Renewal::until, Needed::offered);
  verb.field(options->renewal, &Renewal::why, Needed::offered);
  verb.runs([options](Call& call) { return run_renew(call, *options); });
}

}  // namespace mentor::cmd
