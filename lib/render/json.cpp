#include "render/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "base/text.h"
#include "render/rows.h"

namespace mentor::render {

namespace {

using Json = nlohmann::ordered_json;

Json number(const std::string& text) {
  return text.find('.') == std::string::npos ? Json(std::stoll(text)) : Json(std::stod(text));
}

Json json_of(const Value& value) {
  switch (value.form) {
    case Form::nothing:
      return nullptr;
    case Form::number:
      return number(value.text);
    case Form::truth:
      return value.text == "yes";
    case Form::list: {
      Json list = Json::array();
      for (const auto& each : value.items) list.push_back(json_of(each));
      return list;
    }
    case Form::map: {
      Json map = Json::object();
      for (const auto& each : value.members) {
        if (each.value.form != Form::nothing) map[each.key] = json_of(each.value);
      }
      return map;
    }
    default:
      return value.text;
  }
}

std::string dumped(const Value& value) {
  return json_of(value).dump(2, ' ', false, Json::error_handler_t::replace);
}

/// What stands so deep in something else; no line feed stands within a text.
std::string indented(const std::string& json, std::size_t depth) {
  return replaced(json, "\n", "\n" + std::string(2 * depth, ' '));
}

Value map_of(const Table& table, const Row& row) {
  Value map = Value::of_map();
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (table.columns[i].shown != Shown::people) map.add(table.columns[i].key, row[i]);
  }
  return map;
}

void write_list(const Table& table, const Sink& sink) {
  if (number_of_rows(table) == 0) return sink("[]");
  write_rows(table, sink, [&](Piece piece) {
    return [&, before = std::string_view(piece.first == 0 ? "[\n    " : ",\n    ")](
               const Row& row, std::string& text) mutable {
      text += before;
      text += indented(dumped(map_of(table, row)), 2);
      before = ",\n    ";
    };
  });
  sink("\n  ]");
}

}  // namespace

std::string to_json(const Value& value) { return dumped(value) + "\n"; }

void write_json(const Value& object, std::span<const Table> tables, const Sink& sink) {
  std::string_view before = "{\n  ";
  for (const auto& [key, place, offset, value] : object.members) {
    const auto table = value.form == Form::nothing ? std::ranges::find(tables, key, &Table::key)
                                                   : tables.end();
    if (value.form == Form::nothing && table == tables.end()) continue;
    sink(before);
    sink(dumped(Value::of_text(key)));
    sink(": ");
    if (table != tables.end()) {
      write_list(*table, sink);
    } else {
      sink(indented(dumped(value), 1));
    }
    before = ",\n  ";
  }
  sink("\n}\n");
}

Value to_value(const Table& table) {
  Value list = Value::of_list();
  for_each_row(table, [&](const Row& row) { list.items.push_back(map_of(table, row)); });
  return list;
}

}  // namespace mentor::render
