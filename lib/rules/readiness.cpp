#include "rules/readiness.h"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::rules {

namespace {

/// Whether it is a step of that kind (and topic, when one is given) done by that day.
bool is_step(const Preparation& preparation, const Step& step, StepKind kind, std::string_view topic) {
  return step.step == kind && step.on <= preparation.by && (topic.empty() || step.topic == topic);
}

const Step* first_step(const Preparation& preparation, StepKind kind) {
  const Step* first = nullptr;
  for (const auto& step : preparation.mentor.steps) {
    if (is_step(preparation, step, kind, {}) && (!first || step.on < first->on)) first = &step;
  }
  return first;
}

/// The last one: somebody who did a step again in the right order has it in order.
const Step* last_step(const Preparation& preparation, StepKind kind, std::string_view topic = {}) {
  const Step* last = nullptr;
  for (const auto& step : preparation.mentor.steps) {
    if (is_step(preparation, step, kind, topic) && (!last || step.on > last->on)) last = &step;
  }
  return last;
}

/// Whether `step` was done before the first of the steps that it should follow.
bool too_early(const Preparation& preparation, const Step& step, std::optional<StepKind> after) {
  if (!after) return false;
  const Step* earlier = first_step(preparation, *after);
  return earlier && step.on < earlier->on;
}

/// A step that no topic divides: missing, or out of order.
template <class Asks>
void judge_step(const Preparation& preparation, const Terms<Asks>& terms, StepKind kind,
                std::string_view what, std::optional<StepKind> after, Findings& found) {
  const Step* step = last_step(preparation, kind);
  if (!step) {
    found.push_back(preparation.about(terms.finding(fmt::format("{} is missing", what))));
  } else if (too_early(preparation, *step, after)) {
    found.push_back(preparation.about(
        terms.finding(fmt::format("{} came on {}, before the {}", what, step->on.in_words(), word(*after)))));
    found.back().spot.place = step->places.start();
  }
}

bool covers(const Step& check, const DbsAsks& asks) {
  const auto level = Scalar<DbsLevel>::read(check.level);
  const bool workforce = !asks.workforce || check.workforce == asks.workforce ||
                         (check.workforce == Workforce::child_and_adult);
  return check.step == StepKind::dbs && level && *level >= asks.level && workforce;
}

bool has_check(const Mentor& mentor, const DbsAsks& asks, Day on) {
  return std::ranges::any_of(mentor.steps,
                             [&](const Step& step) { return step.on <= on && covers(step, asks); });
}

std::string check_asked(const DbsAsks& asks) {
  const std::string workforce = asks.workforce ? fmt::format(" for the {} workforce", word(*asks.workforce))
                                               : "";
  return fmt::format("{} DBS check{}", word(asks.level), workforce);
}

/// The finding for a day with somebody under the age and without the check; nothing when that day is as
/// asked.
std::optional<Finding> unchecked(const Pair& pair, const Editions<DbsAsks>& editions, Day on,
                                 std::string_view what) {
  const auto* terms = editions.on(on);
  const int age = pair.young_person.born.age_on(on);
  if (!terms || age >= terms->asks.under.count || has_check(pair.mentor, terms->asks, on))
    return std::nullopt;
  Finding found = terms->finding(fmt::format("{} with a young person of {}, and no {} seen by {}", what, age,
                                             check_asked(terms->asks), on.in_words()));
  found.measured = age;
  found.required = terms->asks.under.count;
  found.unit = "years";
  return found;
}

void judge_sessions(const Pair& pair, const Editions<DbsAsks>& editions, Day today, Findings& found) {
  for (const auto& session : pair.sessions) {
    if (!session.held() || session.date > today) continue;
    if (auto wrong = unchecked(pair, editions, session.date, "a session was held")) {
      wrong->from = session.date;
      found.push_back(pair.about(std::move(*wrong), {}));
      found.back().spot = {std::string(pair.sessions_file), session.places.start()};
    }
  }
}

}  // namespace

void judge(const Preparation& preparation, const Editions<InformationSessionAsks>& editions,
           Findings& found) {
  if (const auto* terms = editions.on(preparation.by)) {
    judge_step(preparation, *terms, StepKind::information_session, "the information session", {}, found);
  }
}

void judge(const Preparation& preparation, const Editions<TrainingAsks>& editions, Findings& found) {
  const auto* terms = editions.on(preparation.by);
  if (!terms) return;
  std::vector<std::string> missing;
  std::vector<std::string> early;
  for (const auto& topic : terms->asks.topics) {
    const Step* step = last_step(preparation, StepKind::training, topic);
    if (!step) {
      missing.push_back(topic);
    } else if (too_early(preparation, *step, terms->asks.after)) {
      early.push_back(topic);
    }
  }
  std::vector<std::string> parts;
  if (!missing.empty()) parts.push_back("the training is missing on " + join(missing, ", "));
  if (!early.empty()) {
    parts.push_back(
        fmt::format("the training came before the {} on {}", word(*terms->asks.after), join(early, ", ")));
  }
  if (parts.empty()) return;
  Finding missed = terms->finding(join(parts, "; "));
  missed.measured = static_cast<std::int64_t>(terms->asks.topics.size() - missing.size() - early.size());
  missed.required = static_cast<std::int64_t>(terms->asks.topics.size());
  missed.unit = "topics";
  found.push_back(preparation.about(std::move(missed)));
}

void judge(const Preparation& preparation, const Editions<LineManagerAsks>& editions, Findings& found) {
  const auto* terms = editions.on(preparation.by);
  if (!terms || std::ranges::find(terms->asks.roles, preparation.mentor.role) == terms->asks.roles.end())
    return;
  const Step* agreed = first_step(preparation, StepKind::line_manager);
  const Step* later = terms->asks.before ? first_step(preparation, *terms->asks.before) : nullptr;
  if (!agreed) {
    found.push_back(preparation.about(terms->finding("the line manager's agreement is missing")));
  } else if (later && agreed->on > later->on) {
    found.push_back(preparation.about(terms->finding(fmt::format(
        "the line manager agreed on {}, after the {}", agreed->on.in_words(), word(*terms->asks.before)))));
    found.back().spot.place = agreed->places.start();
  }
}

void judge(const Preparation& preparation, const Editions<PenPictureAsks>& editions, Findings& found) {
  if (const auto* terms = editions.on(preparation.by)) {
    judge_step(preparation, *terms, StepKind::pen_picture, "the pen picture", terms->asks.after, found);
  }
}

void judge(const Pair& pair, const Editions<DbsAsks>& editions, Day today, Findings& found) {
  judge_sessions(pair, editions, today, found);
  if (!pair.starts_or_runs(today)) return;
  const Day start = *pair.match.started;
  auto wrong = unchecked(pair, editions, std::max(start, today), "a match");
  if (!wrong) wrong = unchecked(pair, editions, start, "the match started");
  if (wrong) found.push_back(pair.about(std::move(*wrong), place_of(pair.match, &Match::started)));
}

void judge(const Scheme& scheme, const Editions<AgreedAsks>& editions, Day today, Findings& found) {
  for (const auto& [id, person] : scheme.records.young_people) {
    if (person.scheme != scheme.name || person.referred.on > today || has_left(person, today)) continue;
    const auto* terms = editions.on(person.referred.on);
    if (!terms || (person.agreed_on && *person.agreed_on <= today)) continue;
    found.push_back(about(person, terms->finding("the young person has not agreed to be referred")));
    found.back().from = person.referred.on;
  }
}

}  // namespace mentor::rules
