#include "support/odd_records.h"

#include <algorithm>
#include <array>

#include "store/yaml.h"

namespace mentor::test {

namespace {

constexpr auto chunks = std::to_array<std::string_view>({"a",
                                                         "word",
                                                         " ",
                                                         "  ",
                                                         ": ",
                                                         ":",
                                                         " #",
                                                         "#",
                                                         "\"",
                                                         "'",
                                                         "\\",
                                                         "\n",
                                                         "\n\n",
                                                         "\r\n",
                                                         "\t",
                                                         "- ",
                                                         "-",
                                                         "? ",
                                                         "[",
                                                         "]",
                                                         "{",
                                                         "}",
                                                         ",",
                                                         "&x",
                                                         "*x",
                                                         "!x",
                                                         "%",
                                                         "@",
                                                         "`",
                                                         "|",
                                                         ">",
                                                         "~",
                                                         "null",
                                                         "no",
                                                         "010",
                                                         "1e3",
                                                         "12:30",
                                                         "2026-02-30",
                                                         "---",
                                                         "...",
                                                         "<<<<<<< HEAD",
                                                         "=======",
                                                         "\n---\n",
                                                         "\n<<<<<<< x\n",
                                                         "\n%YAML\n",
                                                         "é",
                                                         "\u00A0",
                                                         "\u2028",
                                                         "\u2029",
                                                         "\uFEFF",
                                                         "\uFFFE",
                                                         "\uFDD0",
                                                         "\U0001FFFF",
                                                         "\U0001F642",
                                                         "e\u0301",
                                                         "שלום",
                                                         "\u200F",
                                                         "日本",
                                                         "<<",
                                                         "=",
                                                         "\\n",
                                                         "\\u2028",
                                                         "''",
                                                         "\"\"",
                                                         "k: v",
                                                         "\n  b",
                                                         "\n b\n"});

void append_utf8(std::string& out, std::uint32_t code) {
  const auto byte = [&](std::uint32_t bits) { out += static_cast<char>(bits); };
  if (code < 0x80) return byte(code);
  if (code < 0x800) return byte(0xC0 | code >> 6U), byte(0x80 | (code & 0x3FU));
  if (code < 0x10000)
    return byte(0xE0 | code >> 12U), byte(0x80 | (code >> 6U & 0x3FU)), byte(0x80 | (code & 0x3FU));
  byte(0xF0 | code >> 18U), byte(0x80 | (code >> 12U & 0x3FU));
  byte(0x80 | (code >> 6U & 0x3FU)), byte(0x80 | (code & 0x3FU));
}

bool may_stand_in_text(std::uint32_t code) {
  const bool control = code < 0x20 || (code >= 0x7F && code <= 0x9F);
  const bool bidirectional = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
  return !control && !bidirectional && (code < 0xD800 || code > 0xDFFF);
}

std::string any_character(Chance& chance) {
  static constexpr auto limits = std::to_array<std::size_t>({0x80, 0x800, 0x3000, 0x10000, 0x110000});
  std::string out;
  while (out.empty()) {
    const auto code = static_cast<std::uint32_t>(chance.below(chance.of(limits)));
    if (may_stand_in_text(code)) append_utf8(out, code);
  }
  return out;
}

std::string quoted(Chance& chance) {
  std::string written = store::write_scalar(Value::of_text(nasty_text(chance) + "\n"), Layout::block);
  return written.replace(written.size() - 3, 2, "");  // the line feed, which made sure of the quotes
}

/// A text on one line, or over several, as it may stand behind `key: ` in a block at that depth.
std::string odd_scalar(Chance& chance, const std::string& margin) {
  static constexpr auto one_line = std::to_array<std::string_view>(
      {"Maltby", "'Maltby'", "\"Maltby\"", "'it''s'", "\"say \\\"x\\\"\"", "a b: 'c'", "x#y",
       "Flat 3, Main Road", "~", "no", "\"\\u2028\"", "it's", "a, b [c] {d}", "- ", "http://x/y#z"});
  const std::string deep = margin + std::string(1 + chance.below(4), ' ');
  switch (chance.below(12)) {
    case 0:
      return "|\n" + deep + "one\n" + deep + "two # no comment";
    case 1:
      return "|-\n" + deep + "one\n\n" + deep + "  two";
    case 2:
      return "|+\n" + deep + "one\n";
    case 3:
      return ">\n" + deep + "one\n" + deep + "two\n\n" + deep + "three";
    case 4:
      return "one\n" + deep + "two\n\n" + deep + "three";
    case 5:
      return "\"one\n" + deep + "two \\\n" + deep + "three\"";
    case 6:
      return "'one\n" + deep + "it''s'";
    case 7:
      return "\n" + deep + "below";
    case 8:
    case 9:
      return quoted(chance);
    default: {
      const std::string_view said = chance.of(one_line);
      return std::string(said == "- " || said == "a b: 'c'" ? "plain" : said);
    }
  }
}

bool is_one_line(const std::string& text) { return text.find('\n') == std::string::npos; }

std::string odd_tail(Chance& chance) {
  static constexpr auto tails = std::to_array<std::string_view>(
      {"", "", "", "   # a comment, \"quoted\"", "  ", " # x: y"});
  return std::string(chance.of(tails));
}

std::string odd_field(Chance& chance, const std::string& key, const std::string& margin) {
  static constexpr auto colons = std::to_array<std::string_view>({": ", ": ", ":   ", " : "});
  const std::string value = odd_scalar(chance, margin);
  const std::string tail = is_one_line(value) ? odd_tail(chance) : "";
  return margin + key + std::string(value.starts_with('\n') ? ":" : chance.of(colons)) + value + tail + "\n";
}

std::string odd_words(Chance& chance, const std::string& key, const std::string& margin) {
  const std::string head = margin + key + ":";
  switch (chance.below(8)) {
    case 0:
      return head + " []" + odd_tail(chance) + "\n";
    case 1:
      return head + " [chess]" + odd_tail(chance) + "\n";
    case 2:
      return head + " [ chess , \"a, b\",'c' ]" + odd_tail(chance) + "\n";
    case 3:
      return head + " [\n" + margin + "    chess, # first\n" + margin + "    \"go\" # last\n" + margin +
             "  ]\n";
    case 4:
      return head + " [chess,\n" + margin + "  go,]\n";
    case 5:
      return head + "\n" + margin + "- chess # first\n\n" + margin + "# between\n" + margin + "-   'go'\n";
    case 6:
      return head + " # words\n" + margin + "    - chess\n" + margin + "    - |\n" + margin + "      go\n" +
             margin + "    - \"x\n" + margin + "       y\"\n";
    default:
      return head + "\n" + margin + "  - chess\n" + margin + "  -\n" + margin + "    go\n";
  }
}

std::string odd_group(Chance& chance, const std::string& margin) {
  const std::string head = margin + "prefers:";
  switch (chance.below(5)) {
    case 0:
      return head + " {age: 16-18, gender: any}" + odd_tail(chance) + "\n";
    case 1:
      return head + " { gender : \"any, or none\" }\n";
    case 2:
      return head + " {age: 16-18, # years\n" + margin + "   gender: any # or none\n" + margin + "  }\n";
    case 3:
      return head + "\n" + margin + "  # wishes\n" + odd_field(chance, "gender", margin + "  ") + margin +
             "  age: 16\n";
    default:
      return head + " # wishes\n" + margin + "    age: 16-18\n";
  }
}

std::string odd_entry(Chance& chance, const std::string& id, const std::string& margin) {
  switch (chance.below(6)) {
    case 0:
      return margin + "- {id: " + id + ", step: approved, on: 2026-01-10, as: Head}" + odd_tail(chance) +
             "\n";
    case 1:
      return margin + "- { step: approved,id: " + id + " , on: \"2026-01-10\" }\n";
    case 2:
      return margin + "- id: " + id + " # first\n" + margin + "  step: approved\n" + margin +
             "  # between\n" + margin + "  on: 2026-01-10\n" + odd_field(chance, "as", margin + "  ");
    case 3:
      return margin + "-   on: 2026-01-10\n" + margin + "    id: '" + id + "'\n\n" + margin +
             "    step: approved\n";
    case 4:
      return margin + "-\n" + margin + "  id: " + id + "\n" + odd_field(chance, "as", margin + "  ") +
             margin + "  step: approved\n" + margin + "  on: 2026-01-10\n";
    default:
      return margin + "- {id: " + id + ", step: approved,\n" + margin + "   on: 2026-01-10, # day\n" +
             margin + "   as: \"Head, of all\"}\n";
  }
}

/// What stands behind a text in a block must not become its last lines.
bool ends_in_block(const std::string& text) {
  return text.find(": |") != std::string::npos || text.find(": >") != std::string::npos ||
         text.find(":   |") != std::string::npos || text.find(":   >") != std::string::npos ||
         text.find("- |") != std::string::npos;
}

Piece odd_gap(Chance& chance, const std::string& behind) {
  if (ends_in_block(behind)) return {"# a comment\n", "", ""};
  static constexpr auto gaps = std::to_array<std::string_view>(
      {"\n", "# a comment\n", "  # indented\n", "\n\n# two: lines\n", "   \n", "#\n"});
  return {std::string(chance.of(gaps)), "", ""};
}

void add_steps(OddRecord& record, Chance& chance, const std::string& root) {
  static constexpr auto margins = std::to_array<std::string_view>({"", "  ", "    "});
  const std::string margin = root + std::string(chance.of(margins));
  record.pieces.push_back({root + "steps:" + odd_tail(chance) + "\n", "steps", ""});
  const std::size_t count = 1 + chance.below(3);
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0 && chance.one_in(3)) record.pieces.push_back(odd_gap(chance, record.pieces.back().text));
    const std::string id = "V-0000" + std::to_string(i + 1);
    record.pieces.push_back({odd_entry(chance, id, margin), "steps", id});
  }
}

}  // namespace

