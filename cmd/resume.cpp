#include "actions/spells.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct ResumeOptions {
  std::string match;
  std::optional<Day> on;
};

int run_resume(Call& call, const ResumeOptions& options) {
  actions::must_have_come("--on", options.on, call.today());
  return call.write("resume", [&](Desk& desk, const actions::Facts& facts) {
    const auto match = desk.match(options.match);
    desk.read_all<Concern>();
    return actions::resume(match, options.on.value_or(desk.today()), facts);
  });
}

}  // namespace

void add_resume(Verb& verb) {
  auto options = std::make_shared<ResumeOptions>();
  verb.match(options->match);
  verb.day("--on", options->on, "the first day back");
  verb.runs([options](Call& call) { return run_resume(call, *options); });
}

}  // namespace mentor::cmd
