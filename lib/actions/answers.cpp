#include "actions/answers.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/errors.h"
#include "base/text.h"

namespace mentor::actions {

namespace {

bool is_of(const Finding& finding, const Id& record) {
  return finding.subject == record.view() || finding.mentor == record.view() ||
         finding.young_person == record.view();
}

/// What the rule finds of that record and can be waived; Trouble when there is nothing of the kind.
Findings waivable(const std::string& rule, const Id& record, const Findings& found) {
  Findings meant = found;
  std::erase_if(meant, [&](const Finding& each) { return each.rule != rule || !is_of(each, record); });
  if (meant.empty()) {
    throw Trouble(Cause::usage,
                  fmt::format("'{}' finds nothing of {} today, 'mentorctl check' shows what is found", rule,
                              record.view()));
  }
  if (std::ranges::none_of(meant, &Finding::stands)) {
    throw Trouble(Cause::usage, fmt::format("what '{}' finds of {} is answered for already, 'mentorctl "
                                            "check' shows by whom",
                                            rule, record.view()));
  }
  std::erase_if(meant, [](const Finding& each) { return each.severity == Severity::must || !each.stands(); });
  if (!meant.empty()) return meant;
  throw Trouble(Cause::refused, fmt::format("'{}' says must of {}, which nobody can waive: put it right",
                                            rule, record.view()));
}

/// The record in which what was found is answered.
Id record_of(const Findings& found, const std::string& rule, const Id& named) {
  if (rules::find_rule(rule)->over != rules::Over::pairs) return named;
  std::vector<std::string> matches;
  for (const auto& each : found) {
    const bool is_told = std::ranges::find(matches, each.subject) != matches.end();
    if (MatchId::parse(each.subject) && !is_told) matches.push_back(each.subject);
  }
  if (matches.empty()) return named;
  if (matches.size() == 1) return *Id::parse(matches.front());
  throw usage("'{}' finds something of several matches of {}, {}: say which", rule, named.view(),
              join(matches, ", "));
}

template <class Record>
Plan add_waiver(Record record, Waiver waiver, const Facts& facts) {
  waiver.id = new_entry_id(facts, record.waivers);
  const auto sentence = fmt::format("waive {} of {} until {}", waiver.rule, record.id.view(),
                                    waiver.until.iso());
  record.waivers.push_back(std::move(waiver));
  return plan_of(std::move(record), sentence);
}

}  // namespace

void must_be_rule(std::string_view name) {
  if (rules::find_rule(name)) return;
  std::vector<std::string> names;
  for (const auto& rule : rules::all_rules()) names.emplace_back(rule.name);
  throw Trouble(Cause::usage, fmt::format("there is no rule {}{}", in_quotes(name), suggestion(name, names)));
}

void must_lie_ahead(const Waiver& waiver, Day today) {
  if (waiver.until > today) return;
  throw Trouble(Cause::usage, fmt::format("--until: a waiver until {} holds no longer, today is {}",
                                          waiver.until.iso(), today.iso()));
}

Plan waive(const Id& named, Waiver waiver, const Findings& found, const Facts& facts) {
  must_be_rule(waiver.rule);
  must_lie_ahead(waiver, facts.today);
  const Id record = record_of(waivable(waiver.rule, named, found), waiver.rule, named);
  waiver.on = facts.today;
  if (const auto match = MatchId::parse(record.view()))
    return add_waiver(facts.records.matches.at(*match), std::move(waiver), facts);
  if (const auto mentor = MentorId::parse(record.view()))
    return add_waiver(facts.records.mentors.at(*mentor), std::move(waiver), facts);
  if (const auto person = YoungPersonId::parse(record.view()))
    return add_waiver(facts.records.young_people.at(*person), std::move(waiver), facts);
  throw Trouble(Cause::usage,
                fmt::format("a waiver stands with a match, a mentor or a young person, {} is none of them",
                            record.view()));
}

}  // namespace mentor::actions
