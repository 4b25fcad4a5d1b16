#include "cmd/print_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <ostream>

#include "base/text.h"
#include "cmd/reading.h"
#include "cmd/report_page.h"
#include "render/findings.h"
#include "render/json.h"
#include "reports/cells.h"
#include "trail.h"

namespace mentor::cmd {

namespace {

/// All tables, that of the figures first.
std::vector<Table> tables_of(const reports::Report& report) {
  std::vector<Table> tables = report.tables;
  if (!report.figures.empty()) tables.insert(tables.begin(), reports::figures_table(report.figures));
  return tables;
}

MadeFrom made_from(const Call& call, const ReadingRoom& room, const Desk& desk, const Made& made) {
  MadeFrom from;
  from.asked = made.asked;
  from.program = MENTORCTL_VERSION;
  from.as_of = desk.today();
  from.later = room.later();
  from.commit = room.commit();
  for (const auto& scheme : desk.policies().schemes())
    from.policies.emplace_back(scheme, desk.policies().hash(scheme));
  from.unrecorded = room.unrecorded().size();
  from.width = call.io.width;
  return from;
}

/// The files that were changed by hand: for a young person those about them; only their folders, each once,
/// where nobody may be named.
std::vector<std::string> unrecorded_in(ReadingRoom& room, const reports::Report& report,
                                       const AskedReport& asked) {
  std::vector<std::string> paths = room.unrecorded();
  if (asked.for_young_person) {
    const auto& match = room.desk().records().matches.at(MatchId::parse(asked.match).value());
    std::erase_if(paths, [&](const std::string& path) {
      return !is_among(path, paths_about(match.id)) && !is_among(path, paths_about(match.young_person));
    });
  }
  if (!report.names_nobody) return paths;
  for (auto& path : paths) path.erase(std::min(path.find('/'), path.size()));
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

void print_json(const Call& call, ReadingRoom& room, const Made& made) {
  Value value = render::object();
  value.add("report", Value::of_token(made.report.name));
  value.add("program", Value::of_token(MENTORCTL_VERSION));
  add_provenance(value, room, room.desk());
  value.add("later", Value::of_token(word(room.later())));
  add_asked(value, made.asked);
  add_figures(value, made.report.figures);
  for (const auto& table : made.report.tables) value.add(table.key, {});
  value.add("unrecorded", reports::cell(unrecorded_in(room, made.report, made.asked)));
  render::write_json(value, made.report.tables, sink_of(call));
}

void print_csv(const Call& call, const reports::Report& report, const MadeFrom& from) {
  auto tables = tables_of(report);
  tables.push_back(table_of(from));
  print_tables(call, tables);
}

/// What was read, and how many pairs ran at the end of the days that the report is over.
std::string what_there_is(Desk& desk, const AskedReport& asked) {
  const Register& records = desk.records();
  const Day today = std::min(desk.today(), asked.to.value_or(desk.today()));
  const auto running = std::ranges::count_if(records.matches, [&](const auto& each) {
    return rules::is_running(rules::state_of(each.second, today));
  });
  return fmt::format("{} read; {}", what_was_read(records),
                     counted(static_cast<std::size_t>(running), "pair runs", "pairs run"));
}

std::string title_of(const reports::Report& report, const MadeFrom& from) {
  const auto& first = from.asked.from;
  const auto& last = from.asked.to;
  if (!first && !last) return fmt::format("{}, {}", report.title, from.as_of.in_words());
  const std::string end = std::min(last.value_or(from.as_of), from.as_of).in_words();
  if (!first && report.name == "board") return fmt::format("{}, {}", report.title, end);
  return first ? fmt::format("{}, {} to {}", report.title, first->in_words(), end)
               : fmt::format("{}, up to {}", report.title, end);
}

void print_line(const Call& call, const std::string& line) {
  call.io.out << join(wrap(visible(line), call.io.width), "\n") << '\n';
}

void print_text(const Call& call, ReadingRoom& room, const reports::Report& report, const MadeFrom& from) {
  print_line(call, title_of(report, from));
  for (const auto& line : lead_of(room, report, from.asked)) print_line(call, line);
  const auto tables = for_people(report);
  call.io.out << (tables.empty() ? "Nothing to show.\n" : "\n");
  print_tables(call, tables);
  call.io.out << '\n' << in_a_line(from);
}

/// A page is held as a whole.
std::vector<Table> with_rows(std::vector<Table> tables) {
  for (auto& table : tables) table = mentor::with_rows(std::move(table));
  return tables;
}

void print_tables(const Call& call, ReadingRoom& room, const reports::Report& report, const MadeFrom& from) {
  switch (call.globals.format) {
    case Format::csv:
      return print_csv(call, report, from);
    case Format::md:
    case Format::html:
      return print_page(call, title_of(report, from), lead_of(room, report, from.asked),
                        with_rows(for_people(report)), from);
    default:
      return print_text(call, room, report, from);
  }
}

}  // namespace

std::vector<std::string> lead_of(ReadingRoom& room, const reports::Report& report, const AskedReport& asked) {
  std::vector<std::string> lead = report.lead;
  if (lead.empty() && asked.match.empty()) lead.push_back(what_there_is(room.desk(), asked));
  if (const auto unrecorded = unrecorded_in(room, report, asked); !unrecorded.empty())
    lead.push_back(fmt::format("Changed by hand and not recorded: {}", join(unrecorded, ", ")));
  return lead;
}

std::vector<Table> for_people(const reports::Report& report) {
  std::vector<Table> tables = tables_of(report);
  std::erase_if(tables,
                [](const Table& table) { return table.key == "by_area" && number_of_rows(table) == 1; });
  std::vector<Table> shown;
  for (auto& table : tables) std::ranges::move(for_people(std::move(table)), std::back_inserter(shown));
  return shown;
}

void print_report(const Call& call, ReadingRoom& room, const Made& made) {
  if (call.globals.format == Format::json) {
    print_json(call, room, made);
  } else {
    print_tables(call, room, made.report, made_from(call, room, room.desk(), made));
  }
}

}  // namespace mentor::cmd
