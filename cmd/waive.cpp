#include "actions/answers.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct Options {
  std::string record;
  Waiver waiver;
};

/// Who answers for it and until when: of the options that every command has.
Waiver answered_for(Waiver waiver, const Globals& globals, Day today) {
  if (globals.authorised_by.empty())
    throw Trouble(Cause::usage, "--authorised-by is missing: who answers for it");
  if (!globals.override_until)
    throw Trouble(Cause::usage, "--until is missing: the first day on which the waiver no longer holds");
  waiver.authorised_by = globals.authorised_by;
  waiver.until = *globals.override_until;
  actions::must_lie_ahead(waiver, today);
  return waiver;
}

int run_waive(Call& call, const Options& options) {
  actions::must_be_rule(options.waiver.rule);
  const Waiver waiver = answered_for(options.waiver, call.globals, call.today());
  return call.write_with_own_answer("waive", [&](Desk& desk, const actions::Facts& facts) {
    const Id record = desk.record(options.record);
    desk.read_everything();
    return actions::waive(record, waiver, desk.rulebook().check(desk.records(), desk.today()), facts);
  });
}

}  // namespace

void add_waive(Verb& verb) {
  auto options = std::make_shared<Options>();
  verb.positional("RULE", options->waiver.rule, "the rule whose finding was seen, such as commitment.time");
  verb.positional("ID", options->record,
                  "the match, mentor or young person that it is about: identifier, the beginning of one, or "
                  "a person's name");
  verb.option("--why", options->waiver.why, "why it is let be until then (--until DATE, --authorised-by WHO)",
              Needed::yes);
  verb.runs([options](Call& call) { return run_waive(call, *options); });
}

}  // namespace mentor::cmd
