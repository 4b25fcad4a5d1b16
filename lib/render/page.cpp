#include "render/page.h"

#include <algorithm>

namespace mentor::render {

namespace {

bool has_text(const Value& value) { return !value.text.empty() || !value.items.empty(); }

std::string in_words(std::string key) {
  std::ranges::replace(key, '_', ' ');
  return key;
}

}  // namespace

std::vector<PageColumn> columns_of(const Table& table) {
  std::vector<PageColumn> columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    const auto says = [i](const auto& row) { return has_text(row[i]); };
    if (column.shown == Shown::data || std::ranges::none_of(table.rows, says)) continue;
    const auto is_number = [i](const auto& row) { return row[i].form == Form::number; };
    const bool is_named = !column.heading.empty();
    columns.push_back({i, as_heading(is_named ? column.heading : in_words(column.key)), is_named,
                       std::ranges::any_of(table.rows, is_number)});
  }
  return columns;
}

bool is_empty(const Table& table) { return columns_of(table).empty() && table.more.empty(); }

bool is_empty(const Page& page) {
  return std::ranges::all_of(page.tables, [](const Table& table) { return is_empty(table); });
}

std::string as_heading(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

}  // namespace mentor::render
