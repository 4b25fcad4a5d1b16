#include "render/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "render/html.h"
#include "render/page.h"
#include "render/text.h"

namespace mentor::render {

namespace {

constexpr double chart_width = 400;
constexpr double line_height = 18;
constexpr double baseline = 13;  // of a line of text, from its top

/// What is drawn of one column.
struct Series {
  std::string heading;
  std::vector<std::optional<double>> numbers;  ///< a row each; nothing where the cell is no number
  std::vector<std::string> texts;
};

std::optional<double> number_in(const Value& value) {
  if (value.form != Form::number) return std::nullopt;
  double number = 0;
  const auto read = std::from_chars(value.text.data(), value.text.data() + value.text.size(), number);
  return read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

Series series_of(const Table& table, std::size_t column) {
  Series series{as_heading(table.columns[column].heading), {}, {}};
  for (const auto& row : table.rows) {
    series.numbers.push_back(number_in(row[column]));
    series.texts.push_back(plain_text(row[column]));
  }
  return series;
}

std::vector<Series> all_series(const Table& table) {
  std::vector<Series> all;
  for (const std::size_t column : table.chart->values) {
    Series series = series_of(table, column);
    if (std::ranges::any_of(series.texts, [](const auto& text) { return !text.empty(); }))
      all.push_back(std::move(series));
  }
  return all;
}

constexpr std::string_view in_the_middle = R"( text-anchor="middle")";
constexpr std::string_view value_in_the_middle = R"( class="value" text-anchor="middle")";

std::string text_at(double x, double y, std::string_view text, std::string_view more = {}) {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\"{}>{}</text>\n", x, y, more, html_text(text));
}

/// How the bars of a series are filled.
std::string fill_of(std::size_t series, std::string_view key) {
  switch (series) {
    case 0:
      return " class=\"full\"";
    case 1:
      return fmt::format(" class=\"hatched\" fill=\"url(#hatch-{})\"", html_text(key));
    default:
      return " class=\"outlined\"";
  }
}

class Drawing {
 public:
  explicit Drawing(const Table& table) : table_(table), series_(all_series(table)) {
    for (const auto& each : table.rows) labels_.push_back(as_heading(plain_text(each[table.chart->label])));
  }

  /// Months stand along an axis, be nothing on it; bars that are not there show nothing.
  [[nodiscard]] bool is_blank() const {
    if (series_.empty() || labels_.empty()) return true;
    return table_.chart->kind == Chart::Kind::bars && largest() <= 0;
  }

  std::string bars() {
    legend();
    const double most = std::max(1.0, largest());
    for (std::size_t row = 0; row < labels_.size(); ++row) {
      body_ += text_at(0, y_ + baseline, labels_[row]);
      y_ += line_height;
      for (std::size_t i = 0; i < series_.size(); ++i) bar(i, row, most);
      y_ += gap;
    }
    return framed();
  }

  std::string months() {
    legend();
    const double most = std::max(1.0, highest_stack());
    const double top = y_ + line_height;
    const double foot = top + plot_height;
    const double step = chart_width / static_cast<double>(labels_.size());
    for (std::size_t row = 0; row < labels_.size(); ++row) {
      const double left = step * static_cast<double>(row);
      stack(row, left + step * 0.15, step * 0.7, foot, most);
      month(row, left + step / 2, foot);
    }
    body_ += fmt::format("<path class=\"axis\" d=\"M0 {0:.1f}H{1:.1f}\"/>\n", foot, chart_width);
    y_ = foot + 2 * line_height;
    return framed();
  }

 private:
  static constexpr double bar_height = 12;
  static constexpr double gap = 8;
  static constexpr double longest_bar = 300;
  static constexpr double plot_height = 150;

  /// Which fill is which series; nothing to tell of one alone.
  void legend() {
    if (series_.size() < 2) return;
    double x = 0;
    for (std::size_t i = 0; i < series_.size(); ++i) {
      body_ += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"14\" height=\"12\"{}/>\n", x + 1, y_ + 2,
                           fill_of(i, table_.key));
      body_ += text_at(x + 20, y_ + baseline, series_[i].heading);
      x += chart_width / static_cast<double>(series_.size());
    }
    y_ += line_height + gap;
  }

