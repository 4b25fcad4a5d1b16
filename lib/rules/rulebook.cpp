#include "rules/rulebook.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"

namespace mentor::rules {

namespace {

std::vector<std::string> rule_names() {
  std::vector<std::string> names;
  for (const auto& rule : all_rules()) names.emplace_back(rule.name);
  return names;
}

constexpr std::size_t most_problems = 100;  // of an edition: nobody reads further

void report_unknown_rules(const policy::Edition& edition, Problems& problems) {
  const auto names = rule_names();
  std::size_t told = 0;
  for (const auto& raw : edition.rules) {
    if (find_rule(raw.name)) continue;
    if (++told > most_problems) return;
    problems.push_back({{edition.file, raw.place},
                        "there is no rule " + in_quotes(raw.name) + suggestion(raw.name, names),
                        {}});
  }
}

bool is_about(const Finding& finding, const std::vector<Id>& subjects) {
  return std::ranges::any_of(subjects, [&](const Id& id) { return id.view() == finding.subject; });
}

Answer to_answer(const Override& given) { return {given.on, given.reason, given.authorised_by, given.until}; }
Answer to_answer(const Waiver& given) { return {given.on, given.why, given.authorised_by, given.until}; }

/// An override without an end is of the act that it passed: not of what came later.
bool is_of_later(const Finding& finding, const Answer& answer, const std::vector<Reopening>& reopened,
                 Day today) {
  if (answer.until) return false;
  if (finding.from && *finding.from > answer.on) return true;
  return std::ranges::any_of(reopened,
                             [&](const Reopening& each) { return each.on > answer.on && each.on <= today; });
}

/// The answer among these that holds for the rule on that day.
template <class Entry>
std::optional<Answer> answer_in(const std::vector<Entry>& entries, const std::vector<Reopening>& reopened,
                                const Finding& finding, Day today) {
  for (const auto& each : entries) {
    const Answer answer = to_answer(each);
    const bool holds = answer.on <= today && (!answer.until || today < *answer.until);
    if (each.rule == finding.rule && holds && !is_of_later(finding, answer, reopened, today)) return answer;
  }
  return std::nullopt;
}

/// What is no scheme's own, such as a concern about staff, is said by the first that has something to say.
void say_once(Findings& found) {
  std::map<std::pair<std::string, std::string>, std::string> speakers;  // by rule and subject
  std::erase_if(found, [&](const Finding& each) {
    return speakers.try_emplace({each.rule, each.subject}, each.scheme).first->second != each.scheme;
  });
}

constexpr auto every_rule = [](std::string_view, const auto&) { return true; };

/// The time since it was made, where somebody has a clock.
class Stopwatch {
 public:
  explicit Stopwatch(const Timings* timings)
      : timings_(timings), begin_(timings ? timings->now() : Timings::Span()) {}

  [[nodiscard]] Timings::Span passed() const { return timings_->now() - begin_; }

