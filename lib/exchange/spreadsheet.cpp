#include "exchange/spreadsheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/csv.h"
#include "base/errors.h"
#include "base/text.h"
#include "exchange/encodings.h"

namespace mentor::exchange {

namespace {

constexpr std::array separators{',', ';', '\t'};

/// Takes lines of CSV apart, cell by cell.
class CsvReader {
 public:
  CsvReader(std::string_view text, const std::string& file) : text_(text), file_(file) {
    if (text_.starts_with("sep=") && text_.size() > 4 && take_line_end(5)) {
      separator_ = text[4];
    } else {
      separator_ = most_likely_separator();
    }
  }

  [[nodiscard]] bool is_at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] std::size_t line() const { return line_; }

  std::vector<std::string> row() {
    std::vector<std::string> cells{cell()};
    while (at_ < text_.size() && text_[at_] == separator_) {
      ++at_;
      cells.push_back(cell());
    }
    take_line_end(at_);
    return cells;
  }

 private:
  /// The separator that the first line has most of, outside of quotation marks; a comma where it has none.
  [[nodiscard]] char most_likely_separator() const {
    std::array<std::size_t, separators.size()> counts{};
    bool quoted = false;
    for (const char sign : text_) {
      if (sign == '"') quoted = !quoted;
      if (!quoted && (sign == '\n' || sign == '\r') && counts != decltype(counts){}) break;
      if (quoted) continue;
      for (std::size_t i = 0; i < separators.size(); ++i) counts[i] += sign == separators[i] ? 1 : 0;
    }
    return separators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
  }

  /// Goes on behind a line end that stands there, or the end of the text; false where there is none.
  bool take_line_end(std::size_t at) {
    if (at < text_.size() && text_[at] != '\r' && text_[at] != '\n') return false;
    at_ = at;
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n' && (at_ == at || text_[at_ - 1] == '\r')) ++at_;
    ++line_;
    return true;
  }

  [[nodiscard]] bool ends_cell() const {
    return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\r' || text_[at_] == '\n';
  }

  std::string cell() {
    std::string said;
    if (at_ < text_.size() && text_[at_] == '"') said = quotation();
    while (!ends_cell()) said += text_[at_++];
    return csv::unguarded(said);
  }

  std::string quotation() {
    const std::size_t begun = line_;
    std::string said;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n' || (text_[at_] == '\r' && !text_.substr(at_ + 1).starts_with('\n'))) ++line_;
      if (text_[at_] == '"') {
        if (!text_.substr(at_ + 1).starts_with('"')) {
          ++at_;
          return said;
        }
        ++at_;
      }
      said += text_[at_];
    }
    throw Trouble(Problems{{{file_, {begun, 1}},
                            "a quotation mark begins a cell here that does not end, close it or take it out",
                            {}}});
  }

  std::string_view text_;
  const std::string& file_;
  char separator_ = ',';
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

bool is_empty_row(const std::vector<std::string>& cells) {
  return std::ranges::all_of(cells, &std::string::empty);
}

std::string line_of_csv(const std::vector<std::string>& cells) {
  std::vector<std::string> safe;
  safe.reserve(cells.size());
  for (const auto& each : cells) safe.push_back(csv::cell(csv::guarded(each)));
  return join(safe, ",") + "\n";
}

}  // namespace

Spreadsheet read_spreadsheet(std::string_view bytes, const std::string& file) {
  const DecodedText decoded = decode_text(bytes, file);
  Spreadsheet sheet;
  sheet.file = file;
  if (!decoded.note.empty()) sheet.notes.push_back(fmt::format("{}: {}", file, decoded.note));
  CsvReader reader(decoded.text, sheet.file);
  while (!reader.is_at_end()) {
    const std::size_t line = reader.line();
    auto cells = reader.row();
    if (is_empty_row(cells)) continue;
    if (sheet.headings.empty()) {
      sheet.line = line;
      sheet.headings = std::move(cells);
      while (sheet.headings.back().empty()) sheet.headings.pop_back();
      continue;
    }
    while (cells.size() > sheet.headings.size() && cells.back().empty()) cells.pop_back();
    cells.resize(std::max(cells.size(), sheet.headings.size()));
    sheet.rows.push_back({line, std::move(cells)});
  }
  if (sheet.headings.empty())
    throw Trouble(Problems{{{file, {1, 1}}, "the sheet is empty, its first line must be the headings", {}}});
  return sheet;
}

std::vector<std::string> headings_of_rejected(const Spreadsheet& sheet, const std::string& heading) {
  std::vector<std::string> headings = sheet.headings;
  if (std::ranges::find(headings, heading) == headings.end()) headings.push_back(heading);
  return headings;
}

std::string write_rejected(const Spreadsheet& sheet, const std::vector<RejectedRow>& rejected,
                           const std::string& heading) {
  const std::vector<std::string> headings = headings_of_rejected(sheet, heading);
  const auto place = std::ranges::find(headings, heading) - headings.begin();
  const bool is_new = headings.size() > sheet.headings.size();
  std::string text = line_of_csv(headings);
  for (const auto& [row, reason] : rejected) {
    std::vector<std::string> cells = sheet.rows[row].cells;
    if (is_new) cells.insert(cells.begin() + place, std::string());
    cells[static_cast<std::size_t>(place)] = reason;
    text += line_of_csv(cells);
  }
  return text;
}

}  // namespace mentor::exchange
