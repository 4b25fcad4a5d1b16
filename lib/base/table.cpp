#include "base/table.h"

#include <fmt/format.h>

#include <utility>

namespace mentor {

namespace {

Table table_of(const Table& whole, const Part& part, std::size_t number) {
  Table table = whole;
  if (number > 1) table.key += fmt::format("-{}", number);
  table.title = part.title;
  table.parts.clear();
  table.more = part.more;
  table.rows.clear();
  table.made = {};
  for (const std::size_t row : part.rows) table.rows.push_back(whole.rows[row]);
  return table;
}

bool says_nothing(const Table& table) { return number_of_rows(table) == 0 && table.more.empty(); }

/// How many of the columns that name what a row is about say names.
std::size_t heads_with_names(const Table& table) {
  std::size_t names = 0;
  std::size_t seen = 0;
  for (const auto& column : table.columns) {
    if (column.shown == Shown::data) continue;
    if (seen++ == table.heads) break;
    if (column.says == Says::names) ++names;
  }
  return names;
}

}  // namespace

std::vector<Table> for_people(Table table) {
  std::vector<Table> tables;
  if (table.parts.empty()) {
    if (!says_nothing(table)) tables.push_back(std::move(table));
    return tables;
  }
  for (std::size_t i = 0; i < table.parts.size(); ++i) {
    Table shown = table_of(table, table.parts[i], i + 1);
    if (!says_nothing(shown)) tables.push_back(std::move(shown));
  }
  return tables;
}

Table with_rows(Table table) {
  std::vector<Row> rows;
  rows.reserve(number_of_rows(table));
  for_each_row(table, [&](const Row& row) { rows.push_back(row); });
  table.rows = std::move(rows);
  table.made = {};
  return table;
}

Table without_names(Table table) {
  table = with_rows(std::move(table));
  table.heads -= heads_with_names(table);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].says == Says::names) continue;
    if (kept != i) {
      table.columns[kept] = std::move(table.columns[i]);
      for (auto& row : table.rows) row[kept] = std::move(row[i]);
    }
    ++kept;
  }
  table.columns.resize(kept);
  for (auto& row : table.rows) row.resize(kept);
  return table;
}

void add_row(Table& table, Value map) {
  auto& row = table.rows.emplace_back();
  row.reserve(table.columns.size());
  for (const auto& column : table.columns) {
    const auto found = std::ranges::find(map.members, column.key, &Member::key);
    row.push_back(found == map.members.end() ? Value() : std::move(found->value));
  }
}

}  // namespace mentor