 private:
  const Timings* timings_;
  Timings::Span begin_;
};

/// Adds sessions to a log that does not hold them yet.
void keep(std::vector<Session> sessions, SessionLog& log) {
  for (auto& each : sessions) {
    if (std::ranges::find(log.entries, each.id, &Session::id) == log.entries.end())
      log.entries.push_back(std::move(each));
  }
}

/// Puts what was found into its last form.
void settle(Findings& found, const Register& records, Day today) {
  say_once(found);
  answer(found, records, today);
  sort(found);
}

template <class Record>
void answer_from(const Record* record, Finding& finding, Day today) {
  if (!record || finding.severity == Severity::must) return;
  if (!finding.overridden)
    finding.overridden = answer_in(record->overrides, record->reopened, finding, today);
  if (!finding.waived) finding.waived = answer_in(record->waivers, record->reopened, finding, today);
}

/// A meeting that was held is a fact, which refuses no start: what is found of the match itself does.
bool is_of_meeting(const Finding& finding) { return finding.rule == "readiness.dbs" && finding.from; }

/// The days on which to look for what was due by then: each week, and the last day. What is due first may be
/// overtaken by then: a birthday, or a longer term that hides a shorter one.
std::vector<Day> days_to_look_at(Day today, Day last) {
  constexpr int week = 7;
  std::vector<Day> days;
  for (Day day = today.plus_days(week); day < last; day = day.plus_days(week)) days.push_back(day);
  days.push_back(last);
  return days;
}

/// Whether both ask for the same thing, be it by another day, or with more of the same due that day.
bool same_thing(const Finding& a, const Finding& b) {
  const bool more_of_it = a.due == b.due && b.message.starts_with(a.message);
  return a.rule == b.rule && a.subject == b.subject && a.from == b.from &&
         (a.message == b.message || more_of_it);
}

bool is_due(const Finding& finding, Day from, Day by) {
  return finding.due && *finding.due >= from && *finding.due <= by;
}

/// What is coming, each thing once.
class Told {
 public:
  void add(Finding finding) {
    auto& alike = places_[{finding.rule, finding.subject}];
    if (std::ranges::any_of(alike, [&](std::size_t i) { return same_thing(findings_[i], finding); })) return;
    alike.push_back(findings_.size());
    findings_.push_back(std::move(finding));
  }
  [[nodiscard]] Findings take() { return std::move(findings_); }

