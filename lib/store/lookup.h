/// Finding the record that somebody means: by a whole identifier, the beginning of one, or part of a person's
/// name.
///
/// A whole identifier reads one record; a beginning reads names of files only; a name reads the people (and,
/// for a match, the matches). Each throws Trouble: with the problems of what was read when there are any
/// (records), when nothing or more than one thing is meant (usage), with the candidates by identifier: names
/// stay in the records.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "model/id.h"
#include "store/reader.h"

namespace mentor::store {

/// An identifier of any kind as people type it, in small letters too.
[[nodiscard]] std::optional<Id> id_as_typed(std::string_view text);

[[nodiscard]] MentorId find_mentor(Reader& reader, std::string_view text);
[[nodiscard]] YoungPersonId find_young_person(Reader& reader, std::string_view text);
/// A mentor or a young person.
[[nodiscard]] Id find_person(Reader& reader, std::string_view text);
/// A concern, by identifier alone: it has no name.
[[nodiscard]] ConcernId find_concern(Reader& reader, std::string_view text);
/// What somebody means by `P-9X2MC/S-8F3K2`: a record in words for the others here, and one of its entries.
/// Throws Trouble (usage) when what stands behind the stroke is no identifier.
struct Meant {
  std::string record;
  std::optional<Id> entry;
};
[[nodiscard]] Meant split_entry(std::string_view text);

/// The path of the file in which the record or the entry stands. It need not be sound when it is named by a
/// whole identifier or by its path.
[[nodiscard]] std::string find_file(Reader& reader, std::string_view text);

/// By either person's name. Of several the one that is not over yet is meant, if there is just one.
[[nodiscard]] MatchId find_match(Reader& reader, std::string_view text, Day today);
/// Any record with an identifier; a name means a person.
[[nodiscard]] Id find_record(Reader& reader, std::string_view text);

/// Whatever find_record() may mean by a beginning or a name, which may be nothing.
[[nodiscard]] std::vector<Id> records_meant(Reader& reader, std::string_view text);

/// Reads a record, and what its soundness and the findings about it hang on: of a person their matches and
/// check-ins, of a match its logs.
void read_around(Reader& reader, const Id& id);

/// Throws Trouble (records) when anything is wrong in what was read.
void require_sound(const Reader& reader);

}  // namespace mentor::store
