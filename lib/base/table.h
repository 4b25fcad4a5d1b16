/// A table of typed cells: what a report is made of before anybody decides how it looks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"

namespace mentor {

/// For whom a column is: `people` read text, `data` is JSON and CSV.
enum class Shown : std::uint8_t { always, people, data };

struct Column {
  std::string key;      ///< the key in JSON and CSV
  std::string heading;  ///< for people
  Shown shown = Shown::always;
};

/// Rows have one cell for each column, in order; a cell that does not apply has the form `nothing`.
struct Table {
  std::string key;    ///< such as `periods`: the key in JSON, the first column in CSV
  std::string title;  ///< for people
  std::vector<Column> columns;
  std::vector<std::vector<Value>> rows;
};

/// Adds a row made of the members of `map` that the table has columns for.
void add_row(Table& table, const Value& map);

}  // namespace mentor
