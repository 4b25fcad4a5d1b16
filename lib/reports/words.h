/// What is noted of somebody's words, and of them in words, wherever it stands: so that they can see it, and
/// have it changed or taken out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "model/register.h"

namespace mentor::reports {

/// How words are taken out: alone, with the whole entry that is nothing without them, or not at all where
/// they answer for something else.
enum class Removal : std::uint8_t { field, entry, none };

struct NotedWords {
  std::string id;          ///< where they stand, as `amend` takes it: `P-9X2MC/S-8F3K2`
  std::string field;       ///< `note`, `first_meeting.activity`
  std::string_view means;  ///< of the field
  std::optional<Day> on;   ///< the day of what they are about, where it has one
  std::string by;          ///< whose words they are or who noted them, where that is known
  std::string text;        ///< an answer to a question is `yes` or `no`
  bool is_answer = false;
  Removal removal = Removal::field;
};

struct WordsOfSomebody {
  std::vector<NotedWords> words;  ///< by day, those without one first
  std::size_t left_out = 0;       ///< entries with what others said and did not share
};

/// Of a young person: what stands in their record, in their matches, and in the notes of conversations with
/// them and of events that they came to. Of a mentor the same, but of a match only what they said or did
/// there: the rest is the young person's. What another person said (to the team, of the match, at its end) is
/// left out and counted, unless they agreed that it is shared. Of a match: all of it, for the team. Every
/// field flagged `words` in the schema is among these, and a young person's answers to a survey.
///
/// Needs the record, and the matches, logs and events of whom it is about.
[[nodiscard]] WordsOfSomebody words_of_somebody(const Id& id, const Register& records);

}  // namespace mentor::reports
