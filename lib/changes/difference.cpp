#include "changes/difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "changes/values.h"
#include "model/codec.h"
#include "model/schema.h"
#include "store/entry_ids.h"
#include "store/paths.h"
#include "store/source.h"
#include "store/yaml.h"

namespace mentor::changes {

namespace {

/// Where a value stands: whose it is, in which list of theirs, and under which key.
struct Address {
  std::string owner;  ///< the record, or a file's path
  std::string entry;  ///< one of its entries
  std::string list;
  std::string field;

  [[nodiscard]] std::string id() const { return entry.empty() ? owner : owner + "/" + entry; }
  [[nodiscard]] Address member(const std::string& key) const {
    return {owner, entry, list, field.empty() ? key : field + "." + key};
  }
  [[nodiscard]] Address entry_called(const std::string& called) const {
    if (!entry.empty()) return member(called);  // entries of entries are no format of ours
    return {owner, called, field, {}};
  }
  [[nodiscard]] Address entry_numbered(std::size_t number) const {
    return {owner, entry, list, fmt::format("{}[{}]", field, number)};
  }
  [[nodiscard]] FieldChange change(std::optional<std::string> from, std::optional<std::string> to) const {
    return {id(), list, field, std::move(from), std::move(to), {}};
  }
};

Address root_of(std::string_view path) { return {store::record_name(path), {}, {}, {}}; }

/// The identifier of an entry; empty when it has none.
std::string id_of(const Value& entry) {
  const Member* id = identifier_of(entry);
  return id && id->value.is_scalar() ? id->value.text : std::string();
}

/// Whether a member only repeats how its owner is called.
bool is_own_name(const Address& address, const Member& member) {
  const std::string& name = address.entry.empty() ? address.owner : address.entry;
  return address.field.empty() && member.key == store::id_key && member.value.is_scalar() &&
         member.value.text == name;
}

bool same_kind(const Value& a, const Value& b) { return a.is_scalar() ? b.is_scalar() : a.form == b.form; }

std::string flow_without_id(Value entry) {
  std::erase_if(entry.members, [](const Member& each) { return each.key == store::id_key; });
  return store::write_flow(entry);
}

/// An item of a list that has no identifier, a word mostly.
struct Item {
  std::string text;  ///< in flow style; of a word itself
  const Value* value;
  std::size_t number;  ///< from 1
};

/// A list as one side has it: its words, and its entries by their identifiers, of which a bad merge may have
/// made several alike.
struct Items {
  using Name = std::pair<std::string, std::size_t>;

  explicit Items(const Value* list) {
    if (!list) return;
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      const Value& each = list->items[i];
      const std::string id = id_of(each);
      if (!id.empty()) {
        named.emplace_back(Name(id, seen[id]++), &each);
      } else {
        nameless.push_back({each.is_scalar() ? each.text : store::write_flow(each), &each, i + 1});
      }
    }
  }

  std::vector<std::pair<Name, const Value*>> named;
  std::vector<Item> nameless;
};

/// Takes out of both lists what both hold.
void strike_common(std::vector<Item>& a, std::vector<Item>& b) {
  std::map<std::string, std::size_t> common;
  for (const auto& each : b) ++common[each.text];
  std::map<std::string, std::size_t> struck;
  const auto strike = [](std::map<std::string, std::size_t>& left, const std::string& text) {
    const auto found = left.find(text);
    if (found == left.end() || found->second == 0) return false;
    --found->second;
    return true;
  };
  std::erase_if(a, [&](const Item& each) {
    if (!strike(common, each.text)) return false;
    ++struck[each.text];
    return true;
  });
  std::erase_if(b, [&](const Item& each) { return strike(struck, each.text); });
}

/// The entry that was given its identifier since, which it lacked; it is taken from those without one.
const Value* named_since(std::vector<Item>& nameless, const Value& entry) {
  if (nameless.empty()) return nullptr;
  const auto found = std::ranges::find(nameless, flow_without_id(entry), &Item::text);
  if (found == nameless.end()) return nullptr;
  const Value* value = found->value;
  nameless.erase(found);
  return value;
}

class Comparison {
 public:
  void compare(const Address& address, const Value* before, const Value* after) {
    if (!before && !after) return;
    if (before && after && !same_kind(*before, *after)) {
      compare(address, before, nullptr);
      compare(address, nullptr, after);
      return;
    }
    const Value& one = after ? *after : *before;
    if (one.form == Form::map) return members(address, before, after);
    if (one.form == Form::list) return list(address, before, after);
    if (before && after && before->text == after->text) return;
    changes_.push_back(address.change(before ? std::optional(before->text) : std::nullopt,
                                      after ? std::optional(after->text) : std::nullopt));
  }

  [[nodiscard]] FieldChanges take() { return std::move(changes_); }

 private:
  void members(const Address& address, const Value* before, const Value* after) {
    const auto compare_member = [&](const Member& member, const Value* from, const Value* to) {
      if (!is_own_name(address, member) || (from && to)) compare(address.member(member.key), from, to);
    };
    if (after) {
      for (const auto& each : after->members) {
        const Member* earlier = before ? before->find(each.key) : nullptr;
        compare_member(each, earlier ? &earlier->value : nullptr, &each.value);
      }
    }
    if (!before) return;
    for (const auto& each : before->members) {
      if (!after || !after->find(each.key)) compare_member(each, &each.value, nullptr);
    }
  }

