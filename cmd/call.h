/// One call of the program: its streams, the options that every command has, and the two ways of working.
#pragma once

#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"
#include "base/finding.h"
#include "base/value.h"
#include "cmd/io.h"
#include "model/scalar.h"
#include "workspace.h"

namespace mentor::cmd {

/// The last two are for an export alone.
enum class Format : std::uint8_t { text, json, csv, md, html, sqlite, ics };

/// The options that may stand before or after any command.
struct Globals {
  std::string data;
  std::optional<Day> today;
  std::optional<Day> as_of;
  std::string known_at;
  Format format = Format::text;
  bool dry_run = false;
  std::string override_reason;
  std::string authorised_by;
  std::optional<Day> override_until;
};

class Question;

struct Call {
  Io& io;
  const Globals& globals;
  const std::deque<Question>* said = nullptr;  ///< what the command takes, and was told of it
  bool talked = false;                         ///< somebody was asked for what was missing

  /// The day for everything that has one: `--today` or `--as-of`, else `$MENTORCTL_TODAY`, else the clock's.
  [[nodiscard]] Day today() const;
  /// Whether somebody looks at the records as they were.
  [[nodiscard]] bool looks_back() const { return globals.as_of || !globals.known_at.empty(); }
  /// Throws Trouble (usage) then: what is over is not changed.
  void must_be_now(std::string_view command) const;
  [[nodiscard]] std::filesystem::path data_directory() const;

  /// Opens the data directory for reading.
  [[nodiscard]] ReadingRoom open(std::string_view command, store::Examples examples = store::Examples::leave,
                                 store::Schemes schemes = store::Schemes::all) const;
  /// How a command that writes is to write. Throws Trouble (usage) for a format that such a command has not,
  /// and when somebody looks back.
  [[nodiscard]] Writing writing(std::string_view command) const;
  /// Runs a command that writes, and shows what came of it. The value is the exit status.
  int write(std::string_view command, const MakePlan& make_plan) const;
  /// The same for a command that has a use of its own for `--authorised-by` and `--until`, and passes no
  /// rule.
  int write_with_own_answer(std::string_view command, const MakePlan& make_plan) const;
};

/// Throws Trouble (usage) unless the format is one of those.
void must_be_format(Format format, std::initializer_list<Format> formats);

}  // namespace mentor::cmd

namespace mentor {
template <>
inline constexpr auto words_of<cmd::Format> = std::to_array<std::string_view>({"text", "json", "csv", "md",
                                                                               "html", "sqlite", "ics"});
}  // namespace mentor
