#include "actions/people.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct CloseOptions {
  std::string person;
  Closing closing;
  std::optional<Day> on;
};

int run_close(Call& call, const CloseOptions& options) {
  actions::must_have_come("--on", options.on, call.today());
  return call.write("close", [&](Desk& desk, const actions::Facts& facts) {
    const auto person = desk.person(options.person);
    desk.read_all<Match>();
    desk.read_all<Concern>();
    Closing closing = options.closing;
    closing.on = options.on.value_or(desk.today());
    return actions::close(person, closing, facts);
  });
}

}  // namespace

void add_close(Verb& verb) {
  auto options = std::make_shared<CloseOptions>();
  verb.positional("PERSON", options->person,
                  "a mentor or a young person: identifier, the beginning of one, or name")
      .among(Names::person);
  verb.field(options->closing, &Closing::as, Needed::yes);
  verb.day("--on", options->on, "the day they left");
  verb.field(options->closing, &Closing::why, Needed::offered);
  verb.runs([options](Call& call) { return run_close(call, *options); });
}

}  // namespace mentor::cmd
