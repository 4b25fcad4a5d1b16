/// Values and tables as JSON, CSV and lines for people.
#pragma once

#include <span>
#include <string>

#include "base/table.h"
#include "base/value.h"
#include "render/sink.h"

namespace mentor::render {

/// JSON, indented by two, with a line feed at the end. Members keep their order; a member without a value is
/// left out; `yes` and `no` are true and false. Always valid UTF-8.
[[nodiscard]] std::string to_json(const Value& value);

/// The same piece by piece. `object` is a map; a member without a value that is called as one of the tables
/// has the rows of that.
void write_json(const Value& object, std::span<const Table> tables, const Sink& sink);

/// The rows of a table as a list of maps by the columns' keys.
[[nodiscard]] Value to_value(const Table& table);

}  // namespace mentor::render