  void bar(std::size_t series, std::size_t row, double most) {
    const auto number = series_[series].numbers[row];
    const double length = number ? *number / most * longest_bar : 0;
    if (length > 0)
      body_ += fmt::format("<rect x=\"1\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"{}/>\n", y_, length,
                           bar_height, fill_of(series, table_.key));
    const double x = length > 0 ? length + 7 : 0;
    body_ += text_at(x, y_ + bar_height - 1.5, series_[series].texts[row], " class=\"value\"");
    y_ += bar_height + 3;
  }

  /// The values of a row on one another, the first at the foot, with what they add up to above.
  void stack(std::size_t row, double x, double broad, double foot, double most) {
    double y = foot;
    double sum = 0;
    for (std::size_t i = 0; i < series_.size(); ++i) {
      const double number = series_[i].numbers[row].value_or(0);
      if (number <= 0) continue;
      const double height = number / most * plot_height;
      y -= height;
      sum += number;
      body_ += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"{}/>\n", x, y,
                           broad, height, fill_of(i, table_.key));
    }
    if (labels_.size() <= most_numbers)
      body_ += text_at(x + broad / 2, y - 4, told_above(row, sum), value_in_the_middle);
  }

  /// As it stands in the table where it is of one value and short enough, else in whole numbers.
  [[nodiscard]] std::string told_above(std::size_t row, double sum) const {
    constexpr double short_enough = 100;
    const bool as_it_stands = series_.size() == 1 && sum < short_enough;
    return as_it_stands ? series_.front().texts[row] : fmt::format("{:.0f}", sum);
  }

  /// The name of a month below its column, and the year below the first and each January. Where they would
  /// run into each other its initial does.
  void month(std::size_t row, double x, double foot) {
    const std::string& label = labels_[row];
    const std::string name = label.substr(0, labels_.size() <= most_numbers ? 3 : 1);
    body_ += text_at(x, foot + baseline + 2, name, in_the_middle);
    if (row > 0 && !label.starts_with("January")) return;
    const std::string year = label.size() > 4 ? label.substr(label.size() - 4) : label;
    if (labels_.size() <= most_numbers || label.starts_with("January"))
      body_ += text_at(x, foot + line_height + baseline + 1, year, value_in_the_middle);
  }

  [[nodiscard]] double largest() const {
    double most = 0;
    for (const auto& each : series_) {
      for (const auto& number : each.numbers) most = std::max(most, number.value_or(0));
    }
    return most;
  }

  [[nodiscard]] double highest_stack() const {
    double most = 0;
    for (std::size_t row = 0; row < labels_.size(); ++row) {
      double sum = 0;
      for (const auto& each : series_) sum += each.numbers[row].value_or(0);
      most = std::max(most, sum);
    }
    return most;
  }

  [[nodiscard]] std::string framed() const {
    const std::string key = html_text(table_.key);
    const std::string hatch =
        series_.size() < 2
            ? std::string()
            : fmt::format(
                  "<defs><pattern id=\"hatch-{}\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
                  "patternTransform=\"rotate(45)\"><path class=\"hatch\" d=\"M2 0V5\"/></pattern></defs>\n",
                  key);
    return fmt::format(
        "<svg role=\"img\" aria-labelledby=\"chart-{0} chart-{0}-more\" viewBox=\"0 0 {1:.0f} {2:.0f}\">\n"
        "<title id=\"chart-{0}\">{3}</title>\n<desc id=\"chart-{0}-more\">The same numbers stand in the "
        "table "
        "'{4}'.</desc>\n{5}{6}</svg>\n",
        key, chart_width, std::ceil(y_), html_text(table_.chart->title), html_text(table_.title), hatch,
        body_);
  }

  static constexpr std::size_t most_numbers = 13;  // columns with a number above each

  const Table& table_;
  std::vector<Series> series_;
  std::vector<std::string> labels_;
  std::string body_;
  double y_ = 0;
};

}  // namespace

std::string to_svg(const Table& table) {
  if (!table.chart) return {};
  Drawing drawing(table);
  if (drawing.is_blank()) return {};
  return table.chart->kind == Chart::Kind::months ? drawing.months() : drawing.bars();
}

}  // namespace mentor::render