 private:
  Findings findings_;
  std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> places_;  // by rule and subject
};

/// Of the rules of any scheme those that the look asks.
auto asked_by(const Look& look) {
  return [&look](std::string_view, const auto& bound) { return look.asked.contains(bound.judge.get()); };
}

}  // namespace

Rulebook::Rulebook(const policy::Policies& policies, Problems& problems) {
  for (const auto& scheme : policies.schemes()) {
    const auto& editions = policies.editions(scheme);
    for (const auto& edition : editions) report_unknown_rules(edition, problems);
    for (const auto& rule : all_rules()) {
      const auto has_rule = [&](const policy::Edition& edition) {
        return edition.rule(rule.name) != nullptr;
      };
      if (std::ranges::none_of(editions, has_rule)) continue;
      rules_[scheme].push_back({&rule, rule.bind(rule.name, editions, problems)});
    }
    for (const auto& edition : editions) notices_[scheme].push_back({edition.in_force, edition.notice});
  }
}

const std::vector<Rulebook::Bound>& Rulebook::rules_of(std::string_view scheme) const {
  static const std::vector<Bound> none;
  const auto found = rules_.find(scheme);
  return found == rules_.end() ? none : found->second;
}

template <class Wanted>
void Rulebook::judge_pair(const Pair& pair, Day today, Wanted wanted, Findings& found) const {
  const auto first_day = pair.first_day(today);
  for (const auto& rule : rules_of(pair.match.scheme)) {
    if (wanted(pair.match.scheme, rule)) judge_pair(rule, pair, first_day, today, found);
  }
}

void Rulebook::judge_pair(const Bound& rule, const Pair& pair, std::optional<Day> first_day, Day today,
                          Findings& found) {
  rule.judge->pair(pair, today, found);
  if (!first_day) return;
  Findings lacking;
  rule.judge->preparation({pair.mentor, *first_day}, lacking);
  for (auto& each : lacking) {
    const Spot spot = each.spot;
    found.push_back(pair.about(std::move(each), {}));
    found.back().spot = spot;
  }
}

template <class Wanted>
void Rulebook::judge_schemes(const Register& records, const std::map<MatchId, SessionLog>& sessions,
                             Day today, Wanted wanted, Findings& found, Timings* timings) const {
  for (const auto& [scheme, bound] : rules_) {
    for (const auto& rule : bound) {
      if (!wanted(scheme, rule)) continue;
      const Stopwatch watch(timings);
      rule.judge->scheme({scheme, records, sessions}, today, found);
      if (timings) timings->rules[rule.rule->name] += watch.passed();
    }
  }
}

template <class Wanted>
Findings Rulebook::run(const Register& records, Day today, Wanted wanted) const {
  Findings found;
  for (const auto& [id, match] : records.matches) judge_pair(Pair::of(match, records), today, wanted, found);
  judge_schemes(records, records.sessions, today, wanted, found);
  settle(found, records, today);
  return found;
}

Judged Rulebook::judge(const Pair& pair, Day today, const Timings* timings) const {
  Judged judged;
  const auto& rules = rules_of(pair.match.scheme);
  const auto first_day = pair.first_day(today);
  for (const auto& rule : rules) {
    const Stopwatch watch(timings);
    judge_pair(rule, pair, first_day, today, judged.found);
    keep(rule.judge->sessions_kept(pair, today), judged.kept);
    if (timings) judged.took.push_back(watch.passed());
  }
  return judged;
}

Findings Rulebook::conclude(std::vector<Judged> pairs, const Register& records, Day today,
                            Timings* timings) const {
  Findings found;
  std::map<MatchId, SessionLog> kept;
  auto judged = pairs.begin();
  for (const auto& [id, match] : records.matches) {
    const auto& rules = rules_of(match.scheme);
    for (std::size_t i = 0; timings && i < judged->took.size(); ++i)
      timings->rules[rules[i].rule->name] += judged->took[i];
    std::ranges::move(judged->found, std::back_inserter(found));
    kept.emplace_hint(kept.end(), id, std::move(judged->kept));
    ++judged;
  }
  judge_schemes(records, kept, today, every_rule, found, timings);
  settle(found, records, today);
  return found;
}

Findings Rulebook::check(const Register& records, Day today) const { return run(records, today, every_rule); }

Findings Rulebook::check(const Register& records, Day today, std::string_view rule) const {
  return run(records, today, [&](std::string_view, const Bound& bound) { return bound.rule->name == rule; });
}

Findings Rulebook::judge_act(Act act, const Register& records, const std::vector<Id>& subjects,
                             Day today) const {
  Findings found = run(records, today,
                       [&](std::string_view, const Bound& rule) { return rule.rule->refuses.has(act); });
  std::erase_if(found, [&](const Finding& finding) {
    return !is_about(finding, subjects) || (act == Act::start && is_of_meeting(finding));
  });
  return found;
}

Span Rulebook::notice(std::string_view scheme, const Bound& rule, Day today) const {
  const auto own = rule.judge->warnings(today);
  if (!own.empty())
    return *std::ranges::max_element(own, {}, [&](const Span& span) { return span.after(today); });
  const auto& notices = notices_.find(scheme)->second;
  const auto next = std::ranges::upper_bound(notices, today, {}, &Notice::in_force);
  return next == notices.begin() ? next->span : std::prev(next)->span;
}

void Rulebook::say_step(Finding& finding, Day today) const {
  for (const auto& rule : rules_of(finding.scheme)) {
    if (rule.rule->name != finding.rule) continue;
    std::optional<Span> step;
    for (const Span& each : rule.judge->warnings(today)) {
      const Day last = each.after(today);
      if (last >= *finding.due && (!step || last < step->after(today))) step = each;
    }
    if (step) finding.message += fmt::format("; it is due within {}", step->text());
  }
}

std::vector<Look> Rulebook::looks_ahead(Day today) const {
  std::map<Day, std::set<const Judge*>> ends;  // of the notices that are given today
  for (const auto& [scheme, bound] : rules_) {
    for (const auto& rule : bound) {
      if (rule.rule->forewarns == Forewarns::yes)
        ends[notice(scheme, rule, today).after(today)].insert(rule.judge.get());
    }
  }
  std::vector<Look> looks;
  for (const auto& [last, asked] : ends) {
    for (const Day day : days_to_look_at(today, last)) looks.push_back({asked, day});
  }
  return looks;
}

/// Nobody else says anything of a match by these rules, so what is not due is let go of at once.
Coming Rulebook::look_ahead(const Pair& pair, const std::vector<Look>& looks, Day today) const {
  Coming coming;
  for (std::size_t i = 0; i < looks.size(); ++i) {
    const auto wanted = asked_by(looks[i]);
    const Day broken_on = looks[i].by.plus_days(1);
    Findings found;
    judge_pair(pair, broken_on, wanted, found);
    sort(found);
    for (auto& each : found) {
      const auto is_same = [&](const Coming::Due& told) { return same_thing(told.finding, each); };
      if (is_due(each, today, looks[i].by) && std::ranges::none_of(coming.due, is_same))
        coming.due.push_back({i, std::move(each)});
    }
    for (const auto& rule : rules_of(pair.match.scheme)) {
      if (wanted(pair.match.scheme, rule)) keep(rule.judge->sessions_kept(pair, broken_on), coming.kept);
    }
  }
  return coming;
}

Findings Rulebook::falls_due(const Register& records, Day today) const {
  const auto looks = looks_ahead(today);
  std::vector<Coming> pairs;
  pairs.reserve(records.matches.size());
  for (const auto& [id, match] : records.matches)
    pairs.push_back(look_ahead(Pair::of(match, records), looks, today));
  return falls_due(std::move(pairs), looks, records, records.sessions, today);
}

Findings Rulebook::falls_due(std::vector<Coming> pairs, const std::vector<Look>& looks,
                             const Register& records, Day today) const {
  std::map<MatchId, SessionLog> kept;
  auto coming = pairs.begin();
  for (const auto& [id, match] : records.matches)
    kept.emplace_hint(kept.end(), id, std::move((coming++)->kept));
  return falls_due(std::move(pairs), looks, records, kept, today);
}

Findings Rulebook::falls_due(std::vector<Coming> pairs, const std::vector<Look>& looks,
                             const Register& records, const std::map<MatchId, SessionLog>& sessions,
                             Day today) const {
  std::vector<Findings> found(looks.size());
  for (auto& pair : pairs) {
    for (auto& [look, finding] : pair.due) found[look].push_back(std::move(finding));
  }
  Told told;
  for (std::size_t i = 0; i < looks.size(); ++i) {
    const Day broken_on = looks[i].by.plus_days(1);
    judge_schemes(records, sessions, broken_on, asked_by(looks[i]), found[i]);
    settle(found[i], records, broken_on);
    for (auto& each : found[i]) {
      if (is_due(each, today, looks[i].by)) told.add(std::move(each));
    }
  }
  Findings coming = told.take();
  say_once(coming);
  sort(coming);
  for (auto& each : coming) say_step(each, today);
  return coming;
}

Findings Rulebook::readiness(const Mentor& mentor, Day by) const {
  Findings found;
  for (const auto& [rule, judge] : rules_of(mentor.scheme)) judge->preparation({mentor, by}, found);
  sort(found);
  return found;
}

Findings Rulebook::lacking(const Mentor& mentor, const Register& records, Day by) const {
  Findings found = readiness(mentor, by);
  answer(found, records, by);
  std::erase_if(found, [](const Finding& each) { return !each.says_no(); });
  return found;
}

MentorState Rulebook::state_of(const Mentor& mentor, const Register& records, Day today) const {
  return rules::state_of(mentor, records, today, lacking(mentor, records, today).empty());
}

void answer(Findings& findings, const Register& records, Day today) {
  for (auto& finding : findings) {
    for (const std::string_view text : {std::string_view(finding.subject), std::string_view(finding.mentor),
                                        std::string_view(finding.young_person)}) {
      if (const auto id = MatchId::parse(text)) answer_from(find(records.matches, *id), finding, today);
      if (const auto id = MentorId::parse(text)) answer_from(find(records.mentors, *id), finding, today);
      if (const auto id = YoungPersonId::parse(text))
        answer_from(find(records.young_people, *id), finding, today);
    }
  }
}

}  // namespace mentor::rules
