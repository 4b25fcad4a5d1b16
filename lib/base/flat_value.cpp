#include "base/flat_value.h"

namespace mentor {

Value to_value(const FlatValue& root) {
  Value value = root.is_scalar() ? Value::of_text(root.text) : Value();
  value.form = root.form;
  value.layout = root.layout;
  value.place = root.place;
  value.offset = root.offset;
  if (root.form == Form::list) {
    for_each_item(root, [&](const FlatValue& item) { value.items.push_back(to_value(item)); });
  } else if (root.form == Form::map) {
    for (const auto* key = root.first(); key != root.next(); key = (key + 1)->next()) {
      value.members.push_back({std::string(key->text), key->place, key->offset, to_value(*(key + 1))});
    }
  }
  return value;
}

}  // namespace mentor
