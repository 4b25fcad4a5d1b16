#include "render/json.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace render_json_test {

using mentor::Shown;
using mentor::Table;
using mentor::Value;
using mentor::render::to_json;
using mentor::render::to_value;

namespace {

Value pounds(const char* text) {
  Value value = Value::of_token(text);
  value.form = mentor::Form::number;
  return value;
}

}  // namespace

TEST_CASE("a record is an object with its keys in order") {
  Value record = Value::of_map();
  record.add("schema", Value::of_text("mentorctl/1"));
  record.add("id", Value::of_token("S-8F3K2"));
  record.add("minutes", Value::of_number(60));
  record.add("cost", pounds("12.50"));
  record.add("eligible", Value::of_truth(true));
  record.add("barred_list", Value::of_truth(false));
  record.add("due", Value());
  record.add("area", Value::of_text("no"));
  record.add("ids", Value::of_list({Value::of_token("P-9X2MC"), Value::of_number(-5)}));
  record.add("none", Value::of_list());
  CHECK(to_json(record) == R"({
  "schema": "mentorctl/1",
  "id": "S-8F3K2",
  "minutes": 60,
  "cost": 12.5,
  "eligible": true,
  "barred_list": false,
  "area": "no",
  "ids": [
    "P-9X2MC",
    -5
  ],
  "none": []
}
)");
}

TEST_CASE("money is a number as people would type it") {
  CHECK(to_json(pounds("0.10")) == "0.1\n");
  CHECK(to_json(pounds("19.99")) == "19.99\n");
  CHECK(to_json(pounds("99999.99")) == "99999.99\n");
  CHECK(to_json(pounds("12.00")) == "12.0\n");
}

TEST_CASE("text that looks like something else stays text") {
  for (const std::string text : {"010", "1e3", "null", "true", "yes", "12:30"}) {
    CAPTURE(text);
    CHECK(to_json(Value::of_text(text)) == "\"" + text + "\"\n");
  }
  CHECK(to_json(Value()) == "null\n");
}

TEST_CASE("JSON is valid UTF-8 whatever it is given") {
  CHECK(to_json(Value::of_text("Zoë 李 \"x\" \\ \n\t")) == "\"Zoë 李 \\\"x\\\" \\\\ \\n\\t\"\n");
  CHECK(to_json(Value::of_text("caf\xe9")) == "\"caf\xEF\xBF\xBD\"\n");
  CHECK(to_json(Value::of_text(std::string("a\0\x1b", 3))) == "\"a\\u0000\\u001b\"\n");
}

TEST_CASE("a table is a list of its rows, without columns that are for people only") {
  const Table table{"periods",
                    "Periods",
                    {{"match", "Match"}, {"when", "When", Shown::people}, {"from", "From", Shown::data}},
                    {{Value::of_token("P-9X2MC"), Value::of_text("February"), Value::of_token("2026-02-01")},
                     {Value::of_token("P-00001"), Value::of_text("March"), Value()}}};
  CHECK(to_json(to_value(table)) == R"([
  {
    "match": "P-9X2MC",
    "from": "2026-02-01"
  },
  {
    "match": "P-00001"
  }
]
)");
  CHECK(to_json(to_value(Table{})) == "[]\n");
}

TEST_CASE("an object written piece by piece is the same as one written at once") {
  Table table{"rows", "", {{"id", "id"}, {"who", "who", Shown::people}, {"words", "words"}}, {}};
  table.rows = {
      {Value::of_token("P-00001"), Value::of_text("Tia"), Value::of_text("a \"quote\"\nand a line")},
      {Value::of_token("P-00002"), Value(), Value()}};
  const Table empty{"none", "", {{"id", "id"}}, {}};
  const auto object_with = [&](bool at_once) {
    Value object = Value::of_map();
    object.add("report", Value::of_token("x"));
    object.add("absent", {});
    object.add("rows", at_once ? to_value(table) : Value());
    Value nested = Value::of_map();
    nested.add("list", Value::of_list({Value::of_number(1), Value::of_map()}));
    object.add("nested", nested);
    object.add("none", at_once ? to_value(empty) : Value());
    return object;
  };
  std::string text;
  const std::vector<Table> tables{table, empty};
  mentor::render::write_json(object_with(false), tables, [&](std::string_view piece) { text += piece; });
  CHECK(text == to_json(object_with(true)));
}

}  // namespace render_json_test
