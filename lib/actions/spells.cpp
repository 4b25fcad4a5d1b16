#include "actions/spells.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/errors.h"
#include "rules/state.h"

namespace mentor::actions {

namespace {

Trouble before_start(std::string_view option, Day day, Day start) {
  return usage("{}: {} is before the start on {}", option, day.iso(), start.iso());
}

/// Throws Trouble unless the match runs on that day, which may be yet to come.
void must_run_on(const Match& match, std::string_view option, Day day) {
  const MatchState state = rules::state_of(match, day);
  if (rules::is_running(state)) return;
  for (const auto& spell : rules::spells(match)) {
    if (day < spell.from) throw before_start(option, day, spell.from);
  }
  throw refused("the match {} is {}, only a running one can pause", match.id.view(), word(state));
}

bool overlap(const Pause& one, const Pause& other) {
  return (!other.to || one.from < *other.to) && (!one.to || other.from < *one.to);
}

std::string days_of(const Pause& pause) {
  if (!pause.to) return fmt::format("from {}", pause.from.iso());
  return fmt::format("from {} to {}", pause.from.iso(), pause.to->iso());
}

void must_be_apart(const Match& match, const Pause& pause) {
  for (const auto& each : match.pauses) {
    if (!overlap(pause, each)) continue;
    throw refused("{} is paused {} already: resume it, or amend {}/{}", match.id.view(), days_of(each),
                  match.id.view(), each.id.view());
  }
}

bool runs_on(const Pause& pause, Day day) { return pause.from <= day && (!pause.to || day < *pause.to); }

/// How to be rid of a pause that has not begun; nothing when there is none.
std::string how_to_strike(const Match& match, Day day) {
  for (const auto& each : match.pauses) {
    if (each.from <= day) continue;
    return fmt::format(
        "; the pause from {} is still to come, strike it with 'mentorctl amend {}/{} --remove'",
        each.from.iso(), match.id.view(), each.id.view());
  }
  return {};
}

void must_be_paused(const Match& match, Day day) {
  const MatchState state = rules::state_of(match, day);
  if (state == MatchState::paused) return;
  throw refused("the match {} is {} on {}, only a paused one can resume{}", match.id.view(), word(state),
                day.iso(), how_to_strike(match, day));
}

/// The pauses that run on that day end with it.
void end_pauses(Match& match, Day day) {
  for (auto& each : match.pauses) {
    if (each.from < day && runs_on(each, day)) each.to = day;
  }
}

void must_be_over(const Match& match, Day today) {
  const std::string_view id = match.id.view();
  switch (rules::state_of(match, today)) {
    case MatchState::proposed:
      throw refused("the match {} is proposed, it comes about with 'mentorctl start'", id);
    case MatchState::declined:
      throw refused("the match {} is declined, propose another with 'mentorctl match {} {}'", id,
                    match.young_person.view(), match.mentor.view());
    case MatchState::active:
    case MatchState::paused:
      throw refused("the match {} is {}, only one that is over comes back", id,
                    word(rules::state_of(match, today)));
    case MatchState::self_managed:
    case MatchState::ended:
      break;
  }
  const auto last = rules::spells(match).back();
  if (!last.ending) throw refused("the match {} comes back on {} already", id, last.from.iso());
}

Plan reopen_match(Match match, Reopening reopening, const Facts& facts) {
  must_be_over(match, facts.today);
  const Day ended = rules::standing_ending(match, facts.today)->on;
  if (reopening.on < ended)
    throw usage("--on: {} is before the ending on {}", reopening.on.iso(), ended.iso());
  if (reopening.on == ended) {
    throw usage(
        "--on: {} is the day of the ending: it can come back from the next day on, or strike the ending if "
        "it "
        "was a slip, with 'mentorctl amend {}/{} --remove'",
        ended.iso(), match.id.view(), rules::standing_ending(match, facts.today)->id.view());
  }
  const YoungPerson& person = facts.records.young_people.at(match.young_person);
  must_be_there(person, facts.today);
  must_be_there(facts.records.mentors.at(match.mentor), facts.today);
  must_be_free(person, facts);
  reopening.id = new_entry_id(facts, match.reopened);
  end_pauses(match, reopening.on);
  match.reopened.push_back(std::move(reopening));
  const MatchId id = match.id;
  Plan plan = plan_of(std::move(match), fmt::format("reopen {}", id.view()));
  plan.tells = true;
  plan.act = rules::Act::start;
  plan.subjects = {id};
  return plan;
}

/// What somebody may have meant who named a person.
template <class PersonId>
std::string matches_that_are_over(const PersonId& person, const Facts& facts) {
  std::vector<std::string> over;
  for (const Match* match : rules::matches_of(person, facts.records)) {
    const MatchState state = rules::state_of(*match, facts.today);
    if (state == MatchState::ended || state == MatchState::self_managed) over.emplace_back(match->id.view());
  }
  return over.empty() ? std::string()
                      : "; a match of theirs is reopened by its identifier: " + join(over, ", ");
}

template <class Person>
Plan reopen_person(Person person, Reopening reopening, const Facts& facts) {
  if (!rules::has_left(person, facts.today)) {
    throw refused("{} has not left the scheme, there is nothing to reopen{}", person.id.view(),
                  matches_that_are_over(person.id, facts));
  }
  const Day left = std::ranges::max(person.closed, {}, &Closing::on).on;
  if (reopening.on < left)
    throw usage("--on: {} is before the leaving on {}", reopening.on.iso(), left.iso());
  reopening.id = new_entry_id(facts, person.reopened);
  person.reopened.push_back(std::move(reopening));
  const auto sentence = fmt::format("reopen {}", person.id.view());
  return plan_of(std::move(person), sentence);
}

}  // namespace

Plan pause(const MatchId& match, Pause pause, const Facts& facts) {
  if (pause.to && *pause.to <= pause.from)
    throw usage("--to: {} is not after the first day away, {}", pause.to->iso(), pause.from.iso());
  Match paused = facts.records.matches.at(match);
  must_run_on(paused, "--from", pause.from);
  must_be_apart(paused, pause);
  pause.id = new_entry_id(facts, paused.pauses);
  const auto sentence = fmt::format("pause {} {}", match.view(), days_of(pause));
  paused.pauses.push_back(std::move(pause));
  return plan_of(std::move(paused), sentence);
}

Plan resume(const MatchId& match, Day on, const Facts& facts) {
  must_have_come("--on", on, facts.today);
  Match resumed = facts.records.matches.at(match);
  must_be_paused(resumed, on);
  for (const auto& each : resumed.pauses) {
    if (each.from != on || !runs_on(each, on)) continue;
    throw usage("--on: {} is the first day away: strike the pause with 'mentorctl amend {}/{} --remove'",
                on.iso(), match.view(), each.id.view());
  }
  end_pauses(resumed, on);
  Plan plan = plan_of(std::move(resumed), fmt::format("resume {} on {}", match.view(), on.iso()));
  plan.tells = true;
  return plan;
}

Plan renew(const MatchId& match, Renewal renewal, const Facts& facts) {
  must_have_come("--on", renewal.on, facts.today);
  if (renewal.until && *renewal.until <= renewal.on)
    throw usage("--until: {} is not after {}", renewal.until->iso(), renewal.on.iso());
  Match renewed = facts.records.matches.at(match);
  const MatchState state = rules::state_of(renewed, facts.today);
  if (!rules::is_running(state))
    throw refused("the match {} is {}, only a running one goes on", match.view(), word(state));
  const Day start = rules::latest_spell(renewed, facts.today)->from;
  if (renewal.on < start) throw before_start("--on", renewal.on, start);
  renewal.id = new_entry_id(facts, renewed.renewals);
  const auto until = renewal.until;
  renewed.renewals.push_back(std::move(renewal));
  Plan plan = plan_of(std::move(renewed),
                      fmt::format("renew {}{}", match.view(), until ? " until " + until->iso() : ""));
  if (!until) plan.notes.emplace_back("without --until it says that they go on, and lengthens no term");
  return plan;
}

Plan reopen(const Id& id, Reopening reopening, const Facts& facts) {
  must_have_come("--on", reopening.on, facts.today);
  const Register& records = facts.records;
  if (const auto match = MatchId::parse(id.view()))
    return reopen_match(records.matches.at(*match), std::move(reopening), facts);
  if (const auto mentor = MentorId::parse(id.view()))
    return reopen_person(records.mentors.at(*mentor), std::move(reopening), facts);
  if (const auto person = YoungPersonId::parse(id.view()))
    return reopen_person(records.young_people.at(*person), std::move(reopening), facts);
  throw usage("{} is neither a match nor a person, which alone come back", id.view());
}

}  // namespace mentor::actions
