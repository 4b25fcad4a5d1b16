#include "bench/by_hand.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "store/yaml.h"

namespace mentor::bench {

namespace {

constexpr auto remarks = std::to_array<std::string_view>(
    {"# From the old spreadsheet, up to here", "# Checked with the mentor's diary",
     "# Ask: was this \"group\" or a call?", "# --- new worker from here on ---",
     "# naïve question, why do we pay for this?"});

void put_in_blocks(const Value& entry, std::string_view indentation, std::string& text) {
  std::string_view lead = "- ";
  for (const auto& [key, place, offset, value] : entry.members) {
    const std::string said = value.is_scalar() ? store::write_scalar(value, Layout::block)
                                               : store::write_flow(value);
    text += fmt::format("{}{}{}: {}\n", indentation, lead, key, said);
    lead = "  ";
  }
}

std::string in_blocks(const Value& record) {
  std::string text;
  for (const auto& entry : record.items) put_in_blocks(entry, "", text);
  for (const auto& member : record.members) {
    if (!store::is_entry_list(member.value)) {
      Value alone = Value::of_map();
      alone.members.push_back(member);
      text += store::write_yaml(alone);
      continue;
    }
    text += fmt::format("{}:\n", member.key);
    for (const auto& entry : member.value.items) put_in_blocks(entry, "  ", text);
  }
  return text;
}

/// The identifier stays in front, the others stand the other way round.
void reorder(Value& map) {
  if (map.members.size() > 2) std::reverse(map.members.begin() + 1, map.members.end());
}

std::string reordered(Value record) {
  reorder(record);
  for (auto& entry : record.items) reorder(entry);
  return store::write_yaml(record);
}

std::string with_windows_line_ends(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 50);
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

/// Where the double-quoted scalar that begins at `from` ends: its last quote.
std::size_t closing_quote(std::string_view text, std::size_t from) {
  std::size_t at = from + 1;
  while (text[at] != '"') at += text[at] == '\\' ? 2 : 1;
  return at;
}

}  // namespace

std::string with_remarks(std::string_view text, Dice& dice) {
  std::string out;
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n') + 1);
    const int lot = dice.below(1000);
    if (lot < 15) out += fmt::format("{}\n", dice.one_of(remarks));
    if (lot < 25) out += '\n';
    out += line;
    text.remove_prefix(line.size());
  }
  return out;
}

std::string in_single_quotes(std::string_view text) {
  std::string out(text);
  for (auto at = out.find('"'); at != std::string::npos; at = out.find('"', at + 1)) {
    const auto end = closing_quote(out, at);
    const auto said = std::string_view(out).substr(at + 1, end - at - 1);
    if (said.find_first_of("\\'") == std::string_view::npos) out[at] = out[end] = '\'';
    at = end;
  }
  return out;
}

std::string edited_by_hand(const Value& record, Dice& dice) {
  switch (dice.below(3)) {
    case 0:
      return in_blocks(record);
    case 1:
      return reordered(record);
    default:
      return with_windows_line_ends(store::write_yaml(record));
  }
}

}  // namespace mentor::bench
