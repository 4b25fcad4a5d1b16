#include "render/csv.h"

#include <vector>

#include "base/csv.h"
#include "base/text.h"

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

}  // namespace

void write_csv(std::span<const Table> tables, const Sink& sink) {
  std::string line;
  const auto end_line = [&] {
    line += '\n';
    sink(line);
    line.clear();
  };
  for (const auto& table : tables) {
    line += "table";
    for (const auto& column : table.columns) {
      if (column.shown != Shown::people) line += "," + column.key;
    }
    end_line();
    for_each_row(table, [&](const Row& row) {
      line += table.key;
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (table.columns[i].shown != Shown::people) line += "," + cell(row[i]);
      }
      end_line();
    });
  }
}

std::string to_csv(std::span<const Table> tables) {
  std::string text;
  write_csv(tables, [&](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace mentor::render
