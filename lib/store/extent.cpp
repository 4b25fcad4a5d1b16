#include "store/extent.h"

#include <algorithm>

namespace mentor::store {

namespace {

constexpr std::string_view blanks = " \t\r\n";

std::size_t end_of_double_quoted(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\') ++at;
  }
  return std::min(at + 1, text.size());
}

std::size_t end_of_single_quoted(std::string_view text, std::size_t at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] != '\'') continue;
    if (at + 1 >= text.size() || text[at + 1] != '\'') break;
    ++at;
  }
  return std::min(at + 1, text.size());
}

std::size_t indentation_at(std::string_view text, std::size_t start) {
  const std::size_t first = text.find_first_not_of(' ', start);
  return std::min(first, text.size()) - start;
}

bool is_blank_line(std::string_view text, std::size_t start) {
  const std::size_t first = text.find_first_not_of(" \t\r", start);
  return first == std::string_view::npos || text[first] == '\n';
}

/// How deep the key or the dash stands to which the block scalar at `at` belongs.
std::size_t depth_of_owner(std::string_view text, std::size_t at) {
  const std::size_t start = line_start(text, at);
  const std::size_t key = text.find_first_not_of(" -", start);
  return key < at ? key - start : indentation_at(text, start);
}

/// Whether a block scalar says that the blank lines behind it are its own: `|+`, `>2+`.
bool keeps_blank_lines(std::string_view text, std::size_t at) {
  return text.substr(at, text.find_first_of(" \t\r\n", at) - at).find('+') != std::string_view::npos;
}

/// A block scalar's content is all that stands deeper than its owner.
std::size_t end_of_block_scalar(std::string_view text, std::size_t at) {
  const std::size_t owner = depth_of_owner(text, at);
  const bool keeps = keeps_blank_lines(text, at);
  std::size_t end = next_line(text, at);
  for (std::size_t line = end; line < text.size(); line = next_line(text, line)) {
    const bool blank = is_blank_line(text, line);
    if (!blank && indentation_at(text, line) <= owner) break;
    if (!blank || keeps) end = next_line(text, line);
  }
  if (end > at && text[end - 1] == '\n') --end;
  return end > at && text[end - 1] == '\r' ? end - 1 : end;
}

/// A plain scalar has no escapes: its characters stand in the text, but for line breaks folded to blanks.
std::size_t end_of_plain(std::string_view said, std::string_view text, std::size_t at) {
  for (std::size_t i = 0; i < said.size() && at < text.size(); ++i) {
    const std::size_t next = std::min(text.find_first_not_of(" \t", at), text.size() - 1);
    const bool folded = (said[i] == ' ' || said[i] == '\n') && (text[next] == '\n' || text[next] == '\r');
    at = folded ? std::min(text.find_first_not_of(blanks, at), text.size()) : at + 1;
    while (folded && i + 1 < said.size() && said[i + 1] == '\n') ++i;
  }
  return at;
}

std::size_t end_of_flow(const Value& value, std::string_view text) {
  std::size_t at = value.offset + 1;
  if (!value.items.empty()) at = end_of(value.items.back(), text);
  if (!value.members.empty()) at = std::max(at, end_of(value.members.back().value, text));
  const char close = value.form == Form::list ? ']' : '}';
  while (at < text.size() && text[at] != close) at = text[at] == '#' ? next_line(text, at) : at + 1;
  return std::min(at + 1, text.size());
}

std::size_t end_of_scalar(const Value& value, std::string_view text) {
  if (value.offset >= text.size()) return text.size();
  switch (text[value.offset]) {
    case '"':
      return end_of_double_quoted(text, value.offset);
    case '\'':
      return end_of_single_quoted(text, value.offset);
    case '|':
    case '>':
      return end_of_block_scalar(text, value.offset);
    default:
      return end_of_plain(value.text, text, value.offset);
  }
}

}  // namespace

std::size_t end_of(const Value& value, std::string_view text) {
  if (value.is_scalar()) return end_of_scalar(value, text);
  if (value.layout == Layout::flow) return end_of_flow(value, text);
  return value.form == Form::list ? end_of(value.items.back(), text)
                                  : end_of(value.members.back().value, text);
}

std::size_t line_start(std::string_view text, std::size_t offset) {
  const std::size_t feed = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  return feed == std::string_view::npos ? 0 : feed + 1;
}

std::size_t next_line(std::string_view text, std::size_t offset) {
  const std::size_t feed = text.find('\n', offset);
  return feed == std::string_view::npos ? text.size() : feed + 1;
}

}  // namespace mentor::store
