/// The tables of a database, as the fields of a collection ask for them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/collections.h"

namespace mentor::exchange {

/// The table of the identifiers of all records, to which those refer that may be of any kind.
inline constexpr std::string_view table_of_records = "records";
inline constexpr std::string_view id_column = "id";
/// Whether identifiers that begin with that letter are those of records, and no entries'.
[[nodiscard]] bool names_a_record(char letter);

struct SqlColumn {
  std::string name;
  std::string_view type;  ///< of SQLite's: TEXT, INTEGER or REAL
  Kind kind;              ///< of what stands in it
  std::string condition;  ///< behind its type: NOT NULL, CHECK, REFERENCES
  std::string type_in_words;
  std::string means;
  std::vector<std::string_view> path;  ///< from a row's map to the value; none for what comes from above it
};

/// A table, and those of the lists that stand within its rows.
struct SqlTable {
  std::string name;
  std::string means;
  std::size_t from_above = 0;  ///< of the columns: the key of the row whose list it is, and the position
  std::vector<SqlColumn> columns;
  std::vector<std::string> key;    ///< the columns of it; none where nothing tells rows apart
  std::vector<std::string> extra;  ///< conditions over several columns
  std::vector<SqlTable> lists;
  std::vector<std::string_view> path;  ///< of a list: from the row above to it

  [[nodiscard]] std::string create() const;
  [[nodiscard]] std::string insert() const;
};

/// A group of fields is columns of the same table, `referred_on`; money is whole pence, and its column says
/// so; a list is a table of its own, named by what it belongs to: `mentor_steps`, `event_attended`.
[[nodiscard]] SqlTable sql_table(const Collection& collection);

/// A name in double quotes.
[[nodiscard]] std::string sql_name(std::string_view name);

}  // namespace mentor::exchange
