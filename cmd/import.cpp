#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "base/system.h"
#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/output_file.h"
#include "cmd/print.h"
#include "cmd/reading.h"
#include "importing.h"
#include "render/findings.h"
#include "render/json.h"

namespace mentor::cmd {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view rejects_option = "--rejects";

struct ImportOptions {
  std::vector<std::string> files;
  std::string kind;
  std::string map;
  std::string rejects;
};

const exchange::RecordTable* asked_table(const std::string& kind) {
  if (kind.empty()) return nullptr;
  if (const auto* found = exchange::table_meant(kind)) return found;
  std::vector<std::string> known;
  for (const auto& each : exchange::record_tables()) known.push_back(each.name);
  throw usage("--kind: {} is not known{}", in_quotes(kind), suggestion(kind, known));
}

Trouble no_reading(const std::string& path, const std::error_code& error) {
  return system_trouble(fmt::format("cannot read {}", in_quotes(path)), error.value());
}

/// What stands there, a link followed; a file of the kind `not_found` when nothing does.
fs::file_status status_of_input(const std::string& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (!fs::status_known(status)) throw no_reading(path, error);
  return status;
}

/// The names of what is in the folder, sorted.
std::vector<fs::path> entries_of(const std::string& folder) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    entries.push_back(entry->path());
  if (error) throw no_reading(folder, error);
  std::ranges::sort(entries);
  return entries;
}

/// The files of an export in that folder; what else is CSV there is noted.
std::vector<std::string> files_of_export(const std::string& folder, std::vector<std::string>& notes) {
  std::vector<std::string> files;
  for (const auto& table : exchange::record_tables()) {
    const fs::path file = fs::path(folder) / (table.name + std::string(exchange::csv_ending));
    if (fs::is_regular_file(status_of_input(file.string()))) files.push_back(file.string());
  }
  if (files.empty())
    throw usage("{} has no file of an export, such as mentors.csv: name a sheet and what it is of (--kind)",
                in_quotes(folder));
  std::vector<std::string> others;
  for (const auto& file : entries_of(folder)) {
    const bool is_ours = std::ranges::find(files, file.string()) != files.end() ||
                         file.stem() == "data-dictionary" || file.stem() == "about";
    if (!is_ours && file.extension() == exchange::csv_ending) others.push_back(in_quotes(file.string()));
  }
  if (!others.empty())
    notes.push_back(
        fmt::format("not read, for an export has no such file: {}; name it by itself", join(others, ", ")));
  return files;
}

/// What is rejected of a sheet goes beside it, but never among records.
void must_have_place_beside(const ImportSheet& sheet) {
  if (!is_among_records(sheet.file)) return;
  throw usage(
      "{} is where the records stand, and rejected rows would go beside it: move it away, or name their file "
      "with --rejects",
      in_quotes(sheet.file));
}

void write_rejected(const std::string& file, const std::string& bytes) {
  write_output(file, bytes, rejects_option);
}

/// Asked before the work: whether there is a place for the rows that are rejected.
void place_rejects(const std::string& rejects, Import& wanted) {
  wanted.rejects = rejects;
  wanted.write_rejects = write_rejected;
  if (rejects.empty()) {
    std::ranges::for_each(wanted.sheets, must_have_place_beside);
    return;
  }
  if (wanted.sheets.size() > 1)
    throw usage("{}: several sheets have several files of rejected rows, leave it out", rejects_option);
  std::error_code none;
  if (fs::equivalent(rejects, wanted.sheets.front().file, none))
    throw usage("{}: {} is the sheet itself, name another", rejects_option, in_quotes(rejects));
  must_be_place_for_output(rejects, rejects_option);
  if (fs::is_regular_file(status_of_input(rejects)))
    wanted.rejects_before = bytes_of(rejects_option, rejects);
}

Import sheets_of(const ImportOptions& options, std::vector<std::string>& notes) {
  Import import;
  import.asked = asked_table(options.kind);
  for (const auto& name : options.files) {
    const bool is_folder = fs::is_directory(status_of_input(name));
    if (is_folder && (import.asked || !options.map.empty()))
      throw usage("{} is a folder, and its files say what they are of: leave --kind and --map out",
                  in_quotes(name));
    for (const auto& file : is_folder ? files_of_export(name, notes) : std::vector{name})
      import.sheets.push_back({file, bytes_of("FILE", file), table_of_file(file)});
  }
  if (!options.map.empty()) import.map_bytes = bytes_of("--map", options.map);
  import.map_file = options.map;
  place_rejects(options.rejects, import);
  return import;
}

Value row_value(const Imported& imported, const IncomingRow& row, std::string_view key,
                const std::string& said) {
  const auto& sheet = imported.sheets[row.sheet].sheet;
  Value value = Value::of_map();
  value.add("file", Value::of_text(sheet.file));
  value.add("line", Value::of_number(static_cast<std::int64_t>(sheet.rows[row.row].line)));
  value.add(key, Value::of_text(said));
  return value;
}

