#include "matching/activities.h"

#include <fmt/format.h>

#include "base/listing.h"
#include "rules/budget.h"

namespace mentor::matching {

namespace {

using AfterExpensive = rules::Editions<rules::AfterExpensiveAsks>;

/// When the pair last did it; empty when they have not.
std::string done(const Activity& activity, const rules::Pair& pair, Day today) {
  const std::string wanted = fold_entry(activity.name);
  std::optional<Day> last;
  for (const auto& session : pair.sessions) {
    const bool is_it = session.held() && session.date <= today && fold_entry(session.activity) == wanted;
    if (is_it) last = std::max(last, std::optional(session.date));
  }
  return last ? fmt::format("they did it on {}", last->in_words()) : std::string();
}

Findings found_by(const AfterExpensive& editions, const rules::Pair& pair, Day today) {
  Findings found;
  rules::judge(pair, editions, today, found);
  return found;
}

/// What the rule would say if they did it today; empty when it is cheap enough.
std::string too_costly(const Activity& activity, const rules::Pair& pair, const AfterExpensive& editions,
                       Day today) {
  if (!activity.cost) return {};
  std::vector<Session> sessions = pair.sessions;
  Session trial;
  trial.date = today;
  trial.minutes = Minutes{1};
  trial.cost = activity.cost;
  sessions.push_back(trial);
  const rules::Pair then{pair.match,     pair.mentor,        pair.young_person, sessions,
                         pair.check_ins, pair.sessions_file, pair.records};
  const auto found = found_by(editions, then, today);
  if (found.size() == found_by(editions, pair, today).size()) return {};
  return fmt::format("costs {} so soon after an expensive one, of at most {}", activity.cost->pounds(),
                     Pence{found.back().required.value_or(0)}.pounds());
}

}  // namespace

Choice suit(const std::vector<const Activity*>& activities, const rules::Pair& pair,
            const policy::Policies& policies, Day today) {
  Problems problems;  // said when the rules were bound
  const AfterExpensive editions("budget.after_expensive", policies.editions(pair.match.scheme), problems);
  Choice choice;
  for (const Activity* activity : activities) {
    std::string why = done(*activity, pair, today);
    if (why.empty()) why = too_costly(*activity, pair, editions, today);
    if (why.empty()) {
      choice.activities.push_back(activity);
    } else {
      choice.left_out.push_back({activity, std::move(why)});
    }
  }
  return choice;
}

}  // namespace mentor::matching
