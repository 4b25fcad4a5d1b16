#include "exchange/database.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "exchange/sql_tables.h"
#include "exchange/sql_views.h"
#include "exchange/sqlite.h"
#include "model/scalar.h"

namespace mentor::exchange {

namespace {

const Value* at(const Value& row, const std::vector<std::string_view>& path) {
  const Value* value = &row;
  for (const auto key : path) {
    const Member* member = value->find(key);
    if (!member) return nullptr;
    value = &member->value;
  }
  return value->form == Form::nothing ? nullptr : value;
}

void add_cell(Insertion& row, const SqlColumn& column, const Value* value) {
  if (!value) return row.add_nothing();
  if (column.kind == Kind::truth) return row.add(std::int64_t{value->text == "yes"});
  if (column.kind == Kind::money) return row.add(Pence::parse(value->text).value().count);
  if (column.type == "INTEGER") return row.add(std::int64_t{std::stoll(value->text)});
  if (column.type == "REAL") return row.add(std::stod(value->text));
  row.add(std::string_view(value->text));
}

/// Puts rows into a table, and what their lists hold into the tables of these.
class Filling {
 public:
  Filling(const Database& database, const SqlTable& table)
      : table_(table), insertion_(database, table.insert()) {
    for (const auto& each : table.lists) lists_.emplace_back(database, each);
  }

  void add(const Value& row, const std::vector<Value>& from_above) {
    std::size_t number = 0;
    for (const auto& column : table_.columns) {
      const bool is_from_above = number < table_.from_above;
      add_cell(insertion_, column, is_from_above ? &from_above.at(number) : at(row, column.path));
      ++number;
    }
    insertion_.insert();
    for (auto& list : lists_) add_list(list, row, key_of_row(row, from_above));
  }

 private:
  [[nodiscard]] std::vector<Value> key_of_row(const Value& row, const std::vector<Value>& from_above) const {
    std::vector<Value> key;
    for (const auto& name : table_.key) {
      const auto column = std::ranges::find(table_.columns, name, &SqlColumn::name);
      const auto number = static_cast<std::size_t>(column - table_.columns.begin());
      key.push_back(number < table_.from_above ? from_above.at(number) : *at(row, column->path));
    }
    return key;
  }

  static void add_list(Filling& list, const Value& row, const std::vector<Value>& key) {
    const Value* items = at(row, list.table_.path);
    if (!items) return;
    std::int64_t position = 0;
    for (const auto& item : items->items) {
      auto above = key;
      if (above.size() < list.table_.from_above) above.push_back(Value::of_number(++position));
      list.add(item, above);
    }
  }

  const SqlTable& table_;
  Insertion insertion_;
  std::deque<Filling> lists_;
};

void create(Database& database, const SqlTable& table) {
  database.run(table.create());
  for (const auto& each : table.lists) create(database, each);
}

/// All tables are there before the first row, which may refer to any.
void fill(Database& database, const std::deque<SqlTable>& tables, const std::vector<Collection>& all) {
  for (const auto& each : tables) create(database, each);
  std::deque<Filling> fillings;
  for (const auto& each : tables) fillings.emplace_back(database, each);
  auto filling = fillings.begin();
  for (const auto& each : all) {
    each.visit([&](const Value& row) { filling->add(row, {}); });
    ++filling;
  }
}

/// The table of all identifiers, which come from the records themselves.
void add_records(Database& database, const std::vector<Collection>& all) {
  database.run(fmt::format("CREATE TABLE {} (id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL) STRICT",
                           table_of_records));
  Insertion records(database, fmt::format("INSERT INTO {} VALUES (?, ?)", table_of_records));
  for (const auto& each : all) {
    if (each.key.size() != 1 || each.key.front() != id_column || !names_a_record(each.fields.front().letter))
      continue;
    each.visit([&](const Value& row) {
      records.add(std::string_view(row.find(each.key.front())->value.text));
      records.add(std::string_view(each.noun));
      records.insert();
    });
  }
}

void add_meta(Database& database, const About& about) {
  database.run("CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT");
  Insertion rows(database, "INSERT INTO meta VALUES (?, ?)");
  for (const auto& [key, value] : about) {
    rows.add(std::string_view(key));
    rows.add(std::string_view(value));
    rows.insert();
  }
}

class Dictionary {
 public:
  explicit Dictionary(Database& database)
      : rows_((database.run("CREATE TABLE dictionary (\"table\" TEXT NOT NULL, \"column\" TEXT, type TEXT, "
                            "meaning TEXT NOT NULL) STRICT"),
               database),
              "INSERT INTO dictionary VALUES (?, ?, ?, ?)") {}

  void explain(std::string_view name, std::string_view means) {
    rows_.add(name);
    rows_.add_nothing();
    rows_.add_nothing();
    rows_.add(means);
    rows_.insert();
  }

  void explain(const SqlTable& table) {
    explain(table.name, table.means);
    for (const auto& column : table.columns) {
      rows_.add(std::string_view(table.name));
      rows_.add(std::string_view(column.name));
      rows_.add(std::string_view(column.type_in_words));
      rows_.add(std::string_view(column.means));
      rows_.insert();
    }
    for (const auto& each : table.lists) explain(each);
  }

 private:
  Insertion rows_;
};

}  // namespace

std::string database(const Exported& from, const About& about) {
  Database made;
  made.run("BEGIN");
  add_meta(made, about);
  const auto all = collections(from);
  add_records(made, all);
  std::deque<SqlTable> tables;
  {
    Dictionary dictionary(made);
    dictionary.explain("meta", "what the export says of itself");
    dictionary.explain(table_of_records, "the identifiers of all records, and what kind each is of");
    for (const auto& each : all) dictionary.explain(tables.emplace_back(sql_table(each)));
    for (const auto& view : sql_views()) dictionary.explain(view.name, view.means);
  }
  fill(made, tables, all);
  for (const auto& view : sql_views())
    made.run(fmt::format("CREATE VIEW {} AS {}", sql_name(view.name), view.select));
  made.run("COMMIT");
  return made.bytes();
}

}  // namespace mentor::exchange
