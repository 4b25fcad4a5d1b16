#include "render/markdown.h"

#include <fmt/format.h>

#include "base/text.h"
#include "render/text.h"

namespace mentor::render {

namespace {

constexpr std::string_view word_joiner = "\xE2\x81\xA0";
constexpr std::string_view means_something = "\\`*_{}[]#~$^";
constexpr std::string_view begins_something = "-+=:";  // a list, a heading's underline, a definition
constexpr std::string_view ends_a_number = ".)";       // of a list

/// What stands for a character that HTML knows.
std::string_view entity(char c) {
  switch (c) {
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    case '|':
      return "&#124;";
    default:
      return {};
  }
}

/// Whether a reader may make a link of what stands around the character at `i`.
bool may_begin_a_link(std::string_view text, std::size_t i) {
  const std::string_view rest = text.substr(i);
  if (text[i] == '@' || rest.starts_with("://")) return true;
  return text[i] == '.' && i >= 3 && fold(text.substr(i - 3, 3)) == "www";
}

bool begins_a_block(std::string_view text, std::size_t i) {
  const std::string_view before = text.substr(0, i);
  if (ends_a_number.find(text[i]) != std::string_view::npos)
    return before.find_first_not_of(" 0123456789") == std::string_view::npos;
  return begins_something.find(text[i]) != std::string_view::npos &&
         before.find_first_not_of(' ') == std::string_view::npos;
}

std::string paragraph(std::string_view text) { return fmt::format("{}\n\n", markdown_text(text)); }

std::string line_of(const std::vector<std::string>& cells) {
  return fmt::format("| {} |\n", join(cells, " | "));
}

/// The headings and the rows; empty without a column.
std::string rows_of(const Table& table) {
  const auto columns = columns_of(table);
  if (columns.empty()) return {};
  std::vector<std::string> headings;
  std::vector<std::string> rules;
  for (const auto& column : columns) {
    headings.push_back(column.is_named ? markdown_text(column.heading) : std::string());
    rules.emplace_back(column.right ? "---:" : "---");
  }
  std::string text = line_of(headings) + line_of(rules);
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    for (const auto& column : columns) cells.push_back(markdown_text(plain_text(row[column.at])));
    text += line_of(cells);
  }
  return text + "\n";
}

std::string to_markdown(const Table& table, std::string_view heading) {
  if (is_empty(table)) return {};
  std::string text;
  if (!table.title.empty()) text += fmt::format("{} {}\n\n", heading, markdown_text(table.title));
  if (!table.about.empty()) text += paragraph(table.about);
  text += rows_of(table);
  return table.more.empty() ? text : text + paragraph(table.more);
}

}  // namespace

std::string markdown_text(std::string_view text) {
  const std::string safe = visible(text);
  std::string escaped;
  for (std::size_t i = 0; i < safe.size(); ++i) {
    const char c = safe[i];
    if (const auto named = entity(c); !named.empty()) {
      escaped += named;
      continue;
    }
    const bool marks = means_something.find(c) != std::string_view::npos || begins_a_block(safe, i);
    const bool links = may_begin_a_link(safe, i);
    if (links) escaped += word_joiner;
    if (marks) escaped += '\\';
    escaped += c;
    if (links) escaped += word_joiner;
  }
  return escaped;
}

std::string to_markdown(const Page& page) {
  std::string text = fmt::format("# {}\n\n", markdown_text(page.title));
  for (const auto& line : page.lead) text += paragraph(line);
  if (is_empty(page)) text += "Nothing to show.\n\n";
  std::string section;
  for (const auto& table : page.tables) {
    const std::string shown = to_markdown(table, table.section.empty() ? "##" : "###");
    if (shown.empty()) continue;
    if (table.section != section && !table.section.empty())
      text += fmt::format("## {}\n\n", markdown_text(table.section));
    section = table.section;
    text += shown;
  }
  return text + fmt::format("---\n\n    {}\n", visible(page.foot));
}

}  // namespace mentor::render