std::string nasty_text(Chance& chance) {
  std::string text;
  for (std::size_t left = 1 + chance.below(6); left > 0; --left)
    text += chance.one_in(3) ? any_character(chance) : std::string(chance.of(chunks));
  return text;
}

std::string OddRecord::text() const {
  std::string all = before;
  for (const auto& each : pieces) all += each.text;
  all += behind;
  if (open_end && all.ends_with('\n')) all.pop_back();
  if (!crlf) return all;
  std::string out;
  for (std::size_t i = 0; i < all.size(); ++i)
    out += all[i] == '\n' ? std::string("\r\n") : std::string(1, all[i]);
  return out;
}

OddRecord odd_mentor(Chance& chance) {
  static constexpr auto texts = std::to_array<std::string_view>(
      {"gender", "area", "department", "pen_picture"});
  static constexpr auto starts = std::to_array<std::string_view>(
      {"", "", "", "\xEF\xBB\xBF", "---\n", "# first\n---\n", "\xEF\xBB\xBF# first\n\n", "--- # first\n"});
  static constexpr auto ends = std::to_array<std::string_view>(
      {"", "", "", "...\n", "# last\n", "\n\n", "...\n# last\n"});
  const std::string margin = chance.one_in(6) ? "  " : "";
  std::vector<std::vector<Piece>> fields;
  const auto add = [&](const std::string& key, std::string text) {
    fields.push_back({{std::move(text), key, ""}});
  };
  add("id", margin + "id: M-7KQ2D" + odd_tail(chance) + "\n");
  add("name", odd_field(chance, "name", margin));
  add("scheme", margin + "scheme: \"rotherham\"\n");
  add("role", margin + "role: senior-manager\n");
  for (const auto key : texts) {
    if (chance.one_in(2)) add(std::string(key), odd_field(chance, std::string(key), margin));
  }
  if (chance.one_in(2)) add("interests", odd_words(chance, "interests", margin));
  if (chance.one_in(2)) add("prefers", odd_group(chance, margin));
  if (chance.one_in(6)) add("closed", margin + "closed: []" + odd_tail(chance) + "\n");
  if (chance.one_in(2)) {
    OddRecord steps;
    add_steps(steps, chance, margin);
    fields.push_back(std::move(steps.pieces));
  }
  if (chance.one_in(2)) {
    for (std::size_t i = fields.size(); i > 1; --i) std::swap(fields[i - 1], fields[chance.below(i)]);
  }
  OddRecord record;
  record.before = chance.of(starts);
  for (const auto& pieces : fields) {
    if (chance.one_in(4))
      record.pieces.push_back(odd_gap(chance, record.pieces.empty() ? "" : record.pieces.back().text));
    record.pieces.insert(record.pieces.end(), pieces.begin(), pieces.end());
  }
  record.behind = chance.of(ends);
  if (ends_in_block(record.pieces.back().text) && record.behind == "\n\n") record.behind.clear();
  record.crlf = chance.one_in(4);
  record.open_end = chance.one_in(4);
  return record;
}

}  // namespace mentor::test
