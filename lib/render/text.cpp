#include "render/text.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "render/entries.h"

namespace mentor::render {

namespace {

constexpr std::size_t margin = 2;
constexpr std::size_t gap = 2;
constexpr std::size_t least_column = 16;

/// A column as people see it: its heading, then a cell for each row.
struct Strip {
  std::vector<std::string> cells;
  bool right;
  std::size_t width;
};

Strip strip_of(const Table& table, std::size_t column) {
  Strip strip{{table.columns[column].heading}, false, 0};
  for (const auto& row : table.rows) {
    strip.cells.push_back(plain_text(row[column]));
    strip.right = strip.right || row[column].form == Form::number;
  }
  for (const auto& cell : strip.cells) strip.width = std::max(strip.width, display_width(cell));
  return strip;
}

bool says_something(const Strip& strip) {
  return std::any_of(strip.cells.begin() + 1, strip.cells.end(),
                     [](const auto& cell) { return !cell.empty(); });
}

/// The columns for people that have anything to say.
std::vector<Strip> strips_of(const Table& table) {
  std::vector<Strip> strips;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].shown == Shown::data) continue;
    Strip strip = strip_of(table, i);
    if (says_something(strip)) strips.push_back(std::move(strip));
  }
  return strips;
}

/// Makes the widest columns narrower until all fit, or none can give more.
void fit(std::vector<Strip>& strips, std::size_t width) {
  std::size_t total = margin + gap * (strips.size() - 1);
  for (const auto& strip : strips) total += strip.width;
  while (total > width) {
    auto& widest = *std::ranges::max_element(strips, {}, &Strip::width);
    if (widest.width <= least_column) return;
    const std::size_t less = std::min(total - width, widest.width - least_column);
    widest.width -= less;
    total -= less;
  }
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::string blanks(width - std::min(width, display_width(text)), ' ');
  return right ? blanks + text : text + blanks;
}

std::string trimmed(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

/// One row; a cell that is too long for its column takes several lines.
std::string lines_of(const std::vector<Strip>& strips, std::size_t row) {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (const auto& strip : strips) {
    cells.push_back(wrap(strip.cells[row], strip.width));
    height = std::max(height, cells.back().size());
  }
  std::string lines;
  for (std::size_t i = 0; i < height; ++i) {
    std::string line(margin, ' ');
    for (std::size_t j = 0; j < strips.size(); ++j) {
      const std::string part = i < cells[j].size() ? cells[j][i] : std::string();
      line += padded(part, strips[j].width, strips[j].right) + std::string(gap, ' ');
    }
    lines += trimmed(std::move(line));
  }
  return lines;
}

/// The headings and the rows below each other.
std::string grid_of(const Table& table, std::size_t width) {
  auto strips = strips_of(table);
  if (strips.empty()) return {};
  fit(strips, width);
  std::string text;
  for (std::size_t row = 0; row <= table.rows.size(); ++row) text += lines_of(strips, row);
  return text;
}

}  // namespace

std::string plain_text(const Value& value) {
  if (value.form != Form::list) return visible(value.text);
  std::vector<std::string> parts;
  for (const auto& each : value.items) parts.push_back(plain_text(each));
  return join(parts, ", ");
}

std::string to_text(const Table& table, std::size_t width) {
  std::string text = table.heads > 0 ? entries_of(table, width) : grid_of(table, width);
  if (!table.more.empty()) {
    for (const auto& line : wrap(visible(table.more), width - margin))
      text += std::string(margin, ' ') + line + "\n";
  }
  return text.empty() || table.title.empty() ? text : table.title + "\n" + text;
}

}  // namespace mentor::render
