#include "actions/matches.h"
#include "cmd/commands.h"
#include "cmd/start_options.h"

namespace mentor::cmd {

namespace {

struct Options {
  std::string match;
  actions::StartTerms terms;
};

int run_start(Call& call, const Options& options) {
  return call.write("start", [&](Desk& desk, const actions::Facts& facts) {
    const auto match = desk.match(options.match);
    desk.read_all<Match>();
    desk.read_all<Concern>();
    actions::StartTerms terms = options.terms;
    if (!terms.on) terms.on = desk.today();
    return actions::start(match, terms, facts);
  });
}

}  // namespace

void add_start_options(Verb& verb, actions::StartTerms& terms) {
  verb.option("--agreed", terms.agreed, "who has said yes");
  verb.flag("--contacts-given", terms.contacts_given, "the mentor was given the emergency contacts");
  verb.option("--first-meeting", terms.first_meeting.date, "the day they first meet");
  verb.field(terms.first_meeting, &FirstMeeting::activity);
  verb.field(terms.first_meeting, &FirstMeeting::brokered_by);
  verb.option("--focus", terms.focus, "what the two agreed to work on");
}

void add_start(Verb& verb) {
  auto options = std::make_shared<Options>();
  verb.match(options->match);
  verb.day("--on", options->terms.on, "the first day of the relationship");
  add_start_options(verb, options->terms);
  verb.runs([options](Call& call) { return run_start(call, *options); });
}

}  // namespace mentor::cmd
