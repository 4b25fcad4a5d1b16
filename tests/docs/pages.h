/// The pages of docs/ that say what the code says: made from it, so that they can't drift.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/describe.h"

namespace mentor::docs {

/// A file below docs/ and what is in it.
struct Page {
  std::string path;
  std::string text;
};

[[nodiscard]] Page records_page();
[[nodiscard]] std::vector<Page> schema_pages();
[[nodiscard]] Page rules_page();
[[nodiscard]] Page commands_page();

/// A kind of record for people: what it is, and one as the program writes it.
struct Sample {
  std::string_view what;
  std::string path;
  std::string text;
};

/// Throws when there is none for that kind, or when the reader refuses it.
[[nodiscard]] Sample sample_of(const RecordShape& record);

// Markdown.

/// The text as a cell of a table shows it.
[[nodiscard]] std::string cell(std::string_view text);
/// `| a | b |`, the cells as they are.
[[nodiscard]] std::string row(const std::vector<std::string>& cells);
/// A table's first two lines.
[[nodiscard]] std::string heading(const std::vector<std::string>& titles);
[[nodiscard]] std::string code(std::string_view text);
/// The text with a capital at its start.
[[nodiscard]] std::string title(std::string_view text);

}  // namespace mentor::docs
