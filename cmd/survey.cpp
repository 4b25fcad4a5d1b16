#include "actions/support.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct SurveyOptions {
  std::string person;
  actions::Answers answers;
  std::optional<Day> on;
};

void must_belong_together(const actions::Answers& answers) {
  const auto& [status, barriers] = answers.eet;
  if (!barriers.empty() && !status) throw Trouble(Cause::usage, "--barrier needs --eet");
}

int run_survey(Call& call, const SurveyOptions& options) {
  must_belong_together(options.answers);
  actions::must_have_come("--on", options.on, call.today());
  return call.write("survey", [&](Desk& desk, const actions::Facts& facts) {
    actions::Answers answers = options.answers;
    answers.on = options.on.value_or(desk.today());
    return actions::survey(desk.young_person(options.person), answers, facts);
  });
}

}  // namespace

void add_survey(Verb& verb) {
  auto options = std::make_shared<SurveyOptions>();
  actions::Answers& answers = options->answers;
  const auto nothing_else = [&answers] { return !answers.trust && !answers.listens; };
  verb.positional("YP", options->person, "the young person: identifier, the beginning of one, or name")
      .among(Names::young_person);
  verb.day("--on", options->on, "the day they answered");
  verb.option("--trust", answers.trust, "whether they have somebody they trust, yes or no", Needed::offered);
  verb.option("--listens", answers.listens, "whether they have somebody who listens, yes or no",
              Needed::offered);
  verb.option("--eet", answers.eet.status, "education, employment or training now, or neet", Needed::offered)
      .needed_if(nothing_else, "--trust or --listens");
  verb.option("--barrier", answers.eet.barriers, "what keeps them from it", Needed::offered)
      .only_if([&answers] { return answers.eet.status == EetStatus::neet; });
  verb.runs([options](Call& call) { return run_survey(call, *options); });
}

}  // namespace mentor::cmd
