#include "actions/support.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct Options {
  std::string person;
  actions::Answers answers;
  std::optional<Day> on;
};

void must_say_something(const actions::Answers& answers) {
  const auto& [status, barriers] = answers.eet;
  if (!barriers.empty() && !status) throw Trouble(Cause::usage, "--barrier needs --eet");
  if (answers.trust || answers.listens || status) return;
  throw Trouble(Cause::usage, "no answer is given: --trust, --listens or --eet");
}

int run_survey(Call& call, const Options& options) {
  must_say_something(options.answers);
  actions::must_have_come("--on", options.on, call.today());
  return call.write("survey", [&](Desk& desk, const actions::Facts& facts) {
    actions::Answers answers = options.answers;
    answers.on = options.on.value_or(desk.today());
    return actions::survey(desk.young_person(options.person), answers, facts);
  });
}

}  // namespace

void add_survey(Verb& verb) {
  auto options = std::make_shared<Options>();
  actions::Answers& answers = options->answers;
  verb.positional("YP", options->person, "the young person: identifier, the beginning of one, or name");
  verb.option("--on", options->on, "the day they answered; today when not given");
  verb.option("--trust", answers.trust, "whether they have somebody they trust, yes or no");
  verb.option("--listens", answers.listens, "whether they have somebody who listens, yes or no");
  verb.option("--eet", answers.eet.status, "education, employment or training now, or neet");
  verb.option("--barrier", answers.eet.barriers, "what keeps them from it");
  verb.runs([options](Call& call) { return run_survey(call, *options); });
}

}  // namespace mentor::cmd
