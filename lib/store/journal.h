/// The journal: what a command is about to do to several files, kept in git's own folder until its commit
/// stands.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor::store {

/// The journal's file in git's own folder.
inline constexpr std::string_view kJournalFile = "mentorctl.journal";

/// One file of the change. Both paths are from the top of the work tree.
struct JournalEntry {
  std::string path;
  std::optional<std::string> old_blob;  ///< what it held, as git keeps it; nothing for a new file
  std::optional<std::string> new_mark;  ///< fingerprint() of what it is to hold; nothing for a removal
  std::string temporary;                ///< beside the path
  bool stands_already = false;          ///< people wrote it: it is only to be committed, never put back

  friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

struct Journal {
  std::string head;  ///< the last commit when the command began; empty on an unborn branch
  std::vector<JournalEntry> entries;

  friend bool operator==(const Journal&, const Journal&) = default;
};

/// The length and the 64-bit FNV-1a hash of these bytes: "412-85944171f73967e8". It tells old from new after
/// an accident, without a git process for each file; it isn't proof against malice.
[[nodiscard]] std::string fingerprint(std::string_view bytes);

[[nodiscard]] std::string to_text(const Journal& journal);
/// The inverse, exactly: anything else throws Trouble(person) that names the file.
[[nodiscard]] Journal parse_journal(std::string_view text, const std::string& file);

/// Durable on return. The journal's own temporary has one name only, so that one left by a kill can be found.
void write_journal(const std::filesystem::path& git_folder, const Journal& journal);
[[nodiscard]] std::optional<Journal> read_journal(const std::filesystem::path& git_folder);
[[nodiscard]] bool has_journal(const std::filesystem::path& git_folder);
void drop_journal(const std::filesystem::path& git_folder);
/// Takes away the temporary of a journal whose writing was cut short; its command wrote no record. Where that
/// cannot be done it does no harm. The lock must be held, shared at least.
void drop_unfinished_journal(const std::filesystem::path& git_folder);

}  // namespace mentor::store
