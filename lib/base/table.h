/// A table of typed cells: what a report is made of before anybody decides how it looks.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/value.h"

namespace mentor {

/// For whom a column is: `people` read text, `data` is JSON and CSV.
enum class Shown : std::uint8_t { always, people, data };

/// What a cell may say of people: `facts` and identifiers alone, or their `names` and what somebody wrote of
/// them.
enum class Says : std::uint8_t { facts, names };

/// What stands in a column: numbers stand to the right, and so does what stands for one, such as `under 5`.
/// Left open, it is told from the cells.
enum class Holds : std::uint8_t { anything, numbers };

struct Column {
  std::string key;      ///< the key in JSON and CSV
  std::string heading;  ///< for people
  Shown shown = Shown::always;
  Says says = Says::facts;
  Holds holds = Holds::anything;
};

/// Some rows of a table under a title of their own.
struct Part {
  std::string title;
  std::vector<std::size_t> rows;
  std::string more = {};  ///< of the rows that are not among them; empty: nothing
};

/// What can be drawn of a table. A cell that holds no number has nothing drawn, and says what stands in it.
struct Chart {
  enum class Kind : std::uint8_t {
    bars,    ///< the values of a row beside each other
    months,  ///< a column for each row, its values on one another
  };

  Kind kind{};
  std::string title;                ///< what it shows, in a sentence
  std::size_t label = 0;            ///< the column that names a row
  std::vector<std::size_t> values;  ///< the columns that are drawn
};

/// The cells of a row, one for each column.
using Row = std::vector<Value>;

/// Rows that are too many to be held: each is made whenever it is needed.
struct MadeRows {
  std::size_t count = 0;
  /// Fills in the row of that number. `row` has a cell for each column, with what a row before left in it.
  /// Called by several threads at once, each with a row of its own.
  std::function<void(std::size_t number, Row& row)> make = {};
};

/// Rows have one cell for each column, in order; a cell that does not apply has the form `nothing`,
/// and the text that it may have is for people alone.
struct Table {
  std::string key;    ///< such as `periods`: the key in JSON, the first column in CSV
  std::string title;  ///< for people
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::string section = {};         ///< for people: the heading over it and those like it that follow
  std::string about = {};           ///< for people: what the figures mean, below the title
  std::optional<Chart> chart = {};  ///< for pages with pictures
  std::vector<Part> parts = {};     ///< what people read of it; none: all of it
  std::string more = {};            ///< for people: what stands below the rows
  std::size_t heads = 0;  ///< so many of the columns for people name what a row is about; 0: a plain table
  MadeRows made = {};     ///< behind `rows`, of a table without parts
};

[[nodiscard]] inline std::size_t number_of_rows(const Table& table) {
  return table.rows.size() + table.made.count;
}

/// Calls `visit(row)` with each row from the one of number `first` to the one before `last`, those that are
/// made too, for the call alone.
template <class Visit>
void for_each_row(const Table& table, std::size_t first, std::size_t last, Visit visit) {
  const std::size_t held = table.rows.size();
  for (std::size_t i = first; i < std::min(last, held); ++i) visit(table.rows[i]);
  Row made(table.columns.size());
  for (std::size_t i = std::max(first, held); i < last; ++i) {
    table.made.make(i - held, made);
    visit(std::as_const(made));
  }
}

/// The same with each row of the table.
template <class Visit>
void for_each_row(const Table& table, Visit visit) {
  for_each_row(table, 0, number_of_rows(table), std::move(visit));
}

/// The table with all its rows held.
[[nodiscard]] Table with_rows(Table table);

/// What people read: each part as a table of its own, without the parts that have nothing to say. The second
/// part of `broken` has the key `broken-2`.
[[nodiscard]] std::vector<Table> for_people(Table table);

/// The table without the columns that say names.
[[nodiscard]] Table without_names(Table table);

/// Adds a row made of the members of `map` that the table has columns for; no two columns have one key.
void add_row(Table& table, Value map);

}  // namespace mentor
