#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "store/yaml.h"
#include "support/records.h"

namespace store_yaml_reader_test {

using mentor::Form;
using mentor::Value;
using mentor::store::parse_yaml;
using namespace std::string_literals;

namespace {

/// The tree in short: `{a: x, b: [1, ∅]}`; `∅` is nothing at all.
std::string shown(const Value& value) {
  std::string parts;
  const auto add = [&](const std::string& part) { parts += (parts.empty() ? "" : ", ") + part; };
  for (const auto& each : value.items) add(shown(each));
  for (const auto& each : value.members) add(each.key + ": " + shown(each.value));
  if (value.form == Form::list) return "[" + parts + "]";
  if (value.form == Form::map) return "{" + parts + "}";
  return value.form == Form::nothing ? "∅" : value.text;
}

/// What the text says, or its refusal: `2:1: what is wrong`.
std::string read(const std::string& text) {
  const auto parsed = parse_yaml(text, "f");
  return parsed.problem ? mentor::test::told(*parsed.problem).substr(2) : shown(parsed.root);
}

struct Row {
  std::string text;
  std::string expected;
};

}  // namespace

TEST_CASE("a record reads as written") {
  CHECK(read(R"(# staff added this
id: M-7KQ2D
name: "Zoë O'Brien"   # a comment
languages: [English, 'Polish']

prefers: {age: 16-18}
steps:
  - {id: V-00001, step: training, on: 2026-01-10}
  # between
  - id: V-00002
    step: dbs
pen_picture: |
  Walks.
  Cooks.
)") == "{id: M-7KQ2D, name: Zoë O'Brien, languages: [English, Polish], prefers: {age: 16-18}, "
       "steps: [{id: V-00001, step: training, on: 2026-01-10}, {id: V-00002, step: dbs}], "
       "pen_picture: Walks.\nCooks.\n}");
}

TEST_CASE("a scalar is the text as written") {
  for (const std::string text : {"no",
                                 "yes",
                                 "on",
                                 "off",
                                 "y",
                                 "NO",
                                 "010",
                                 "0o17",
                                 "0x1F",
                                 "1e3",
                                 "1_000",
                                 "12:30",
                                 "~",
                                 "null",
                                 "Null",
                                 "NULL",
                                 "true",
                                 ".5",
                                 ".inf",
                                 "2026-01-01",
                                 "+44 20 7946 0000",
                                 "1.10",
                                 "-5",
                                 "a#b",
                                 "a:b",
                                 "http://x/y#z",
                                 "O'Brien",
                                 "say \"hi\"",
                                 "50%"}) {
    CAPTURE(text);
    CHECK(read("key: " + text + "\n") == "{key: " + text + "}");
    CHECK(read("key: \"" + std::string(text.find('"') == std::string::npos ? text : "x") + "\"\n") ==
          "{key: " + (text.find('"') == std::string::npos ? text : "x") + "}");
    CHECK(read("- " + text) == "[" + text + "]");
    CHECK(read("{k: " + text + "}") == "{k: " + text + "}");
    CHECK(read("[" + text + ", b]") == "[" + text + ", b]");
  }
}

TEST_CASE("null as a word is told from nothing at all") {
  const std::vector<Row> rows{
      {"a:\nb: x\n", "{a: ∅, b: x}"},
      {"a: ~\nb: x\n", "{a: ~, b: x}"},
      {"a: null", "{a: null}"},
      {"a: null # none\n", "{a: null}"},
      {"a:\n", "{a: ∅}"},
      {"a: \"\"\n", "{a: }"},
      {"a: # ~\n", "{a: ∅}"},
      {"- a:\n- null\n", "[{a: ∅}, null]"},
      {"-\n- ~\n", "[∅, ~]"},
      {"{a: , b: ~}", "{a: ∅, b: ~}"},
      {"x:\n  a:\nnullable: yes\n", "{x: {a: ∅}, nullable: yes}"},
      {"x:\n  a: ~\nnullable: yes\n", "{x: {a: ~}, nullable: yes}"},
      {"x:\n  - a:\nNULLS: 1\n", "{x: [{a: ∅}], NULLS: 1}"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(read(text) == expected);
  }
}

TEST_CASE("a text without anything in it is nothing") {
  for (const std::string text : {"", "\n", "# only a comment\n", "---\n", "\xEF\xBB\xBF", "  \n\n"}) {
    CAPTURE(text);
    CHECK(read(text) == "∅");
    CHECK(parse_yaml(text, "f").root.place == mentor::Place{1, 1});
  }
}

TEST_CASE("text behind a blank and a hash is a comment") {
  CHECK(read("a: C #1\n") == "{a: C}");
  CHECK(read("a: C#1\n") == "{a: C#1}");
  CHECK(read("a: \"C #1\"\n") == "{a: C #1}");
}

TEST_CASE("text over several lines folds as YAML says") {
  CHECK(read("a: one\n  two\n\n  three\n") == "{a: one two\nthree}");
  CHECK(read("a: >\n  one\n  two\n") == "{a: one two\n}");
  CHECK(read("a: |-\n  one\n    two\n") == "{a: one\n  two}");
  CHECK(read("a: |+\n  one\n\n") == "{a: one\n\n}");
  CHECK(read("a: |+\n  one\n") == "{a: one\n}");
  CHECK(read("a: \"one\n  two\"\r\nb: 'it''s'\r\n") == "{a: one two, b: it's}");
  CHECK(read("a: \"tab\\tline\\nquote\\\"\"\n") == "{a: tab\tline\nquote\"}");
}

TEST_CASE("places count lines and characters from one") {
  const auto parsed = parse_yaml("# é\r\nname: Zoë Ünal\r\nfacts: [ä, {ö: ü}]\r\n", "f");
  REQUIRE_FALSE(parsed.problem);
  const Value& facts = parsed.root.members[1].value;
  CHECK(parsed.root.members[0].place == mentor::Place{2, 1});
  CHECK(parsed.root.members[0].value.place == mentor::Place{2, 7});
  CHECK(facts.place == mentor::Place{3, 8});
  CHECK(facts.items[1].place == mentor::Place{3, 12});
  CHECK(facts.items[1].members[0].value.place == mentor::Place{3, 16});
}

TEST_CASE("offsets count bytes from the start, a byte order mark included") {
  const std::string text = "\xEF\xBB\xBFname: Zoë\nage: 17\n";
  const auto parsed = parse_yaml(text, "f");
  REQUIRE_FALSE(parsed.problem);
  CHECK(parsed.root.members[0].offset == 3);
  CHECK(parsed.root.members[0].place == mentor::Place{1, 1});
  CHECK(parsed.root.members[1].value.offset == text.find("17"));
  CHECK(parsed.root.members[1].value.place == mentor::Place{2, 6});
}

TEST_CASE("the layout of maps and lists is known") {
  const auto parsed = parse_yaml("a: {b: c}\nd:\n  - e\nf: [g]\n", "f");
  REQUIRE_FALSE(parsed.problem);
  CHECK(parsed.root.layout == mentor::Layout::block);
  CHECK(parsed.root.members[0].value.layout == mentor::Layout::flow);
  CHECK(parsed.root.members[1].value.layout == mentor::Layout::block);
  CHECK(parsed.root.members[2].value.layout == mentor::Layout::flow);
}

TEST_CASE("a key that stands twice is refused") {
  CHECK(read("name: A\nrole: x\nname: B\n") == "3:1: 'name' stands here a second time, keep one");
  CHECK(read("\"name\": A\nname: B\n") == "2:1: 'name' stands here a second time, keep one");
  CHECK(read("- {id: a, id: b}\n") == "1:11: 'id' stands here a second time, keep one");
  CHECK(read("- {id: a}\n- {id: a}\n") == "[{id: a}, {id: a}]");
  CHECK(read("a: {k: 1}\nb: {k: 2}\n") == "{a: {k: 1}, b: {k: 2}}");
}

TEST_CASE("many keys are as quick to tell apart as few") {
  std::string text;
  for (int i = 0; i < 30'000; ++i) text += "k" + std::to_string(i) + ": 1\n";
  CHECK(read(text + "k0: 2\n") == "30001:1: 'k0' stands here a second time, keep one");
}

TEST_CASE("the line of a refusal is shown without its line end") {
  const auto parsed = parse_yaml("a: 1\r\na: 2\r\n", "f");
  REQUIRE(parsed.problem);
  CHECK(parsed.problem->line == "a: 2");
}

}  // namespace store_yaml_reader_test
