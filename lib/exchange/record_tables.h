/// The records as tables: which file holds which of their fields, made from the schema alone.
///
/// A kind of record is a table with a row for each; a list of entries within it is another, with a column
/// that says whose they are. The fields of a group are columns of their own, `referred.on`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "model/describe.h"

namespace mentor::exchange {

struct TableColumn {
  std::string heading;     ///< `name`, `referred.on`
  std::string_view group;  ///< the key of the group that the field stands in, if it does
  FieldShape field;
  bool required = false;  ///< a row must have it
};

struct RecordTable {
  std::string name;       ///< `mentor-steps`: the file is called so
  std::string_view noun;  ///< of a row: `young person`, `entry`
  std::string_view plural;
  std::string_view folder;  ///< of the records; empty of activities
  std::string owner;      ///< heading of the column that says whose entries the rows are, which is the first;
                          ///< empty where the rows are records
  std::string_view list;  ///< the key of their list in the record; empty of records and of logs
  std::vector<TableColumn> columns;  ///< without the owner's

  [[nodiscard]] bool is_of_records() const { return owner.empty(); }
};

/// `name`, or `referred.on` of a group.
[[nodiscard]] std::string heading_of(std::string_view key, std::string_view part);

/// All of them, in the order in which they are explained. The settings are no records.
[[nodiscard]] const std::vector<RecordTable>& record_tables();
/// Null when there is no such table.
[[nodiscard]] const RecordTable* find_table(std::string_view name);

/// The ending of their files' names.
inline constexpr std::string_view csv_ending = ".csv";

/// The entries of a list of texts as one cell, `; ` between them: one that would be read as several, or as
/// another, stands in quotation marks.
[[nodiscard]] std::string join_entries(const std::vector<std::string>& entries, const FieldShape& field);
/// The entries of such a cell. Those that people typed are parted by semicolons and line ends, and by commas
/// too unless they are names with more behind a comma.
[[nodiscard]] std::vector<std::string> split_entries(std::string_view cell, const FieldShape& field);

}  // namespace mentor::exchange
