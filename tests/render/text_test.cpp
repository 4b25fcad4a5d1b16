#include "render/text.h"

#include <doctest/doctest.h>

#include <string>

namespace render_text_test {

using mentor::Shown;
using mentor::Table;
using mentor::Value;
using mentor::render::plain_text;
using mentor::render::to_text;

namespace {

Table pairs() {
  return {"pairs",
          "Pairs",
          {{"match", "Match"}, {"minutes", "Minutes"}, {"id", "Id", Shown::data}, {"note", "Note"}},
          {{Value::of_token("P-9X2MC"), Value::of_number(5), Value::of_text("hidden"),
            Value::of_text("walks in the park")},
           {Value::of_token("P-00001"), Value::of_number(120), Value::of_text("hidden"),
            Value::of_text("chess")}}};
}

Table one_column(const std::string& text) {
  return {"t", "", {{"name", "Name"}, {"x", "X"}}, {{Value::of_text(text), Value::of_text("y")}}};
}

}  // namespace

TEST_CASE("a table has its title, its headings, and columns that align, numbers to the right") {
  CHECK(to_text(pairs(), 80) == R"(Pairs
  Match    Minutes  Note
  P-9X2MC        5  walks in the park
  P-00001      120  chess
)");
}

TEST_CASE("the widest column is wrapped when the table is too wide, to no less than 16") {
  Table table = pairs();
  table.rows[0][3] = Value::of_text("walks in the park and a cup of tea");
  CHECK(to_text(table, 44) == R"(Pairs
  Match    Minutes  Note
  P-9X2MC        5  walks in the park and a
                    cup of tea
  P-00001      120  chess
)");
  CHECK(to_text(table, 36) == R"(Pairs
  Match    Minutes  Note
  P-9X2MC        5  walks in the
                    park and a cup
                    of tea
  P-00001      120  chess
)");
  CHECK(to_text(table, 54) == to_text(table, 80));
}

TEST_CASE("a heading is wrapped to its words before a cell is") {
  const Table table{"t",
                    "",
                    {{"area", "Area"}, {"declined", "offers declined ever"}},
                    {{Value::of_text("Kiveton Park"), Value::of_number(12)}}};
  CHECK(to_text(table, 24) ==
        "  Area            offers\n"
        "                declined\n"
        "                    ever\n"
        "  Kiveton Park        12\n");
}

TEST_CASE("where a table is too wide for the terminal, each row is a block") {
  Table table = pairs();
  table.columns[1].heading = "";
  table.rows[0][3] = Value::of_text("walks in the park and a cup of tea");
  table.rows[1][3] = Value();
  CHECK(to_text(table, 27) == R"(Pairs
  Match: P-9X2MC
    5
    Note: walks in the
      park and a cup of tea
  Match: P-00001
    120
)");
}

TEST_CASE("what the figures mean stands below the title, wrapped like it") {
  Table table = pairs();
  table.title = "Pairs that were there at some time";
  table.about = "A pair is two people who meet.";
  CHECK(
      to_text(table, 30).starts_with("Pairs that were there at some\n"
                                     "time\n"
                                     "  A pair is two people who\n"
                                     "  meet.\n"
                                     "  Match: P-9X2MC\n"));
  table.rows.clear();
  CHECK(to_text(table, 30) == "");
}

TEST_CASE("columns align by the width that letters take") {
  Table table = one_column("李小龍");
  table.rows.push_back({Value::of_text("Zoë"), Value::of_text("y")});
  table.rows.push_back({Value::of_text("e\u0301lan"), Value::of_text("y")});
  CHECK(to_text(table, 80) ==
        "  Name    X\n"
        "  李小龍  y\n"
        "  Zoë     y\n"
        "  e\u0301lan    y\n");
}

TEST_CASE("nothing that stands in a record reaches the terminal as a control") {
  CHECK(to_text(one_column("\x1b[31mred\n\u202E"), 80) ==
        "  Name                 X\n"
        "  \\x1b[31mred\\n\\u202e  y\n");
}

TEST_CASE("a table without rows, or without columns for people, is empty") {
  Table table = pairs();
  table.rows.clear();
  CHECK(to_text(table, 80) == "");
  const Table hidden{"t", "T", {{"id", "Id", Shown::data}}, {{Value::of_text("x")}}};
  CHECK(to_text(hidden, 80) == "");
}

TEST_CASE("empty cells leave no blanks at the end of a line") {
  CHECK(to_text({"t",
                 "",
                 {{"a", "A"}, {"b", "B"}},
                 {{Value::of_text("x"), Value()}, {Value::of_text("x"), Value::of_text("y")}}},
                80) == "  A  B\n  x\n  x  y\n");
}

TEST_CASE("a column that says nothing is left out") {
  CHECK(to_text({"t", "", {{"a", "A"}, {"b", "B"}}, {{Value::of_text("x"), Value()}}}, 80) == "  A\n  x\n");
}

TEST_CASE("a list in a cell is joined with commas") {
  CHECK(plain_text(Value::of_list({Value::of_text("English"), Value::of_text("Po\x07lish")})) ==
        "English, Po\\x07lish");
  CHECK(plain_text(Value::of_list()) == "");
  CHECK(plain_text(Value::of_truth(true)) == "yes");
}

TEST_CASE("a cell that says the same as the one above looks the same, whatever stood there between") {
  Table table{"t", "", {{"a", "long words"}, {"b", "B"}}, {}};
  const Value long_words = Value::of_text("long words that take several lines");
  const Value list = Value::of_list({Value::of_text("x"), Value::of_text("y")});
  table.rows = {{long_words, Value::of_text("")},
                {long_words, list},
                {Value::of_text("long words"), Value()},
                {Value::of_text("Zoë"), list},
                {Value::of_text("Zoë"), Value::of_text("B")}};
  CHECK(to_text(table, 24) == R"(  long words        B
  long words that
  take several
  lines
  long words that   x, y
  take several
  lines
  long words
  Zoë               x, y
  Zoë               B
)");
}

TEST_CASE("rows that are made are written like those that are held") {
  Table table = pairs();
  const auto held = table.rows;
  table.rows.clear();
  table.made = {held.size(), [&](std::size_t number, mentor::Row& row) { row = held[number]; }};
  CHECK(to_text(table, 80) == to_text(pairs(), 80));
  CHECK(to_text(table, 20) == to_text(pairs(), 20));
}

}  // namespace render_text_test
