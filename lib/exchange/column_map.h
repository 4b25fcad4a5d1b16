/// What somebody wrote down about the columns of a sheet of theirs: a small YAML file beside it.
///
///     kind: mentors
///     scheme: rotherham
///     columns: {Name: name, "D.O.B.": born, Shoe size: }
///     values: {role: elected-member}
///     words:
///       role: {Cllr: elected-member, SM: senior-manager}
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "exchange/sheet_fields.h"

namespace mentor::exchange {

struct ColumnMap {
  const RecordTable* table = nullptr;
  std::map<std::string, std::string>
      columns;  ///< folded heading of the sheet → heading here; empty: left out
  std::map<std::string, std::string> values;  ///< heading here → what every row says
  std::map<std::string, std::map<std::string, std::string>>
      words;  ///< heading here → what the sheet says, folded → what it means; nothing stands for an empty
              ///< cell
};

/// Reads the map. `asked` is the table that was asked for, or null: the map's own kind must be the same. A
/// map that says no kind is for that, else for the `usual` one. Throws Trouble (records) with places for all
/// that is wrong in it.
[[nodiscard]] ColumnMap read_column_map(std::string_view bytes, const std::string& file,
                                        const RecordTable* asked, const RecordTable* usual);

}  // namespace mentor::exchange
