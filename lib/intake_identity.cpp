#include "intake_identity.h"

#include <algorithm>

#include "base/listing.h"
#include "model/schema.h"
#include "store/lookup.h"

namespace mentor {

namespace {

using exchange::MappedSheet;
using exchange::Says;
using exchange::SheetField;
using SheetFields = std::vector<const SheetField*>;

bool is_name_of_person(const SheetField& field) { return field.heading == key_of(&Mentor::name); }

/// The text of the field; of a list, of all its entries.
std::string text_in(const Value& record, const SheetField& field) {
  const Value* holder = &record;
  if (!field.column.group.empty()) {
    const Member* group = record.find(field.column.group);
    if (!group) return {};
    holder = &group->value;
  }
  const Member* member = holder->find(field.column.field.key);
  if (!member) return {};
  if (member->value.form != Form::list) return member->value.text;
  std::string all;
  for (const auto& each : member->value.items) all.append(each.text).append("\x1f");
  return all;
}

SheetFields fields_named(const exchange::RecordTable& table,
                         std::initializer_list<std::string_view> headings) {
  SheetFields fields;
  for (const auto heading : headings) fields.push_back(exchange::find_field(table, heading));
  return fields;
}

}  // namespace

SheetFields fields_said(const MappedSheet& mapped) {
  SheetFields fields;
  for (const auto& field : exchange::sheet_fields(*mapped.map.table)) {
    if (field.says != Says::field || field.heading == key_of(&Mentor::id)) continue;
    const bool is_column = std::ranges::find(mapped.columns, &field) != mapped.columns.end();
    if (is_column || mapped.map.values.contains(field.heading) || is_name_of_person(field))
      fields.push_back(&field);
  }
  return fields;
}

SheetFields fields_of_identity(const MappedSheet& mapped) {
  const auto& table = *mapped.map.table;
  if (table.name == RecordKind<Mentor>::folder)
    return fields_named(table, {key_of(&Mentor::name), key_of(&Mentor::scheme)});
  if (table.name == RecordKind<YoungPerson>::folder)
    return fields_named(
        table, {key_of(&YoungPerson::name), key_of(&YoungPerson::scheme), key_of(&YoungPerson::born)});
  if (table.name == RecordKind<SessionLog>::folder)
    return fields_named(table, {key_of(&Session::date), key_of(&Session::minutes), key_of(&Session::kind),
                                key_of(&Session::cancelled_by)});
  return fields_said(mapped);
}

std::string content_of(const Value& record, const SheetFields& fields) {
  std::string content;
  for (const SheetField* each : fields) {
    const std::string text = text_in(record, *each);
    content.append(is_name_of_person(*each) ? fold_entry(text) : text).append("\x1e");
  }
  return content;
}

std::vector<std::string> fields_that_differ(const Value& row, const Value& record,
                                            const SheetFields& fields) {
  std::vector<std::string> differing;
  for (const SheetField* each : fields) {
    const std::string said = text_in(row, *each);
    if (!said.empty() && said != text_in(record, *each)) differing.push_back(each->heading);
  }
  return differing;
}

KnownEntries::KnownEntries(Value entries, const SheetFields& fields) : entries_(std::move(entries)) {
  for (std::size_t i = 0; i < entries_.items.size(); ++i) {
    const Value& each = entries_.items[i];
    ++counts_[content_of(each, fields)];
    numbers_.emplace(each.find(key_of(&Session::id))->value.text, i);
  }
}

const Value* KnownEntries::find(const std::string& id) const {
  const auto found = numbers_.find(id);
  return found == numbers_.end() ? nullptr : &entries_.items[found->second];
}

bool KnownEntries::take_one(const std::string& content) {
  const auto left = counts_.find(content);
  if (left == counts_.end() || left->second == 0) return false;
  --left->second;
  return true;
}

void add_entry_ids(const Value& whole, std::set<Id>& ids) {
  for (const auto& each : whole.items) {
    const Member* id = each.find(key_of(&Session::id));
    if (const auto read = id ? Id::parse(id->value.text) : std::nullopt) ids.insert(*read);
  }
  for (const auto& each : whole.members) {
    if (each.value.form == Form::list) add_entry_ids(each.value, ids);
  }
}

Directory::Directory(const Register& records) {
  for (const auto& [id, person] : records.mentors) add_person(person.name, id);
  for (const auto& [id, person] : records.young_people) add_person(person.name, id);
  for (const auto& [id, match] : records.matches) add_match(match);
}

void Directory::add_match(const Match& match) {
  matches_[match.mentor].push_back(match.id);
  matches_[match.young_person].push_back(match.id);
}

std::vector<Id> Directory::people(const std::string& text, char letter) const {
  if (const auto id = store::id_as_typed(text)) return {*id};
  const auto found = by_name_.find(folded(text));
  std::vector<Id> people = found == by_name_.end() ? std::vector<Id>() : found->second;
  if (letter != 0) std::erase_if(people, [&](const Id& id) { return id.kind() != letter; });
  return people;
}

std::vector<MatchId> Directory::matches_of(const std::vector<Id>& people) const {
  std::vector<MatchId> all;
  for (const auto& id : people) {
    const auto found = matches_.find(id);
    if (found != matches_.end()) all.insert(all.end(), found->second.begin(), found->second.end());
  }
  return all;
}

std::string Directory::folded(std::string_view name) { return fold_entry(name); }

}  // namespace mentor
