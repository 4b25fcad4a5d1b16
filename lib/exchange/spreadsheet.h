/// A sheet as a spreadsheet saved it: CSV with its habits, a line of headings, then rows.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mentor::exchange {

struct SheetRow {
  std::size_t line = 0;            ///< in which it begins, as an editor counts
  std::vector<std::string> cells;  ///< as many as there are headings, or more; blanks around them are gone
};

struct Spreadsheet {
  std::string file;      ///< what its places are called by
  std::size_t line = 1;  ///< of the headings
  std::vector<std::string> headings;
  std::vector<SheetRow> rows;  ///< without those in which nothing stands
  std::vector<std::string> notes;
};

/// Reads CSV with commas, semicolons or tabs between, whichever the headings have most of or `sep=` says;
/// line ends of every kind; quotation marks, with line ends within; whichever encoding
/// (exchange/encodings.h). An apostrophe that csv::guarded() put is taken away. Throws Trouble (records) with
/// a place for what cannot be read: a quotation that does not end, a sheet without headings.
[[nodiscard]] Spreadsheet read_spreadsheet(std::string_view bytes, const std::string& file);

/// The headings of the file for rows of the sheet that are rejected: its own, and one for the reason.
[[nodiscard]] std::vector<std::string> headings_of_rejected(const Spreadsheet& sheet,
                                                            const std::string& heading);

/// A row that was not taken in, by its number among the rows.
struct RejectedRow {
  std::size_t row = 0;
  std::string reason;
};

/// These rows with the sheet's own columns, and why in one with that heading, as CSV that can be corrected
/// and imported again.
[[nodiscard]] std::string write_rejected(const Spreadsheet& sheet, const std::vector<RejectedRow>& rejected,
                                         const std::string& heading);

}  // namespace mentor::exchange
