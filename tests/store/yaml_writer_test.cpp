#include <doctest/doctest.h>

#include <cctype>
#include <string>
#include <vector>

#include "model/codec.h"
#include "store/yaml.h"

namespace store_yaml_writer_test {

using mentor::Layout;
using mentor::Value;
using mentor::store::parse_yaml;
using mentor::store::write_flow;
using mentor::store::write_scalar;
using mentor::store::write_yaml;

namespace {

std::string in_block(const std::string& text) { return write_scalar(Value::of_text(text), Layout::block); }
std::string in_flow(const std::string& text) { return write_scalar(Value::of_text(text), Layout::flow); }

/// The text as a member, an entry's member and an item: written, then read.
Value record_of(const std::string& text) {
  Value entry = Value::of_map();
  entry.add("id", Value::of_text("V-00001"));
  entry.add("note", Value::of_text(text));
  Value record = Value::of_map();
  record.add("name", Value::of_text(text));
  record.add("words", Value::of_list({Value::of_text(text), Value::of_text("x")}));
  record.add("steps", Value::of_list({entry}));
  return record;
}

const std::vector<std::string> nasty{
    " ",
    "  two  ",
    "a ",
    " a",
    "-",
    "- a",
    "--- a",
    "---",
    "...",
    "?",
    "? a",
    ":",
    "a:",
    "a: b",
    ":a",
    "a:b",
    "#",
    "# a",
    "a #b",
    "a#b",
    "&a",
    "*a",
    "!a",
    "!",
    "|",
    ">",
    "'",
    "''",
    "'a'",
    "\"",
    "\"a\"",
    "a\"b",
    "a'b",
    "%a",
    "@a",
    "`a`",
    "=",
    "<<",
    "~",
    "null",
    "Null",
    "yes",
    "No",
    "ON",
    "off",
    "true",
    "FALSE",
    "y",
    "N",
    "010",
    "0o17",
    "0x1F",
    "1e3",
    "12:30",
    "1_000",
    "+44 20",
    "-5",
    ".5",
    ".inf",
    ".nan",
    "2026-01-01",
    "[",
    "]",
    "{",
    "}",
    ",",
    "[a]",
    "{a: b}",
    "a, b",
    "a,b",
    "a]b",
    "a}b",
    "\\",
    "\\n",
    "C:\\Users",
    "a\nb",
    "a\n\nb\n",
    "\n",
    "\n\n",
    "a\n ",
    "tab\there",
    "\t",
    "a\t#b",
    "a:\tb",
    "line one\r\nline two",
    "Zoë",
    "李小龍",
    "محمد",
    "👩‍👩‍👧",
    "\u00A0a\u00A0",
    "{{x}}",
    "<<<<<<< HEAD",
    "=======",
    "a\n=======\nb",
    "%YAML 1.2",
    "!!str x",
    "https://example.org/?a=b#c",
    "\xEF\xBF\xBD",
    "a\\",
    "\\\"",
    "key: 'value'",
    "- {id: S-00001}",
    "O'Brien, \"Zo\" [x] #1: y",
};

}  // namespace

TEST_CASE("whatever text is written reads back to the same") {
  for (const auto& text : nasty) {
    CAPTURE(text);
    const std::string written = write_yaml(record_of(text));
    CAPTURE(written);
    const auto parsed = parse_yaml(written, "f");
    CHECK_FALSE(parsed.problem);
    CHECK(same(parsed.root, record_of(text)));
  }
}

TEST_CASE("text of all sorts of characters at either end reads back to the same") {
  std::string characters = "\t\nabenyxNZ019";
  for (char c = ' '; c <= '~'; ++c) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) characters += c;
  }
  for (const char first : characters) {
    Value texts = Value::of_list();
    for (const char second : characters) {
      const std::string pair{first, second};
      for (const auto& each : {pair, "a" + pair, pair + "a", "a" + pair + "b"})
        texts.items.push_back(record_of(each));
    }
    const auto parsed = parse_yaml(write_yaml(texts), "f");
    CAPTURE(first);
    if (parsed.problem) FAIL_CHECK(parsed.problem->message << " in " << parsed.problem->line);
    CHECK(same(parsed.root, texts));
  }
}

