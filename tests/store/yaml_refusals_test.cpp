#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "store/yaml.h"
#include "support/git_fixture.h"
#include "support/records.h"

namespace store_yaml_refusals_test {

using mentor::test::contains;
using namespace std::string_literals;

namespace {

/// The refusal, `2:1: what is wrong`; `accepted` when there is none.
std::string refusal(const std::string& text) {
  const auto parsed = mentor::store::parse_yaml(text, "f");
  return parsed.problem ? mentor::test::told(*parsed.problem).substr(2) : "accepted";
}

std::string repeated(const std::string& part, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += part;
  return all;
}

struct Row {
  std::string text;
  std::string starts_with;
};

void check_all(const std::vector<Row>& rows) {
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(refusal(text).substr(0, expected.size()) == expected);
  }
}

}  // namespace

TEST_CASE("what is more than plain data is refused") {
  check_all({
      {"a: &x 1\nb: 2\n", "1:4: an anchor (&) is not allowed"},
      {"a: &x\n  b: 1\n", "1:4: an anchor (&) is not allowed"},
      {"a: &x ~\n", "1:4: an anchor (&) is not allowed"},
      {"a: &x [1]\n", "1:4: an anchor (&) is not allowed"},
      {"a: *x\n", "1:4: "},
      {"a: &x [*x]\n", "1:4: an anchor (&) is not allowed"},
      {"<<: {a: 1}\n", "1:1: a merge key (<<) is not allowed"},
      {"a: !!str no\n", "1:4: a tag (!) is not allowed"},
      {"a: !important\n", "1:4: a tag (!) is not allowed"},
      {"a: !x null\n", "1:4: a tag (!) is not allowed"},
      {"a: ! no\n", "1:4: a tag (!) is not allowed"},
      {"a: ! 'no'\n", "1:4: a tag (!) is not allowed"},
      {"a: !!map {b: 1}\n", "1:4: a tag (!) is not allowed"},
      {"a: !python/object/apply:os.system [ls]\n", "1:4: a tag (!) is not allowed"},
      {"%YAML 1.2\n---\na: 1\n", "1:1: a directive (%) is not allowed"},
      {"%\n", "1:1: a directive (%) is not allowed"},
      {"? [a, b]\n: c\n", "1:3: a key must be plain text"},
      {"{a: 1}: b\n", "1:1: a key must be plain text"},
      {"~: b\n", "1:1: a key must be plain text"},
      {": b\n", "1:1: a key must be plain text"},
  });
  CHECK(refusal("a: '! no'\nb: \"&x *y\"\nc: a & b * c! 50%\n") == "accepted");
}

TEST_CASE("one document is all that a file may hold") {
  const std::string second = "a second document, or text after the end of the record";
  check_all({
      {"a: 1\n---\nb: 2\n", "2:1: " + second},
      {"a: 1\n...\nb: 2\n", "3:1: " + second},
      {"a: 1\n---\n", "2:1: " + second},
      {"---\na: 1\n---\na: 1\n", "3:1: " + second},
      {"a: 1\n\xEF\xBB\xBF---\nb: 2\n", "2:1: forbidden U+FEFF"},
  });
  CHECK(refusal("---\na: 1\n...\n") == "accepted");
  CHECK(refusal("a: --- b\n") == "accepted");
}

TEST_CASE("an unclosed quote or bracket is refused") {
  for (const std::string text : {"a: \"one\nb: two\n", "a: 'one\nb: two\n", "a: [1, 2\nb: 3\n",
                                 "a: {b: 1\nc: 2\n", "- [\n", "\"", "a: \"x\\", "{"}) {
    CAPTURE(text);
    CHECK(refusal(text) != "accepted");
  }
}

TEST_CASE("a stray comma or a broken entry is refused and ends") {
  for (const std::string text :
       {",", "a: 1\n,\n", "- {id: a}\n- {id: b\n- {id: c}\n", "- a\nb\n", "- a\n b: c\n", "a: b: c\n",
        "a: 1\n  b: 2\n", "a: [1]]\n", "a: 1\n}\n", "a: - b\n", "a: `x`\n", "a: @x\n", "a: %x\n", "a: |x\n",
        "\ta: 1\n", "a: \"\\q\"\n", "C: \"C:\\Users\"\n"}) {
    CAPTURE(text);
    CHECK(refusal(text) != "accepted");
  }
}

TEST_CASE("a conflict marker of git is refused wherever it stands") {
  const std::string what = "a conflict marker of git, settle the merge first";
  check_all({
      {"<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> theirs\n", "1:1: " + what},
      {"a: 1\n=======\n", "2:1: " + what},
      {"a: one\n=======\n  two\n", "2:1: " + what},
      {"a: 1\r\n=======\r\nb: 2\r\n", "2:1: " + what},
      {"a: 1\n||||||| 1234567\n", "2:1: " + what},
      {"a: 1\n>>>>>>> theirs", "2:1: " + what},
      {"a: |\n  text\n<<<<<<< HEAD\n", "3:1: " + what},
  });
  CHECK(refusal("a: <<<<<<< HEAD\nb: \"=======\"\n") == "accepted");
  CHECK(refusal("a: one\n  =======\n") == "accepted");
}

