/// What two versions of a record's file say differently, field by field.
///
/// It goes by what stands in the files, not by what a record may hold: fields that the program doesn't know,
/// and those of earlier formats, show as well. The order of entries, comments and layout say nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"

namespace mentor::changes {

/// One field that says something else than before; of a list of words each word that came or went; of a
/// record or an entry that came or went each of its fields.
struct FieldChange {
  std::string id;     ///< the record's, `M-7KQ2D`, or an entry's, `P-9X2MC/S-8F3K2`; else the file's path
  std::string list;   ///< of an entry within a record the list that it stands in, `steps`
  std::string field;  ///< `area`, `first_meeting.date`; empty where a note stands for all fields
  std::optional<std::string> from;  ///< as it was written; nothing: it was not there
  std::optional<std::string> to;    ///< likewise
  std::string note;                 ///< why no field is named: `could not be read: line 3, …`
  bool is_word = false;             ///< one of a list of words, in which others may come and go beside it
  bool is_whole = false;            ///< of a record or an entry that came or went with all its fields

  friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

using FieldChanges = std::vector<FieldChange>;

/// A version of a file as far as it can be read.
struct Version {
  std::optional<Value> root;  ///< nothing: there was no such file, or it could not be read
  std::string problem;        ///< what was wrong with it then; empty otherwise
};

/// Reads a version; of nothing it is the version without a file.
[[nodiscard]] Version version_of(std::string_view path, const std::optional<std::string>& bytes);

/// A version that could not be read makes one change with a note, whatever the other says.
[[nodiscard]] FieldChanges difference(std::string_view path, const Version& before, const Version& after);
[[nodiscard]] FieldChanges difference(std::string_view path, const std::optional<std::string>& before,
                                      const std::optional<std::string>& after);

/// A merge of a file.
struct MergedVersions {
  Version common;  ///< what the parents share
  std::vector<Version> parents;
  Version merged;
};

/// What a merge made itself: what it says otherwise than each of its parents, told against the first, and
/// what it dropped of what one of them had changed, told against that one. A parent that could not be read
/// has no say.
[[nodiscard]] FieldChanges difference(std::string_view path, const MergedVersions& versions);

/// The field whose value stands at that place of a file that can be read, without its values: which record or
/// entry, and which field. Of a place where no value begins, the file's owner alone.
[[nodiscard]] FieldChange field_at(std::string_view path, const Version& version, Place place);

}  // namespace mentor::changes
