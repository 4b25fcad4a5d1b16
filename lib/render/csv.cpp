#include "render/csv.h"

#include <vector>

#include "base/text.h"

namespace mentor::render {

namespace {

constexpr std::string_view runs_in_a_spreadsheet = "=+-@\t\r";

std::string plain(const Value& value) {
  if (value.form != Form::list) return value.text;
  std::vector<std::string> parts;
  for (const auto& each : value.items) parts.push_back(plain(each));
  return join(parts, "; ");
}

std::string cell(const Value& value) {
  std::string text = plain(value);
  const bool ours = value.form == Form::number || value.form == Form::token;
  if (!ours && !text.empty() && runs_in_a_spreadsheet.find(text.front()) != std::string_view::npos)
    text.insert(0, "'");
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

}  // namespace

std::string to_csv(std::span<const Table> tables) {
  std::string csv;
  for (const auto& table : tables) {
    csv += "table";
    for (const auto& column : table.columns) {
      if (column.shown != Shown::people) csv += "," + column.key;
    }
    csv += "\n";
    for (const auto& row : table.rows) {
      csv += table.key;
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (table.columns[i].shown != Shown::people) csv += "," + cell(row[i]);
      }
      csv += "\n";
    }
  }
  return csv;
}

}  // namespace mentor::render
