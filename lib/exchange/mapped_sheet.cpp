#include "exchange/mapped_sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/errors.h"
#include "base/listing.h"
#include "base/text.h"
#include "exchange/cells.h"
#include "exchange/schema_lines.h"

namespace mentor::exchange {

namespace {

class ColumnFinder {
 public:
  explicit ColumnFinder(MappedSheet& mapped) : mapped_(mapped), table_(*mapped.map.table) {}

  void find_all() {
    std::vector<std::string> unread;
    for (std::size_t i = 0; i < mapped_.sheet.headings.size(); ++i) {
      const std::string& heading = mapped_.sheet.headings[i];
      const auto said = mapped_.map.columns.find(fold_heading(heading));
      const bool left_out = said != mapped_.map.columns.end() && said->second.empty();
      const SheetField* field = said == mapped_.map.columns.end() ? field_meant(table_, heading)
                                                                  : find_field(table_, said->second);
      mapped_.columns.push_back(field);
      if (!field && !left_out)
        unread.push_back(heading.empty() ? fmt::format("column {}", i + 1) : in_quotes(heading));
      if (field && field->says != Says::reason) must_be_only(i);
    }
    if (!unread.empty())
      mapped_.sheet.notes.push_back(
          fmt::format("{}: not read, for {} have no such field: {}; a map file (--map) can say what it is",
                      mapped_.sheet.file, in_quotes(table_.name), join(unread, ", ")));
  }

  void must_have_all() const {
    std::vector<std::string> missing;
    for (const auto& field : sheet_fields(table_)) {
      if (field.says == Says::owner && !has(field.heading) && !has_people())
        missing.push_back(in_quotes(field.heading));
      if (field.says != Says::field || !field.column.required || has(field.heading)) continue;
      const bool is_given = field.column.field.key == key_of(&Session::id);
      const bool is_named = field.heading == key_of(&Mentor::name) && says(Says::surname);
      if (!is_given && !is_named) missing.push_back(in_quotes(field.heading));
    }
    if (missing.empty()) return;
    throw wrong(
        1, fmt::format(
               "no column says {}, which every row must have: add it, or say in a map file (--map) which "
               "column it is, or what it is for all rows",
               join(missing, ", ")));
  }

  void must_have_the_day_first() const {
    for (std::size_t i = 0; i < mapped_.columns.size(); ++i) {
      const SheetField* field = mapped_.columns[i];
      if (!field || field->column.field.kind != Kind::date) continue;
      const SheetRow* month_first = nullptr;
      bool day_first = false;
      for (const auto& row : mapped_.sheet.rows) {
        const DayOrder order = day_order(row.cells[i]);
        if (order == DayOrder::month_first && !month_first) month_first = &row;
        day_first = day_first || order == DayOrder::day_first;
      }
      if (!month_first || day_first) continue;
      throw Trouble(Problems{
          {{mapped_.sheet.file, {month_first->line, 1}},
           fmt::format("the days of the column {} have the month first, as in {}: format the column as "
                       "YYYY-MM-DD and save the sheet again",
                       in_quotes(mapped_.sheet.headings[i]), in_quotes(month_first->cells[i])),
           {}}});
    }
  }

  [[nodiscard]] bool has(std::string_view heading) const {
    return mapped_.map.values.contains(std::string(heading)) ||
           std::ranges::any_of(mapped_.columns,
                               [&](const SheetField* each) { return each && each->heading == heading; });
  }

 private:
  [[nodiscard]] bool says(Says what) const {
    return std::ranges::any_of(mapped_.columns,
                               [&](const SheetField* each) { return each && each->says == what; });
  }
  [[nodiscard]] bool has_people() const { return says(Says::mentor) || says(Says::young_person); }

  [[nodiscard]] Trouble wrong(std::size_t column, std::string message) const {
    return Trouble(Problems{{{mapped_.sheet.file, {mapped_.sheet.line, column}}, std::move(message), {}}});
  }

  void must_be_only(std::size_t last) const {
    for (std::size_t i = 0; i < last; ++i) {
      if (mapped_.columns[i] != mapped_.columns[last]) continue;
      throw wrong(
          1, fmt::format("the columns {} and {} both say '{}', leave one of them out in a map file (--map)",
                         in_quotes(mapped_.sheet.headings[i]), in_quotes(mapped_.sheet.headings[last]),
                         mapped_.columns[last]->heading));
    }
  }

  MappedSheet& mapped_;
  const RecordTable& table_;
};

/// Puts the cells of a row into trees.
class RowReader {
 public:
  RowReader(const MappedSheet& mapped, const SheetRow& row, std::size_t number,
            const policy::Policies& policies)
      : mapped_(mapped), row_(row), number_(number), policies_(policies) {
    said_.value = map_at(1);
  }

