#include "render/html.h"

#include <doctest/doctest.h>

#include <string>

#include "base/hash.h"

namespace render_html_test {

using mentor::sha256_in_base64;
using mentor::Shown;
using mentor::Table;
using mentor::Value;
using mentor::render::html_text;
using mentor::render::Page;
using mentor::render::style_sheet;
using mentor::render::to_html;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

Table pairs() {
  return {
      "pairs",
      "Pairs",
      {{"match", "match"}, {"minutes", "minutes"}, {"id", "", Shown::data}, {"full_name", ""}},
      {{Value::of_token("P-9X2MC"), Value::of_number(5), Value::of_text("hidden"), Value::of_text("Ros")}}};
}

std::string page_of(const Table& table) { return to_html({"T", {"A sentence."}, {table}, "made from x=y"}); }

}  // namespace

TEST_CASE("a page in HTML is one file that needs nothing else and runs nothing") {
  const std::string page = page_of(pairs());
  CHECK(page.starts_with("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">"));
  CHECK(has(page, "content=\"default-src 'none'; style-src 'sha256-" + sha256_in_base64(style_sheet()) +
                      "'; base-uri 'none'; form-action 'none'\""));
  CHECK(has(page, "<style>" + std::string(style_sheet()) + "</style>"));
  CHECK(has(page, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"));
  for (const auto* outer :
       {"<script", "<link", "<img", "<iframe", "href=", "src=", "url(", "@import", "style=\""})
    CHECK_MESSAGE(!has(page, outer), outer);
}

TEST_CASE("a table in HTML has a caption that is a heading, and headings for its columns and rows") {
  const std::string page = page_of(pairs());
  CHECK(has(page, "<h1>T</h1>\n<p>A sentence.</p>\n</header>\n<main>"));
  CHECK(has(
      page,
      "<div class=\"table\" role=\"region\" aria-labelledby=\"table-pairs\" tabindex=\"0\">\n<table>\n"
      "<caption><h2 id=\"table-pairs\">Pairs</h2></caption>\n<thead>\n"
      "<tr><th scope=\"col\"><span>Match</span></th><th scope=\"col\" class=\"number\"><span>Minutes</span>"
      "</th><th scope=\"col\"><span class=\"unseen\">Full name</span></th></tr>\n</thead>\n<tbody>\n"
      "<tr><th scope=\"row\" class=\"whole\">P-9X2MC</th><td "
      "class=\"number\">5</td><td>Ros</td></tr>\n</tbody>\n"
      "</table>\n</div>\n"));
  CHECK(has(page, "<footer>\n<p class=\"made-from\">made from x=y</p>\n</footer>\n</body>\n</html>\n"));
}

TEST_CASE("a page in HTML without anything to show says so") {
  Table empty = pairs();
  empty.rows.clear();
  CHECK(has(page_of(empty), "<main>\n<p>Nothing to show.</p>\n</main>"));
}

TEST_CASE("tables of one section stand in it, a heading lower") {
  Table one = pairs();
  one.section = "How it goes";
  one.about = "Counted <once>.";
  Table other = one;
  other.key = "others";
  Table next = one;
  next.section = "What comes";
  const std::string page = to_html({"T", {}, {one, other, next}, "made from x"});
  CHECK(has(page, "<main>\n<section>\n<h2>How it goes</h2>\n<div"));
  CHECK(has(page, "<caption><h3 id=\"table-pairs\">Pairs</h3><p>Counted &lt;once&gt;.</p></caption>"));
  CHECK(has(page, "</div>\n</section>\n<section>\n<h2>What comes</h2>"));
  CHECK(has(page, "</div>\n</section>\n</main>"));
}

TEST_CASE("what a record says is text in HTML and nothing else") {
  CHECK(html_text("<script>alert('1')</script>") == "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;");
  CHECK(html_text("\" onclick=\"x & y") == "&quot; onclick=&quot;x &amp; y");
  CHECK(html_text("a\xE2\x80\xAE"
                  "b\x1b[1m\n") == "a\\u202eb\\x1b[1m\\n");
}

TEST_CASE("a hash in base 64 is the one that browsers compute") {
  CHECK(sha256_in_base64("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  CHECK(sha256_in_base64("alert('Hello, world.');") == "qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
}

}  // namespace render_html_test