TEST_CASE("a character that may not be there is refused at its place") {
  check_all({
      {"\0a: 1\n"s, "1:1: control byte 0x00 is not allowed in a record, take it out"},
      {"a: x\0y\n"s, "1:5: control byte 0x00"},
      {"a: 1\n\0"s, "2:1: control byte 0x00"},
      {"a: 1\n\x04", "2:1: control byte 0x04"},
      {"a: caf\xe9\n", "1:7: invalid UTF-8"},
      {"\xff\xfe"
       "a\0:\0"s,
       "1:1: invalid UTF-8"},
      {"a\0:\0 \0"s, "1:2: control byte 0x00"},
      {"nä: ab\u202Ecd\n", "1:7: bidirectional control U+202E"},
      {"a: 1\n\xEF\xBB\xBF"
       "b: 2\n",
       "2:1: forbidden U+FEFF"},
      {"a: 1\rb: 2\r", "1:5: a carriage return by itself"},
      {"# \x07\na: 1\n", "1:3: control byte 0x07"},
  });
}

TEST_CASE("what no text may hold may not be escaped either") {
  check_all({
      {"a: \"\\0\"\n",
       "1:4: control byte 0x00 is not allowed in a record, not as an escape either, take it out"},
      {"a: \"x\\x1b[31m\"\n", "1:4: control byte 0x1b"},
      {"a: \"\\u202e\"\n", "1:4: bidirectional control U+202E"},
      {"a: [b, \"\\a\"]\n", "1:8: control byte 0x07"},
      {"\"a\\b\": c\n", "1:1: control byte 0x08"},
      {"a: \"\\u0085\"\n", "1:4: control U+0085"},
      {"a: \"\\r\"\n", "1:4: a carriage return by itself"},
      {"a: \"\\N\"\n", "1:4: invalid UTF-8"},  // yaml-cpp makes a byte of it
  });
  CHECK(refusal("a: \"caf\\u00e9 \\x41\\t\\r\\n\"\n") == "accepted");
}

TEST_CASE("what a text may hold and a file may not stands there as an escape") {
  check_all({
      {"a: \u2028\n", "1:4: control U+2028"},
      {"a: \uFEFF\n", "1:4: forbidden U+FEFF"},
      {"a: \uFFFE\n", "1:4: forbidden U+FFFE"},
      {"a: \U0001FFFE\n", "1:4: forbidden U+1FFFE"},
  });
  CHECK(refusal("a: \"\\u2028\\P\\uFEFF\\uFFFE\\U0001FFFE\"\n") == "accepted");
}

TEST_CASE("a record that ends before it says anything is refused at its start") {
  const std::string what = "1:1: there is no record before";
  check_all({{"... ,", what}, {"...\na: 1\n", what}, {"---\n---\na: 1\n", what}, {"# x\n...\na: 1\n", what}});
}

TEST_CASE("text that must be in quotes is told so") {
  check_all({{"a: @b\n", "1:4: this is no YAML: unknown token, put text that begins with @ in quotes"},
             {"a: *b\n",
              "1:4: this is no YAML: the referenced anchor is not defined, put text that begins with * "}});
}

TEST_CASE("sixteen levels may stand in each other and no more") {
  const auto nested = [](int levels) { return repeated("[", levels) + repeated("]", levels); };
  CHECK(refusal(nested(16)) == "accepted");
  CHECK(contains(refusal(nested(17)), "1:17: nested too deeply"));
  CHECK(contains(refusal("a: " + nested(16)), "1:19: nested too deeply"));
  CHECK(contains(refusal(repeated("- ", 17) + "x"), "1:33: nested too deeply"));
  CHECK(contains(refusal(nested(100'000)), "1:17: nested too deeply"));
  CHECK(refusal(repeated("[", 100'000)) != "accepted");
  CHECK(refusal(repeated("{", 100'000)) != "accepted");
  CHECK(refusal(repeated("- ", 100'000)) != "accepted");
  CHECK(contains(refusal("a: " + repeated("[b, ", 100'000)), "1:68: nested too deeply"));
  CHECK(refusal("a: \"" + repeated("[", 40'000) + "\"\n") == "accepted");
}

TEST_CASE("a place far into a long line is found as fast as one at its start") {
  const std::string line = "a: [" + repeated("é, ", 50'000);
  CHECK(refusal(line + "&x b]\n") == "1:150005: an anchor (&) is not allowed in a record, quote the text");
}

TEST_CASE("an alias bomb is refused at its first anchor") {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char name = 'b'; name <= 'i'; ++name) {
    const std::string below = std::string("*") + static_cast<char>(name - 1);
    bomb += std::string(1, name) + ": &" + name + " [" + below + repeated(", " + below, 8) + "]\n";
  }
  CHECK(contains(refusal(bomb), "1:4: an anchor (&)"));
}

TEST_CASE("a refusal names the file and shows the line") {
  const auto parsed = mentor::store::parse_yaml("a: 1\nb: &x 2\n", "mentors/M-7KQ2D.yaml");
  REQUIRE(parsed.problem);
  CHECK(parsed.problem->spot.file == "mentors/M-7KQ2D.yaml");
  CHECK(parsed.problem->line == "b: &x 2");
}

}  // namespace store_yaml_refusals_test
