// What the quick reader takes, the strict one takes too, as the same tree with the same places; and it takes
// what the program writes, or it would not be quick.
#include "store/plain_reader.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "policy/presets.h"
#include "store/yaml.h"
#include "support/bounded.h"
#include "support/identical.h"

namespace mentor::store {
namespace {

bool takes(const std::string& text) {
  PlainReader reader;
  const test::Bounded bounded(text);
  return reader.read(bounded.view()) != nullptr;
}

/// Whether the quick reader takes it; then the strict one must, too.
bool agrees(const std::string& text) {
  CAPTURE(text);
  PlainReader reader;
  const test::Bounded bounded(text);
  const FlatValue* root = reader.read(bounded.view());
  if (!root) return false;
  const Parsed strict = parse_yaml_strictly(text, "f");
  REQUIRE_FALSE(strict.problem);
  CHECK(identical(to_value(*root), strict.root));
  return true;
}

}  // namespace

TEST_SUITE("plain reader") {
  TEST_CASE("the quick reader takes what the program writes, and agrees with the strict one") {
    for (const std::string text : {
             "id: M-7KQ2D\nname: Ann Oakley\n",
             "id: M-7KQ2D\r\nname: Ann Oakley\r\n",
             "# first\n\nid: M-7KQ2D   # behind\n\n  # deeper\nname: Zoë Ōta # é\nnote: x\n",
             "- {id: S-00001, date: 2026-01-02, minutes: 60, note: \"she said \\\"no\\\", then: yes\\n\"}\n"
             "- {id: S-00002, date: 2026-01-09, cancelled_by: mentor, note: 'it''s: fine'}\n",
             "steps:\n  - {id: V-00001, on: 2026-01-02}\nlanguages: [English, Țigănească]\nempty: []\nnone: "
             "{}\n",
             "steps:\n- {id: V-00001, on: 2026-01-02}\n- two\nnext: a\n",
             "rules:\n  commitment.time: {minutes: 90, per: month}\n  # why\n  nested:\n    deeper: [a, "
             "b]\nlast: -5\n",
             "- rule: a\n  of:\n    - x\n    - {y: z}\n- rule: b\n",
             "a: 12:30, and more - or less # b\nb: {c: 12:30}\n",
             "a: ''\nb: \"\"\n",
             "a: b",
             "a: b   # c",
             "a: 'b'",
             "- {a: b}\n- [c]",
         }) {
      CAPTURE(text);
      CHECK(agrees(text));
    }
  }

  TEST_CASE("the quick reader leaves to the strict one what it isn't sure of") {
    for (const std::string text : {
             "",
             "\n",
             "# nothing\n",
             "a\n",
             "a:\n",
             "a: null\n",
             "a: ~\n",
             "null: a\n",
             "a: &b c\n",
             "a: *b\n",
             "a: !b c\n",
             "a: |\n  b\n",
             "a: b\n  c\n",
             "a: b: c\n",
             "a: b\na: c\n",
             "{a: b, a: c}\n",
             "- {a: b, c: d, a: e}\n",
             "a: \"b\n",
             "a: 'b\n",
             "a: \"\\x41\"\n",
             "a: \"b\\\n",
             "a: \"b\\",
             "a: 'b''",
             "a: {b: c",
             "a: [b",
             "a: -",
             "a",
             "a: {b: c\n}\n",
             "a: {b}\n",
             "a: [b,]\n",
             "a: {b: c}}\n",
             "a: b\tc\n",
             "\ta: b\n",
             "a: b\r",
             "a: b\rc: d\n",
             "a: \x01\n",
             "a: \xff\n",
             "a: \xe2\x80\xa8\n",
             "---\na: b\n",
             "a: b\n...\n",
             "%YAML 1.2\na: b\n",
             "<<<<<<< ours\na: b\n",
             "a: b\n=======\n",
             " a: b\n",
             "a: b\n c: d\n",
             "a:\n  b: c\n d: e\n",
             "- a\nb: c\n",
             "a: [b]c\n",
             "a: \"b\"c\n",
             "a: \"b\"#c\n",
             "a: {b: \"c\": d}\n",
             "a: {b: what?}\n",
             "<<: a\n",
             "\xef\xbb\xbf"
             "a: b\n",
             "a: b\n\xef\xbb\xbf"
             "c: d\n",
             "a: @b\n",
             "a: [b: c]\n",
             "? a\n",
         }) {
      CAPTURE(text);
      CHECK_FALSE(takes(text));
    }
  }

  TEST_CASE("the quick reader leaves a key that is longer than the strict one takes") {
    CHECK(takes(std::string(200, 'k') + ": v\n"));
    CHECK_FALSE(takes(std::string(201, 'k') + ": v\n"));
  }

  TEST_CASE("the quick reader leaves a map of more keys than it can quickly tell apart") {
    std::string text;
    for (int i = 0; i < 500; ++i) text += "k" + std::to_string(i) + ": v\n";
    CHECK(agrees(text));
    CHECK_FALSE(takes(text + "k500: v\n"));
  }

  TEST_CASE(
      "the quick reader takes every policy and every record of the example, and agrees with the strict one") {
    for (const auto files : {policy::presets(), policy::example()}) {
      for (const auto& each : files) {
        CAPTURE(each.file);
        CHECK(agrees(std::string(each.text)));
      }
    }
  }

  TEST_CASE("where the two readers are both asked they agree on every file among the tests") {
    std::size_t files = 0;
    std::size_t taken = 0;
    for (const auto& each : std::filesystem::recursive_directory_iterator(MENTORCTL_SOURCE_DIR "/tests")) {
      if (!each.is_regular_file()) continue;
      std::ifstream in(each.path(), std::ios::binary);
      taken += agrees({std::istreambuf_iterator<char>(in), {}}) ? 1U : 0U;
      ++files;
    }
    CHECK(files > 1000);
    CHECK(taken > 300);
  }
}

}  // namespace mentor::store
