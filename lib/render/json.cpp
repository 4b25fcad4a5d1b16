#include "render/json.h"

#include <nlohmann/json.hpp>

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

}  // namespace

std::string to_json(const Value& value) {
  return json_of(value).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Value to_value(const Table& table) {
  Value list = Value::of_list();
  for (const auto& row : table.rows) {
    Value map = Value::of_map();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (table.columns[i].shown != Shown::people) map.add(table.columns[i].key, row[i]);
    }
    list.items.push_back(std::move(map));
  }
  return list;
}

}  // namespace mentor::render
