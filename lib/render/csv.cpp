#include "render/csv.h"

#include <vector>

#include "base/csv.h"
#include "base/text.h"
#include "render/rows.h"

namespace mentor::render {

namespace {

std::string plain(const Value& value) {
  if (value.form == Form::nothing) return {};
  if (value.form != Form::list) return value.text;
  std::vector<std::string> parts;
  for (const auto& each : value.items) parts.push_back(plain(each));
  return join(parts, "; ");
}

std::string cell(const Value& value) {
  const bool ours = value.form == Form::number || value.form == Form::token;
  return csv::cell(ours ? plain(value) : csv::guarded(plain(value)));
}

void add_line(const Table& table, const Row& row, std::string& text) {
  text += table.key;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (table.columns[i].shown != Shown::people) text += "," + cell(row[i]);
  }
  text += '\n';
}

}  // namespace

void write_csv(std::span<const Table> tables, const Sink& sink) {
  for (const auto& table : tables) {
    std::string heading = "table";
    for (const auto& column : table.columns) {
      if (column.shown != Shown::people) heading += "," + column.key;
    }
    sink(heading + "\n");
    write_rows(table, sink,
               [&](Piece) { return [&](const Row& row, std::string& text) { add_line(table, row, text); }; });
  }
}

std::string to_csv(std::span<const Table> tables) {
  std::string text;
  write_csv(tables, [&](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace mentor::render
