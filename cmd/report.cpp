#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/made_from.h"
#include "cmd/reading.h"
#include "cmd/report_file.h"
#include "cmd/report_page.h"
#include "cmd/verify.h"
#include "render/findings.h"
#include "render/json.h"
#include "since.h"
#include "trail.h"

namespace mentor::cmd {

namespace {

struct ReportOptions {
  std::string name = "nightly";
  std::string since;
  std::string verify;
  std::string output;
};

/// A report, and what of its making only the report itself knows.
struct Made {
  reports::Report report;
  std::string since;  ///< as it is to be told, and typed to make it again
  std::vector<std::string> notes;
};

std::vector<reports::ChangeMade> changes_of(const std::vector<git::Commit>& commits) {
  std::vector<reports::ChangeMade> changes;
  changes.reserve(commits.size());
  for (const auto& each : commits)
    changes.push_back({each.id, each.at, each.by, command_of(each), each.subject, is_by_hand(each)});
  return changes;
}

/// `the day before`, `1 April 2026`, or the beginning of a commit's id.
std::string moment_called(const Moment& moment, const std::string& asked) {
  constexpr std::size_t short_id = 12;
  if (asked.empty()) return "the day before";
  return moment.day ? moment.day->in_words() : "commit " + moment.commit.substr(0, short_id);
}

/// Makes a report from the people, the matches and these kinds of records.
template <reports::Report (*make)(const reports::Basis&), class... Records>
Made made(ReadingRoom& room, const std::string&) {
  Desk& desk = room.desk();
  desk.read_all<Mentor>();
  desk.read_all<YoungPerson>();
  desk.read_all<Match>();
  (desk.read_all<Records>(), ...);
  return {make(basis_of(desk)), {}, {}};
}

Made nightly(ReadingRoom& room, const std::string& asked) {
  Desk& desk = room.desk();
  desk.read_everything();
  const Moment moment = moment_since(room, desk.today(), asked);
  Since news = since(room, moment);
  Made made;
  if (!news.compared && !moment.commit.empty())
    made.notes.emplace_back(
        "the records of then are not sound, so what broke and what was mended since is not told");
  made.report = reports::nightly(basis_of(desk), {moment_called(moment, asked), changes_of(news.commits),
                                                  std::move(news.broke), std::move(news.mended)});
  if (!asked.empty()) made.since = moment.name;
  return made;
}

Made caseload(ReadingRoom& room, const std::string&) {
  room.desk().read_everything();
  return {reports::caseload(basis_of(room.desk())), {}, {}};
}

Made board(ReadingRoom& room, const std::string&) {
  room.desk().read_everything();
  return {reports::board(basis_of(room.desk())), {}, {}};
}

struct Named {
  std::string_view name;
  Made (*make)(ReadingRoom& room, const std::string& since);
};
constexpr std::array all_reports{Named{"nightly", nightly},
                                 Named{"caseload", caseload},
                                 Named{"commitment", made<reports::commitment, SessionLog>},
                                 Named{"pool", made<reports::pool, Concern>},
                                 Named{"reach", made<reports::reach, SessionLog, Event>},
                                 Named{"impact", made<reports::impact>},
                                 Named{"expenses", made<reports::expenses, SessionLog>},
                                 Named{"capacity", made<reports::capacity>},
                                 Named{"board", board}};

const Named& named(const std::string& name) {
  const auto found = std::ranges::find(all_reports, name, &Named::name);
  if (found != all_reports.end()) return *found;
  std::vector<std::string> names;
  names.reserve(all_reports.size());
  for (const auto& each : all_reports) names.emplace_back(each.name);
  throw Trouble(Cause::usage, "there is no report " + in_quotes(name) + suggestion(name, names));
}

MadeFrom made_from(const Call& call, const ReadingRoom& room, const Desk& desk, const Made& made) {
  MadeFrom from;
  from.report = made.report.name;
  from.program = MENTORCTL_VERSION;
  from.as_of = desk.today();
  from.later = room.later();
  from.since = made.since;
  from.commit = room.commit();
  for (const auto& scheme : desk.policies().schemes())
    from.policies.emplace_back(scheme, desk.policies().hash(scheme));
  from.unrecorded = room.unrecorded().size();
  from.width = call.io.width;
  return from;
}

/// The files that were changed by hand; only their folders, each once, where nobody may be named.
std::vector<std::string> unrecorded_in(ReadingRoom& room, const reports::Report& report) {
  std::vector<std::string> paths = room.unrecorded();
  if (!report.names_nobody) return paths;
  for (auto& path : paths) path.erase(std::min(path.find('/'), path.size()));
  paths.erase(std::ranges::unique(paths).begin(), paths.end());
  return paths;
}

void print_json(const Call& call, ReadingRoom& room, const Made& made) {
  Value value = render::object();
  value.add("report", Value::of_token(made.report.name));
  value.add("program", Value::of_token(MENTORCTL_VERSION));
  add_provenance(value, room, room.desk());
  value.add("later", Value::of_token(word(room.later())));
  if (!made.since.empty()) value.add("since", Value::of_token(made.since));
  add_figures(value, made.report.figures);
  for (const auto& table : made.report.tables) value.add(table.key, render::to_value(table));
  Value paths = Value::of_list();
  for (const auto& path : unrecorded_in(room, made.report)) paths.items.push_back(Value::of_text(path));
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

void print_csv(const Call& call, const reports::Report& report, const MadeFrom& from) {
  auto tables = tables_of(report);
  tables.push_back(table_of(from));
  print_tables(call, tables);
}

std::string title_of(const reports::Report& report, const MadeFrom& from) {
  return fmt::format("{}, {}", report.title, from.as_of.in_words());
}

std::string pairs_running(ReadingRoom& room, Day today) {
  const auto running = std::ranges::count_if(room.desk().records().matches, [&](const auto& each) {
    return rules::is_running(rules::state_of(each.second, today));
  });
  return counted(static_cast<std::size_t>(running), "pair runs", "pairs run");
}

/// What the report says of itself, and what no commit holds, a line each.
std::vector<std::string> lead_of(ReadingRoom& room, const reports::Report& report) {
  std::vector<std::string> lead = report.lead;
  if (const auto unrecorded = unrecorded_in(room, report); !unrecorded.empty())
    lead.push_back(fmt::format("Changed by hand and not recorded: {}", join(unrecorded, ", ")));
  return lead;
}

std::vector<std::string> lead_of_page(ReadingRoom& room, const reports::Report& report, Day today) {
  auto lead = lead_of(room, report);
  if (report.lead.empty()) lead.insert(lead.begin(), pairs_running(room, today));
  return lead;
}

void print_text(const Call& call, ReadingRoom& room, const reports::Report& report, const MadeFrom& from) {
  call.io.out << fmt::format("{}: {}\n", title_of(report, from), pairs_running(room, from.as_of));
  for (const auto& line : lead_of(room, report)) call.io.out << visible(line) << '\n';
  const auto tables = for_people(report);
  const bool empty = std::ranges::all_of(tables, [](const Table& table) { return table.rows.empty(); });
  call.io.out << (empty ? "Nothing to show.\n" : "\n");
  print_tables(call, tables);
  call.io.out << '\n' << in_a_line(from);
}

void print_tables(const Call& call, ReadingRoom& room, const reports::Report& report, const MadeFrom& from) {
  switch (call.globals.format) {
    case Format::csv:
      return print_csv(call, report, from);
    case Format::md:
    case Format::html:
      return print_page(call, title_of(report, from), lead_of_page(room, report, from.as_of),
                        for_people(report), from);
    default:
      return print_text(call, room, report, from);
  }
}

int print_report(const Call& call, const ReportOptions& options) {
  const Named& wanted = named(options.name);
  if (!options.since.empty() && wanted.name != "nightly")
    throw Trouble(Cause::usage,
                  fmt::format("--since: the report '{}' tells no changes, leave it out", wanted.name));
  ReadingRoom room = call.open("report");
  const Made made = wanted.make(room, options.since);
  if (call.globals.format == Format::json) {
    print_json(call, room, made);
  } else {
    print_tables(call, room, made.report, made_from(call, room, room.desk(), made));
  }
  for (const auto& note : made.notes) call.io.err << "note: " << note << '\n';
  return status_of(made.report.findings);
}

int run_report(const Call& call, const ReportOptions& options) {
  const auto print = [&options](const Call& into) { return print_report(into, options); };
  if (options.verify.empty())
    return options.output.empty() ? print(call) : into_file(call, options.output, print);
  return verify(call, options.verify, [](const Call& again, const MadeFrom& from) {
    static_cast<void>(print_report(again, {from.report, from.since, {}, {}}));
  });
}

}  // namespace

void add_report(Verb& verb) {
  auto options = std::make_shared<ReportOptions>();
  verb.positional("NAME", options->name,
                  "nightly (when not given), caseload, commitment, pool, reach, impact, expenses, capacity "
                  "or board",
                  Needed::no);
  verb.option(
      "--since REV|DATE", options->since,
      "of nightly: what changed, broke and was mended since that commit or day, else since the day before");
  verb.option("-o FILE", options->output,
              "write it into that file, whole or not at all, instead of showing it");
  verb.option("--verify FILE", options->verify,
              "make a report that was kept in a file again from its commit, and say whether it is the same");
  verb.runs([options](Call& call) { return run_report(call, *options); });
}

}  // namespace mentor::cmd
