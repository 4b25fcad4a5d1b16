#include "render/svg.h"

#include <doctest/doctest.h>

#include <string>

namespace render_svg_test {

using mentor::Chart;
using mentor::Holds;
using mentor::Shown;
using mentor::Table;
using mentor::Value;
using mentor::render::to_svg;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t times = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++times;
  return times;
}

Table endings() {
  Table table{"endings",
              "Endings",
              {{"what", ""}, {"now", "now"}, {"before", "before"}},
              {{Value::of_text("completed"), Value::of_number(10), Value::of_number(5)},
               {Value::of_text("<drifted>"), Value::of_token("under 5"), Value::of_number(0)}}};
  table.chart = Chart{Chart::Kind::bars, "How they ended", 0, {1, 2}};
  return table;
}

Table months() {
  Table table{"months", "Months", {{"month", "month"}, {"met", "met"}, {"short", "short"}}, {}};
  table.rows = {{Value::of_text("December 2025"), Value::of_number(3), Value::of_number(1)},
                {Value::of_text("January 2026"), Value::of_number(2), Value::of_number(0)}};
  table.chart = Chart{Chart::Kind::months, "Months", 0, {1, 2}};
  return table;
}

}  // namespace

TEST_CASE("a chart is one picture with a title and a description") {
  const std::string svg = to_svg(endings());
  CHECK(svg.starts_with(
      "<svg role=\"img\" aria-labelledby=\"chart-endings chart-endings-more\" viewBox=\"0 0 400 "));
  CHECK(has(svg, "<title id=\"chart-endings\">How they ended</title>"));
  CHECK(has(svg, "<desc id=\"chart-endings-more\">The same numbers stand in the table 'Endings'.</desc>"));
  CHECK(svg.ends_with("</svg>\n"));
}

TEST_CASE("bars are as long as their numbers, and each number stands beside its bar") {
  const std::string svg = to_svg(endings());
  CHECK(has(svg, "width=\"300.0\" height=\"12.0\" class=\"full\"/>"));  // 10 of at most 10
  CHECK(has(svg, "width=\"150.0\" height=\"12.0\" class=\"hatched\" fill=\"url(#hatch-endings)\"/>"));
  CHECK(has(svg, " class=\"value\">10</text>"));
  CHECK(has(svg, " class=\"value\">5</text>"));
}

TEST_CASE("what is no number has no bar and is told in words") {
  const std::string svg = to_svg(endings());
  CHECK(count(svg, "<rect") == 4);  // two bars, and two in the legend
  CHECK(has(svg, " class=\"value\">under 5</text>"));
}

TEST_CASE("series differ by more than their colour, and a legend names them") {
  const std::string svg = to_svg(endings());
  CHECK(has(svg, "<pattern id=\"hatch-endings\""));
  CHECK(has(svg, ">Now</text>"));
  CHECK(has(svg, ">Before</text>"));
  Table one = endings();
  one.chart->values = {1};
  CHECK_FALSE(has(to_svg(one), "<pattern"));
  CHECK_FALSE(has(to_svg(one), ">Now</text>"));
}

TEST_CASE("a column of months stacks its values, with what they add up to above and the year below") {
  const std::string svg = to_svg(months());
  CHECK(has(svg, "height=\"112.5\" class=\"full\"/>"));  // 3 of at most 4, in 150
  CHECK(has(svg, "height=\"37.5\" class=\"hatched\""));
  CHECK(has(svg, "height=\"75.0\" class=\"full\"/>"));
  CHECK(has(svg, " class=\"value\" text-anchor=\"middle\">4</text>"));
  CHECK(has(svg, ">Dec</text>"));
  CHECK(has(svg, ">2025</text>"));
  CHECK(has(svg, ">Jan</text>"));
  CHECK(has(svg, ">2026</text>"));
}

TEST_CASE("a single value above a column is the table's own, in whole numbers where it is long") {
  Table hours = months();
  hours.rows[0][1] = Value::of_decimal("99.5");
  hours.rows[1][1] = Value::of_decimal("107.5");
  hours.chart->values = {1};
  CHECK(has(to_svg(hours), " class=\"value\" text-anchor=\"middle\">99.5</text>"));
  CHECK(has(to_svg(hours), " class=\"value\" text-anchor=\"middle\">108</text>"));
}

TEST_CASE("words in a chart are text and nothing else") {
  const std::string svg = to_svg(endings());
  CHECK(has(svg, "&lt;drifted&gt;"));
  CHECK_FALSE(has(svg, "<drifted"));
  for (const auto* outer : {"<script", "href", "style=", "onload"}) CHECK_FALSE(has(svg, outer));
}

TEST_CASE("nothing is drawn of a table without a chart, or without a bar to draw") {
  Table plain = endings();
  plain.chart.reset();
  CHECK(to_svg(plain).empty());
  Table none = endings();
  none.rows.erase(none.rows.begin());
  CHECK(to_svg(none).empty());
  Table empty = months();
  for (auto& row : empty.rows) row[1] = row[2] = Value::of_number(0);
  CHECK(has(to_svg(empty), "<path class=\"axis\""));  // an axis with nothing on it says so
}

}  // namespace render_svg_test
