#include "rules/meetings.h"

#include <algorithm>

namespace mentor::rules {

namespace {

using Plans = std::vector<PlannedMeeting>;

std::vector<const Session*> in_order_of_days(const Pair& pair, Day today) {
  std::vector<const Session*> sessions;
  for (const auto& each : pair.sessions) {
    if (each.date <= today) sessions.push_back(&each);
  }
  std::ranges::stable_sort(sessions, {}, &Session::date);
  return sessions;
}

/// What the session was, or stands in for: of a pair that has not met its first meeting, whatever the day,
/// unless another was called off before it and not moved.
void take_off(Plans& plans, const Session& session, bool met) {
  const bool is_first = !met && (session.held() || session.moved_to);
  std::erase_if(
      plans, [&](const PlannedMeeting& each) { return each.on <= session.date || (each.first && is_first); });
}

int times_moved(const Plans& plans, const Session& session, bool met) {
  for (const auto& each : plans) {
    if (met ? each.on == session.date : each.first) return each.moved;
  }
  return 0;
}

}  // namespace

std::vector<PlannedMeeting> planned_meetings(const Pair& pair, Day today) {
  if (!is_open(state_of(pair.match, today))) return {};
  Plans plans;
  if (pair.match.first_meeting && pair.match.first_meeting->date)
    plans.push_back({*pair.match.first_meeting->date, true});
  bool met = false;
  for (const Session* session : in_order_of_days(pair, today)) {
    const int moved = times_moved(plans, *session, met);
    take_off(plans, *session, met);
    met = met || session->held();
    if (session->moved_to) plans.push_back({*session->moved_to, !met, moved + 1});
  }
  const auto spell = latest_spell(pair.match, today);
  const bool came_back = spell && spell->from != pair.match.started;
  std::erase_if(plans, [&](const PlannedMeeting& each) { return came_back && each.on < spell->from; });
  std::ranges::stable_sort(plans, {}, &PlannedMeeting::on);
  return plans;
}

}  // namespace mentor::rules
