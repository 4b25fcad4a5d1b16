#include "render/entries.h"

#include <span>
#include <vector>

#include "base/text.h"
#include "render/text.h"

namespace mentor::render {

namespace {

constexpr std::size_t entry_margin = 2;
constexpr std::size_t said_margin = 4;

/// A row as people see it.
struct Entry {
  std::string head;
  std::vector<Value> said;
};

Entry entry_of(const Table& table, const std::vector<Value>& row) {
  Entry entry;
  std::vector<std::string> heads;
  std::size_t seen = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (table.columns[i].shown == Shown::data) continue;
    const bool is_head = seen++ < table.heads;
    if (row[i].form == Form::nothing) continue;
    if (is_head) {
      heads.push_back(plain_text(row[i]));
    } else {
      entry.said.push_back(row[i]);
    }
  }
  entry.head = join(heads, "  ");
  return entry;
}

void add_line(std::string& text, std::size_t margin, std::string_view line) {
  text.append(margin, ' ');
  text += line;
  text += '\n';
}

void add_wrapped(std::string& text, std::size_t margin, const Value& said, std::size_t width) {
  const std::string plain = plain_text(said);
  if (plain.empty()) return;
  if (said.form == Form::token) return add_line(text, margin, plain);
  for (const auto& line : wrap(plain, width - margin)) add_line(text, margin, line);
}

bool is_repeated(const Value& said, std::size_t at, const Entry* next) {
  return at > 0 && next && at < next->said.size() && next->said[at].text == said.text;
}

std::string several_lines(std::span<const Entry> group, std::size_t width) {
  std::string text;
  add_wrapped(text, entry_margin, Value::of_text(group.front().head), width);
  for (std::size_t i = 0; i < group.size(); ++i) {
    const Entry* next = i + 1 < group.size() ? &group[i + 1] : nullptr;
    const auto& said = group[i].said;
    for (std::size_t at = 0; at < said.size(); ++at) {
      if (!is_repeated(said[at], at, next)) add_wrapped(text, said_margin, said[at], width);
    }
  }
  return text;
}

std::string text_of(std::span<const Entry> group, std::size_t width) {
  if (group.size() == 1 && group.front().said.size() == 1) {
    const std::string line = group.front().head + ": " + plain_text(group.front().said.front());
    if (entry_margin + display_width(line) <= width) return std::string(entry_margin, ' ') + line + "\n";
  }
  return several_lines(group, width);
}

}  // namespace

std::string entries_of(const Table& table, std::size_t width) {
  std::vector<Entry> entries;
  entries.reserve(number_of_rows(table));
  for_each_row(table, [&](const Row& row) { entries.push_back(entry_of(table, row)); });
  std::string text;
  for (std::size_t begin = 0, end = 0; begin < entries.size(); begin = end) {
    while (end < entries.size() && entries[end].head == entries[begin].head) ++end;
    text += text_of(std::span(entries).subspan(begin, end - begin), width);
  }
  return text;
}

}  // namespace mentor::render
