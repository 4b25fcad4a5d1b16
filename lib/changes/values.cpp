#include "changes/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/day.h"
#include "base/errors.h"
#include "base/text.h"
#include "changes/order.h"
#include "model/schema.h"
#include "store/entry_ids.h"
#include "store/yaml.h"

namespace mentor::changes {

namespace {

bool alike(const Value* a, const Value* b) {
  if (!a || !b) return a == b;
  return changes::alike(*a, *b);
}

/// Whether the value can be merged with others of that form.
bool is_or_nothing(const Value* value, Form form) { return !value || value->form == form; }

const Value* member(const Value* map, const std::string& key) {
  const Member* found = map ? map->find(key) : nullptr;
  return found ? &found->value : nullptr;
}

Keys keys_of(const Value* map) {
  Keys keys;
  if (!map) return keys;
  for (const auto& each : map->members) keys.push_back(each.key);
  return keys;
}

using ByKey = std::map<std::string, const Value*>;

const Value* find(const ByKey& by_key, const std::string& key) {
  const auto found = by_key.find(key);
  return found == by_key.end() ? nullptr : found->second;
}

/// The items of a list under a key each, in their order.
struct KeyedItems {
  Keys keys;
  ByKey by_key;

  void add(const std::string& key, const Value& item) {
    keys.push_back(key);
    by_key[key] = &item;
  }
};

KeyedItems entries_of(const Value* list) {
  KeyedItems items;
  if (!list) return items;
  for (const auto& each : list->items) items.add(identifier_of(each)->value.text, each);
  return items;
}

/// Words by themselves; one that stands there several times, by its number too.
KeyedItems words_of(const Value* list) {
  KeyedItems items;
  if (!list) return items;
  std::map<std::string, int> times;
  for (const auto& each : list->items) items.add(fmt::format("{}\n{}", each.text, times[each.text]++), each);
  return items;
}

Keys all_keys(const Keys& before, const Keys& ours, const Keys& theirs) {
  Keys all;
  for (const Keys* keys : {&ours, &theirs, &before}) {
    for (const auto& key : *keys) {
      if (std::ranges::find(all, key) == all.end()) all.push_back(key);
    }
  }
  return all;
}

bool is_entry_list_or_nothing(const Value* value) {
  return is_or_nothing(value, Form::list) && (!value || has_entries(*value));
}

bool is_word_list_or_nothing(const Value* value) {
  return is_or_nothing(value, Form::list) && (!value || std::ranges::all_of(value->items, &Value::is_scalar));
}

/// `first_meeting.date`.
std::string joined(const std::string& field, const std::string& key) {
  return field.empty() ? key : fmt::format("{}.{}", field, key);
}

/// No field holds a text without a character.
Value like_nothing() { return Value::of_text(""); }

/// Whether the value stands without quotes where a text would have them: a number, yes or no.
bool is_bare(const Value* value) {
  return value && value->form == Form::token && store::write_flow(Value::of_text(value->text)) != value->text;
}

bool can_be_bare(const std::string& text) {
  return text == "yes" || text == "no" || text.find_first_not_of("0123456789.-") == std::string::npos;
}

/// What somebody gave as the value that a field is to have.
Value typed_value(const std::string& text, const Value* ours, const Value* theirs) {
  for (const Value* each : {ours, theirs}) {
    if (!each || each->is_scalar()) continue;
    const store::Parsed parsed = store::parse_yaml(text, {});
    if (!parsed.problem) return parsed.root;
  }
  const bool bare = can_be_bare(text) && (is_bare(ours) || is_bare(theirs));
  return bare ? Value::of_token(text) : Value::of_text(text);
}

}  // namespace

bool alike(const Value& a, const Value& b) {
  const auto has_like = [&b](const Member& one) {
    const Member* other = b.find(one.key);
    return other && alike(one.value, other->value);
  };
  if (a.is_scalar() || b.is_scalar()) {
    const bool both = a.is_scalar() && b.is_scalar();
    return both && (a.form == Form::nothing) == (b.form == Form::nothing) && a.text == b.text;
  }
  return a.form == b.form && a.members.size() == b.members.size() &&
         std::ranges::all_of(a.members, has_like) &&
         std::ranges::equal(a.items, b.items,
                            [](const Value& one, const Value& other) { return alike(one, other); });
}

std::string in_words(const Value* value) {
  if (!value) return {};
  return value->is_scalar() ? value->text : store::write_flow(*value);
}

const Member* identifier_of(const Value& entry) { return entry.find(store::id_key); }

bool has_entries(const Value& list) {
  Keys ids;
  for (const auto& each : list.items) {
    const Member* id = identifier_of(each);
    if (!id || !id->value.is_scalar()) return false;
    ids.push_back(id->value.text);
  }
  std::ranges::sort(ids);
  return std::ranges::adjacent_find(ids) == ids.end();
}

std::string day_of(const Value& entry) {
  for (const auto& each : entry.members) {
    if (each.value.is_scalar() && Day::parse(each.value.text)) return each.value.text;
  }
  return {};
}

std::optional<Value> Merger::merge(const Value* before, const Value* ours, const Value* theirs) {
  return merge({record_, {}, before, ours, theirs});
}

std::optional<Value> Merger::merge(const Part& part) {
  const auto& [id, field, before, ours, theirs] = part;
  const auto taken = [](const Value* value) { return value ? std::optional(*value) : std::nullopt; };
  if (alike(ours, theirs) || alike(before, theirs)) return taken(ours);
  if (alike(before, ours)) return taken(theirs);
  const auto all = [&part](auto holds) {
    return holds(part.before) && holds(part.ours) && holds(part.theirs);
  };
  const auto is_map = [](const Value* value) { return is_or_nothing(value, Form::map); };
  if (all(is_map)) return merge_maps(part);
  if (all(is_word_list_or_nothing)) return merge_words(part);
  if (all(is_entry_list_or_nothing)) return merge_entries(part);
  return settle(part);
}

std::optional<Value> Merger::merge_maps(const Part& part) {
  const auto& [id, field, before, ours, theirs] = part;
  const Keys keys = all_keys(keys_of(before), keys_of(ours), keys_of(theirs));
  std::map<std::string, Value> merged;
  Keys stay;
  for (const auto& key : keys) {
    auto value = merge({id, joined(field, key), member(before, key), member(ours, key), member(theirs, key)});
    if (!value) continue;
    stay.push_back(key);
    merged[key] = std::move(*value);
  }
  const bool is_root = field.empty();
  if (stay.empty() && !is_root) return std::nullopt;
  Value map = Value::of_map();
  for (const auto& key : ordered(keys_of(before), keys_of(ours), keys_of(theirs), stay))
    map.add(key, std::move(merged[key]));
  return map;
}

std::optional<Value> Merger::merge_entries(const Part& part) {
  const KeyedItems before = entries_of(part.before);
  const KeyedItems ours = entries_of(part.ours);
  const KeyedItems theirs = entries_of(part.theirs);
  std::map<std::string, Value> merged;
  Keys stay;
  for (const auto& key : all_keys(before.keys, ours.keys, theirs.keys)) {
    const Part entry{fmt::format("{}/{}", record_, key),
                     {},
                     find(before.by_key, key),
                     find(ours.by_key, key),
                     find(theirs.by_key, key)};
    const bool one_went = entry.before && (!entry.ours || !entry.theirs);
    auto value = one_went ? settle_presence(entry) : merge(entry);
    if (!value) continue;
    stay.push_back(key);
    merged[key] = std::move(*value);
  }
  const auto earlier = [&](const std::string& a, const std::string& b) {
    return std::pair(day_of(merged[a]), a) < std::pair(day_of(merged[b]), b);
  };
  if (stay.empty() && (!part.ours || !part.theirs)) return std::nullopt;
  Value list = Value::of_list();
  for (const auto& key : ordered(before.keys, ours.keys, theirs.keys, stay, earlier))
    list.items.push_back(std::move(merged[key]));
  return list;
}

std::optional<Value> Merger::merge_words(const Part& part) {
  const KeyedItems before = words_of(part.before);
  const KeyedItems ours = words_of(part.ours);
  const KeyedItems theirs = words_of(part.theirs);
  Keys stay;
  for (const auto& key : all_keys(before.keys, ours.keys, theirs.keys)) {
    const bool was = before.by_key.contains(key);
    const bool we = ours.by_key.contains(key);
    const bool they = theirs.by_key.contains(key);
    if (was ? we && they : we || they) stay.push_back(key);
  }
  if (stay.empty() && (!part.ours || !part.theirs)) return std::nullopt;
  Value list = Value::of_list();
  for (const auto& key : ordered(before.keys, ours.keys, theirs.keys, stay)) {
    const Value* item = find(ours.by_key, key);
    if (!item) item = find(theirs.by_key, key);
    if (item) list.items.push_back(*item);
  }
  return list;
}

Value in_doubt(const Value& stays, const Value& before) {
  Value doubt = stays;
  for (auto& each : doubt.members) {
    const Member* was = before.find(each.key);
    if (!was || !alike(was->value, each.value)) each.value = like_nothing();
  }
  for (const auto& was : before.members) {
    if (!doubt.find(was.key)) doubt.add(was.key, like_nothing());
  }
  return doubt;
}

bool keeps(const Settlements::value_type& settlement) {
  const auto& [name, value] = settlement;
  if (value == kept || value.empty()) return value == kept;
  throw Trouble(Cause::usage,
                fmt::format("--take: one side removed {0}, so it is {1} or nothing: {0}={1}, or "
                            "{0}= to remove it",
                            visible(name), kept));
}

/// An entry that one side took out: gone, unless the other changed it.
std::optional<Value> Merger::settle_presence(const Part& part) {
  const Value* stays = part.ours ? part.ours : part.theirs;
  if (!stays || alike(stays, part.before)) return std::nullopt;
  const Conflict conflict{part.id, {}, in_words(part.before), in_words(part.ours), in_words(part.theirs)};
  if (const auto given = settlements_.find(conflict.name()); given != settlements_.end())
    return keeps(*given) ? std::optional(*stays) : std::nullopt;
  conflicts_.push_back(conflict);
  if (instead_ == Instead::doubt) return in_doubt(*stays, *part.before);
  const Value* preferred = instead_ == Instead::theirs ? part.theirs : part.ours;
  return preferred ? std::optional(*preferred) : std::nullopt;
}

std::optional<Value> Merger::settle(const Part& part) {
  const auto& [id, field, before, ours, theirs] = part;
  const Conflict conflict{id, field, in_words(before), in_words(ours), in_words(theirs)};
  const bool is_whole = field.empty() && id == record_;
  if (const auto given = settlements_.find(conflict.name()); !is_whole && given != settlements_.end()) {
    for (const Value* each : {ours, theirs}) {
      if (each && in_words(each) == given->second) return *each;
    }
    if (given->second.empty()) return std::nullopt;
    return typed_value(given->second, ours, theirs);
  }
  conflicts_.push_back(conflict);
  if (instead_ == Instead::doubt) return like_nothing();
  const Value* preferred = instead_ == Instead::theirs ? theirs : ours;
  return preferred ? std::optional(*preferred) : std::nullopt;
}

}  // namespace mentor::changes
