#include <fmt/format.h>

#include <algorithm>

#include "actions/events.h"
#include "base/text.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct LogEventOptions {
  Event draft;
  std::optional<Day> date;
  std::vector<std::string> invited;
  std::vector<std::string> attended;
  std::vector<std::string> see_again;  ///< WHO:WHOM
};

std::vector<Id> people(const std::vector<std::string>& texts, Desk& desk) {
  std::vector<Id> found;
  for (const auto& text : texts) {
    const Id person = desk.person(text);
    if (std::ranges::find(found, person) == found.end()) found.push_back(person);
  }
  return found;
}

std::vector<SeeAgain> wishes(const std::vector<std::string>& texts, Desk& desk) {
  std::vector<SeeAgain> found;
  for (const auto& text : texts) {
    const auto colon = text.find(':');
    if (colon == std::string::npos) {
      throw Trouble(Cause::usage,
                    fmt::format("--see-again: {} is not WHO:WHOM, such as Y-4F7KA:M-7KQ2D", in_quotes(text)));
    }
    found.push_back({{}, desk.person(text.substr(0, colon)), desk.person(text.substr(colon + 1)), {}});
  }
  return found;
}

int run_log_event(Call& call, const LogEventOptions& options) {
  actions::must_have_come("--date", options.date, call.today());
  return call.write("log-event", [&](Desk& desk, const actions::Facts& facts) {
    Event draft = options.draft;
    draft.date = options.date.value_or(desk.today());
    draft.invited = people(options.invited, desk);
    draft.attended = people(options.attended, desk);
    draft.see_again = wishes(options.see_again, desk);
    desk.read_all<Event>();
    if (draft.scheme.empty() && facts.policies.schemes().size() == 1)
      draft.scheme = facts.policies.schemes().front();
    return actions::log_event(std::move(draft), facts);
  });
}

}  // namespace

void add_log_event(Verb& verb) {
  auto options = std::make_shared<LogEventOptions>();
  verb.field("KIND", options->draft, &Event::kind, Needed::yes);
  verb.field(options->draft, &Event::id);
  verb.day("--date", options->date, "the day it was held");
  verb.option("--scheme NAME", options->draft.scheme,
              "the scheme that held it; not needed where only one runs", Needed::offered)
      .among(Names::scheme);
  verb.field("--topic", options->draft, &Event::topics, Needed::offered,
             "; all of its topics when not given, where the scheme trains on them at once")
      .only_if([options] { return options->draft.kind == word(StepKind::training); });
  verb.option("--invited PERSON", options->invited, "somebody who was invited", Needed::offered)
      .among(Names::person);
  verb.option("--attended PERSON", options->attended,
              "somebody who came; for a mentor a training or information session counts as that step",
              Needed::offered)
      .among(Names::person);
  verb.option("--see-again WHO:WHOM", options->see_again,
              "one who came, and another whom they would like to see again");
  verb.field(options->draft, &Event::note, Needed::offered);
  verb.runs([options](Call& call) { return run_log_event(call, *options); });
}

}  // namespace mentor::cmd
