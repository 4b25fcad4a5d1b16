#include "rules/readiness.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

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

/// Of these topics, those that the mentor has done no step of that kind on.
std::vector<std::string> not_done(const Preparation& preparation, StepKind kind,
                                  const std::vector<std::string>& topics) {
  std::vector<std::string> missing;
  for (const auto& topic : topics) {
    if (!last_step(preparation, kind, topic)) missing.push_back(topic);
  }
  return missing;
}

/// The last day on which the mentor had a professional role with the young person, if it is known by `day`.
std::optional<Day> role_ended(const Pair& pair, Day day) {
  std::optional<Day> last;
  for (const auto& step : pair.mentor.steps) {
    if (step.step != StepKind::professional_role || step.with != pair.young_person.id || step.on > day)
      continue;
    if (step.ended && (!last || *step.ended > *last)) last = step.ended;
  }
  return last;
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
  if (!terms || !is_among(preparation.mentor.role, terms->asks.roles)) return;
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

void judge(const Preparation& preparation, const Editions<QualificationAsks>& editions, Findings& found) {
  const auto* terms = editions.on(preparation.by);
  if (!terms) return;
  const bool has_it = std::ranges::any_of(preparation.mentor.steps, [&](const Step& step) {
    return is_step(preparation, step, StepKind::qualification, {}) && step.level == terms->asks.level;
  });
  if (has_it) return;
  found.push_back(
      preparation.about(terms->finding(fmt::format("the qualification {} is missing", terms->asks.level))));
}

void judge(const Preparation& preparation, const Editions<ConsideredAsks>& editions, Findings& found) {
  const auto* terms = editions.on(preparation.by);
  if (!terms) return;
  const auto lacks = [&](const std::vector<std::string>& topics, Severity severity) {
    const auto missing = not_done(preparation, StepKind::considered, topics);
    if (missing.empty()) return;
    found.push_back(
        preparation.about(terms->finding("the mentor has not considered " + join(missing, ", "))));
    found.back().severity = severity;
  };
  lacks(terms->asks.topics, terms->severity);
  lacks(terms->asks.advised, Severity::advise);
}

void judge(const Preparation& preparation, const Editions<EmployedAsks>& editions, Findings& found) {
  if (const auto* terms = editions.on(preparation.by)) {
    judge_step(preparation, *terms, StepKind::employed, "the employment", {}, found);
  }
}

void judge(const Preparation& preparation, const Editions<ReferenceAsks>& editions, Findings& found) {
  const auto* terms = editions.on(preparation.by);
  if (!terms) return;
  const auto had = std::ranges::count_if(preparation.mentor.steps, [&](const Step& step) {
    return is_step(preparation, step, StepKind::reference, {});
  });
  const int asked = terms->asks.count.value_or(Count{1}).count;
  if (had >= asked) return;
  Finding missing = terms->finding(fmt::format("{} of {} references were taken up", had, asked));
  missing.measured = had;
  missing.required = asked;
  missing.unit = "references";
  found.push_back(preparation.about(std::move(missing)));
}

void judge(const Pair& pair, const Editions<ProfessionalGapAsks>& editions, Day today, Findings& found) {
  const auto start = pair.first_day(today);
  const auto* terms = start ? editions.on(*start) : nullptr;
  const auto ended = terms ? role_ended(pair, std::max(today, *start)) : std::nullopt;
  if (!ended || *start >= terms->asks.least.after(*ended)) return;
  Finding close = terms->finding(
      fmt::format("the mentor's professional role with the young person ended on {}, and the gap before the "
                  "start on {} is less than {}",
                  ended->in_words(), start->in_words(), terms->asks.least.text()));
  close.from = ended;
  close.measured = start->days_since(*ended);
  close.required = terms->asks.least.after(*ended).days_since(*ended);
  close.unit = "days";
  found.push_back(pair.about(std::move(close), place_of(pair.match, &Match::started)));
}

void judge(const Scheme& scheme, const Editions<AgreedAsks>& editions, Day today, Findings& found) {
  for (const auto& [id, person] : scheme.records.young_people) {
    if (!takes_part(person, scheme.name, today)) continue;
    const auto* terms = editions.on(person.referred.on);
    if (!terms || (person.agreed_on && *person.agreed_on <= today)) continue;
    found.push_back(about(person, terms->finding("the young person has not agreed to be referred")));
    found.back().from = person.referred.on;
  }
}

}  // namespace mentor::rules
