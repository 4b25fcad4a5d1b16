#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <map>
#include <regex>
#include <string>

#include "render/html.h"

namespace render_style_test {

using mentor::render::style_sheet;

namespace {

using Colours = std::map<std::string, std::string>;

/// The colours that the style sheet gives names, in the rule that begins with `head`.
Colours colours_in(const std::string& head) {
  const std::string style(style_sheet());
  const auto from = style.find(head);
  REQUIRE(from != std::string::npos);
  const std::string rule = style.substr(from, style.find('}', from) - from);
  Colours colours;
  const std::regex named("--([a-z]+): (#[0-9a-f]{6});");
  for (std::sregex_iterator each(rule.begin(), rule.end(), named), end; each != end; ++each)
    colours[(*each)[1]] = (*each)[2];
  return colours;
}

/// WCAG 2.2, relative luminance.
double luminance(const std::string& colour) {
  constexpr std::array weights{0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const double part = std::stoi(colour.substr(1 + 2 * i, 2), nullptr, 16) / 255.0;
    sum += weights.at(i) * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
  }
  return sum;
}

double contrast(const std::string& one, const std::string& other) {
  const double a = luminance(one) + 0.05;
  const double b = luminance(other) + 0.05;
  return a > b ? a / b : b / a;
}

}  // namespace

TEST_CASE("contrast is computed as WCAG does") {
  CHECK(contrast("#000000", "#ffffff") == doctest::Approx(21));
  CHECK(contrast("#767676", "#ffffff") == doctest::Approx(4.54).epsilon(0.001));
}

TEST_CASE(
    "text and what is drawn stand out from the paper, in light, in dark and on paper (WCAG 2.2, 1.4.3, "
    "1.4.11)") {
  const std::string style(style_sheet());
  const auto dark = style.find("prefers-color-scheme: dark");
  const auto print = style.find("@media print");
  REQUIRE(dark < print);
  const Colours light_colours = colours_in(":root {\n  color-scheme");
  const Colours dark_colours = colours_in("  :root {\n    --paper");
  const Colours print_colours = colours_in("  :root { --paper");
  for (const auto& colours : {light_colours, dark_colours, print_colours}) {
    REQUIRE(colours.contains("paper"));
    CAPTURE(colours.at("paper"));
    for (const std::string text : {"ink", "quiet", "accent"})
      CHECK_MESSAGE(contrast(colours.at(text), colours.at("paper")) >= 4.5, text);
    for (const std::string drawn : {"accent", "mark"})
      CHECK_MESSAGE(contrast(colours.at(drawn), colours.at("paper")) >= 3.0, drawn);
  }
}

TEST_CASE(
    "the style sheet fetches nothing, shows the focus, keeps rows whole on paper and repeats their "
    "headings") {
  const std::string style(style_sheet());
  for (const auto* outer : {"url(", "@import", "http", "</"}) CHECK(style.find(outer) == std::string::npos);
  CHECK(style.find(":focus-visible { outline: 3px") != std::string::npos);
  CHECK(style.find("outline: none") == std::string::npos);
  CHECK(style.find("size: A4") != std::string::npos);
  CHECK(style.find("thead { display: table-header-group; }") != std::string::npos);
  CHECK(style.find("tr { break-inside: avoid; }") != std::string::npos);
}

}  // namespace render_style_test
