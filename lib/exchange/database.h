/// The records as a database of SQLite's.
#pragma once

#include <string>

#include "exchange/exported.h"

namespace mentor::exchange {

/// The bytes of the file: a table for each collection and for each list within its rows, with foreign keys,
/// `records` with the identifiers of all records, views for what people ask, `meta` with what it says of
/// itself, and `dictionary` with what every table and column means. The same records, day and program give
/// the same bytes.
[[nodiscard]] std::string database(const Exported& from, const About& about);

}  // namespace mentor::exchange
