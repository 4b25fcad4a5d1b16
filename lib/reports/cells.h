/// What stands in the cells of a table.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/value.h"
#include "model/scalar.h"

namespace mentor::reports {

/// As the records write it; a text that is empty has no value.
template <class T>
[[nodiscard]] Value cell(const T& value) {
  return Scalar<T>::write(value);
}
[[nodiscard]] inline Value cell(const std::string& text) {
  return text.empty() ? Value() : Value::of_text(text);
}
[[nodiscard]] inline Value cell(int number) { return Value::of_number(number); }
template <class T>
[[nodiscard]] Value cell(const std::optional<T>& value) {
  return value ? cell(*value) : Value();
}
[[nodiscard]] inline Value cell(const std::vector<std::string>& texts) {
  Value list = Value::of_list();
  for (const auto& each : texts) list.items.push_back(Value::of_text(each));
  return list;
}

/// The day, unless it is still to come.
[[nodiscard]] inline Value cell_by(const std::optional<Day>& day, Day today) {
  return day && *day <= today ? cell(*day) : Value();
}

}  // namespace mentor::reports
