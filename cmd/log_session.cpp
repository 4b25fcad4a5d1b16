#include "actions/matches.h"
#include "cmd/commands.h"

namespace mentor::cmd {

namespace {

struct LogSessionOptions {
  std::vector<std::string> matches;
  Session session;
  std::optional<Day> date;
};

/// A session was held, with minutes and a kind; or it was called off, with neither.
void must_be_held_or_cancelled(const Session& session) {
  const bool held = session.minutes || !session.kind.empty();
  if (!held || !session.cancelled_by) return;
  throw Trouble(Cause::usage, "--cancelled-by: a session that was called off has no --minutes and no --kind");
}

int run_log_session(Call& call, const LogSessionOptions& options) {
  must_be_held_or_cancelled(options.session);
  actions::must_have_come("--date", options.date, call.today());
  return call.write("log-session", [&](Desk& desk, const actions::Facts& facts) {
    std::vector<MatchId> matches;
    desk.read_all<Concern>();
    for (const auto& text : options.matches) {
      const auto match = desk.match(text);
      if (std::ranges::find(matches, match) == matches.end()) matches.push_back(match);
      desk.read<SessionLog>(match);
    }
    Session session = options.session;
    session.date = options.date.value_or(desk.today());
    return actions::log_session(matches, session, facts);
  });
}

}  // namespace

void add_log_session(Verb& verb) {
  auto options = std::make_shared<LogSessionOptions>();
  Session& session = options->session;
  const auto held = [&session] { return !session.cancelled_by; };
  const auto called_off = [&session] { return session.cancelled_by.has_value(); };
  const auto costly = [&session] { return session.cost.has_value(); };
  verb.positionals(
          "MATCH...", options->matches,
          "the match: identifier, the beginning of one, or either person's name; several for one outing")
      .among(Names::match);
  verb.day("--date", options->date, "the day of the session");
  verb.field(session, &Session::id);
  verb.field(session, &Session::cancelled_by, Needed::offered).only_if([&session] {
    return !session.minutes;
  });
  verb.field(session, &Session::moved_to, Needed::offered).only_if(called_off);
  verb.field(session, &Session::minutes).needed_if(held, "--cancelled-by");
  verb.field(session, &Session::kind).needed_if(held);
  verb.field(session, &Session::activity, Needed::offered).only_if(held);
  verb.option("--cost", session.cost, "what it cost, in pounds; of several matches together, shared equally",
              Needed::offered)
      .only_if(held);
  verb.field(session, &Session::cost_for, Needed::offered).only_if(costly);
  verb.field(session, &Session::claimed);
  verb.field(session, &Session::paid);
  verb.field(session, &Session::note, Needed::offered);
  verb.runs([options](Call& call) { return run_log_session(call, *options); });
}

}  // namespace mentor::cmd