  void list(const Address& address, const Value* before, const Value* after) {
    Items earlier(before);
    Items later(after);
    strike_common(earlier.nameless, later.nameless);
    std::map<Items::Name, const Value*> gone(earlier.named.begin(), earlier.named.end());
    for (const auto& [name, entry] : later.named) {
      const auto found = gone.find(name);
      const Value* from = found == gone.end() ? named_since(earlier.nameless, *entry) : found->second;
      if (found != gone.end()) gone.erase(found);
      compare_entry(address.entry_called(name.first), from, entry);
    }
    for (const auto& [name, entry] : earlier.named) {
      if (gone.contains(name)) compare_entry(address.entry_called(name.first), entry, nullptr);
    }
    for (const auto& each : earlier.nameless) item(address, each, each.value, nullptr);
    for (const auto& each : later.nameless) item(address, each, nullptr, each.value);
  }

  void compare_entry(const Address& address, const Value* before, const Value* after) {
    const std::size_t first = changes_.size();
    compare(address, before, after);
    if (before && after) return;
    for (std::size_t i = first; i < changes_.size(); ++i) changes_[i].is_whole = true;
  }

  void item(const Address& address, const Item& item, const Value* before, const Value* after) {
    if (!item.value->is_scalar()) return compare(address.entry_numbered(item.number), before, after);
    compare(address, before, after);
    changes_.back().is_word = true;
  }

  FieldChanges changes_;
};

FieldChange with_note(std::string_view path, std::string note) {
  return {store::record_name(path), {}, {}, {}, {}, std::move(note)};
}

/// Whether two changes of one field come to the same, whatever it was before.
bool same_result(const FieldChange& a, const FieldChange& b) {
  const bool same_field = a.id == b.id && a.list == b.list && a.field == b.field && a.note == b.note;
  return same_field && a.to == b.to && (!a.is_word || a.from == b.from);
}

/// Whether a change leaves nothing of what an earlier one made of its field.
bool takes_back(const FieldChange& change, const FieldChange& earlier) {
  const bool same_field = change.id == earlier.id && change.list == earlier.list &&
                          change.field == earlier.field;
  return same_field && change.note.empty() && change.from == earlier.to &&
         (!change.is_word || change.to == earlier.from);
}

/// One parent of a merge: what it had changed since the common version, and what the merge made of it.
struct Side {
  FieldChanges brought;
  FieldChanges made;
};

bool is_in_all(const std::vector<Side>& sides, const FieldChange& change) {
  return std::ranges::all_of(sides, [&](const Side& side) {
    return std::ranges::any_of(side.made,
                               [&](const FieldChange& other) { return same_result(change, other); });
  });
}

bool drops(const Side& side, const FieldChange& change) {
  return std::ranges::any_of(side.brought,
                             [&](const FieldChange& brought) { return takes_back(change, brought); });
}

/// Looks for the value at a place, and keeps where that is.
bool find_place(const Address& address, const Value& value, Place place, Address& found) {
  if (value.is_scalar()) {
    if (value.place != place) return false;
    found = address;
    return true;
  }
  if (value.place == place) found = address;
  for (const auto& each : value.members) {
    if (find_place(address.member(each.key), each.value, place, found)) return true;
  }
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    const Value& each = value.items[i];
    const std::string id = id_of(each);
    Address there = address;
    if (each.form == Form::map) there = id.empty() ? address.entry_numbered(i + 1) : address.entry_called(id);
    if (find_place(there, each, place, found)) return true;
  }
  return false;
}

}  // namespace

Version version_of(std::string_view path, const std::optional<std::string>& bytes) {
  if (!bytes) return {};
  if (bytes->size() > store::largest_file) return {{}, "too large for a record"};
  auto [root, problem] = store::parse_yaml(*bytes, path);
  if (problem) return {{}, fmt::format("line {}: {}", problem->spot.place.line, problem->message)};
  if (root.is_scalar()) return {{}, "there are no fields in it"};
  return {std::move(root), {}};
}

FieldChanges difference(std::string_view path, const Version& before, const Version& after) {
  if (!after.problem.empty()) return {with_note(path, "could not be read: " + after.problem)};
  if (!before.problem.empty())
    return {with_note(path, after.root ? "could be read again" : "was taken away, it could not be read")};
  Comparison comparison;
  comparison.compare(root_of(path), before.root ? &*before.root : nullptr,
                     after.root ? &*after.root : nullptr);
  FieldChanges changes = comparison.take();
  for (auto& each : changes) each.is_whole = each.is_whole || !before.root || !after.root;
  return changes;
}

FieldChanges difference(std::string_view path, const std::optional<std::string>& before,
                        const std::optional<std::string>& after) {
  if (before == after) return {};
  return difference(path, version_of(path, before), version_of(path, after));
}

FieldChanges difference(std::string_view path, const MergedVersions& versions) {
  const Version& merged = versions.merged;
  if (!merged.problem.empty()) return {with_note(path, "could not be read: " + merged.problem)};
  std::vector<Side> sides;
  for (const auto& parent : versions.parents) {
    if (!parent.problem.empty()) continue;
    sides.push_back({difference(path, versions.common, parent), difference(path, parent, merged)});
  }
  FieldChanges own;
  for (const auto& side : sides) {
    const bool is_first = &side == &sides.front();
    for (const auto& each : side.made) {
      if (is_in_all(sides, each) ? is_first : drops(side, each)) own.push_back(each);
    }
  }
  return own;
}

FieldChange field_at(std::string_view path, const Version& version, Place place) {
  Address found = root_of(path);
  if (version.root) find_place(root_of(path), *version.root, place, found);
  return found.change({}, {});
}

}  // namespace mentor::changes
