#include "reports/nightly.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.h"
#include "reports/by_area.h"
#include "reports/findings.h"
#include "rules/people.h"

namespace mentor::reports {

namespace {

Table concerns(const Basis& basis) {
  Table table{"concerns",
              "Concerns that were not passed on",
              {{"id", "concern"},
               {"about", "about", Shown::data},
               {"raised", "raised", Shown::data},
               {"days", "days", Shown::data},
               {"who", "who", Shown::people, Says::names},
               {"what", "what", Shown::people},
               {"command", "type"}},
              {}};
  table.heads = 1;
  for (const auto& [id, concern] : basis.records.concerns) {
    const bool open = !concern.closed || *concern.closed > basis.today;
    const bool waits = !concern.passed_on || *concern.passed_on > basis.today;
    if (concern.raised > basis.today || !open || !waits) continue;
    const int days = basis.today.days_since(concern.raised);
    table.rows.push_back(
        {cell(id), Value::of_token(concern.about), cell(concern.raised), Value::of_number(days),
         Value::of_text("about " + called(basis.records, concern.about)),
         Value::of_text(fmt::format("about {}, raised on {}, {} ago, and passed on to nobody", concern.about,
                                    concern.raised.in_words(),
                                    counted(static_cast<std::size_t>(days), "day", "days"))),
         Value::of_token(fmt::format("mentorctl concern pass-on {}", id.view()))});
  }
  return table;
}

/// Those about one record stand together, where the first of them stands.
std::vector<Latest> by_subject(std::vector<Latest> findings) {
  std::map<std::string_view, std::size_t> first;
  for (std::size_t i = 0; i < findings.size(); ++i) first.emplace(findings[i].finding.subject, i);
  std::map<std::size_t, std::vector<Latest>> groups;
  for (const auto& each : findings) groups[first.at(each.finding.subject)].push_back(each);
  std::vector<Latest> grouped;
  grouped.reserve(findings.size());
  for (auto& [at, group] : groups) std::ranges::move(group, std::back_inserter(grouped));
  return grouped;
}

/// Each part by pair, with the command to type, and behind it the rule that says so, as a shell takes it.
Table to_do_table(std::string key, std::string title,
                  const std::vector<std::pair<std::string, Findings>>& parts, const Basis& basis) {
  std::vector<Latest> ordered;
  std::vector<Part> shown;
  shown.reserve(parts.size());
  for (const auto& [heading, findings] : parts) {
    auto& part = shown.emplace_back(Part{heading, {}, {}});
    for (auto& each : by_subject(latest_of(findings))) {
      part.rows.push_back(ordered.size());
      ordered.push_back(std::move(each));
    }
  }
  Table table = latest_table(std::move(key), std::move(title), ordered, basis);
  table.parts = std::move(shown);
  table.columns.push_back({"type", "type", Shown::people});
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    const Finding& finding = ordered[i].finding;
    table.rows[i].push_back(Value::of_token(fmt::format("{}  # {}", command_for(finding), finding.rule)));
  }
  return table;
}

/// What must be put right, then what is to do.
Table broken_table(const Findings& broken, const Basis& basis) {
  Findings must = broken;
  Findings should = broken;
  std::erase_if(must, [](const Finding& each) { return each.severity != Severity::must; });
  std::erase_if(should, [](const Finding& each) { return each.severity != Severity::should; });
  return to_do_table("broken", "To do",
                     {{"Broken, and must be put right", std::move(must)}, {"To do today", std::move(should)}},
                     basis);
}

/// Within a week, within 30 days, and later for what asks for more time.
Table due_table(const Findings& due, const Basis& basis) {
  std::vector<std::pair<std::string, Findings>> parts{
      {"Due within 7 days", {}}, {"Due within 30 days", {}}, {"Due later", {}}};
  for (const auto& each : due) {
    const int days = each.due ? each.due->days_since(basis.today) : 0;
    parts[days <= days_soon ? 0 : days <= days_ahead ? 1 : 2].second.push_back(each);
  }
  return to_do_table("due", "Due soon", parts, basis);
}

/// People read of the answers that run out within 30 days; the others stand, and are counted.
Table waived_table(const Findings& answered, const Basis& basis) {
  const auto latest = latest_of(answered);
  Table table = latest_table("waived", "Passed or waived", latest, basis);
  Part part{"Answers that run out within 30 days", {}, {}};
  for (std::size_t i = 0; i < latest.size(); ++i) {
    const auto& until = answer_to(latest[i].finding).until;
    if (until && until->days_since(basis.today) <= days_ahead) part.rows.push_back(i);
  }
  std::ranges::stable_sort(part.rows, {},
                           [&](std::size_t row) { return answer_to(latest[row].finding).until; });
  const std::size_t others = latest.size() - part.rows.size();
  if (others > 0) {
    part.more = fmt::format("{} answered for longer", counted(others, "finding is", "findings are"));
    if (part.rows.empty()) part.title = "Passed or waived";
  }
  table.parts = {std::move(part)};
  return table;
}

/// People read how often each rule gives it.
Table advice_table(const Findings& advice, const Basis& basis) {
  const auto latest = latest_of(advice);
  Table table = latest_table("advice", "Advice", latest, basis);
  std::map<std::string, std::size_t> times;
  for (const auto& each : latest) ++times[each.finding.rule];
  std::vector<std::string> counts;
  counts.reserve(times.size() + 1);
  for (const auto& [rule, count] : times) counts.push_back(fmt::format("{} {}", count, rule));
  if (!counts.empty()) counts.emplace_back("see 'mentorctl check'");
  table.parts = {{"Advice", {}, join(counts, ", ")}};
  return table;
}

struct NightlyTotals {
  int waiting = 0;
  int ready = 0;
  int pairs = 0;
  int broken = 0;
};

void count_people(ByArea<NightlyTotals>& by_area, const Basis& basis) {
  for (const auto& [id, person] : basis.records.young_people) {
    auto& totals = by_area.at(person.scheme, person.area);
    if (rules::waiting_since(person, basis.records, basis.today)) ++totals.waiting;
  }
  for (const auto& [id, mentor] : basis.records.mentors) {
    auto& totals = by_area.at(mentor.scheme, mentor.area);
    if (basis.rulebook.state_of(mentor, basis.records, basis.today) == MentorState::ready) ++totals.ready;
  }
}

/// The places in which somebody waits, a mentor is ready or something is to do; the others are counted.
Part where_something_waits(const Table& table) {
  Part part{table.title, {}, {}};
  const auto is_some = [](const Value& count) { return count.text != "0"; };
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto& row = table.rows[i];
    if (is_some(row[2]) || is_some(row[3]) || is_some(row.back())) part.rows.push_back(i);
  }
  const std::size_t others = table.rows.size() - part.rows.size();
  if (others > 0 && !part.rows.empty())
    part.more = fmt::format("and {} where nobody waits or is ready, and nothing is to do",
                            counted(others, "area", "areas"));
  return part;
}

