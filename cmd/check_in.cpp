#include <fmt/format.h>

#include "actions/support.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct CheckInOptions {
  std::string whom;
  CheckIn draft;
  std::optional<Day> date;
  std::string focus;
};

/// The match, or the person with whom the conversation is kept.
Id keeper_of(Desk& desk, const CheckInOptions& options, Day date, const actions::Facts& facts) {
  const Id id = desk.record(options.whom);
  if (id.kind() == MatchId::letter) return id;
  if (id.kind() != MentorId::letter && id.kind() != YoungPersonId::letter) {
    throw Trouble(Cause::usage, fmt::format("{} is neither a match nor a person", id.view()));
  }
  desk.read_all<Match>();
  return actions::keeper_of_check_ins(id, date, facts);
}

int run_check_in(Call& call, const CheckInOptions& options) {
  actions::must_have_come("--date", options.date, call.today());
  return call.write("check-in", [&](Desk& desk, const actions::Facts& facts) {
    CheckIn draft = options.draft;
    draft.date = options.date.value_or(desk.today());
    const Id keeper = keeper_of(desk, options, draft.date, facts);
    desk.read<CheckInLog>(keeper);
    return actions::check_in(keeper, draft, options.focus, facts);
  });
}

}  // namespace

void add_check_in(Verb& verb) {
  auto options = std::make_shared<CheckInOptions>();
  CheckIn& draft = options->draft;
  verb.positional("MATCH|PERSON", options->whom,
                  "the match, or a person, whose match of that day is meant: identifier, the beginning of "
                  "one, or name")
      .among(Names::record);
  verb.field(draft, &CheckIn::with, Needed::yes);
  verb.day("--date", options->date, "the day of the conversation");
  verb.field(draft, &CheckIn::id);
  verb.field(draft, &CheckIn::by, Needed::offered);
  verb.field(draft, &CheckIn::asked);
  verb.field(draft, &CheckIn::goals_reviewed, Needed::offered);
  verb.option("--focus", options->focus, "what the two agreed to work on from now", Needed::offered);
  verb.field(draft, &CheckIn::note, Needed::offered);
  verb.runs([options](Call& call) { return run_check_in(call, *options); });
}

}  // namespace mentor::cmd
