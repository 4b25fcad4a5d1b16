#include "exchange/record_tables.h"

#include <algorithm>

#include "base/csv.h"
#include "base/text.h"
#include "model/schema.h"

namespace mentor::exchange {

namespace {

std::string with_dashes_between(std::string_view text) {
  std::string name(text);
  std::ranges::replace_if(
      name, [](char sign) { return sign == ' ' || sign == '_'; }, '-');
  return name;
}

/// The heading of the column that says whose entries the rows are.
std::string owner_of(const RecordShape& kind) {
  if (kind.folder == RecordKind<SessionLog>::folder) return std::string(RecordKind<Match>::noun);
  if (kind.is_log) return "of";
  std::string noun(kind.noun);
  std::ranges::replace(noun, ' ', '_');
  return noun;
}

std::vector<TableColumn> columns_of(const std::vector<FieldShape>& fields) {
  std::vector<TableColumn> columns;
  for (const auto& field : fields) {
    if (field.kind == Kind::entry) continue;
    if (field.kind != Kind::group) {
      columns.push_back({std::string(field.key), {}, field, field.traits.required});
      continue;
    }
    for (const auto& part : field.fields) {
      columns.push_back(
          {heading_of(field.key, part.key), field.key, part, field.traits.required && part.traits.required});
    }
  }
  return columns;
}

void add_tables(const RecordShape& kind, std::vector<RecordTable>& tables) {
  const bool has_owner = kind.is_log && !kind.folder.empty();
  tables.push_back({with_dashes_between(kind.plural),
                    kind.noun,
                    kind.plural,
                    kind.folder,
                    has_owner ? owner_of(kind) : std::string(),
                    {},
                    columns_of(kind.fields)});
  for (const auto& field : kind.fields) {
    if (field.kind != Kind::entry) continue;
    tables.push_back({with_dashes_between(std::string(kind.noun).append("-").append(field.key)), "entry",
                      "entries", kind.folder, owner_of(kind), field.key, columns_of(field.fields)});
  }
}

/// Whether a comma parts one entry from the next.
bool is_parted_by_commas(const FieldShape& field) { return !field.traits.names; }

std::string entry_in_cell(const std::string& entry, const FieldShape& field) {
  const std::string_view parting = is_parted_by_commas(field) ? ",;\r\n" : ";\r\n";
  const bool is_plain = !entry.starts_with('"') && entry.find_first_of(parting) == std::string::npos &&
                        csv::without_blanks_around(entry) == entry;
  if (is_plain) return entry;
  std::string quoted = "\"";
  for (const char sign : entry) quoted += sign == '"' ? std::string("\"\"") : std::string(1, sign);
  return quoted + "\"";
}

/// Takes an entry in quotation marks off the cell; false, and nothing is taken, when what begins it is none.
bool take_quoted(std::string_view& cell, std::string_view parting, std::string& entry) {
  if (!cell.starts_with('"')) return false;
  for (std::size_t at = 1; at < cell.size(); ++at) {
    if (cell[at] != '"') continue;
    if (cell.substr(at + 1).starts_with('"')) {
      ++at;
      continue;
    }
    const auto rest = cell.substr(at + 1);
    const std::size_t next = std::min(rest.find_first_of(parting), rest.size());
    if (!csv::without_blanks_around(rest.substr(0, next)).empty()) return false;
    for (std::size_t i = 1; i < at; ++i) {
      entry += cell[i];
      if (cell[i] == '"') ++i;
    }
    cell = rest.substr(std::min(next + 1, rest.size()));
    return true;
  }
  return false;
}

}  // namespace

std::string heading_of(std::string_view key, std::string_view part) {
  std::string heading(key);
  if (!part.empty()) heading.append(".").append(part);
  return heading;
}

const std::vector<RecordTable>& record_tables() {
  static const std::vector<RecordTable> tables = [] {
    std::vector<RecordTable> made;
    for (const auto& kind : record_shapes()) {
      if (kind.file != RecordKind<Settings>::file) add_tables(kind, made);
    }
    return made;
  }();
  return tables;
}

const RecordTable* find_table(std::string_view name) {
  const auto found = std::ranges::find(record_tables(), name, &RecordTable::name);
  return found == record_tables().end() ? nullptr : &*found;
}

std::string join_entries(const std::vector<std::string>& entries, const FieldShape& field) {
  std::vector<std::string> cells;
  cells.reserve(entries.size());
  for (const auto& each : entries) cells.push_back(entry_in_cell(each, field));
  return join(cells, "; ");
}

std::vector<std::string> split_entries(std::string_view cell, const FieldShape& field) {
  const std::string_view parting = is_parted_by_commas(field) ? ",;\n" : ";\n";
  std::vector<std::string> entries;
  while (!cell.empty()) {
    const std::size_t begin = cell.find_first_not_of(" \t\r");
    cell.remove_prefix(std::min(begin, cell.size()));
    std::string entry;
    if (take_quoted(cell, parting, entry)) {
      entries.push_back(std::move(entry));
      continue;
    }
    const std::size_t end = std::min(cell.find_first_of(parting), cell.size());
    entry = csv::without_blanks_around(cell.substr(0, end));
    if (!entry.empty()) entries.push_back(std::move(entry));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return entries;
}

}  // namespace mentor::exchange
