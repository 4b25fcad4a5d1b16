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

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    longest = std::max(longest, display_width(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return longest;
}

/// A column as people see it: its heading, then a cell for each row.
struct Strip {
  std::vector<std::string> cells;
  bool right;
  std::size_t width;  ///< that it takes
  std::size_t least;  ///< to which it can be wrapped: to its longest word, and cells to no less than 16
};

Strip strip_of(const Table& table, std::size_t column) {
  const bool holds_numbers = table.columns[column].holds == Holds::numbers;
  Strip strip{{table.columns[column].heading}, holds_numbers, 0, 0};
  for (const auto& row : table.rows) {
    strip.cells.push_back(plain_text(row[column]));
    strip.right = strip.right || row[column].form == Form::number;
  }
  strip.least = longest_word(strip.cells.front());
  strip.width = display_width(strip.cells.front());
  for (auto cell = strip.cells.begin() + 1; cell != strip.cells.end(); ++cell) {
    const std::size_t taken = display_width(*cell);
    strip.width = std::max(strip.width, taken);
    strip.least = std::max(strip.least,
                           taken <= least_column ? taken : std::max(least_column, longest_word(*cell)));
  }
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

/// Makes the columns that can give most narrower until all fit, and says whether they do.
bool fit(std::vector<Strip>& strips, std::size_t width) {
  std::size_t total = margin + gap * (strips.size() - 1);
  for (const auto& strip : strips) total += strip.width;
  while (total > width) {
    const auto can_give = [](const Strip& strip) { return strip.width > strip.least ? strip.width : 0; };
    auto& widest = *std::ranges::max_element(strips, {}, can_give);
    if (can_give(widest) == 0) return false;
    --widest.width;
    --total;
  }
  return true;
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

/// A line that goes on, when it is too long, two columns further in.
std::string line_of(const std::string& said, std::size_t indent, std::size_t width) {
  std::string text;
  for (const auto& line : wrap(said, width > indent + gap ? width - indent - gap : 1))
    text += std::string(text.empty() ? indent : indent + gap, ' ') + line + "\n";
  return text;
}

/// A row as a block: what stands first, then the others further in, each behind its heading.
std::string block_of(const std::vector<Strip>& strips, std::size_t row, std::size_t width) {
  std::string text;
  for (const auto& strip : strips) {
    if (strip.cells[row].empty()) continue;
    const std::string& heading = strip.cells.front();
    const std::string said = heading.empty() ? strip.cells[row] : heading + ": " + strip.cells[row];
    text += line_of(said, text.empty() ? margin : margin + gap, width);
  }
  return text;
}

/// The headings and the rows below each other; where that is too wide, each row as a block.
std::string grid_of(const Table& table, std::size_t width) {
  auto strips = strips_of(table);
  if (strips.empty()) return {};
  std::string text;
  if (fit(strips, width)) {
    for (std::size_t row = 0; row <= table.rows.size(); ++row) text += lines_of(strips, row);
  } else {
    for (std::size_t row = 1; row <= table.rows.size(); ++row) text += block_of(strips, row, width);
  }
  return text;
}

std::string paragraph(const std::string& said, std::size_t indent, std::size_t width) {
  std::string text;
  for (const auto& line : wrap(visible(said), width > indent ? width - indent : 1))
    text += std::string(indent, ' ') + line + "\n";
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
  if (!table.more.empty()) text += paragraph(table.more, margin, width);
  if (text.empty() || table.title.empty()) return text;
  const std::string about = table.about.empty() ? "" : paragraph(table.about, margin, width);
  return paragraph(table.title, 0, width) + about + text;
}

}  // namespace mentor::render
