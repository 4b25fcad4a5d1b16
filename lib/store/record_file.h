/// One file and the record in it.
#pragma once

#include <string>
#include <string_view>

#include "base/problem.h"
#include "model/codec.h"
#include "model/schema.h"

namespace mentor::store {

/// The record in a file's text. What is wrong with it is added to `problems`, with place and line; then the
/// record is not to be used. Its identifier must be the file's name.
template <class Record>
[[nodiscard]] Record read_record(std::string_view text, std::string_view path, Problems& problems);

/// The text of a file for a record that is new.
template <class Record>
[[nodiscard]] std::string write_record(const Record& record);

/// The text with the record changed in its place. It is read back: unless it then says exactly `after`, a
/// Trouble is thrown and nothing has changed.
template <class Record>
[[nodiscard]] std::string rewrite_record(std::string_view text, const Record& before, const Record& after);

/// The record as a tree: of a log, the list of its entries.
template <class Record>
[[nodiscard]] Value to_value(const Record& record);

}  // namespace mentor::store
