#include "exchange/sql_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace mentor::exchange {

namespace {

std::string names(const std::vector<std::string>& columns) {
  std::vector<std::string> quoted;
  quoted.reserve(columns.size());
  for (const auto& each : columns) quoted.push_back(sql_name(each));
  return join(quoted, ", ");
}

std::string_view sql_type(Kind kind) {
  switch (kind) {
    case Kind::truth:
    case Kind::minutes:
    case Kind::count:
    case Kind::money:
      return "INTEGER";
    case Kind::share:
      return "REAL";
    default:
      return "TEXT";
  }
}

std::string_view type_in_words(const FieldShape& field) {
  if (field.kind == Kind::money) return "whole pence";
  if (field.kind == Kind::truth) return "1 for yes, 0 for no";
  return field.type;
}

/// The table in which an identifier of that letter stands; that of all where it may be any.
std::string_view table_of(char letter) {
  switch (letter) {
    case MentorId::letter:
      return "mentors";
    case YoungPersonId::letter:
      return "young_people";
    case MatchId::letter:
      return "matches";
    case 0:
      return table_of_records;
    default:
      return {};
  }
}

std::string one_of(const std::vector<std::string>& words) {
  std::vector<std::string> quoted;
  quoted.reserve(words.size());
  for (const auto& each : words) quoted.push_back(fmt::format("'{}'", each));
  return join(quoted, ", ");
}

/// What SQLite is to hold a value to.
std::string check(const FieldShape& field, std::string_view column) {
  const std::string name = sql_name(column);
  if (field.kind == Kind::truth) return fmt::format(" CHECK ({} IN (0, 1))", name);
  if (field.kind == Kind::word) return fmt::format(" CHECK ({} IN ({}))", name, one_of(field.words));
  if (field.kind == Kind::date)
    return fmt::format(" CHECK ({} GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')", name);
  return {};
}

std::string refers(const FieldShape& field, std::string_view column) {
  if (field.kind != Kind::id) return {};
  const bool is_of_record = column == id_column && names_a_record(field.letter);
  const auto table = is_of_record ? table_of_records : column == id_column ? "" : table_of(field.letter);
  if (table.empty()) return {};
  return fmt::format(" REFERENCES {}(id) DEFERRABLE INITIALLY DEFERRED", table);
}

class Columns {
 public:
  Columns(SqlTable& table, std::string noun) : table_(table), noun_(std::move(noun)) {}

  void add(const std::vector<FieldShape>& fields, const std::string& prefix,
           const std::vector<std::string_view>& above, bool may_be_absent) {
    for (const auto& field : fields) {
      auto path = above;
      path.push_back(field.key);
      const std::string name = fmt::format("{}{}", prefix, field.key);
      if (field.kind == Kind::group && !field.is_list) {
        add(field.fields, name + "_", path, may_be_absent || !field.traits.required);
      } else if (field.is_list) {
        add_list(field, name, path);
      } else {
        add_column(field, name, path, field.traits.required && !may_be_absent);
      }
    }
  }

  void add_column(const FieldShape& field, std::string name, std::vector<std::string_view> path,
                  bool required) {
    if (field.kind == Kind::money) name += "_pence";
    std::string condition = fmt::format("{}{}{}", required ? " NOT NULL" : "", check(field, name),
                                        refers(field, name));
    table_.columns.push_back({std::move(name), sql_type(field.kind), field.kind, std::move(condition),
                              std::string(type_in_words(field)), std::string(field.means), std::move(path)});
  }

 private:
  /// The key of the row above, with which each row of a list begins.
  void add_key_from_above(SqlTable& list) const {
    std::vector<std::string> above;
    for (const auto& key : table_.key) {
      const auto column = std::ranges::find(table_.columns, key, &SqlColumn::name);
      const std::string name = key != id_column ? key : table_.from_above > 0 ? "entry" : noun_;
      list.columns.push_back({name,
                              column->type,
                              column->kind,
                              " NOT NULL",
                              column->type_in_words,
                              fmt::format("whose it is, in {}", table_.name),
                              {}});
      above.push_back(name);
    }
    list.from_above = list.columns.size();
    list.key = above;
    if (above.empty()) return;
    list.extra.push_back(fmt::format("FOREIGN KEY ({}) REFERENCES {}({}) DEFERRABLE INITIALLY DEFERRED",
                                     names(above), sql_name(table_.name), names(table_.key)));
  }

  void add_list(const FieldShape& field, const std::string& name, std::vector<std::string_view> path) {
    SqlTable list;
    list.name = fmt::format("{}_{}", noun_, name);
    list.means = field.means;
    list.path = std::move(path);
    add_key_from_above(list);
    Columns columns(list, list.name);
    if (field.kind == Kind::entry) {
      list.key.emplace_back(id_column);
      columns.add(field.fields, {}, {}, false);
    } else {
      constexpr std::string_view position = "position";
      list.columns.push_back({std::string(position),
                              "INTEGER",
                              Kind::count,
                              " NOT NULL",
                              "a whole number",
                              "its place in the list, from 1",
                              {}});
      ++list.from_above;
      list.key.emplace_back(position);
      FieldShape one = field;
      one.is_list = false;
      constexpr std::string_view a_list_of = "a list of ";
      if (one.type.starts_with(a_list_of)) one.type.erase(0, a_list_of.size());
      columns.add_column(one, "value", {}, true);
    }
    table_.lists.push_back(std::move(list));
  }

  SqlTable& table_;
  std::string noun_;
};

}  // namespace

bool names_a_record(char letter) {
  constexpr std::array letters{MentorId::letter, YoungPersonId::letter, MatchId::letter, EventId::letter,
                               ConcernId::letter};
  return std::ranges::find(letters, letter) != letters.end();
}

std::string sql_name(std::string_view name) { return fmt::format("\"{}\"", name); }

SqlTable sql_table(const Collection& collection) {
  SqlTable table;
  table.name = collection.name;
  table.means = collection.means;
  table.key = collection.key;
  Columns(table, collection.noun).add(collection.fields, {}, {}, false);
  return table;
}

std::string SqlTable::create() const {
  std::vector<std::string> parts;
  parts.reserve(columns.size());
  for (const auto& each : columns)
    parts.push_back(fmt::format("  {} {}{}", sql_name(each.name), each.type, each.condition));
  if (!key.empty()) parts.push_back(fmt::format("  PRIMARY KEY ({})", names(key)));
  for (const auto& each : extra) parts.push_back("  " + each);
  return fmt::format("CREATE TABLE {} (\n{}\n) STRICT", sql_name(name), join(parts, ",\n"));
}

std::string SqlTable::insert() const {
  const std::vector<std::string> marks(columns.size(), "?");
  return fmt::format("INSERT INTO {} VALUES ({})", sql_name(name), join(marks, ", "));
}

}  // namespace mentor::exchange
