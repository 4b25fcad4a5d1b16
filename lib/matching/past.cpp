#include "matching/past.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/scalar.h"
#include "rules/matching_rules.h"
#include "rules/pair.h"
#include "rules/people.h"
#include "rules/state.h"

namespace mentor::matching {

namespace {

bool is_theirs(const Match& match, const Two& two) { return match.young_person == two.young_person.id; }

/// The last ending by the day.
const Ending* last_ending(const Match& match, Day today) {
  const Ending* last = nullptr;
  for (const auto& each : match.endings) {
    if (each.on <= today && (!last || each.on >= last->on)) last = &each;
  }
  return last;
}

/// Whose no it was; empty when neither said one.
std::string who_said_no(const Match& match, Day today) {
  for (const Side side : {Side::young_person, Side::mentor}) {
    const Decision* decision = rules::latest_decision(match, side, today);
    if (!decision || decision->yes) continue;
    return fmt::format("the {} said no to it on {}", side == Side::mentor ? "mentor" : "young person",
                       decision->on.in_words());
  }
  return {};
}

Reason of_match(const Match& match, Day today, const Weights& weights) {
  const MatchState state = rules::state_of(match, today);
  if (state == MatchState::declined) {
    return {About::experience, weights.said_no,
            fmt::format("was proposed before ({}), and {}", match.id.view(), who_said_no(match, today))};
  }
  if (const Ending* ending = last_ending(match, today)) {
    const bool went_well = ending->as == EndingKind::completed || ending->as == EndingKind::managed ||
                           ending->as == EndingKind::self_managed;
    return {About::experience, went_well ? weights.matched_before : 0,
            fmt::format("were matched before ({}), until {}; it ended as {}", match.id.view(),
                        ending->on.in_words(), word(ending->as))};
  }
  return {About::experience, 0,
          fmt::format("are in a match already ({}), which is {}", match.id.view(), word(state))};
}

bool wants(const Event& event, const Id& who, const Id& whom) {
  return std::ranges::any_of(event.see_again,
                             [&](const SeeAgain& each) { return each.by == who && each.whom == whom; });
}

}  // namespace

std::vector<std::string> obstacles(const Two& two, const Register& records) {
  std::vector<std::string> found;
  std::size_t taken = 0;
  for (const Match* match : rules::matches_of(two.mentor.id, records)) {
    if (rules::Pair::of(*match, records).starts_or_runs(two.today)) ++taken;
    if (!is_theirs(*match, two)) continue;
    for (const auto& each : match->endings) {
      if (each.as != EndingKind::broke_down || each.on > two.today) continue;
      found.push_back(
          fmt::format("a match of the two ({}) broke down on {}", match->id.view(), each.on.in_words()));
    }
  }
  const auto room = static_cast<std::size_t>(rules::capacity_of(two.mentor));
  if (taken >= room) {
    found.push_back(fmt::format(
        "has no room: {}, and offers to have {}",
        taken == 0 ? "has none" : fmt::format("has {}", counted(taken, "match", "matches")), room));
  }
  return found;
}

void add_matches(const Two& two, const Register& records, const Weights& weights, Reasons& reasons) {
  for (const Match* match : rules::matches_of(two.mentor.id, records)) {
    if (is_theirs(*match, two)) reasons.push_back(of_match(*match, two.today, weights));
  }
}

void add_load(const Two& two, const Register& records, const Weights& weights, Reasons& reasons) {
  std::size_t running = 0;
  std::size_t proposed = 0;
  for (const Match* match : rules::matches_of(two.mentor.id, records)) {
    const MatchState state = rules::state_of(*match, two.today);
    if (is_theirs(*match, two)) continue;
    running += rules::is_running(state) ? 1 : 0;
    proposed += state == MatchState::proposed ? 1 : 0;
  }
  std::vector<std::string> has;
  if (running > 0) has.push_back(counted(running, "other match", "other matches"));
  if (proposed > 0) has.push_back(counted(proposed, "other match proposed", "other matches proposed"));
  reasons.push_back({About::load, has.empty() ? weights.no_other_match : 0,
                     fmt::format("the mentor has {}", has.empty() ? "no other match" : join(has, ", "))});
  const auto since = rules::idle_since(two.mentor, records, two.today);
  if (!since) return;
  int months = 0;
  while (months < weights.most_months && since->plus_months(months + 1) <= two.today) ++months;
  reasons.push_back({About::waiting, months * weights.month_waiting,
                     fmt::format("the mentor has been without a match since {}", since->in_words())});
}

void add_meeting(const Two& two, const Register& records, const Weights& weights, Reasons& reasons) {
  const Id young_person = two.young_person.id;
  const Id mentor = two.mentor.id;
  bool young_person_wishes = false;
  bool mentor_wishes = false;
  for (const auto& [id, event] : records.events) {
    if (event.date > two.today) continue;
    young_person_wishes = young_person_wishes || wants(event, young_person, mentor);
    mentor_wishes = mentor_wishes || wants(event, mentor, young_person);
  }
  if (young_person_wishes && mentor_wishes) {
    reasons.push_back({About::met, weights.both_wish_to_meet, "they met, and each wishes to meet again"});
  } else if (young_person_wishes) {
    reasons.push_back({About::met, weights.young_person_wishes_to_meet,
                       "they met, and the young person wishes to meet again"});
  } else if (mentor_wishes) {
    reasons.push_back(
        {About::met, weights.mentor_wishes_to_meet, "they met, and the mentor wishes to meet again"});
  }
}

}  // namespace mentor::matching
