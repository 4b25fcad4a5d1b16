#include "rules/data_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"

namespace mentor::rules {

namespace {

std::string why_outside(const Match& match, const std::vector<Spell>& ran, const Session& session) {
  const std::string held = fmt::format("a session was held on {}, ", session.date.in_words());
  if (!match.started) return held + "and the match has not started";
  if (session.date < *match.started) return held + "before the match started on " + match.started->in_words();
  const Spell* last = nullptr;
  for (const auto& spell : ran) {
    if (spell.from < session.date) last = &spell;
  }
  const bool is_theirs = last && last->ending && last->ending->as == EndingKind::self_managed;
  return held + (is_theirs ? "after the match was handed over to the pair" : "after the match ended");
}

/// The days that an open match takes up, as far as they are known.
struct Engagement {
  const Match* match;
  MatchState state;
  Day from;
  std::optional<Day> to;  ///< the day of an ending that is planned

  [[nodiscard]] bool overlaps(const Engagement& other) const {
    return (!other.to || from < *other.to) && (!to || other.from < *to);
  }
};

/// Nothing when the match is neither proposed nor runs.
std::optional<Engagement> engagement(const Match& match, Day today) {
  const MatchState state = state_of(match, today);
  if (state == MatchState::proposed)
    return Engagement{&match, state, match.started.value_or(match.proposed), {}};
  if (!is_running(state)) return std::nullopt;
  const Spell spell = *latest_spell(match, today);
  return Engagement{&match, state, spell.from, spell.ending ? std::optional(spell.ending->on) : std::nullopt};
}

/// Those that are at the same time as another of them, in words.
std::vector<std::string> at_once(const std::vector<Engagement>& open) {
  std::vector<std::string> found;
  for (const auto& each : open) {
    const auto clashes = [&](const Engagement& other) {
      return other.match != each.match && each.overlaps(other);
    };
    if (std::ranges::any_of(open, clashes))
      found.push_back(fmt::format("{}, which is {}", each.match->id.view(), word(each.state)));
  }
  return found;
}

}  // namespace

void judge(const Pair& pair, const Editions<OutsideMatchAsks>& editions, Day today, Findings& found) {
  const auto ran = spells(pair.match);
  for (const auto& session : pair.sessions) {
    const bool inside = std::ranges::any_of(ran,
                                            [&](const Spell& spell) { return spell.holds(session.date); });
    const auto* terms = session.held() && session.date <= today && !inside ? editions.on(session.date)
                                                                           : nullptr;
    if (!terms) continue;
    Finding outside = terms->finding(why_outside(pair.match, ran, session));
    outside.from = session.date;
    found.push_back(pair.about(std::move(outside), {}));
    found.back().spot = {std::string(pair.sessions_file), session.places.start()};
  }
}

void judge(const Scheme& scheme, const Editions<TwoMatchesAsks>& editions, Day today, Findings& found) {
  const auto* terms = editions.on(today);
  if (!terms) return;
  std::map<YoungPersonId, std::vector<Engagement>> open;
  for (const auto& [id, match] : scheme.records.matches) {
    const bool is_here = match.scheme == scheme.name && match.proposed <= today;
    const auto taken = is_here ? engagement(match, today) : std::nullopt;
    if (taken) open[match.young_person].push_back(*taken);
  }
  for (const auto& [id, matches] : open) {
    const auto clashing = at_once(matches);
    if (clashing.empty()) continue;
    found.push_back(about(
        scheme.records.young_people.at(id),
        terms->finding(fmt::format("in {} matches at once: {}", clashing.size(), join(clashing, ", and ")))));
  }
}

}  // namespace mentor::rules
