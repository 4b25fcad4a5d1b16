#include "base/value.h"

#include <algorithm>

namespace mentor {

Value Value::scalar(Form form, std::string_view text) {
  Value value;
  value.form = form;
  value.text = text;
  return value;
}

Value Value::of_text(std::string_view text) { return scalar(Form::text, text); }

Value Value::of_token(std::string_view text) { return scalar(Form::token, text); }

Value Value::of_number(std::int64_t number) { return scalar(Form::number, std::to_string(number)); }

Value Value::of_decimal(std::string_view decimal) { return scalar(Form::number, decimal); }

Value Value::of_truth(bool truth) { return scalar(Form::truth, truth ? "yes" : "no"); }

Value Value::of_list() {
  Value value;
  value.form = Form::list;
  return value;
}

Value Value::of_list(std::vector<Value> items) {
  Value value = of_list();
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
