/// Records from sheets: read, judged row by row, committed at once.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "intake.h"
#include "workspace.h"

namespace mentor {

/// A sheet that somebody wants in.
struct ImportSheet {
  std::string file;
  std::string bytes;
  const exchange::RecordTable* usual = nullptr;  ///< what its name says it is of, if that says anything
};

struct Import {
  std::vector<ImportSheet> sheets;
  const exchange::RecordTable* asked = nullptr;  ///< what the sheets are of, where somebody says so
  std::string map_file;                          ///< empty without one
  std::string map_bytes;
  std::string rejects;         ///< where the rejected rows of the only sheet go; empty: beside each sheet
  std::string rejects_before;  ///< the bytes that stand there already
  /// Puts a file of rejected rows in its place, whole or not at all.
  std::function<void(const std::string& file, const std::string& bytes)> write_rejects;
};

struct Imported {
  Outcome outcome;  ///< its plan has no record; without a row that comes in there is no commit
  std::vector<exchange::MappedSheet> sheets;
  std::vector<IncomingRow> rows;
  std::vector<std::string> rejects;  ///< the files that hold what was rejected
};

/// Takes in what is good (intake.h) as one commit; rows that are not go into a file beside their sheet,
/// `FILE-rejected.csv`, or one with a number where that is there and holds something else, before anything is
/// committed. A dry run writes neither. Throws Trouble for a sheet or map that cannot be read, usage where
/// something else than an earlier file of rejected rows of the sheet stands in their place, and as every
/// command that writes.
[[nodiscard]] Imported import_sheets(const Writing& writing, const Import& import);

/// The table whose file has such a name, `mentors.csv` or `mentors-rejected.csv`; null when there is none.
[[nodiscard]] const exchange::RecordTable* table_of_file(const std::string& file);

}  // namespace mentor
