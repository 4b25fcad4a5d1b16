#include "base/value.h"

#include <algorithm>

namespace mentor {

Value Value::scalar(Form form, std::string_view text) {
  Value value;
  value.form = form;
  value.text = text;
  return value;
}

Value Value::of_list(std::vector<Value> items) {
  Value value;
  value.form = Form::list;
  value.items = std::move(items);
  return value;
}

Value Value::of_map() {
  Value value;
  value.form = Form::map;
  return value;
}

const Member* Value::find(std::string_view key) const {
  const auto found = std::ranges::find(members, key, &Member::key);
  return found == members.end() ? nullptr : &*found;
}

Value& Value::add(std::string_view key, Value value) {
  Member member;
  member.key = key;
  member.value = std::move(value);
  members.push_back(std::move(member));
  return members.back().value;
}

}  // namespace mentor
