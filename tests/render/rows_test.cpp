#include "render/rows.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <string>

#include "render/csv.h"
#include "render/json.h"
#include "render/text.h"

namespace render_rows_test {

using mentor::Row;
using mentor::Table;
using mentor::Value;

namespace {

constexpr std::size_t very_many = 20'000;  // several rounds of several pieces

/// Rows of a number and whether it is even; the first `held` of them are held.
Table numbers(std::size_t held) {
  const auto make = [](std::size_t number, Row& row) {
    row[0] = Value::of_number(static_cast<std::int64_t>(number));
    row[1] = Value::of_text(number % 2 == 0 ? "even" : "odd");
  };
  Table table{"numbers", "", {{"number", "Number"}, {"is", "Is"}}, {}};
  for (std::size_t i = 0; i < held; ++i) make(i, table.rows.emplace_back(2));
  table.made = {very_many - held, [make, held](std::size_t number, Row& row) { make(held + number, row); }};
  return table;
}

}  // namespace

TEST_CASE("very many rows come out in their order, in every form") {
  std::string text = "  Number  Is\n";
  std::string csv = "table,number,is\n";
  for (std::size_t i = 0; i < very_many; ++i) {
    const auto* const is = i % 2 == 0 ? "even" : "odd";
    text += fmt::format("  {:>6}  {}\n", i, is);
    csv += fmt::format("numbers,{},{}\n", i, is);
  }
  for (const std::size_t held : {std::size_t{0}, std::size_t{300}, very_many}) {
    CAPTURE(held);
    const std::array tables{numbers(held)};
    CHECK(mentor::render::to_text(tables.front(), 80) == text);
    CHECK(mentor::render::to_csv(tables) == csv);
    Value object = Value::of_map();
    object.add("numbers", Value());
    std::string json;
    mentor::render::write_json(object, tables, [&](std::string_view piece) { json += piece; });
    const auto list = nlohmann::json::parse(json).at("numbers");
    REQUIRE(list.size() == very_many);
    for (std::size_t i = 0; i < very_many; i += 255) {
      CHECK(list[i].at("number") == i);
      CHECK(list[i].at("is") == (i % 2 == 0 ? "even" : "odd"));
    }
  }
}

TEST_CASE("a column is as wide as its widest cell, in whichever piece that is") {
  Table table = numbers(0);
  table.columns.push_back({"last", "Last"});
  table.made.make = [make = table.made.make](std::size_t number, Row& row) {
    make(number, row);
    if (number == 12'345) row[1] = Value::of_text("one, two, three, four and five");
    row[2] = Value::of_text("x");
  };
  const std::string text = mentor::render::to_text(table, 80);
  CHECK(
      text.starts_with("  Number  Is                              Last\n"
                       "       0  even                            x\n"));
  CHECK(text.find("\n   12345  one, two, three, four and five  x\n") != std::string::npos);
}

}  // namespace render_rows_test
