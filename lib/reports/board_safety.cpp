#include <algorithm>
#include <array>
#include <set>

#include "reports/board.h"
#include "reports/figures.h"
#include "reports/suppression.h"
#include "rules/safeguarding.h"

namespace mentor::reports {

namespace {

/// How many records the rule found something in that nobody answered for.
int subjects_found(const Stretch& stretch, std::string_view rule) {
  std::set<std::string> subjects;
  for (const auto& each : stretch.found) {
    if (each.rule == rule && each.stands()) subjects.insert(each.subject);
  }
  return static_cast<int>(subjects.size());
}

constexpr std::string_view passing_on = "safeguarding.passed_on";

/// Concerns that were not passed on are counted by themselves: they would show in the difference.
int must_broken(const Stretch& stretch) {
  return static_cast<int>(std::ranges::count_if(stretch.found, [](const Finding& each) {
    return each.severity == Severity::must && each.stands() && each.rule != passing_on;
  }));
}

struct Matter {
  std::string_view rule;
  std::string_view words;
};
constexpr std::array matters{
    Matter{"people.waiting", "young people who wait longer than their scheme thinks right"},
    Matter{"people.unmatched_mentor", "mentors left without a match for too long"},
    Matter{"service.capacity", "schemes with too few staff for what they carry"},
    Matter{"budget.pair", "pairs that spent more than their budget"},
    Matter{"commitment.too_long", "relationships beyond their longest: renew or end them"},
    Matter{"commitment.silence", "relationships of which nothing was heard for too long"},
    Matter{"dbs.recheck", "DBS checks that are too old"}};

/// The day by which a concern is to be passed on; of one about staff by the rule of any scheme that has one.
std::optional<Day> due_of(const Concern& concern, const Basis& basis) {
  const auto id = Id::parse(concern.about);
  const std::string_view whose = id ? scheme_of(*id, basis.records) : std::string_view();
  for (const auto& scheme : basis.policies.schemes()) {
    if (!whose.empty() && whose != scheme) continue;
    const auto terms = terms_on<rules::PassedOnAsks>(passing_on, scheme, concern.raised, basis.policies);
    if (terms) return terms->asks.within.after(concern.raised);
  }
  return std::nullopt;
}

/// Of the concerns raised in these days: passed on in time, late, not by their end.
std::vector<int> passed_on(const Stretch& stretch) {
  int in_time = 0;
  int late = 0;
  int waits = 0;
  for (const auto& [id, concern] : stretch.end.records.concerns) {
    if (!stretch.days.hold(concern.raised)) continue;
    const bool passed = concern.passed_on && *concern.passed_on <= stretch.days.to;
    const auto due = due_of(concern, stretch.end);
    (!passed ? waits : due && *concern.passed_on > *due ? late : in_time) += 1;
  }
  return {in_time, late, waits};
}

std::vector<Value> told_concerns(const Stretch& stretch) {
  const auto parts = passed_on(stretch);
  const int raised = parts[0] + parts[1] + parts[2];
  if (!is_small(raised)) {
    auto values = told_parts(parts);
    values.insert(values.begin(), Value::of_number(raised));
    return values;
  }
  return {told(raised), told(parts[0]), told(parts[1]), told(parts[2])};
}

int open_at_end(const Stretch& stretch) {
  return static_cast<int>(std::ranges::count_if(stretch.end.records.concerns, [&](const auto& each) {
    const Concern& concern = each.second;
    return concern.raised <= stretch.days.to && (!concern.closed || *concern.closed > stretch.days.to);
  }));
}

/// How often somebody answered for a rule in these days.
template <class Entries>
int answers_in(const Stretch& stretch, Entries entries_of) {
  int answers = 0;
  const auto count = [&](const auto& records) {
    for (const auto& [id, record] : records)
      answers += static_cast<int>(std::ranges::count_if(
          entries_of(record), [&](const auto& each) { return stretch.days.hold(each.on); }));
  };
  count(stretch.end.records.mentors);
  count(stretch.end.records.young_people);
  count(stretch.end.records.matches);
  return answers;
}

}  // namespace

std::vector<Table> deciding_section(const Stretches& over) {
  FigureTable table("deciding", "Waiting for a decision",
                    {&over.today, &over.now, &over.before, &over.year_before});
  table.section("What needs deciding")
      .about("What the rules of the schemes find today, and what they found on the last day of each period.");
  table.row({"not_passed_on", "safeguarding concerns that were not passed on in time"},
            [](const Stretch& each) { return told(subjects_found(each, passing_on)); });
  table.row({"must_broken", "other findings that a rule says must not be"},
            [](const Stretch& each) { return Value::of_number(must_broken(each)); });
  for (const auto& [rule, words] : matters) {
    table.row({std::string(rule), std::string(words)},
              [rule = rule](const Stretch& each) { return Value::of_number(subjects_found(each, rule)); });
  }
  return {table.take()};
}

std::vector<Table> safeguarding_section(const Stretches& over) {
  FigureTable table("safeguarding", "Concerns, and rules that must be kept", over.all());
  table.section("Safeguarding")
      .about("Of a concern the records hold who was told and when, never what was said.");
  table.rows({{"raised", "concerns raised"},
              {"in_time", "of them passed on in time"},
              {"late", "passed on late"},
              {"not_passed_on", "not passed on by the end of the period"}},
             told_concerns);
  table.row({"open", "concerns open at the end"},
            [](const Stretch& each) { return told(open_at_end(each)); });
  table.row({"must_broken", "other findings that a rule says must not be, at the end"},
            [](const Stretch& each) { return Value::of_number(must_broken(each)); });
  table.row({"overrides", "rules passed, with somebody answering for it"}, [](const Stretch& each) {
    return Value::of_number(answers_in(
        each, [](const auto& record) -> auto& { return record.overrides; }));
  });
  table.row({"waivers", "findings that somebody took responsibility for"}, [](const Stretch& each) {
    return Value::of_number(answers_in(
        each, [](const auto& record) -> auto& { return record.waivers; }));
  });
  return {table.take()};
}

}  // namespace mentor::reports
