#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/command_fixture.h"

namespace cmd_report_page_test {

using mentor::test::Answer;
using mentor::test::CommandFixture;
using mentor::test::contains;
using mentor::test::json;
using mentor::test::PairFixture;
using mentor::test::Words;

namespace {

const Words all_reports{"nightly", "caseload", "commitment", "pool", "reach",
                        "impact",  "expenses", "capacity",   "board"};

std::string bytes_in(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Records in which everything that people write would do harm, were it taken for more than text.
struct BitingFixture : CommandFixture {
  BitingFixture() {
    add_ready_mentor("M-7KQ2D", R"(<img src=x onerror=alert(1)> [l](javascript:alert(1)) | x)");
    add_young_person("Y-4F7KA", "<script>alert(1)</script>", "2006-05-20");
    add_young_person("Y-5F7KA", "a@example.org `c` https://example.org", "2006-05-20");
    add_running_match("P-9X2MC", "Y-4F7KA", "M-7KQ2D", "2026-02-01");
    commit_file("sessions/P-9X2MC.yaml",
                "- {id: S-00001, date: 2026-02-10, minutes: 60, kind: call, activity: \"</td><script>\", "
                "cost: 3.50}\n");
  }
  [[nodiscard]] std::string file() const { return outside() / "kept"; }
};

}  // namespace

TEST_CASE_FIXTURE(BitingFixture,
                  "no report in Markdown or HTML takes what a record says for more than text") {
  for (const auto& name : all_reports) {
    CAPTURE(name);
    const std::string html = run({"report", name, "--format", "html"}).out;
    for (const auto* harm : {"<script", "<img", "href=", "</td><s"}) CHECK_FALSE(contains(html, harm));
    const std::string md = run({"report", name, "--format", "md"}).out;
    for (const auto* harm : {"<script", "<img", "[l](", " `c", "a@example", "https://"})
      CHECK_FALSE(contains(md, harm));
  }
  CHECK(contains(run({"report", "caseload", "--format", "html"}).out, "&lt;script&gt;alert(1)"));
  CHECK(contains(run({"report", "caseload", "--format", "md"}).out, "&lt;script&gt;alert(1)"));
}

TEST_CASE_FIXTURE(BitingFixture, "a report that was kept as a page is made again to the byte") {
  for (const auto& name : all_reports) {
    for (const std::string format : {"md", "html"}) {
      CAPTURE(name + " " + format);
      REQUIRE(run({"report", name, "--format", format, "-o", file()}).out.empty());
      CHECK(run({"report", "--verify", file()}).status == 0);
    }
  }
}

TEST_CASE_FIXTURE(PairFixture, "the board's page has charts, and needs nothing else") {
  const std::string page = run({"report", "board", "--format", "html"}).out;
  CHECK(contains(page, "<svg role=\"img\""));
  for (const auto* outer : {"http://", "https://", "src=", "href=", "<script", "style=\"", "@import"})
    CHECK_MESSAGE(!contains(page, outer), outer);
}

TEST_CASE_FIXTURE(PairFixture, "a byte of a page that was changed is found") {
  const std::string file = outside() / "kept";
  std::string page = run({"report", "commitment", "--format", "html"}).out;
  page.replace(page.find(">90<"), 4, ">60<");
  std::ofstream(file, std::ios::binary) << page;
  CHECK(run({"report", "--verify", file}).status == 1);
}

TEST_CASE_FIXTURE(PairFixture, "a report goes into a file as it would be shown, in every format") {
  const std::string file = outside() / "kept";
  for (const std::string format : {"text", "json", "csv", "md", "html"}) {
    CAPTURE(format);
    const Answer written = run({"report", "capacity", "--format", format, "-o", file});
    CHECK(written.status == 0);
    CHECK(written.out.empty());
    CHECK(written.err.empty());
    if (format != "text") CHECK(bytes_in(file) == run({"report", "capacity", "--format", format}).out);
  }
}

TEST_CASE_FIXTURE(PairFixture, "the lines of a text in a file are as long whatever the terminal is") {
  const std::string file = outside() / "kept";
  REQUIRE(run({"report", "commitment", "-o", file}).status == 0);
  CHECK(bytes_in(file).ends_with("width=80\n"));
}

TEST_CASE_FIXTURE(PairFixture, "somebody at a terminal is told what was written") {
  asks = true;
  const std::string file = outside() / "kept";
  CHECK(run({"report", "capacity", "-o", file}).err == "written: " + file + "\n");
}

TEST_CASE_FIXTURE(PairFixture, "a report that cannot be kept is refused before it is made") {
  const Answer nowhere = run({"report", "capacity", "-o", (outside() / "none" / "kept").string()});
  CHECK(nowhere.status == 2);
  CHECK(nowhere.out.empty());
  CHECK(contains(run({"report", "--verify", "kept", "-o", "other"}).err, "-o: --verify makes no file"));
  CHECK(run({"report", "capacity", "-o", (root() / "mentors" / "M-7KQ2D.yaml").string()}).status == 2);
}

TEST_CASE_FIXTURE(PairFixture, "Markdown and HTML are for reports alone") {
  for (const Words& words : {Words{"list", "mentors"}, Words{"check"}, Words{"rules"},
                             Words{"show", "P-9X2MC"}, Words{"pause", "P-9X2MC"}}) {
    CAPTURE(words.front());
    Words page = words;
    page.insert(page.begin(), {"--format", "html"});
    const Answer refused = run(page);
    CHECK(refused.status == 2);
    CHECK(contains(refused.err, "this command has no 'html', Markdown and HTML are for reports"));
  }
}

}  // namespace cmd_report_page_test
