/// The records as a database of SQLite's.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "exchange/exported.h"

namespace mentor::exchange {

/// What an export says of itself, under its keys: when, from what and by which program it was made.
using About = std::vector<std::pair<std::string, std::string>>;

/// The bytes of the file: a table for each collection and for each list within its rows, with foreign keys,
/// `records` with the identifiers of all records, views for what people ask, `meta` with what it says of
/// itself, and `dictionary` with what every table and column means. The same records, day and program give
/// the same bytes.
[[nodiscard]] std::string database(const Exported& from, const About& about);

}  // namespace mentor::exchange
