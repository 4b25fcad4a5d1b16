#include "matching/past.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/scalar.h"
#include "rules/people.h"
#include "rules/state.h"

namespace mentor::matching {

namespace {

bool is_theirs(const Match& match, const Two& two) { return match.young_person == two.young_person.id; }

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

Reason of_match(const Match& match, Day today, const policy::Weights& weights) {
  const MatchState state = rules::state_of(match, today);
  if (state == MatchState::declined) {
    return {About::experience, weights.said_no.points,
            fmt::format("was proposed before ({}), and {}", match.id.view(), who_said_no(match, today))};
  }
  if (const Ending* ending = rules::standing_ending(match, today)) {
    const bool went_well = ending->as == EndingKind::completed || ending->as == EndingKind::managed ||
                           ending->as == EndingKind::self_managed;
    return {About::experience, went_well ? weights.matched_before.count : 0,
            fmt::format("were matched before ({}), until {}; it ended as {}", match.id.view(),
                        ending->on.in_words(), word(ending->as))};
  }
  return {About::experience, 0,
          fmt::format("are in a match already ({}), which is {}", match.id.view(), word(state))};
}

}  // namespace

std::vector<std::string> breakdowns(const Two& two, const Offer& offer) {
  std::vector<std::string> found;
  for (const Match* match : offer.matches) {
    if (!is_theirs(*match, two)) continue;
    for (const auto& each : match->endings) {
      if (each.as != EndingKind::broke_down || each.on > two.today) continue;
      found.push_back(
          fmt::format("a match of the two ({}) broke down on {}", match->id.view(), each.on.in_words()));
    }
  }
  return found;
}

void add_matches(const Two& two, const Offer& offer, const policy::Weights& weights, Reasons& reasons) {
  for (const Match* match : offer.matches) {
    if (is_theirs(*match, two)) reasons.push_back(of_match(*match, two.today, weights));
  }
}

void add_load(const Two& two, const Offer& offer, const policy::Weights& weights, Reasons& reasons) {
  std::size_t running = 0;
  std::size_t proposed = 0;
  for (const Match* match : offer.matches) {
    const MatchState state = rules::state_of(*match, two.today);
    if (is_theirs(*match, two)) continue;
    running += rules::is_running(state) ? 1 : 0;
    proposed += state == MatchState::proposed ? 1 : 0;
  }
  std::vector<std::string> has;
  if (running > 0) has.push_back(counted(running, "other match", "other matches"));
  if (proposed > 0) has.push_back(counted(proposed, "other match proposed", "other matches proposed"));
  reasons.push_back({About::load, has.empty() ? weights.no_other_match.count : 0,
                     fmt::format("the mentor has {}", has.empty() ? "no other match" : join(has, ", "))});
  if (!offer.idle_since) return;
  const int months = std::min(two.today.months_since(*offer.idle_since), weights.most_months.count);
  reasons.push_back(
      {About::waiting, months * weights.mentors_month.count,
       fmt::format("the mentor has been without a match since {}", offer.idle_since->in_words())});
}

WishesToMeet wishes_to_meet_until(Day today, const Register& records) {
  WishesToMeet wishes;
  for (const auto& [id, event] : records.events) {
    if (event.date > today) continue;
    for (const auto& each : event.see_again) wishes.emplace(each.by, each.whom);
  }
  return wishes;
}

void add_meeting(const Two& two, const WishesToMeet& wishes, const policy::Weights& weights,
                 Reasons& reasons) {
  const Id young_person = two.young_person.id;
  const Id mentor = two.mentor.id;
  const bool young_person_wishes = wishes.contains({young_person, mentor});
  const bool mentor_wishes = wishes.contains({mentor, young_person});
  if (young_person_wishes && mentor_wishes) {
    reasons.push_back(
        {About::met, weights.both_wish_to_meet.count, "they met, and each wishes to meet again"});
  } else if (young_person_wishes) {
    reasons.push_back({About::met, weights.young_person_wishes_to_meet.count,
                       "they met, and the young person wishes to meet again"});
  } else if (mentor_wishes) {
    reasons.push_back(
        {About::met, weights.mentor_wishes_to_meet.count, "they met, and the mentor wishes to meet again"});
  }
}

Reasons urgency_of(const YoungPerson& young_person, const Register& records, const policy::Weights& weights,
                   Day today) {
  Reasons reasons;
  if (young_person.nobody_else.value_or(false)) {
    reasons.push_back(
        {About::nobody_else, weights.nobody_else.count, "the young person has nobody else in their life"});
  }
  if (const auto since = rules::waiting_since(young_person, records, today)) {
    const int months = std::min(today.months_since(*since), weights.most_months.count);
    reasons.push_back({About::waiting, months * weights.young_persons_month.count,
                       fmt::format("the young person has waited since {}", since->in_words())});
  }
  return reasons;
}

}  // namespace mentor::matching
