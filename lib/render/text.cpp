#include "render/text.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/text.h"

namespace mentor::render {

namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t least_last_column = 24;

/// The cells that people see, as text, a heading row first.
std::vector<std::vector<std::string>> visible_cells(const Table& table) {
  std::vector<std::vector<std::string>> rows(1);
  for (const auto& column : table.columns) {
    if (column.shown != Shown::data) rows.front().push_back(column.heading);
  }
  for (const auto& row : table.rows) {
    auto& cells = rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (table.columns[i].shown != Shown::data) cells.push_back(plain_text(row[i]));
    }
  }
  return rows;
}

std::vector<bool> right_aligned(const Table& table) {
  std::vector<bool> right;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].shown == Shown::data) continue;
    right.push_back(std::ranges::any_of(table.rows, [&](const auto& row) { return row[i].form == Form::number; }));
  }
  return right;
}

std::vector<std::size_t> widths_of(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths(rows.front().size());
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  }
  return widths;
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::string blanks(width - std::min(width, display_width(text)), ' ');
  return right ? blanks + text : text + blanks;
}

std::string trimmed(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

/// One row; its last cell may take several lines.
std::string lines_of(const std::vector<std::string>& row, const std::vector<std::size_t>& widths,
                     const std::vector<bool>& right) {
  std::string line = "  ";
  for (std::size_t i = 0; i + 1 < row.size(); ++i) line += padded(row[i], widths[i], right[i]) + std::string(gap, ' ');
  const std::string margin(display_width(line), ' ');
  std::string lines;
  for (const auto& part : wrap(row.back(), widths.back())) {
    lines += trimmed((lines.empty() ? line : margin) + padded(part, widths.back(), right.back()));
  }
  return lines;
}

}  // namespace

std::string plain_text(const Value& value) {
  if (value.form != Form::list) return visible(value.text);
  std::vector<std::string> parts;
  for (const auto& each : value.items) parts.push_back(plain_text(each));
  return join(parts, ", ");
}

std::string to_text(const Table& table, std::size_t width) {
  if (table.rows.empty()) return {};
  const auto rows = visible_cells(table);
  if (rows.front().empty()) return {};
  const auto right = right_aligned(table);
  auto widths = widths_of(rows);
  const std::size_t others = std::accumulate(widths.begin(), widths.end() - 1, std::size_t{2}) + gap * (widths.size() - 1);
  const std::size_t room = width > others ? width - others : 0;
  widths.back() = std::min(widths.back(), std::max(room, least_last_column));
  std::string text = table.title.empty() ? std::string() : table.title + "\n";
  for (const auto& row : rows) text += lines_of(row, widths, right);
  return text;
}

}  // namespace mentor::render
