/// Records that people changed themselves: checked, given what only the program can give, and committed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "workspace.h"

namespace mentor {

/// Commits every record, setting and policy that was changed, added or taken away by hand since the last
/// commit; other files are left alone. An entry without an identifier is given one. Everything must then be
/// sound: Trouble (records) else, with places as people wrote them. What the rules newly say is in the
/// outcome; they refuse nothing. Without a change the outcome has no identifiers.
///
/// `message` goes into the history as the reason, without names.
[[nodiscard]] Outcome record_by_hand(const Writing& writing, const std::string& message);

/// A record's file as somebody edits it.
struct Edited {
  std::string path;
  std::string before;  ///< its bytes when they began
  std::string after;   ///< what they made of it
};

/// Commits an edited record like a command's change. Trouble (records) when it is not sound, with the places
/// in `after`. Nothing when the file no longer holds `before`: see bytes_now.
[[nodiscard]] std::optional<Outcome> keep_edited(const Writing& writing, const Edited& edited);

/// The committed bytes of the record's file that somebody is about to edit. Throws Trouble as a commit would:
/// better before they type than after.
[[nodiscard]] std::string bytes_to_edit(const Writing& writing, const std::string& path);

}  // namespace mentor
