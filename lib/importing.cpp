#include "importing.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/errors.h"
#include "base/text.h"
#include "base/trouble.h"
#include "open_directory.h"
#include "store/atomic_file.h"
#include "store/paths.h"
#include "store/record_file.h"
#include "whole_files.h"

namespace mentor {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view rejected_ending = "-rejected";

/// The name of a sheet without its ending, and without what says that its rows were rejected.
std::string plain_stem(const std::string& file) {
  std::string stem = fs::path(file).stem().string();
  const auto end = stem.rfind(rejected_ending);
  const auto behind = end == std::string::npos ? std::string() : stem.substr(end + rejected_ending.size());
  const bool is_rejected = end != std::string::npos &&
                           behind.find_first_not_of("-0123456789") == std::string::npos;
  return is_rejected ? stem.substr(0, end) : stem;
}

bool holds(const fs::path& file, const std::string& bytes) {
  std::error_code error;
  if (!fs::is_regular_file(fs::symlink_status(file, error)) || fs::file_size(file, error) != bytes.size())
    return false;
  const fs::path folder = file.parent_path();
  return store::read_file(folder.empty() ? fs::path(".") : folder, file.filename().string()) == bytes;
}

/// A file beside the sheet for these bytes: one that holds them already, else one that is not there yet.
fs::path place_beside(const std::string& file, const std::string& bytes) {
  const fs::path folder = fs::path(file).parent_path();
  fs::path name = folder / fmt::format("{}{}.csv", plain_stem(file), rejected_ending);
  std::error_code error;
  for (int number = 2; fs::exists(fs::symlink_status(name, error)) && !holds(name, bytes); ++number)
    name = folder / fmt::format("{}{}-{}.csv", plain_stem(file), rejected_ending, number);
  return name;
}

/// Reads all that rows of these tables are compared with.
void read_for(const std::vector<exchange::MappedSheet>& sheets, Desk& desk) {
  desk.read_all<Mentor>();
  desk.read_all<YoungPerson>();
  desk.read_all<Match>();
  desk.read_all<Concern>();
  for (const auto& each : sheets) {
    const auto folder = each.map.table->folder;
    if (folder == RecordKind<SessionLog>::folder) desk.read_all<SessionLog>();
    if (folder == RecordKind<CheckInLog>::folder) desk.read_all<CheckInLog>();
    if (folder == RecordKind<Event>::folder) desk.read_all<Event>();
    if (folder.empty()) desk.read_all<ActivityBank>();
  }
}

exchange::MappedSheet map_sheet(const Import& import, const ImportSheet& sheet,
                                const policy::Policies& policies) {
  exchange::ColumnMap map;
  if (import.map_file.empty()) {
    map.table = import.asked ? import.asked : sheet.usual;
  } else {
    map = exchange::read_column_map(import.map_bytes, import.map_file, import.asked, sheet.usual);
  }
  if (!map.table)
    throw usage(
        "{}: the name does not say what the sheet is of, say it with --kind mentors, referrals or sessions",
        in_quotes(sheet.file));
  return exchange::map_columns(exchange::read_spreadsheet(sheet.bytes, sheet.file), std::move(map), policies);
}

/// `import 12 mentors, 3 entries`.
std::string sentence_of(const Imported& imported) {
  std::string counts;
  for (const auto& table : exchange::record_tables()) {
    const auto count = std::ranges::count_if(imported.rows, [&](const IncomingRow& row) {
      return row.comes_in() && imported.sheets[row.sheet].map.table->plural == table.plural;
    });
    const std::string said = counted(static_cast<std::size_t>(count), table.noun, table.plural);
    if (count == 0 || counts.find(said) != std::string::npos) continue;
    counts.append(counts.empty() ? " " : ", ").append(said);
  }
  return counts.empty() ? "nothing new to import" : "import" + counts;
}

template <class Record>
const Record* known_before(const Register& records, const Record& record) {
  if constexpr (std::is_same_v<Record, ActivityBank>) {
    return records.activities.file.empty() ? nullptr : &records.activities;
  } else if constexpr (requires { record.of; }) {
    return find(records_of<Record>(records), record.of);
  } else {
    return find(records_of<Record>(records), record.id);
  }
}

store::Change change_of_intake(const Intake& intake, const Desk& desk, const store::Source& source,
                               const actions::Plan& plan, std::string_view command) {
  store::Change change;
  change.sentence = plan.sentence;
  change.trailers.emplace_back(store::trailer::command, command);
  for (const auto& id : plan.ids) change.trailers.emplace_back(store::trailer::record, id);
  for (const auto& each : intake.records) {
    std::visit(
        [&]<class Record>(const Record& record) {
          const Record* before = known_before(desk.records(), record);
          change.files[record.file] = before ? store::rewrite_record(
                                                   source.read(record.file).bytes.value_or(std::string()),
                                                   *before, record)
                                             : store::write_record(record);
        },
        each);
  }
  return change;
}

std::vector<std::string> names_of_records(const Intake& intake) {
  std::vector<std::string> names;
  for (const auto& each : intake.records) {
    std::string name = std::visit([](const auto& record) { return store::record_name(record.file); }, each);
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
  return names;
}

/// Reads again what was made of the rows, as any command will.
void must_be_readable(const Intake& intake, const store::Source& source, const store::Change& change) {
  const store::OverlaySource overlay(source, change.files);
  store::Reader reader(overlay);
  reader.settings();
  for (const auto& each : intake.records)
    std::visit([&](const auto& record) { reader.at(record.file); }, each);
  if (const Problems problems = reader.problems(); !problems.empty())
    throw usage("that would not be sound: {}", problems.front().message);
}

/// Whether the bytes are a file of rows of that sheet that were rejected.
bool is_rejected_of(const exchange::MappedSheet& mapped, const std::string& bytes) {
  try {
    return exchange::read_spreadsheet(bytes, mapped.sheet.file).headings ==
           exchange::headings_of_rejected(mapped.sheet, exchange::reason_heading(*mapped.map.table));
  } catch (const Trouble&) {
    return false;
  }
}

/// Nobody's file is written over but an earlier one of the same rows.
void must_be_free_for_rejects(const Import& import, const exchange::MappedSheet& mapped) {
  if (import.rejects_before.empty() || is_rejected_of(mapped, import.rejects_before)) return;
  throw usage(
      "--rejects: {} is there already, and holds no rejected rows of this sheet: name another file, or move "
      "it away",
      in_quotes(import.rejects));
}

/// Writes what was rejected of each sheet; the files' names.
std::vector<std::string> write_rejects(const Import& import, const Imported& imported) {
  std::vector<std::string> files;
  for (std::size_t i = 0; i < imported.sheets.size(); ++i) {
    std::vector<exchange::RejectedRow> rejected;
    for (const auto& row : imported.rows) {
      if (row.sheet == i && !row.wrong.empty()) rejected.push_back({row.row, row.wrong});
    }
    if (rejected.empty()) continue;
    const auto& sheet = imported.sheets[i];
    const std::string bytes = exchange::write_rejected(sheet.sheet, rejected,
                                                       exchange::reason_heading(*sheet.map.table));
    std::string file = import.rejects.empty() ? place_beside(sheet.sheet.file, bytes).string()
                                              : import.rejects;
    if (!import.rejects.empty() || !holds(file, bytes)) import.write_rejects(file, bytes);
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace

Imported import_sheets(const Writing& writing, const Import& import) {
  OpenDirectory directory(writing);
  const store::Source& source = directory.source;
  Desk desk(source, writing.today);
  store::require_sound(desk.reader());
  Imported imported;
  for (const auto& each : import.sheets) imported.sheets.push_back(map_sheet(import, each, desk.policies()));
  for (const auto& each : imported.sheets) must_be_free_for_rejects(import, each);
  read_for(imported.sheets, desk);
  const actions::Facts facts{desk.records(), desk.policies(), writing.today, writing.random};
  Intake intake = take_in(imported.sheets, facts, desk.rulebook());
  imported.rows = std::move(intake.rows);
  actions::Plan& plan = imported.outcome.plan;
  for (const auto& each : imported.sheets)
    std::ranges::copy(each.sheet.notes, std::back_inserter(plan.notes));
  std::ranges::copy(intake.notes, std::back_inserter(plan.notes));
  plan.sentence = sentence_of(imported);
  plan.ids = names_of_records(intake);
  const store::Change change = change_of_intake(intake, desk, source, plan, writing.command);
  must_be_readable(intake, source, change);
  if (!directory.transaction) {
    Files before;
    for (const auto& [path, bytes] : change.files) before[path] = source.read(path).bytes;
    imported.outcome.diff = diff_of(before, change.files);
    return imported;
  }
  imported.rejects = write_rejects(import, imported);
  if (!change.files.empty()) imported.outcome.commit = directory.transaction->commit(change);
  return imported;
}

const exchange::RecordTable* table_of_file(const std::string& file) {
  return exchange::table_meant(plain_stem(file));
}

}  // namespace mentor
