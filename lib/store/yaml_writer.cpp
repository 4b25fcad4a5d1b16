#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "store/yaml.h"

namespace mentor::store {

namespace {

constexpr std::string_view indicators = "-?:,[]{}#&*!|>'\"%@`=<~ ";
constexpr std::string_view flow_indicators = ",[]{}?";  // yaml-cpp lets no `?` into plain text in flow style
constexpr std::string_view number_characters = "0123456789+-_.:,eExXoOaAbBcCdDfFtTzZ ";

/// Words that YAML 1.1 or 1.2 takes for a truth or for nothing.
bool is_special_word(std::string_view text) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"y", "n", "yes", "no", "true", "false", "on", "off", "null"});
  return text.size() <= 5 && std::ranges::find(words, fold(text)) != words.end();
}

/// Whether a reader could take it for a number, a time or a date.
bool is_numeric(std::string_view text) {
  const char first = text.front();
  const bool starts_so = (first >= '0' && first <= '9') || first == '+' || first == '.';
  return first == '.' || (starts_so && text.find_first_not_of(number_characters) == std::string_view::npos);
}

bool needs_quotes(std::string_view text, Layout layout) {
  if (text.empty() || indicators.find(text.front()) != std::string_view::npos || text.back() == ' ')
    return true;
  if (text.back() == ':' || text.find(": ") != std::string_view::npos) return true;
  if (text.find(" #") != std::string_view::npos) return true;
  if (layout == Layout::flow && text.find_first_of(flow_indicators) != std::string_view::npos) return true;
  const auto special = [](char c) {
    return static_cast<unsigned char>(c) < ' ' || c == '"' || c == '\\' || c == '\x7f';
  };
  return std::ranges::any_of(text, special) || is_special_word(text) || is_numeric(text) ||
         with_escapes(text) != text;
}

std::string double_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else {
      out += c;
    }
  }
  return with_escapes(out) + '"';
}

std::string entry_lines(const Value& list, std::string_view indentation) {
  std::string lines;
  for (const auto& each : list.items) lines += fmt::format("{}- {}\n", indentation, write_flow(each));
  return lines;
}

std::string member_lines(const Member& member) {
  if (is_entry_list(member.value)) return member.key + ":\n" + entry_lines(member.value, "  ");
  const bool scalar = member.value.is_scalar();
  return fmt::format("{}: {}\n", member.key,
                     scalar ? write_scalar(member.value, Layout::block) : write_flow(member.value));
}

}  // namespace

bool is_entry_list(const Value& value) {
  return value.form == Form::list && !value.items.empty() && value.items.front().form == Form::map;
}

std::string write_scalar(const Value& scalar, Layout layout) {
  const bool as_is = scalar.form != Form::text || !needs_quotes(scalar.text, layout);
  return as_is ? scalar.text : double_quoted(scalar.text);
}

std::string write_flow(const Value& value) {
  std::vector<std::string> parts;
  if (value.form == Form::list) {
    for (const auto& each : value.items) parts.push_back(write_flow(each));
    return "[" + join(parts, ", ") + "]";
  }
  if (value.form == Form::map) {
    for (const auto& each : value.members) parts.push_back(each.key + ": " + write_flow(each.value));
    return "{" + join(parts, ", ") + "}";
  }
  return write_scalar(value, Layout::flow);
}

std::string write_yaml(const Value& record) {
  if (record.form == Form::list) return record.items.empty() ? "[]\n" : entry_lines(record, "");
  std::string text;
  for (const auto& each : record.members) text += member_lines(each);
  return text;
}

}  // namespace mentor::store
