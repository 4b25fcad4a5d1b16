/// A sheet of which it is known what each column says, and its rows as values.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/value.h"
#include "exchange/column_map.h"
#include "exchange/spreadsheet.h"
#include "policy/edition.h"

namespace mentor::exchange {

struct MappedSheet {
  Spreadsheet sheet;  ///< its notes say which columns are not read
  ColumnMap map;
  std::vector<const SheetField*> columns;  ///< one for each heading; null where it is not read
};

/// Finds out what each column says: as the map has it, else by its heading. A sheet of a kind with schemes
/// that says none is of the only one that runs here. Throws Trouble (records) when two columns say one thing,
/// when none says what every row must have, and when the days of a column have the month first.
[[nodiscard]] MappedSheet map_columns(Spreadsheet sheet, ColumnMap map, const policy::Policies& policies);

/// A row as a tree such as its record or entry is read from, at the place (`number`, column).
struct RowSaid {
  Value value;
  std::string owner;   ///< whose entry it is, as it stands there
  std::string mentor;  ///< of a session whose match is named by its people
  std::string young_person;
  Value standing;     ///< of a young person, in education, employment and training; no form when not said
  std::string wrong;  ///< what is wrong with it, as far as a cell shows it
};
[[nodiscard]] RowSaid row_said(const MappedSheet& mapped, std::size_t row, std::size_t number,
                               const policy::Policies& policies);

}  // namespace mentor::exchange
