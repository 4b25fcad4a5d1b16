/// What a page holds, whether it is written in Markdown or in HTML.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/table.h"

namespace mentor::render {

struct Page {
  std::string title;
  std::vector<std::string> lead;  ///< sentences above the tables, a line each
  std::vector<Table> tables;
  std::string foot;  ///< a line below them: what the page was made from
};

/// A column of a table that people see.
struct PageColumn {
  std::size_t at;       ///< which it is
  std::string heading;  ///< never empty: the key in words where people need none
  bool is_named;        ///< whether people see the heading
  bool right;           ///< it holds numbers
};

/// The columns for people that have anything to say; none for a table without rows.
[[nodiscard]] std::vector<PageColumn> columns_of(const Table& table);

/// Whether the table has nothing to say to people.
[[nodiscard]] bool is_empty(const Table& table);
/// Whether no table of the page has anything to say.
[[nodiscard]] bool is_empty(const Page& page);

/// A heading begins with a capital.
[[nodiscard]] std::string as_heading(std::string text);

}  // namespace mentor::render
