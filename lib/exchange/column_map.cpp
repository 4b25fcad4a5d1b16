#include "exchange/column_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/listing.h"
#include "base/text.h"
#include "exchange/schema_lines.h"
#include "store/edition_file.h"
#include "store/yaml.h"

namespace mentor::exchange {

namespace {

constexpr std::string_view kind_key = "kind";
constexpr std::string_view scheme_key = key_of(&Mentor::scheme);
constexpr std::string_view columns_key = "columns";
constexpr std::string_view values_key = "values";
constexpr std::string_view words_key = "words";
constexpr std::array map_keys{kind_key, scheme_key, columns_key, values_key, words_key};

class ColumnMapReader {
 public:
  ColumnMapReader(const RecordTable* asked, const RecordTable* usual, Problems& problems)
      : usual_(usual), problems_(problems) {
    map_.table = asked;
  }

  ColumnMap read(const Value& root) {
    if (!is_map(root, "the map")) return map_;
    for (const auto& each : root.members) known_key(each);
    if (const Member* kind = root.find(kind_key)) read_kind(kind->value);
    if (!map_.table && problems_.empty()) map_.table = usual_;
    if (!map_.table) {
      if (problems_.empty()) report(root.place, "the map must have 'kind', or say it with --kind");
      return map_;
    }
    if (const Member* scheme = root.find(scheme_key)) set_value(*scheme);
    for_each_in(root, columns_key, [&](const Member& each) { read_column(each); });
    for_each_in(root, values_key, [&](const Member& each) { set_value(each); });
    for_each_in(root, words_key, [&](const Member& each) { read_words(each); });
    return map_;
  }

 private:
  void report(Place place, std::string message) {
    problems_.push_back({{"", place}, std::move(message), {}});
  }

  bool is_map(const Value& value, std::string_view what) {
    if (value.form == Form::map) return true;
    report(value.place, fmt::format("{} must be fields, one 'key: value' each", what));
    return false;
  }

  void known_key(const Member& member) {
    const std::vector<std::string> known(map_keys.begin(), map_keys.end());
    if (is_among(member.key, known)) return;
    report(member.place,
           fmt::format("a map has no field {}{}", in_quotes(member.key), suggestion(member.key, known)));
  }

  template <class Visit>
  void for_each_in(const Value& root, std::string_view key, Visit visit) {
    const Member* found = root.find(key);
    if (!found || !is_map(found->value, in_quotes(key))) return;
    for (const auto& each : found->value.members) visit(each);
  }

  void read_kind(const Value& value) {
    const RecordTable* meant = value.is_scalar() ? table_meant(value.text) : nullptr;
    if (!meant) {
      std::vector<std::string> known;
      for (const auto& each : record_tables()) known.push_back(each.name);
      return report(value.place, fmt::format("'kind': {} is not known{}", in_quotes(value.text),
                                             suggestion(value.text, known)));
    }
    if (map_.table && map_.table != meant)
      return report(value.place, fmt::format("the map is for {}, and {} was asked for, make them the same",
                                             in_quotes(meant->name), in_quotes(map_.table->name)));
    map_.table = meant;
  }

  /// The field that the map names; null, and told, when it is none.
  const SheetField* field_named(const std::string& heading, Place place) {
    const SheetField* found = find_field(*map_.table, heading);
    if (found) return found;
    std::vector<std::string> known;
    for (const auto& each : sheet_fields(*map_.table)) known.push_back(each.heading);
    report(place, fmt::format("{} have no field {}{}", in_quotes(map_.table->name), in_quotes(heading),
                              suggestion(heading, known)));
    return nullptr;
  }

  bool is_text(const Member& member) {
    if (member.value.is_scalar()) return true;
    report(member.value.place, fmt::format("{} must be text", in_quotes(member.key)));
    return false;
  }

  void read_column(const Member& member) {
    if (!is_text(member)) return;
    const std::string& heading = member.value.text;
    if (!heading.empty() && !field_named(heading, member.value.place)) return;
    if (!map_.columns.emplace(fold_heading(member.key), heading).second)
      report(member.place,
             fmt::format("the column {} stands here a second time, keep one", in_quotes(member.key)));
  }

  void set_value(const Member& member) {
    if (!is_text(member) || !field_named(member.key, member.place)) return;
    if (!map_.values.emplace(member.key, member.value.text).second)
      report(member.place, fmt::format("{} is said a second time, keep one", in_quotes(member.key)));
  }

  void read_words(const Member& member) {
    if (!field_named(member.key, member.place) || !is_map(member.value, in_quotes(member.key))) return;
    for (const auto& each : member.value.members) {
      if (is_text(each)) map_.words[member.key][fold_entry(each.key)] = each.value.text;
    }
  }

  ColumnMap map_;
  const RecordTable* usual_;
  Problems& problems_;
};

}  // namespace

ColumnMap read_column_map(std::string_view bytes, const std::string& file, const RecordTable* asked,
                          const RecordTable* usual) {
  const store::Parsed parsed = store::parse_yaml(bytes, file);
  if (parsed.problem) store::must_be_sound({*parsed.problem}, bytes, file);
  Problems problems;
  ColumnMap map = ColumnMapReader(asked, usual, problems).read(parsed.root);
  store::must_be_sound(std::move(problems), bytes, file);
  return map;
}

}  // namespace mentor::exchange
