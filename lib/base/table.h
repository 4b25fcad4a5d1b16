/// A table of typed cells: what a report is made of before anybody decides how it looks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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

/// Rows have one cell for each column, in order; a cell that does not apply has the form `nothing`,
/// and the text that it may have is for people alone.
struct Table {
  std::string key;    ///< such as `periods`: the key in JSON, the first column in CSV
  std::string title;  ///< for people
  std::vector<Column> columns;
  std::vector<std::vector<Value>> rows;
  std::string section = {};         ///< for people: the heading over it and those like it that follow
  std::string about = {};           ///< for people: what the figures mean, below the title
  std::optional<Chart> chart = {};  ///< for pages with pictures
  std::vector<Part> parts = {};     ///< what people read of it; none: all of it
  std::string more = {};            ///< for people: what stands below the rows
  std::size_t heads = 0;  ///< so many of the columns for people name what a row is about; 0: a plain table
};

/// What people read: each part as a table of its own, without the parts that have nothing to say. The second
/// part of `broken` has the key `broken-2`.
[[nodiscard]] std::vector<Table> for_people(Table table);

/// The table without the columns that say names.
[[nodiscard]] Table without_names(Table table);

/// Adds a row made of the members of `map` that the table has columns for.
void add_row(Table& table, const Value& map);

}  // namespace mentor
