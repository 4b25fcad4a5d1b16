#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/reading.h"
#include "git/history.h"
#include "render/findings.h"
#include "render/json.h"

namespace mentor::cmd {

namespace {

struct Options {
  std::string name = "nightly";
};

/// The commits of the day, for those who read the report of that day.
std::vector<reports::ChangeMade> changes_of_the_day(const git::Repository& repository, Day today) {
  constexpr std::size_t iso_day = 10;
  std::vector<reports::ChangeMade> changes;
  for (const auto& commit : git::log_since(repository, today.iso())) {
    if (commit.at.substr(0, iso_day) != today.iso()) continue;
    const auto command = std::ranges::find(commit.trailers, "Mentorctl-Command",
                                           [](const auto& t) { return t.first; });
    changes.push_back(
        {commit.id, commit.at, command == commit.trailers.end() ? "" : command->second, commit.subject});
  }
  return changes;
}

/// Makes a report from the people, the matches and these kinds of records.
template <reports::Report (*make)(const reports::Basis&), class... Records>
reports::Report made(ReadingRoom& room) {
  Desk& desk = room.desk();
  desk.read_all<Mentor>();
  desk.read_all<YoungPerson>();
  desk.read_all<Match>();
  (desk.read_all<Records>(), ...);
  return make(basis_of(desk));
}

reports::Report nightly(ReadingRoom& room) {
  room.desk().read_everything();
  return reports::nightly(basis_of(room.desk()), changes_of_the_day(room.repository(), room.desk().today()));
}

reports::Report caseload(ReadingRoom& room) {
  room.desk().read_everything();
  return reports::caseload(basis_of(room.desk()));
}

struct Named {
  std::string_view name;
  reports::Report (*make)(ReadingRoom& room);
};
constexpr std::array list{Named{"nightly", nightly},
                          Named{"caseload", caseload},
                          Named{"commitment", made<reports::commitment, SessionLog>},
                          Named{"pool", made<reports::pool, Concern>},
                          Named{"reach", made<reports::reach, SessionLog, Event>},
                          Named{"impact", made<reports::impact>},
                          Named{"expenses", made<reports::expenses, SessionLog>},
                          Named{"capacity", made<reports::capacity>}};

const Named& named(const std::string& name) {
  const auto found = std::ranges::find(list, name, &Named::name);
  if (found != list.end()) return *found;
  std::vector<std::string> names;
  names.reserve(list.size());
  for (const auto& each : list) names.emplace_back(each.name);
  throw Trouble(Cause::usage, "there is no report " + in_quotes(name) + suggestion(name, names));
}

void print_json(const Call& call, ReadingRoom& room, const reports::Report& report,
                const git::Paths& unrecorded) {
  Value value = render::object();
  value.add("report", Value::of_token(report.name));
  add_provenance(value, room, room.desk());
  add_figures(value, report.figures);
  for (const auto& table : report.tables) value.add(table.key, render::to_value(table));
  Value paths = Value::of_list();
  for (const auto& path : unrecorded) paths.items.push_back(Value::of_text(path));
  value.add("unrecorded", std::move(paths));
  call.io.out << render::to_json(value);
}

/// All tables, that of the figures first.
std::vector<Table> tables_of(const reports::Report& report) {
  std::vector<Table> tables = report.tables;
  if (!report.figures.empty()) tables.insert(tables.begin(), reports::figures_table(report.figures));
  return tables;
}

/// Without what a person at a terminal does not need: totals by area where there is but one.
std::vector<Table> for_people(const reports::Report& report) {
  std::vector<Table> tables = tables_of(report);
  std::erase_if(tables, [](const Table& table) { return table.key == "by_area" && table.rows.size() == 1; });
  return tables;
}

void print_text(const Call& call, Desk& desk, const reports::Report& report, const git::Paths& unrecorded) {
  const Register& records = desk.records();
  const auto running = std::ranges::count_if(records.matches, [&](const auto& each) {
    return rules::is_running(rules::state_of(each.second, desk.today()));
  });
  call.io.out << fmt::format("{}, {}: {}\n", report.title, desk.today().in_words(),
                             counted(static_cast<std::size_t>(running), "pair runs", "pairs run"));
  if (!unrecorded.empty()) {
    call.io.out << fmt::format("Changed by hand and not recorded: {}\n", visible(join(unrecorded, ", ")));
  }
  const auto tables = for_people(report);
  const bool empty = std::ranges::all_of(tables, [](const Table& table) { return table.rows.empty(); });
  call.io.out << (empty ? "Nothing to show.\n" : "\n");
  print_tables(call, tables);
}

int run_report(Call& call, const Options& options) {
  must_be_format(call.globals.format, {Format::text, Format::json, Format::csv});
  const Named& wanted = named(options.name);
  ReadingRoom room = call.open("report");
  const reports::Report report = wanted.make(room);
  const auto unrecorded = room.unrecorded();
  if (call.globals.format == Format::json) {
    print_json(call, room, report, unrecorded);
  } else if (call.globals.format == Format::csv) {
    print_tables(call, tables_of(report));
  } else {
    print_text(call, room.desk(), report, unrecorded);
  }
  return status_of(report.findings);
}

}  // namespace

void add_report(Verb& verb) {
  auto options = std::make_shared<Options>();
  verb.positional("NAME", options->name,
                  "nightly (when not given), caseload, commitment, pool, reach, impact, expenses or capacity",
                  Needed::no);
  verb.runs([options](Call& call) { return run_report(call, *options); });
}

}  // namespace mentor::cmd
