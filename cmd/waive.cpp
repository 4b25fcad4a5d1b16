#include "actions/answers.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct WaiveOptions {
  std::string record;
  Waiver waiver;
};

/// Who answers for it and until when: of the options that every command has, or as it was asked.
Waiver answered_for(Waiver waiver, const Globals& globals, Day today) {
  if (!globals.authorised_by.empty()) waiver.authorised_by = globals.authorised_by;
  waiver.until = globals.override_until.value_or(waiver.until);
  actions::must_lie_ahead(waiver, today);
  return waiver;
}

int run_waive(Call& call, const WaiveOptions& options) {
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
  auto options = std::make_shared<WaiveOptions>();
  verb.positional("RULE", options->waiver.rule, "the rule whose finding was seen, such as commitment.time");
  verb.positional("ID", options->record,
                  "the match, mentor or young person that it is about: identifier, the beginning of one, or "
                  "a person's name")
      .among(Names::record);
  verb.option("--why", options->waiver.why, "why it is let be until then (--until DATE, --authorised-by WHO)",
              Needed::yes);
  const Globals& globals = verb.globals();
  Waiver& waiver = options->waiver;
  verb.question({"--authorised-by", "", "who answers for it", Needed::yes},
                [&waiver](const std::string& text) { take("--authorised-by", text, waiver.authorised_by); })
      .answered_if([&globals] { return !globals.authorised_by.empty(); });
  OptionHelp until{"--until", "", "the first day on which the waiver no longer holds", Needed::yes};
  until.kind = Kind::date;
  verb.question(until, [&waiver](const std::string& text) { take("--until", text, waiver.until); })
      .answered_if([&globals] { return globals.override_until.has_value(); });
  verb.runs([options](Call& call) { return run_waive(call, *options); });
}

}  // namespace mentor::cmd
