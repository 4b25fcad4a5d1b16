#include "actions/matches.h"
#include "cmd/commands.h"
#include "cmd/meeting.h"
#include "cmd/proposals.h"
#include "cmd/start_options.h"
#include "cmd/suggest.h"

namespace mentor::cmd {

namespace {

struct MatchOptions {
  bool all = false;
  std::string scheme;
  std::string young_person;
  std::string mentor;
  std::string considered_by;
  StartOptions start;
  MeetingOptions meeting;
};

/// Whether anything was said of a match to make.
bool tells_of_match(const MatchOptions& options) {
  const auto& [id, on, agreed, contacts_given, first_meeting, focus] = options.start.terms;
  const auto& [date, activity, brokered_by, places] = first_meeting;
  return !options.considered_by.empty() || on || id != MatchId() || !agreed.empty() || contacts_given ||
         date || !activity.empty() || !brokered_by.empty() || !focus.empty();
}

int run_for_all(Call& call, const MatchOptions& options) {
  if (!options.young_person.empty() || tells_of_match(options))
    throw Trouble(Cause::usage, "--all is for everyone who waits, leave out what is said of one match");
  return run_proposals(call, options.scheme);
}

int run_for_a_meeting(Call& call, const MatchOptions& options) {
  if (!options.young_person.empty() || tells_of_match(options)) {
    throw Trouble(Cause::usage,
                  "--meeting is for everybody and makes no match: say who comes with --with PERSON");
  }
  return run_meeting(call, options.scheme, options.meeting);
}

int run_match(Call& call, const MatchOptions& options) {
  if (options.all && options.meeting.wanted)
    throw Trouble(Cause::usage, "--all and --meeting are both given, one of them is meant");
  if (options.meeting.wanted) return run_for_a_meeting(call, options);
  if (options.meeting.told())
    throw Trouble(Cause::usage, "--with and --rounds need --meeting, see 'mentorctl match --help'");
  if (options.all) return run_for_all(call, options);
  if (!options.scheme.empty())
    throw Trouble(Cause::usage, "--scheme is for --all and --meeting, leave it out");
  if (options.mentor.empty()) return run_suggest(call, options.young_person);
  return call.write("match", [&](Desk& desk, const actions::Facts& facts) {
    const auto young_person = desk.young_person(options.young_person);
    const auto mentor = desk.mentor(options.mentor);
    desk.read_all<Match>();
    desk.read_all<Concern>();
    return actions::propose(young_person, mentor, options.considered_by, options.start.terms, facts);
  });
}

}  // namespace

void add_match(Verb& verb) {
  auto options = std::make_shared<MatchOptions>();
  verb.positional("YOUNG_PERSON", options->young_person,
                  "the young person: identifier, the beginning of one, or name")
      .among(Names::young_person)
      .answered_if([options] {
        return options->all || options->meeting.wanted || options->meeting.told() || !options->scheme.empty();
      })
      .looks_up([options](Desk& desk, const std::string& text) {
        const std::string scheme = desk.records().young_people.at(desk.young_person(text)).scheme;
        look_for_gaps(options->start, Match(), scheme, desk);
      });
  verb.positional("MENTOR", options->mentor, "the mentor, likewise; without one, the same as suggest",
                  Needed::no)
      .among(Names::mentor)
      .needed_if([options] { return !options->all && !options->meeting.wanted && tells_of_match(*options); });
  verb.flag("--all", options->all, "propose a match for everyone who waits at once, and write nothing");
  add_meeting_options(verb, options->meeting);
  verb.option("--scheme NAME", options->scheme,
              "with --all: of that scheme alone; with --meeting: the one that holds it, not needed where "
              "only one runs")
      .among(Names::scheme)
      .asked_if([options] { return options->meeting.wanted; });
  verb.option("--considered-by", options->considered_by, "who took part in the matching");
  verb.option("--start", options->start.terms.on,
              "the first day of the relationship; without one it is only proposed");
  verb.option("--id", options->start.terms.id, "the match's identifier, where it has one already");
  add_start_options(verb, options->start,
                    [options] { return options->start.terms.on && !options->mentor.empty(); });
  verb.runs([options](Call& call) { return run_match(call, *options); });
}

}  // namespace mentor::cmd
