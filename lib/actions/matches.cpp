#include "actions/matches.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/errors.h"
#include "base/text.h"
#include "model/schema.h"
#include "rules/state.h"

namespace mentor::actions {

namespace {

Trouble refusal(const Match& match, MatchState state, std::string_view asked) {
  return {Cause::refused, fmt::format("the match {} is {}, {}", match.id.view(), word(state), asked)};
}

void add_decision(Match& match, Side side, Day on, const Facts& facts) {
  match.decisions.push_back({new_entry_id(facts, match.decisions), side, on, true, {}, {}});
}

/// What was given goes into the match; what was not stays as it is.
void apply(const StartTerms& terms, Match& match, const Facts& facts) {
  if (terms.on) match.started = terms.on;
  if (terms.contacts_given) match.contacts_given = true;
  if (!terms.focus.empty()) match.focus = terms.focus;
  const Day day = usual_day(match, facts);
  match.proposed = std::min(match.proposed, day);
  for (const Side side : terms.agreed) add_decision(match, side, day, facts);
  const auto& [date, activity, brokered_by, places] = terms.first_meeting;
  if (!date && activity.empty() && brokered_by.empty()) return;
  FirstMeeting& meeting = match.first_meeting ? *match.first_meeting : match.first_meeting.emplace();
  if (date) meeting.date = date;
  if (!activity.empty()) meeting.activity = activity;
  if (!brokered_by.empty()) meeting.brokered_by = brokered_by;
}

Plan plan_of_act(rules::Act act, Match match, std::string sentence) {
  const MatchId id = match.id;
  Plan plan = plan_of(std::move(match), std::move(sentence));
  plan.subjects = {id};
  plan.act = act;
  return plan;
}

/// Whether two people may have logged one and the same session: they may well differ in how long it was, or
/// in what they call it.
bool looks_like(const Session& one, const Session& other) {
  if (one.date != other.date || one.held() != other.held()) return false;
  return !one.held() || one.kind == other.kind || one.minutes == other.minutes;
}

std::string in_words(const Session& session) {
  return session.held() ? fmt::format("{} minutes, {}", session.minutes->count, session.kind) : "called off";
}

std::string doubt(const MatchId& match, const Session& known, const Session& logged) {
  return fmt::format(
      "{0} has a session on {1} already, {2} ({3}): if it is the same one, correct that with 'mentorctl "
      "amend "
      "{0}/{2}', and let this be, or strike it with 'mentorctl amend {0}/{4} --remove'",
      match.view(), known.date.in_words(), known.id.view(), in_words(known), logged.id.view());
}

/// What one outing cost, divided among the pairs that were there: their shares add up to it, to the penny.
std::optional<Pence> share_of(std::optional<Pence> cost, std::size_t pairs, std::size_t number) {
  if (!cost) return cost;
  const auto among = static_cast<std::int64_t>(pairs);
  const bool has_one_more = static_cast<std::int64_t>(number) < cost->count % among;
  return Pence{(cost->count / among) + (has_one_more ? 1 : 0)};
}

/// A match that runs ends or is handed over to the pair; one that was handed over may still end.
void must_be_able_to_end(const Match& match, const Ending& ending, Day today) {
  const MatchState state = rules::state_of(match, today);
  const bool is_theirs = state == MatchState::self_managed;
  if (is_theirs && ending.as == EndingKind::self_managed)
    throw refusal(match, state, "only a running one is handed over");
  if (!rules::is_running(state) && !is_theirs) throw refusal(match, state, "only a running one can end");
  const Day since = is_theirs ? rules::standing_ending(match, today)->on
                              : rules::latest_spell(match, today)->from;
  if (ending.on >= since) return;
  throw usage("--on: {} is before the {} on {}", ending.on.iso(), is_theirs ? "hand-over" : "start",
              since.iso());
}

/// A session that was held after the last day will be found outside the match: one of the two is a slip.
std::vector<std::string> held_after(const Match& match, Day last, const Facts& facts) {
  std::vector<std::string> doubts;
  const SessionLog* log = find(facts.records.sessions, match.id);
  if (!log) return doubts;
  for (const auto& each : log->entries) {
    if (!each.held() || each.date <= last) continue;
    doubts.push_back(
        fmt::format("{} is before the session {}/{} on {}, correct one of them with 'mentorctl amend'",
                    last.in_words(), match.id.view(), each.id.view(), each.date.in_words()));
  }
  return doubts;
}

/// Both are there, and the young person has no other match.
void must_be_possible(const Match& match, const Facts& facts) {
  const YoungPerson& person = facts.records.young_people.at(match.young_person);
  must_be_there(person, facts.today);
  must_be_there(facts.records.mentors.at(match.mentor), facts.today);
  must_be_free(person, facts, match.id);
}

}  // namespace

Plan propose(const YoungPersonId& young_person, const MentorId& mentor, const std::string& considered_by,
             const StartTerms& terms, const Facts& facts) {
  const YoungPerson& person = facts.records.young_people.at(young_person);
  const Mentor& with = facts.records.mentors.at(mentor);
  if (person.scheme != with.scheme) {
    throw Trouble(Cause::refused,
                  fmt::format("{} is in the scheme '{}' and {} in '{}', a match is within one scheme",
                              young_person.view(), person.scheme, mentor.view(), with.scheme));
  }
  must_be_there(person, facts.today);
  must_be_there(with, facts.today);
  must_be_free(person, facts);
  Match match;
  match.id = chosen_id(facts, terms.id,
                       [&](const MatchId& id) { return facts.records.matches.contains(id); });
  match.young_person = young_person;
  match.mentor = mentor;
  match.scheme = person.scheme;
  match.proposed = facts.today;
  match.considered_by = considered_by;
  apply(terms, match, facts);
  const auto sentence = fmt::format("{} {} with {} as {}", terms.on ? "match" : "propose to match",
                                    young_person.view(), mentor.view(), match.id.view());
  return plan_of_act(rules::Act::start, std::move(match), sentence);
}

Plan decide(const MatchId& match, Decision decision, const Facts& facts) {
  Match decided = facts.records.matches.at(match);
  must_have_come("--on", decision.on, facts.today);
  const MatchState state = rules::state_of(decided, facts.today);
  if (state != MatchState::proposed && state != MatchState::declined) {
    throw refusal(decided, state, "a decision comes before the start; to stop, end it");
  }
  decision.id = new_entry_id(facts, decided.decisions);
  const auto sentence = fmt::format("record the {} of the {} to {}", decision.yes ? "yes" : "no",
                                    decision.by == Side::mentor ? "mentor" : "young person", match.view());
  decided.proposed = std::min(decided.proposed, decision.on);
  if (decision.yes) must_be_possible(decided, facts);
  if (!decision.yes) decided.started.reset();  // a start that was agreed for later must not come by itself
  decided.decisions.push_back(std::move(decision));
  return plan_of(std::move(decided), sentence);
}

Plan start(const MatchId& match, const StartTerms& terms, const Facts& facts) {
  Match started = facts.records.matches.at(match);
  const MatchState state = rules::state_of(started, facts.today);
  if (state != MatchState::proposed) throw refusal(started, state, "only a proposed match can start");
  must_be_possible(started, facts);
  apply(terms, started, facts);
  const auto sentence = fmt::format("start {} on {}", match.view(), started.started->iso());
  return plan_of_act(rules::Act::start, std::move(started), sentence);
}

std::optional<std::string> doubt_about_length(const Session& session) {
  constexpr std::int64_t rarely_more = 12 * 60;
  if (!session.minutes || session.minutes->count <= rarely_more) return std::nullopt;
  return fmt::format("{} minutes are more than 12 hours: correct it with 'mentorctl amend' if that is a slip",
                     session.minutes->count);
}

void check_new(const Session& session, std::string_view scheme, const Facts& facts) {
  must_have_come("--date", session.date, facts.today);
  must_be_word("--kind", session.kind, vocabulary::session_kinds, scheme, facts);
  must_have_come("--claimed", session.claimed, facts.today);
  must_have_come("--paid", session.paid, facts.today);
  if (session.moved_to && *session.moved_to < session.date) {
    throw Trouble(Cause::usage,
                  fmt::format("--moved-to: {} comes before {}", session.moved_to->iso(), session.date.iso()));
  }
}

Plan log_session(const std::vector<MatchId>& matches, const Session& session, const Facts& facts) {
  Plan plan;
  plan.act = rules::Act::log_session;
  plan.tells = true;
  if (const auto doubt = doubt_about_length(session)) plan.doubts.push_back(*doubt);
  std::vector<std::string> named;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const MatchId& id = matches[i];
    check_new(session, facts.records.matches.at(id).scheme, facts);
    const SessionLog* known = find(facts.records.sessions, id);
    SessionLog log = known ? *known : SessionLog{id, {}, {}, {}};
    Session logged = session;
    logged.id = new_entry_id(facts, log.entries, session.id);
    logged.cost = share_of(session.cost, matches.size(), i);
    for (const auto& each : log.entries) {
      if (looks_like(each, session)) plan.doubts.push_back(doubt(id, each, logged));
    }
    log.entries.push_back(std::move(logged));
    plan.ids.push_back(fmt::format("{}/{}", id.view(), log.entries.back().id.view()));
    plan.subjects.push_back(id);
    named.push_back(id.text());
    plan.records.emplace_back(std::move(log));
  }
  if (session.cost && matches.size() > 1)
    plan.notes.push_back(fmt::format("{} is shared equally among {}", session.cost->pounds(),
                                     counted(matches.size(), "pair", "pairs")));
  plan.sentence = fmt::format("log a {} of {}", session.held() ? "session" : "cancelled session",
                              join(named, ", "));
  return plan;
}

Plan end(const MatchId& match, Ending ending, const Facts& facts) {
  must_have_come("--on", ending.on, facts.today);
  Match ended = facts.records.matches.at(match);
  must_be_able_to_end(ended, ending, facts.today);
  auto doubts = held_after(ended, ending.on, facts);
  ending.id = new_entry_id(facts, ended.endings);
  const auto sentence = fmt::format("end {} as {}", match.view(), word(ending.as));
  ended.endings.push_back(std::move(ending));
  Plan plan = plan_of_act(rules::Act::end, std::move(ended), sentence);
  plan.doubts = std::move(doubts);
  return plan;
}

}  // namespace mentor::actions
