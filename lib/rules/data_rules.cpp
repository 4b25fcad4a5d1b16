#include "rules/data_rules.h"

#include <fmt/format.h>

#include <algorithm>

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

}  // namespace mentor::rules
