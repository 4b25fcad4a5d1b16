/// The commit that somebody means: by its name, or by a day.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"
#include "base/errors.h"
#include "git/objects.h"

namespace mentor::git {

/// Where this copy has only a part of the history, as a shallow clone does: that it begins here, and what
/// brings the rest, for a message. Else empty.
[[nodiscard]] std::string where_history_begins(const Repository& repository);

/// The full id of the commit of that name: whatever git takes for one ("HEAD~3", the beginning of an id, a
/// branch, a tag), none of it an option. Throws Trouble (usage) when there is no such commit.
[[nodiscard]] std::string commit_named(Objects& objects, const std::string& name);

/// The last commit of that day or an earlier one, going back from `head` by first parents; nothing when all
/// came later. A commit's day is the one that its committer's clock showed.
[[nodiscard]] std::optional<std::string> last_commit_of(Objects& objects, Day day, const std::string& head);

/// The one or the other: a day, `2026-02-10`, means the last commit of that day that `head` leads back to.
/// Throws Trouble (usage) when there is none.
[[nodiscard]] std::string commit_known_as(Objects& objects, const std::string& name, const std::string& head);

/// Trouble (usage): there was nothing yet at that moment.
[[nodiscard]] Trouble nothing_yet(std::string_view name);

}  // namespace mentor::git
