/// What a report was made from: it stands in the report, so that somebody can make it again and compare.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/table.h"
#include "cmd/call.h"

namespace mentor::cmd {

/// Which report was asked for, and what of it.
struct AskedReport {
  std::string name = "nightly";
  std::string match;              ///< of a journey
  bool for_young_person = false;  ///< of a journey
  std::string since;              ///< of the nightly report: a day, or a commit's full id
  bool ids_only = false;          ///< of the nightly report
  std::optional<Day> from;        ///< counted from that day
  std::optional<Day> to;          ///< and up to that one
};

/// Adds what was asked for beside the name, each under its key.
void add_asked(Value& value, const AskedReport& asked);

/// In JSON each is a member of the whole; in CSV a row of the last table; in text all are the last line,
/// which may be broken; in Markdown and HTML the last line of what is read.
struct MadeFrom {
  AskedReport asked;
  std::string program;  ///< its version
  Day as_of;
  Later later = Later::stands;
  std::string commit;
  std::vector<std::pair<std::string, std::string>> policies;  ///< scheme and SHA-256
  std::size_t unrecorded = 0;                                 ///< how many files were changed by hand
  std::size_t width = 0;                                      ///< of the lines of a text
};

/// For a text: `made from report=commitment as_of=2026-04-02 …`.
[[nodiscard]] std::string in_a_line(const MadeFrom& made_from);
/// For a page: the same in one line, without the width.
[[nodiscard]] std::string in_one_line(const MadeFrom& made_from);
/// For CSV: `made_from`, with `key` and `value`.
[[nodiscard]] Table table_of(const MadeFrom& made_from);

/// A report that was kept, and the format that it is in.
struct Kept {
  MadeFrom made_from;
  Format format = Format::text;
};

/// Reads it from a report as this program writes it; nothing when it is none.
[[nodiscard]] std::optional<Kept> read_kept(std::string_view report);

}  // namespace mentor::cmd

namespace mentor {
template <>
inline constexpr auto words_of<Later> = std::to_array<std::string_view>({"stands", "left-out"});
}  // namespace mentor
