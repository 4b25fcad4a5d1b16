#include "render/markdown.h"

#include <doctest/doctest.h>

#include <string>

namespace render_markdown_test {

using mentor::Shown;
using mentor::Table;
using mentor::Value;
using mentor::render::markdown_text;
using mentor::render::Page;
using mentor::render::to_markdown;

namespace {

constexpr auto joiner = "\xE2\x81\xA0";

Table pairs() {
  return {
      "pairs",
      "Pairs",
      {{"match", "match"}, {"minutes", "minutes"}, {"id", "", Shown::data}, {"name", ""}, {"note", "note"}},
      {{Value::of_token("P-9X2MC"), Value::of_number(5), Value::of_text("hidden"), Value::of_text("Ros"),
        Value()},
       {Value::of_token("P-00001"), Value::of_number(120), Value::of_text("hidden"), Value::of_text("a|b"),
        Value()}}};
}

}  // namespace

TEST_CASE("a page in Markdown has its title, its sentences, its tables and what it was made from") {
  CHECK(
      to_markdown({"Pairs of 2026", {"2 pairs run"}, {pairs()}, "made from report=pairs as_of=2026-04-02"}) ==
      R"(# Pairs of 2026

2 pairs run

## Pairs

| Match | Minutes |  |
| --- | ---: | --- |
| P-9X2MC | 5 | Ros |
| P-00001 | 120 | a&#124;b |

---

    made from report=pairs as_of=2026-04-02
)");
}

TEST_CASE("a page in Markdown without anything to show says so") {
  Table empty = pairs();
  empty.rows.clear();
  const std::string text = to_markdown({"T", {}, {empty}, "made from x"});
  CHECK(text == "# T\n\nNothing to show.\n\n---\n\n    made from x\n");
}

TEST_CASE("tables of one section stand below its heading, each with what it means") {
  Table one = pairs();
  one.section = "How it goes";
  one.about = "Counted *once*.";
  Table other = one;
  other.title = "Others";
  const std::string text = to_markdown({"T", {}, {one, other}, "made from x"});
  CHECK(text.find("## How it goes\n\n### Pairs\n\nCounted \\*once\\*.\n\n| Match") != std::string::npos);
  CHECK(text.find("## How it goes", text.find("### Others")) == std::string::npos);
}

TEST_CASE("what a record says is text in Markdown and nothing else") {
  CHECK(markdown_text("<script>alert(1)</script>") == "&lt;script&gt;alert(1)&lt;/script&gt;");
  CHECK(markdown_text("![x](y) `c` *b* _i_ ~~s~~ &amp; \\") ==
        "!\\[x\\](y) \\`c\\` \\*b\\* \\_i\\_ \\~\\~s\\~\\~ &amp;amp; \\\\");
  CHECK(markdown_text("# no heading") == "\\# no heading");
  CHECK(markdown_text("- no list") == "\\- no list");
  CHECK(markdown_text("12. no list") == "12\\. no list");
  CHECK(markdown_text("== no heading") == "\\== no heading");
  CHECK(markdown_text("2026-04-02 costs 12.50") == "2026-04-02 costs 12.50");
  CHECK(markdown_text("one\ntwo\x1b[1m \xE2\x80\xAE") == "one\\\\ntwo\\\\x1b\\[1m \\\\u202e");
}

TEST_CASE("no address in a record becomes a link in Markdown") {
  const std::string j = joiner;
  CHECK(markdown_text("https://example.org") == "https" + j + ":" + j + "//example.org");
  CHECK(markdown_text("WWW.example.org") == "WWW" + j + "." + j + "example.org");
  CHECK(markdown_text("tia@example.org") == "tia" + j + "@" + j + "example.org");
  CHECK(markdown_text("12:30, v1.2") == "12:30, v1.2");
}

}  // namespace render_markdown_test