TEST_CASE("a text stands as people write it where it can") {
  for (const std::string text : {"Zoë O'Brien", "CV writing", "a-b", "level-2-mentoring", "it's", "http://x",
                                 "1st", "M-7KQ2D", "Stoke-on-Trent", "a#b", "50% off"}) {
    CAPTURE(text);
    CHECK(in_block(text) == text);
    CHECK(in_flow(text) == text);
  }
  CHECK(in_block("Jo, mother, 07700 900001") == "Jo, mother, 07700 900001");
  CHECK(in_flow("Jo, mother, 07700 900001") == "\"Jo, mother, 07700 900001\"");
  CHECK(in_block("how was it?") == "how was it?");
  CHECK(in_flow("how was it?") == "\"how was it?\"");
  CHECK(in_block("one [two]") == "one [two]");
  CHECK(in_flow("one [two]") == "\"one [two]\"");
}

TEST_CASE("text that a reader would take for something else is quoted") {
  for (const std::string text :
       {"",      "no",         "Yes",   "ON",  "y",   "null", "~",    "true",  "010",  "0x1F", "0o17", "1e3",
        "12:30", "2026-01-01", "1_000", "+44", "-5",  ".5",   ".inf", "07700", "1.10", "- a",  "a: b", "a #b",
        "a:",    "=",          "a ",    " a",  "'a'", "!a",   "&a",   "*a",    "@a",   "`a",   "%a",   "[a",
        "{a",    "<<",         "#a",    "---", "...", "? a",  "12",   "|",     ">"}) {
    CAPTURE(text);
    CHECK(in_block(text) == "\"" + text + "\"");
    CHECK(in_flow(text) == "\"" + text + "\"");
  }
  CHECK(in_block("say \"hi\"") == "\"say \\\"hi\\\"\"");
  CHECK(in_block("a\\b") == "\"a\\\\b\"");
  CHECK(in_block("a\nb\tc\r\n") == "\"a\\nb\\tc\\r\\n\"");
}

TEST_CASE("dates, identifiers, numbers and truths need no quotes") {
  CHECK(write_scalar(Value::of_token("2026-01-01"), Layout::flow) == "2026-01-01");
  CHECK(write_scalar(Value::of_number(60), Layout::block) == "60");
  CHECK(write_scalar(Value::of_truth(false), Layout::block) == "no");
}

TEST_CASE("a record is block style, its groups, lists of words and entries flow style on one line") {
  Value step = Value::of_map();
  step.add("id", Value::of_token("V-00001"));
  step.add("on", Value::of_token("2026-01-10"));
  step.add("why", Value::of_text("late, twice"));
  Value wishes = Value::of_map();
  wishes.add("age", Value::of_token("16-18"));
  Value record = Value::of_map();
  record.add("id", Value::of_token("M-7KQ2D"));
  record.add("name", Value::of_text("no"));
  record.add("capacity", Value::of_number(2));
  record.add("languages", Value::of_list({Value::of_text("English"), Value::of_text("No")}));
  record.add("prefers", wishes);
  record.add("steps", Value::of_list({step, step}));
  CHECK(write_yaml(record) == R"(id: M-7KQ2D
name: "no"
capacity: 2
languages: [English, "No"]
prefers: {age: 16-18}
steps:
  - {id: V-00001, on: 2026-01-10, why: "late, twice"}
  - {id: V-00001, on: 2026-01-10, why: "late, twice"}
)");
}

TEST_CASE("a log is a list of entries at the first column") {
  Value session = Value::of_map();
  session.add("id", Value::of_token("S-8F3K2"));
  session.add("minutes", Value::of_number(60));
  CHECK(write_yaml(Value::of_list({session, session})) ==
        "- {id: S-8F3K2, minutes: 60}\n- {id: S-8F3K2, minutes: 60}\n");
  CHECK(write_yaml(Value::of_list()) == "[]\n");
  CHECK(write_flow(Value::of_map()) == "{}");
}

}  // namespace store_yaml_writer_test
