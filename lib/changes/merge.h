/// Merging what two people made of one file: by field and by entry, never by line.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor::changes {

/// What two people wrote in one field, or that one changed what the other removed. Values are in words, empty
/// where nothing is there.
struct Conflict {
  std::string id;     ///< the record's, or `P-9X2MC/S-8F3K2` for an entry; of the file as a whole its path
  std::string field;  ///< such as `first_meeting.date`; empty: all of the entry or of the file
  std::string before;
  std::string ours;
  std::string theirs;

  /// `M-7KQ2D.area`, by which it is settled.
  [[nodiscard]] std::string name() const { return field.empty() ? id : id + "." + field; }
  /// Whether one side removed the whole entry or file, which the other changed.
  [[nodiscard]] bool is_about_presence() const { return field.empty() && (ours.empty() || theirs.empty()); }

  friend bool operator==(const Conflict&, const Conflict&) = default;
};

struct Merged {
  std::optional<std::string> text;  ///< nothing: the file is removed
  std::vector<Conflict> conflicts;  ///< with any of them `text` is not to be used

  friend bool operator==(const Merged&, const Merged&) = default;
};

/// What settles conflicts: the name of each, and the value that the field is to have; empty: none. An entry
/// or a file that one changed and the other removed is `kept`, or removed with an empty value.
using Settlements = std::map<std::string, std::string>;
inline constexpr std::string_view kept = "kept";

/// Three versions of one file (nothing: not there), merged by field and by entry.
///
/// A change of one side is taken, both sides' additions are kept, entries are the same when their `id` is,
/// and lists of words are sets in order. What one removed and the other left is removed. Merging the other
/// way round says the same, but for whose text it is written in. Comments, order and quoting survive; a
/// comment may go that one of them took out. A file that is no sound YAML, or in which entries cannot be told
/// apart, is one conflict as a whole unless one side left it as it was; of a version before that cannot be
/// read nothing counts.
///
/// Throws Trouble(usage) for a settlement of what one side removed that is neither `kept` nor empty.
///
/// A log that is not there is one without entries, and where no entry is left there is no file.
///
/// A version without a byte counts as not there: so git hands over a file that both added. The path is that
/// of the record, perhaps below other folders.
[[nodiscard]] Merged merge(std::string_view path, const std::optional<std::string>& before,
                           const std::optional<std::string>& ours, const std::optional<std::string>& theirs,
                           const Settlements& settlements = {});

/// What one and the other version, both made from `before`, have in common as what came before a merge. Where
/// they disagree it says what no side will say, so that neither a change nor a removal passes without a word.
[[nodiscard]] std::optional<std::string> common_ground(std::string_view path,
                                                       const std::optional<std::string>& before,
                                                       const std::optional<std::string>& one,
                                                       const std::optional<std::string>& other);

/// Our text with our value in place of each conflict, and the same text with theirs: all else is merged, and
/// the two differ in nothing but what both sides wrote differently. Nothing when the file cannot be merged by
/// field.
struct Both {
  std::string ours;
  std::string theirs;
};
[[nodiscard]] std::optional<Both> merge_both_ways(std::string_view path,
                                                  const std::optional<std::string>& before,
                                                  const std::optional<std::string>& ours,
                                                  const std::optional<std::string>& theirs);

/// What a version of the file says where the conflict is, in the same words; empty where nothing is there.
[[nodiscard]] std::string said_in(const std::optional<std::string>& text, std::string_view path,
                                  const Conflict& conflict);

/// Whether a record, the settings, the activities or a policy stand at the path, perhaps below other folders.
[[nodiscard]] bool is_record(std::string_view path);

/// Whether a log stands there: a list of entries.
[[nodiscard]] bool is_log(std::string_view path);

}  // namespace mentor::changes
