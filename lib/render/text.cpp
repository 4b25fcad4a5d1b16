#include "render/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
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

/// A column as people see it.
struct Strip {
  std::size_t column;   ///< of the table
  std::string heading;  ///< for people
  bool right;
  std::size_t width;      ///< that it takes
  std::size_t least;      ///< to which it can be wrapped: to its longest word, and cells to no less than 16
  std::string last = {};  ///< what the row before says here: most often the next says the same
  bool says_something = false;

  /// Takes a cell into account.
  void see(const Value& cell);
};

/// What people read in a cell; `buffer` holds it where it is not the cell's own text.
std::string_view shown(const Value& cell, std::string& buffer) {
  if (cell.form != Form::list && is_plain(cell.text)) return cell.text;
  buffer = plain_text(cell);
  return buffer;
}

void Strip::see(const Value& cell) {
  right = right || cell.form == Form::number;
  if (cell.form != Form::list && cell.text == last) return;
  last = cell.text;
  std::string buffer;
  const std::string_view text = shown(cell, buffer);
  if (text.empty()) return;
  says_something = true;
  const std::size_t taken = buffer.empty() ? text.size() : display_width(text);
  width = std::max(width, taken);
  if (taken > least)
    least = taken <= least_column ? taken : std::max({least, least_column, longest_word(text)});
}

/// The columns for people that have anything to say.
std::vector<Strip> strips_of(const Table& table) {
  std::vector<Strip> strips;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    if (column.shown == Shown::data) continue;
    strips.push_back({i, column.heading, column.holds == Holds::numbers, display_width(column.heading),
                      longest_word(column.heading)});
  }
  for_each_row(table, [&](const Row& row) {
    for (auto& strip : strips) strip.see(row[strip.column]);
  });
  std::erase_if(strips, [](const Strip& strip) { return !strip.says_something; });
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

/// The text and the blanks that fill its column.
std::string padded(std::string_view text, const Strip& strip) {
  const std::size_t blanks = strip.width - std::min(strip.width, display_width(text));
  std::string filled(strip.right ? blanks : 0, ' ');
  filled += text;
  filled.append((strip.right ? 0 : blanks) + gap, ' ');
  return filled;
}

/// Whether it stands in a line as it is.
bool fits(std::string_view text, std::size_t width) {
  return display_width(text) <= width && !text.starts_with(' ') && !text.ends_with(' ');
}

/// A cell as it stands in its column; one that is too long for it takes several lines.
struct Fitted {
  std::optional<std::string> text;  ///< of the cell, if that is all it says
  std::vector<std::string> lines;   ///< each as wide as the column

  void fit(std::string_view shown, const Strip& strip) {
    lines.clear();
    if (fits(shown, strip.width)) {
      lines.push_back(padded(shown, strip));
    } else {
      for (const auto& line : wrap(shown, strip.width)) lines.push_back(padded(line, strip));
    }
  }
};

/// Writes rows below each other. A cell that says the same as the one above it looks the same.
class Grid {
 public:
  Grid(const std::vector<Strip>& strips, const Sink& sink)
      : strips_(strips), sink_(sink), cells_(strips.size()) {}

  void headings() {
    for (std::size_t i = 0; i < strips_.size(); ++i) {
      cells_[i].fit(strips_[i].heading, strips_[i]);
    }
    write();
  }

  void row(const Row& row) {
    for (std::size_t i = 0; i < strips_.size(); ++i) {
      const Value& cell = row[strips_[i].column];
      const bool is_list = cell.form == Form::list;
      if (!is_list && cell.text == cells_[i].text) continue;
      std::string buffer;
      cells_[i].fit(shown(cell, buffer), strips_[i]);
      cells_[i].text = is_list ? std::nullopt : std::optional(cell.text);
    }
    write();
  }

 private:
  void write() {
    std::size_t height = 1;
    for (const auto& cell : cells_) height = std::max(height, cell.lines.size());
    for (std::size_t i = 0; i < height; ++i) write_line(i);
  }

  void write_line(std::size_t number) {
    line_.assign(margin, ' ');
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (number < cells_[i].lines.size()) {
        line_ += cells_[i].lines[number];
      } else {
        line_.append(strips_[i].width + gap, ' ');
      }
    }
    line_.erase(line_.find_last_not_of(' ') + 1);
    line_ += '\n';
    sink_(line_);
  }

  const std::vector<Strip>& strips_;
  const Sink& sink_;
  std::vector<Fitted> cells_;
  std::string line_;
};

/// A line that goes on, when it is too long, two columns further in.
std::string line_of(const std::string& said, std::size_t indent, std::size_t width) {
  std::string text;
  for (const auto& line : wrap(said, width > indent + gap ? width - indent - gap : 1))
    text += std::string(text.empty() ? indent : indent + gap, ' ') + line + "\n";
  return text;
}

/// A row as a block: what stands first, then the others further in, each behind its heading.
std::string block_of(const std::vector<Strip>& strips, const Row& row, std::size_t width) {
  std::string text;
  for (const auto& strip : strips) {
    std::string buffer;
    std::string said(shown(row[strip.column], buffer));
    if (said.empty()) continue;
    if (!strip.heading.empty()) said = fmt::format("{}: {}", strip.heading, said);
    text += line_of(said, text.empty() ? margin : margin + gap, width);
  }
  return text;
}

/// The headings and the rows below each other; where that is too wide, each row as a block.
void write_rows(const Table& table, std::vector<Strip> strips, std::size_t width, const Sink& sink) {
  if (!fit(strips, width)) {
    for_each_row(table, [&](const Row& row) { sink(block_of(strips, row, width)); });
    return;
  }
  Grid grid(strips, sink);
  grid.headings();
  for_each_row(table, [&](const Row& row) { grid.row(row); });
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

void write_text(const Table& table, std::size_t width, const Sink& sink) {
  const std::string entries = table.heads > 0 ? entries_of(table, width) : "";
  auto strips = table.heads > 0 ? std::vector<Strip>() : strips_of(table);
  if (entries.empty() && strips.empty() && table.more.empty()) return;
  if (!table.title.empty()) {
    sink(paragraph(table.title, 0, width));
    if (!table.about.empty()) sink(paragraph(table.about, margin, width));
  }
  if (!entries.empty()) sink(entries);
  if (!strips.empty()) write_rows(table, std::move(strips), width, sink);
  if (!table.more.empty()) sink(paragraph(table.more, margin, width));
}

std::string to_text(const Table& table, std::size_t width) {
  std::string text;
  write_text(table, width, [&](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace mentor::render