/// The totals add up what the tables above them list.
Table by_area(const Basis& basis, const Findings& broken) {
  ByArea<NightlyTotals> by_area;
  count_people(by_area, basis);
  for (const auto& [id, match] : basis.records.matches) {
    if (!rules::is_running(rules::state_of(match, basis.today))) continue;
    ++by_area.at(match.scheme, area_of(basis.records, id.view())).pairs;
  }
  for (const auto& [finding, earlier] : latest_of(broken)) {
    ++by_area.at(finding.scheme, area_of(basis.records, finding.subject)).broken;
  }
  Table table = by_area.table(
      "By scheme and area",
      {{"waiting", "waiting"}, {"ready", "mentors ready"}, {"pairs", "pairs"}, {"broken", "to do"}},
      [](const NightlyTotals& totals) {
        return std::vector{cell(totals.waiting), cell(totals.ready), cell(totals.pairs), cell(totals.broken)};
      });
  table.parts = {where_something_waits(table)};
  return table;
}

}  // namespace

Report nightly(const Basis& basis, const Night& night, News news) {
  Report report{"nightly", "Today", {}, {}, std::move(news.found)};
  Findings broken;
  Findings advice;
  Findings answered;
  for (const auto& finding : report.findings) {
    Findings& part = !finding.stands() ? answered : finding.severity == Severity::advise ? advice : broken;
    part.push_back(finding);
  }
  report.tables = {concerns(basis),
                   broken_table(broken, basis),
                   quiet_table(basis, night.meetings),
                   due_table(night.due, basis),
                   meetings_table(basis, night.meetings),
                   dates_table(basis),
                   waiting_table(basis),
                   period_table(basis, night.meetings)};
  for (auto& each : news_tables(news, basis)) report.tables.push_back(std::move(each));
  report.tables.push_back(waived_table(answered, basis));
  report.tables.push_back(advice_table(advice, basis));
  report.tables.push_back(by_area(basis, broken));
  return report;
}

}  // namespace mentor::reports
