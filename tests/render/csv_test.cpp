#include "render/csv.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace render_csv_test {

using mentor::Shown;
using mentor::Table;
using mentor::Value;
using mentor::render::to_csv;

namespace {

/// A text cell as it stands in the file.
std::string cell(const Value& value) {
  const std::vector<Table> tables{{"t", "", {{"c", "C"}}, {{value}}}};
  const std::string csv = to_csv(tables);
  const std::string before = "table,c\nt,";
  REQUIRE(csv.substr(0, before.size()) == before);
  return csv.substr(before.size(), csv.size() - before.size() - 1);
}

std::string cell(const std::string& text) { return cell(Value::of_text(text)); }

}  // namespace

TEST_CASE("tables stand one after another, the first column naming them") {
  const std::vector<Table> tables{
      {"claims",
       "Claims",
       {{"match", "Match"}, {"when", "When", Shown::people}, {"cost", "Cost"}, {"paid", "Paid", Shown::data}},
       {{Value::of_token("P-9X2MC"), Value::of_text("today"), Value::of_number(12), Value::of_truth(true)},
        {Value::of_token("P-00001"), Value::of_text("today"), Value(), Value::of_truth(false)}}},
      {"totals", "Totals", {{"scheme", "Scheme"}}, {{Value::of_text("rotherham")}}},
      {"empty", "Empty", {{"scheme", "Scheme"}}, {}},
  };
  CHECK(to_csv(tables) == R"(table,match,cost,paid
claims,P-9X2MC,12,yes
claims,P-00001,,no
table,scheme
totals,rotherham
table,scheme
)");
  CHECK(to_csv({}) == "");
}

TEST_CASE("commas, quotes and line ends are quoted") {
  CHECK(cell("plain text") == "plain text");
  CHECK(cell("a,b") == "\"a,b\"");
  CHECK(cell("say \"hi\"") == "\"say \"\"hi\"\"\"");
  CHECK(cell("a\nb") == "\"a\nb\"");
  CHECK(cell("a\r\nb") == "\"a\r\nb\"");
  CHECK(cell("") == "");
  CHECK(cell("Zoë 李") == "Zoë 李");
}

TEST_CASE("what a spreadsheet would run gets an apostrophe") {
  CHECK(cell("=1+1") == "'=1+1");
  CHECK(cell("+44 20 7946 0000") == "'+44 20 7946 0000");
  CHECK(cell("-5") == "'-5");
  CHECK(cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(cell("\t=1") == "'\t=1");
  CHECK(cell("\r=1") == "\"'\r=1\"");
  CHECK(cell("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  CHECK(cell("a=1") == "a=1");
}

TEST_CASE("numbers of ours stay numbers") {
  CHECK(cell(Value::of_number(-5)) == "-5");
  CHECK(cell(Value::of_token("2026-02-01")) == "2026-02-01");
}

TEST_CASE("a list is one cell") {
  CHECK(cell(Value::of_list({Value::of_text("English"), Value::of_text("Polish")})) == "English; Polish");
  CHECK(cell(Value::of_list({Value::of_text("a,b"), Value::of_text("c")})) == "\"a,b; c\"");
  CHECK(cell(Value::of_list({Value::of_text("=1"), Value::of_text("c")})) == "'=1; c");
  CHECK(cell(Value::of_list()) == "");
}

}  // namespace render_csv_test
