#include "render/findings.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace mentor::render {

namespace {

/// The severity, in a column of its own: red for what must be, yellow for what should be and stands.
std::string weight(const Finding& finding, Colour colour) {
  std::string word = fmt::format("{:<7}", name(finding.severity));
  if (colour == Colour::no || !finding.stands() || finding.severity == Severity::advise) return word;
  return fmt::format("\x1b[{}m{}\x1b[0m", finding.severity == Severity::must ? "1;31" : "33", word);
}

std::string answered(const Finding& finding) {
  const auto& answer = finding.overridden ? finding.overridden : finding.waived;
  if (!answer) return {};
  return fmt::format("{} on {} by {}: {}", finding.overridden ? "passed" : "waived", answer->on.in_words(),
                     answer->authorised_by, answer->reason);
}

}  // namespace

std::string indented(std::string_view text, std::size_t width) {
  constexpr std::size_t margin = 8;
  std::string lines;
  for (const auto& line : wrap(visible(text), width > margin * 3 ? width - margin : width)) {
    lines += std::string(margin, ' ') + line + "\n";
  }
  return lines;
}

Value object() {
  Value value = Value::of_map();
  value.add("schema", Value::of_token(schema_name));
  return value;
}

Value to_value(const Findings& findings) {
  Value list = Value::of_list();
  for (const auto& each : findings) list.items.push_back(mentor::to_value(each));
  return list;
}

Value to_value(const Problems& problems) {
  Value list = Value::of_list();
  for (const auto& each : problems) {
    Value value = Value::of_map();
    add_spot(value, each.spot);
    value.add("message", Value::of_text(each.message));
    list.items.push_back(std::move(value));
  }
  return list;
}

std::string to_text(const Findings& findings, const NameOf& name_of, std::size_t width, Colour colour) {
  std::string text;
  for (const auto& finding : findings) {
    text += fmt::format("{} {}\n", weight(finding, colour), visible(name_of(finding.subject)));
    text += indented(finding.message, width);
    text += indented(finding.rule + " · " + finding.source, width);
    if (!finding.stands()) text += indented(answered(finding), width);
  }
  return text;
}

std::string to_text(const Problem& problem) {
  const auto& [file, place] = problem.spot;
  std::string text = fmt::format("{}:{}:{}: {}\n", visible(file), place.line, place.column,
                                 visible(problem.message));
  constexpr std::size_t longest = 160;
  if (problem.line.empty() || place.column > longest * 2) return text;
  const std::string number = std::to_string(place.line);
  std::size_t before = 0;
  std::size_t width = 0;
  while (before < problem.line.size() &&
         characters(std::string_view(problem.line).substr(0, before)) + 1 < place.column) {
    ++before;
  }
  width = display_width(visible(std::string_view(problem.line).substr(0, before)));
  if (width > longest) return text;
  const std::string line = visible(std::string_view(problem.line).substr(0, longest * 2));
  return text + fmt::format("  {} | {}\n  {} | {}^\n", number, line, std::string(number.size(), ' '),
                            std::string(width, ' '));
}

}  // namespace mentor::render