Value imported_value(const Imported& imported) {
  Value value = render::object();
  const auto& ids = imported.outcome.plan.ids;
  value.add("id", ids.empty() ? Value() : Value::of_token(ids.front()));
  Value list = Value::of_list();
  for (const auto& each : ids) list.items.push_back(Value::of_token(each));
  value.add("ids", std::move(list));
  value.add("commit", imported.outcome.commit.empty() ? Value() : Value::of_token(imported.outcome.commit));
  value.add("findings", Value::of_list());
  value.add("taken_in", Value::of_number(std::ranges::count_if(
                            imported.rows, [](const auto& row) { return row.comes_in(); })));
  Value there = Value::of_list();
  Value rejected = Value::of_list();
  for (const auto& row : imported.rows) {
    if (!row.wrong.empty())
      rejected.items.push_back(row_value(imported, row, "reason", row.wrong));
    else if (!row.there.empty())
      there.items.push_back(row_value(imported, row, "means", row.there));
  }
  value.add("already_there", std::move(there));
  value.add("rejected", std::move(rejected));
  Value files = Value::of_list();
  for (const auto& each : imported.rejects) files.items.push_back(Value::of_text(each));
  value.add("rejects", std::move(files));
  return value;
}

/// Tells of the first of some rows, and how many more there are.
void print_rows(const Io& io, const Imported& imported, std::string IncomingRow::*said,
                std::string_view before) {
  constexpr std::size_t most = 20;
  std::size_t told = 0;
  for (const auto& row : imported.rows) {
    if ((row.*said).empty() || (said == &IncomingRow::there && !row.wrong.empty()) || ++told > most) continue;
    const auto& sheet = imported.sheets[row.sheet].sheet;
    io.err << fmt::format("{}:{}: {}{}\n", visible(sheet.file), sheet.rows[row.row].line, before,
                          visible(row.*said));
  }
  if (told > most) io.err << fmt::format("and {}\n", counted(told - most, "row more", "rows more"));
}

std::size_t count_of_rejected(const Imported& imported) {
  return static_cast<std::size_t>(
      std::ranges::count_if(imported.rows, [](const auto& row) { return !row.wrong.empty(); }));
}

void print_what_became(const Io& io, const Imported& imported, bool dry_run) {
  print_rows(io, imported, &IncomingRow::wrong, "not taken in: ");
  print_rows(io, imported, &IncomingRow::there, "nothing to take in: ");
  for (const auto& note : imported.outcome.plan.notes) io.err << "note: " << visible(note) << '\n';
  const auto came = std::ranges::count_if(imported.rows, [](const auto& row) { return row.comes_in(); });
  const std::size_t rejected = count_of_rejected(imported);
  io.err << fmt::format("{} of {} {}taken in, {} there already, {} rejected\n", came,
                        counted(imported.rows.size(), "row", "rows"), dry_run ? "would be " : "",
                        imported.rows.size() - static_cast<std::size_t>(came) - rejected, rejected);
  for (const auto& each : imported.rejects)
    io.err << fmt::format("what was rejected stands in {}: correct it there, and import that file\n",
                          in_quotes(each));
}

int run_import(Call& call, const ImportOptions& options) {
  const Writing writing = call.writing("import");
  if (writing.answer)
    throw usage(
        "--override: 'import' passes no rule, refer whom a rule refuses by themself: 'mentorctl refer'");
  std::vector<std::string> notes;
  Imported imported = import_sheets(writing, sheets_of(options, notes));
  auto& plan = imported.outcome.plan;
  plan.notes.insert(plan.notes.begin(), notes.begin(), notes.end());
  Io& io = call.io;
  io.change_stands = !imported.outcome.commit.empty();
  const bool json = call.globals.format == Format::json;
  if (call.globals.dry_run) {
    print_dry_run(call, imported_value(imported), imported.outcome.diff);
  } else {
    if (json)
      io.out << render::to_json(imported_value(imported));
    else if (!plan.ids.empty())
      io.out << join(plan.ids, "\n") << '\n';
    io.err << "done: " << plan.sentence << '\n';
  }
  print_what_became(io, imported, call.globals.dry_run);
  return count_of_rejected(imported) > 0 ? static_cast<int>(Cause::refused) : 0;
}

}  // namespace

void add_import(Verb& verb) {
  auto options = std::make_shared<ImportOptions>();
  verb.positionals(
      "FILE|DIR...", options->files,
      "sheets saved as CSV, or the folder of an export; the name says what a sheet is of (mentors.csv, "
      "referrals.csv, sessions.csv) unless --kind or a map does");
  verb.option("--kind KIND", options->kind,
              "what the sheet is of: mentors, referrals, sessions, or a file of an export");
  verb.option("--map FILE", options->map, "a YAML file that says what the columns and their words mean");
  verb.option("--rejects FILE", options->rejects,
              "where rows go that are not taken in, with the reason; beside the sheet when it is not said");
  verb.runs([options](Call& call) { return run_import(call, *options); });
}

}  // namespace mentor::cmd
