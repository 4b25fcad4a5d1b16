#include "actions/corrections.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/schema.h"

namespace mentor::actions {

namespace {

std::vector<std::string> keys_of(const Fields& fields) {
  std::vector<std::string> keys;
  for (const auto& each : fields) keys.emplace_back(each.key);
  return keys;
}

/// `prefers.age` for each field of the group.
std::vector<std::string> paths_of(const FieldShape& group) {
  std::vector<std::string> paths;
  for (const auto& each : group.fields) paths.push_back(fmt::format("{}.{}", group.key, each.key));
  return paths;
}

void remove(Value& map, std::string_view key) {
  std::erase_if(map.members, [&](const Member& each) { return each.key == key; });
}

/// The member of that key, made when it is not there.
Value& member(Value& map, std::string_view key, Value (*make)()) {
  const auto found = std::ranges::find(map.members, key, &Member::key);
  return found == map.members.end() ? map.add(key, make()) : found->value;
}

}  // namespace

void Corrections::correct(Value& map, const Fields& fields, const Amendment& amendment,
                          std::string_view path) {
  const std::string key(path.substr(0, path.find('.')));
  const FieldShape& field = field_of(fields, key);
  if (field.kind == Kind::group) return correct_group(map, field, amendment, path);
  if (key != path) throw usage("{} has no fields of its own: {}=VALUE", in_quotes(key), visible(key));
  if (field.is_list) return correct_list(map, field, amendment);
  correct_one(map, field, amendment);
}

const FieldShape& Corrections::field_of(const Fields& fields, const std::string& key) const {
  const auto found = std::ranges::find(fields, key, &FieldShape::key);
  if (found == fields.end()) {
    throw usage("{} has no field {}{}", noun_, in_quotes(key), suggestion(key, keys_of(fields)));
  }
  if (found->kind == Kind::id && found->key == key_of(&Mentor::id))
    throw usage("an identifier stays as it is");
  if (found->kind == Kind::entry) {
    throw usage("'{}' is a list of entries: name the one to amend, such as M-7KQ2D/V-8F3K2", key);
  }
  return *found;
}

void Corrections::correct_group(Value& map, const FieldShape& field, const Amendment& amendment,
                                std::string_view path) {
  const std::string key(field.key);
  if (path == key) {
    if (amendment.how == How::set && amendment.value.empty()) return take_out(map, field);
    throw usage("'{}' has fields of its own, name one: {}", key, join(paths_of(field), ", "));
  }
  Value& group = member(map, key, Value::of_map);
  correct(group, field.fields, amendment, path.substr(key.size() + 1));
  if (group.members.empty()) take_out(map, field);
}

void Corrections::correct_list(Value& map, const FieldShape& field, const Amendment& amendment) {
  const std::string key(field.key);
  const std::string& said = amendment.value;
  if (amendment.how == How::set && said.empty()) return take_out(map, field);
  if (said.empty()) throw usage("'{}': there is nothing to add or to take out", key);
  if (said.starts_with('[') && said.ends_with(']')) {
    throw usage("'{}' is a list: give each by itself, {}=ONE {}=ANOTHER", key, key, key);
  }
  Value& list = member(map, key, Value::of_list);
  const bool is_set = amendment.how == How::set;
  const auto [known, is_first] = lists_.emplace(amendment.key, is_set);
  if (known->second != is_set) throw usage("'{}' is set and added to at once, do one of the two", key);
  if (is_set && is_first) list.items.clear();
  const auto found = std::ranges::find(list.items, said, &Value::text);
  if (amendment.how != How::take) {
    if (found == list.items.end()) list.items.push_back(Value::of_text(said));
    return;
  }
  if (found == list.items.end()) throw usage("'{}' has no {}", key, in_quotes(said));
  list.items.erase(found);
  if (list.items.empty()) take_out(map, field);
}

void Corrections::correct_one(Value& map, const FieldShape& field, const Amendment& amendment) {
  const std::string key(field.key);
  if (amendment.how != How::set) throw usage("'{}' is no list: {}=VALUE", key, key);
  if (!values_set_.insert(amendment.key).second) throw usage("'{}' is given more than once", key);
  if (amendment.value.empty()) return take_out(map, field);
  member(map, key, Value::of_map) = Value::of_text(amendment.value);
  // Of days that are not planned a start alone may lie ahead.
  if (field.kind == Kind::date && !field.traits.planned && key != key_of(&Match::started))
    must_have_come(key, Day::parse(amendment.value), today_);
}

void Corrections::take_out(Value& map, const FieldShape& field) const {
  if (field.traits.required) throw usage("'{}' cannot be taken out, {} must have it", field.key, noun_);
  remove(map, field.key);
}

}  // namespace mentor::actions
