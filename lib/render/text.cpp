#include "render/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"
#include "render/entries.h"
#include "render/rows.h"

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

  /// Takes a cell into account, or what the same column says in other rows.
  void see(const Value& cell);
  void see(const Strip& other);
};

/// What people read in a cell, and the columns that it takes.
struct Said {
  std::string_view text;
  std::size_t width;
};

/// `buffer` holds the text where it is not the cell's own.
Said shown(const Value& cell, std::string& buffer) {
  if (cell.form != Form::list && is_plain(cell.text)) return {cell.text, cell.text.size()};
  buffer = plain_text(cell);
  return {buffer, display_width(buffer)};
}

void Strip::see(const Value& cell) {
  right = right || cell.form == Form::number;
  if (cell.form != Form::list && cell.text == last) return;
  last = cell.text;
  std::string buffer;
  const Said said = shown(cell, buffer);
  if (said.text.empty()) return;
  says_something = true;
  width = std::max(width, said.width);
  if (said.width > least)
    least = said.width <= least_column ? said.width
                                       : std::max({least, least_column, longest_word(said.text)});
}

void Strip::see(const Strip& other) {
  right = right || other.right;
  width = std::max(width, other.width);
  least = std::max(least, other.least);
  says_something = says_something || other.says_something;
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
  const auto pieces = pieces_of(table);
  std::vector<std::vector<Strip>> of_pieces(pieces.size(), strips);
  for_each_number(pieces.size(), Calls::at_once, [&](std::size_t piece) {
    for_each_row(table, pieces[piece].first, pieces[piece].last, [&](const Row& row) {
      for (auto& strip : of_pieces[piece]) strip.see(row[strip.column]);
    });
  });
  for (const auto& of_piece : of_pieces) {
    for (std::size_t i = 0; i < strips.size(); ++i) strips[i].see(of_piece[i]);
  }
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

/// A cell as it stands in its column, and the gap behind it; one that is too long for it takes several lines.
class Fitted {
 public:
  void fit(const Value& cell, const Strip& strip) {
    const bool is_list = cell.form == Form::list;
    if (!is_list && cell.text == text_) return;
    std::string buffer;
    fit(shown(cell, buffer), strip);
    if (is_list) {
      text_.reset();
    } else {
      text_ = cell.text;
    }
  }

  void fit(Said said, const Strip& strip) {
    if (said.width <= strip.width && !said.text.starts_with(' ') && !said.text.ends_with(' ')) {
      lines_.resize(1);
      return pad(said, strip, lines_.front());
    }
    lines_.clear();
    for (const auto& line : wrap(said.text, strip.width))
      pad({line, display_width(line)}, strip, lines_.emplace_back());
  }

  [[nodiscard]] std::size_t height() const { return lines_.size(); }

  void add_line(std::size_t number, const Strip& strip, std::string& text) const {
    if (number < lines_.size()) {
      text += lines_[number];
    } else {
      text.append(strip.width + gap, ' ');
    }
  }

 private:
  static void pad(Said said, const Strip& strip, std::string& line) {
    const std::size_t blanks = strip.width - std::min(strip.width, said.width);
    line.assign(strip.right ? blanks : 0, ' ');
    line += said.text;
    line.append((strip.right ? 0 : blanks) + gap, ' ');
  }

  std::optional<std::string> text_;  ///< of the cell, if that is all it says
  std::vector<std::string> lines_;   ///< each as wide as the column
};

/// Writes rows below each other. A cell that says the same as the one above it looks the same.
class Grid {
 public:
  explicit Grid(const std::vector<Strip>& strips) : strips_(strips), cells_(strips.size()) {}

  void headings(std::string& text) {
    for (std::size_t i = 0; i < strips_.size(); ++i)
      cells_[i].fit({strips_[i].heading, display_width(strips_[i].heading)}, strips_[i]);
    write(text);
  }

  void operator()(const Row& row, std::string& text) {
    for (std::size_t i = 0; i < strips_.size(); ++i) cells_[i].fit(row[strips_[i].column], strips_[i]);
    write(text);
  }

 private:
  void write(std::string& text) const {
    std::size_t height = 1;
    for (const auto& cell : cells_) height = std::max(height, cell.height());
    for (std::size_t number = 0; number < height; ++number) {
      text.append(margin, ' ');
      for (std::size_t i = 0; i < cells_.size(); ++i) cells_[i].add_line(number, strips_[i], text);
      text.erase(text.find_last_not_of(' ') + 1);
      text += '\n';
    }
  }

  const std::vector<Strip>& strips_;
  std::vector<Fitted> cells_;
};

/// A line that goes on, when it is too long, two columns further in.
std::string line_of(const std::string& said, std::size_t indent, std::size_t width) {
  std::string text;
  for (const auto& line : wrap(said, width > indent + gap ? width - indent - gap : 1))
    text += std::string(text.empty() ? indent : indent + gap, ' ') + line + "\n";
  return text;
}

/// A row as a block: what stands first, then the others further in, each behind its heading.
void add_block(const std::vector<Strip>& strips, const Row& row, std::size_t width, std::string& text) {
  bool is_first = true;
  for (const auto& strip : strips) {
    std::string buffer;
    std::string said(shown(row[strip.column], buffer).text);
    if (said.empty()) continue;
    if (!strip.heading.empty()) said = fmt::format("{}: {}", strip.heading, said);
    text += line_of(said, is_first ? margin : margin + gap, width);
    is_first = false;
  }
}

/// The headings and the rows below each other; where that is too wide, each row as a block.
void write_body(const Table& table, std::vector<Strip> strips, std::size_t width, const Sink& sink) {
  if (!fit(strips, width)) {
    return write_rows(table, sink, [&](Piece) {
      return [&](const Row& row, std::string& text) { add_block(strips, row, width, text); };
    });
  }
  std::string headings;
  Grid(strips).headings(headings);
  sink(headings);
  write_rows(table, sink, [&](Piece) { return Grid(strips); });
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
  if (!strips.empty()) write_body(table, std::move(strips), width, sink);
  if (!table.more.empty()) sink(paragraph(table.more, margin, width));
}

std::string to_text(const Table& table, std::size_t width) {
  std::string text;
  write_text(table, width, [&](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace mentor::render
