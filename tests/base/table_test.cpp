#include "base/table.h"

#include <doctest/doctest.h>

namespace base_table_test {

using mentor::for_people;
using mentor::Says;
using mentor::Shown;
using mentor::Table;
using mentor::Value;
using mentor::without_names;

namespace {

Table people() {
  Table table{
      "people",
      "People",
      {{"id", "who"}, {"name", "", Shown::people, Says::names}, {"days", "", Shown::data}, {"what", "what"}},
      {{Value::of_token("Y-00001"), Value::of_text("Tia"), Value::of_number(3), Value::of_text("waits")},
       {Value::of_token("Y-00002"), Value::of_text("Bo"), Value::of_number(2), Value::of_text("pauses")}}};
  table.heads = 2;
  return table;
}

}  // namespace

TEST_CASE("a table without parts is read whole, unless it says nothing") {
  CHECK(for_people(people()).size() == 1);
  Table empty = people();
  empty.rows.clear();
  CHECK(for_people(empty).empty());
  empty.more = "2 others";
  CHECK(for_people(empty).size() == 1);
}

TEST_CASE("rows that are made when they are needed are rows like others") {
  Table table = people();
  table.made = {2, [](std::size_t number, mentor::Row& row) {
                  row[0] = Value::of_token(number == 0 ? "Y-00003" : "Y-00004");
                  row[2] = Value::of_number(static_cast<std::int64_t>(number));
                }};
  const auto ids_of = [](const Table& of) {
    std::vector<std::string> ids;
    mentor::for_each_row(of, [&](const mentor::Row& row) { ids.push_back(row[0].text); });
    return ids;
  };
  const std::vector<std::string> all{"Y-00001", "Y-00002", "Y-00003", "Y-00004"};
  CHECK(mentor::number_of_rows(table) == 4);
  CHECK(ids_of(table) == all);
  const Table held = mentor::with_rows(table);
  CHECK(held.rows.size() == 4);
  CHECK(ids_of(held) == all);
  CHECK(held.rows[3][2].text == "1");
  CHECK(without_names(table).rows.size() == 4);
  table.rows.clear();
  CHECK(for_people(table).size() == 1);
}

TEST_CASE("each part is read as a table of its own, with its rows in its order and what there is more") {
  Table table = people();
  table.parts = {{"Nobody", {}, {}}, {"Both", {1, 0}, {}}, {"Counted", {}, "1 more"}};
  const auto parts = for_people(table);
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].title == "Both");
  CHECK(parts[0].key == "people-2");
  REQUIRE(parts[0].rows.size() == 2);
  CHECK(parts[0].rows[0][0].text == "Y-00002");
  CHECK(parts[0].rows[1][0].text == "Y-00001");
  CHECK(parts[1].title == "Counted");
  CHECK(parts[1].rows.empty());
  CHECK(parts[1].more == "1 more");
}

TEST_CASE("without names a table keeps its other columns, and has a head the fewer") {
  const Table bare = without_names(people());
  REQUIRE(bare.columns.size() == 3);
  CHECK(bare.columns[1].key == "days");
  CHECK(bare.columns[2].key == "what");
  REQUIRE(bare.rows[1].size() == 3);
  CHECK(bare.rows[1][0].text == "Y-00002");
  CHECK(bare.rows[1][1].text == "2");
  CHECK(bare.rows[1][2].text == "pauses");
  CHECK(bare.heads == 1);
}

}  // namespace base_table_test
