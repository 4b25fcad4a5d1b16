#include "store/entry_ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "model/describe.h"
#include "model/schema.h"
#include "store/edits.h"
#include "store/extent.h"
#include "store/paths.h"
#include "store/yaml.h"

namespace mentor::store {

namespace {

/// Calls `visit(list, the letter of its identifiers)` for each list of entries that such a record has.
template <class Visit>
void for_each_entry_list(const Parsed& parsed, std::string_view path, Visit visit) {
  const auto shapes = record_shapes();
  const std::string_view folder = path.substr(0, path.find('/'));
  const auto shape = std::ranges::find_if(shapes, [&](const RecordShape& each) {
    return each.folder.empty() ? path == each.file : folder == each.folder;
  });
  if (shape == shapes.end() || parsed.problem) return;
  if (shape->is_log) return visit(parsed.root, shape->letter);
  for (const auto& field : shape->fields) {
    const Member* member = parsed.root.find(field.key);
    if (member && field.kind == Kind::entry) visit(member->value, EntryId::letter);
  }
}

/// Where the entries of one file stand, and the identifiers that they have.
class Numbering {
 public:
  Numbering(std::string_view text, const std::function<std::uint32_t()>& random)
      : text_(text), random_(random), edits_(text) {}

  void list(const Value& list, char letter) {
    for (const auto& entry : list.items) {
      if (entry.form != Form::map) continue;
      if (const Member* id = entry.find(id_key)) {
        taken_.insert(id->value.text);
      } else {
        lacking_.emplace_back(&entry, letter);
      }
    }
  }

  [[nodiscard]] Numbered result() {
    Numbered numbered;
    for (const auto& [entry, letter] : lacking_) {
      insert(*entry, new_id(letter));
      numbered.places.push_back(entry->place);
    }
    numbered.text = edits_.apply();
    return numbered;
  }

 private:
  std::string new_id(char letter) {
    std::string id;
    do id = Id::from_number(letter, random_()).text();
    while (!taken_.insert(id).second);
    return id;
  }

  void insert(const Value& entry, const std::string& id) {
    const std::string said = fmt::format("{}: {}", id_key, id);
    if (entry.layout == Layout::flow) {
      edits_.insert(entry.offset + 1, entry.members.empty() ? said : said + ", ");
    } else {
      const std::size_t first = entry.members.front().offset;
      edits_.insert(first, said + edits_.line_end() + std::string(first - line_start(text_, first), ' '));
    }
  }

  std::string_view text_;
  const std::function<std::uint32_t()>& random_;
  Edits edits_;
  std::set<std::string> taken_;
  std::vector<std::pair<const Value*, char>> lacking_;
};

}  // namespace

Numbered with_entry_ids(std::string_view text, std::string_view path,
                        const std::function<std::uint32_t()>& random) {
  const Parsed parsed = parse_yaml(text, path);
  Numbering numbering(text, random);
  for_each_entry_list(parsed, path, [&](const Value& list, char letter) { numbering.list(list, letter); });
  return numbering.result();
}

std::vector<std::string> entry_ids(std::string_view text, std::string_view path) {
  const Parsed parsed = parse_yaml(text, path);
  std::vector<std::string> ids;
  for_each_entry_list(parsed, path, [&](const Value& list, char) {
    for (const auto& entry : list.items) {
      if (const Member* id = entry.find(id_key)) ids.push_back(id->value.text);
    }
  });
  return ids;
}

}  // namespace mentor::store
