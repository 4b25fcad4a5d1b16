#include "actions/support.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct ReflectOptions {
  std::string match;
  Reflection draft;
  std::optional<Day> on;
};

int run_reflect(Call& call, const ReflectOptions& options) {
  actions::must_have_come("--on", options.on, call.today());
  return call.write("reflect", [&](Desk& desk, const actions::Facts& facts) {
    const auto match = desk.match(options.match);
    Reflection draft = options.draft;
    draft.on = options.on.value_or(desk.today());
    return actions::reflect(match, draft, facts);
  });
}

}  // namespace

void add_reflect(Verb& verb) {
  auto options = std::make_shared<ReflectOptions>();
  verb.match(options->match);
  verb.field(options->draft, &Reflection::by, Needed::yes);
  verb.field(options->draft, &Reflection::text, Needed::yes);
  verb.day("--on", options->on, "the day it was given");
  verb.field(options->draft, &Reflection::share, Needed::offered);
  verb.runs([options](Call& call) { return run_reflect(call, *options); });
}

}  // namespace mentor::cmd
