#include "actions/matches.h"
#include "cmd/commands.h"
#include "cmd/meeting.h"
#include "cmd/start_options.h"
#include "cmd/suggest.h"

namespace mentor::cmd {

namespace {

struct Options {
  std::string young_person;
  std::string mentor;
  std::string considered_by;
  actions::StartTerms terms;
  MeetingOptions meeting;
};

/// Whether anything was said of a match to make.
bool tells_of_match(const Options& options) {
  const auto& [id, on, agreed, contacts_given, first_meeting, focus] = options.terms;
  const auto& [date, activity, brokered_by, places] = first_meeting;
  return !options.considered_by.empty() || on || id != MatchId() || !agreed.empty() || contacts_given ||
         date || !activity.empty() || !brokered_by.empty() || !focus.empty();
}

int run_match(Call& call, const Options& options) {
  if (options.meeting.wanted && (!options.young_person.empty() || tells_of_match(options))) {
    throw Trouble(Cause::usage,
                  "--meeting is for everybody and makes no match: say who comes with --with PERSON");
  }
  if (options.meeting.wanted) return run_meeting(call, options.meeting);
  if (options.meeting.told())
    throw Trouble(Cause::usage, "--scheme, --with and --rounds need --meeting, see 'mentorctl match --help'");
  if (options.mentor.empty() && tells_of_match(options))
    throw Trouble(Cause::usage, "MENTOR is missing, see 'mentorctl match --help'");
  if (options.mentor.empty()) return run_suggest(call, options.young_person);
  return call.write("match", [&](Desk& desk, const actions::Facts& facts) {
    const auto young_person = desk.young_person(options.young_person);
    const auto mentor = desk.mentor(options.mentor);
    desk.read_all<Match>();
    desk.read_all<Concern>();
    return actions::propose(young_person, mentor, options.considered_by, options.terms, facts);
  });
}

}  // namespace

void add_match(Verb& verb) {
  auto options = std::make_shared<Options>();
  verb.positional("YOUNG_PERSON", options->young_person,
                  "the young person: identifier, the beginning of one, or name")
      .among(Names::young_person);
  verb.positional("MENTOR", options->mentor, "the mentor, likewise; without one, the same as suggest",
                  Needed::no)
      .among(Names::mentor);
  verb.option("--considered-by", options->considered_by, "who took part in the matching");
  verb.option("--start", options->terms.on,
              "the first day of the relationship; without one it is only proposed");
  verb.option("--id", options->terms.id, "the match's identifier, where it has one already");
  add_start_options(verb, options->terms);
  add_meeting_options(verb, options->meeting);
  verb.needs_nothing_if([options] { return options->meeting.wanted || options->meeting.told(); });
  verb.runs([options](Call& call) { return run_match(call, *options); });
}

}  // namespace mentor::cmd