  RowSaid read() {
    if (row_.cells.size() > mapped_.columns.size())
      tell("the row has more cells than there are headings, is one split by a comma or a semicolon?");
    if (const SheetField* scheme = find_field(*mapped_.map.table, key_of(&Mentor::scheme)))
      scheme_ = settle_cell(text_of(scheme), scheme->column.field, {}, policies_).text;
    for (const auto& field : sheet_fields(*mapped_.map.table)) {
      const std::size_t column = column_of(field);
      if (const std::string text = text_of(&field); !text.empty()) take(field, text, column + 1);
    }
    if (!first_name_.empty() || !surname_.empty()) {
      const std::string between = first_name_.empty() || surname_.empty() ? "" : " ";
      if (!said_.value.find(key_of(&Mentor::name)))
        add(said_.value, key_of(&Mentor::name), Value::of_text(first_name_ + between + surname_), 1);
    }
    return std::move(said_);
  }

 private:
  [[nodiscard]] Value map_at(std::size_t column) const {
    Value map = Value::of_map();
    map.place = {number_, column};
    return map;
  }

  void tell(const std::string& wrong) {
    if (said_.wrong.empty())
      said_.wrong = wrong;
    else
      said_.wrong.append("; ").append(wrong);
  }

  [[nodiscard]] std::size_t column_of(const SheetField& field) const {
    return static_cast<std::size_t>(std::ranges::find(mapped_.columns, &field) - mapped_.columns.begin());
  }

  /// What the row says of the field.
  [[nodiscard]] std::string text_of(const SheetField* field) const {
    const std::size_t column = column_of(*field);
    std::string text = column < mapped_.columns.size() ? row_.cells[column] : std::string();
    if (!field->column.field.is_list) text = translated(*field, text);
    const auto always = mapped_.map.values.find(field->heading);
    return text.empty() && always != mapped_.map.values.end() ? always->second : text;
  }

  /// In the words of the map.
  [[nodiscard]] std::string translated(const SheetField& field, const std::string& text) const {
    const auto words = mapped_.map.words.find(field.heading);
    if (words == mapped_.map.words.end()) return text;
    const auto word = words->second.find(fold_entry(text));
    return word == words->second.end() ? text : word->second;
  }

  void take(const SheetField& field, const std::string& text, std::size_t column) {
    if (const auto bad = forbidden_in_text(text))
      return tell(fmt::format("'{}' has {}, take it out", field.heading, *bad));
    switch (field.says) {
      case Says::owner:
        said_.owner = text;
        break;
      case Says::mentor:
        said_.mentor = text;
        break;
      case Says::young_person:
        said_.young_person = text;
        break;
      case Says::first_name:
        first_name_ = text;
        break;
      case Says::surname:
        surname_ = text;
        break;
      case Says::standing:
        if (said_.standing.form == Form::nothing) said_.standing = map_at(column);
        add(said_.standing, field.column.field.key, value_of(field, text), column);
        break;
      case Says::field:
        add(holder_of(field, column), field.column.field.key, value_of(field, text), column);
        break;
      default:
        break;
    }
  }

  /// The map in which the field stands.
  Value& holder_of(const SheetField& field, std::size_t column) {
    if (field.column.group.empty()) return said_.value;
    const auto found = std::ranges::find(said_.value.members, field.column.group, &Member::key);
    return found != said_.value.members.end() ? found->value
                                              : add(said_.value, field.column.group, map_at(column), column);
  }

  Value& add(Value& map, std::string_view key, Value value, std::size_t column) {
    value.place = {number_, column};
    Value& added = map.add(key, std::move(value));
    map.members.back().place = {number_, column};
    return added;
  }

  Value value_of(const SheetField& field, const std::string& text) {
    if (!field.column.field.is_list) return scalar(field, text);
    Value list = Value::of_list();
    for (const auto& each : split_entries(text, field.column.field)) {
      if (const std::string entry = translated(field, each); !entry.empty())
        list.items.push_back(scalar(field, entry));
    }
    for (auto& each : list.items) each.place = {number_, 1};
    return list;
  }

  Value scalar(const SheetField& field, const std::string& text) {
    auto [settled, problem] = settle_cell(text, field.column.field, scheme_, policies_);
    if (!problem.empty()) tell(fmt::format("'{}': {}", field.heading, problem));
    return Value::of_text(settled);
  }

  const MappedSheet& mapped_;
  const SheetRow& row_;
  std::size_t number_;
  const policy::Policies& policies_;
  std::string scheme_;
  std::string first_name_;
  std::string surname_;
  RowSaid said_;
};

}  // namespace

MappedSheet map_columns(Spreadsheet sheet, ColumnMap map, const policy::Policies& policies) {
  MappedSheet mapped{std::move(sheet), std::move(map), {}};
  ColumnFinder finder(mapped);
  finder.find_all();
  const std::string scheme(key_of(&Mentor::scheme));
  const auto schemes = policies.schemes();
  if (find_field(*mapped.map.table, scheme) && !finder.has(scheme) && schemes.size() == 1)
    mapped.map.values.emplace(scheme, schemes.front());
  finder.must_have_all();
  finder.must_have_the_day_first();
  return mapped;
}

RowSaid row_said(const MappedSheet& mapped, std::size_t row, std::size_t number,
                 const policy::Policies& policies) {
  return RowReader(mapped, mapped.sheet.rows[row], number, policies).read();
}

}  // namespace mentor::exchange
