/// The commit that somebody means: by its name, or by a day.
#pragma once

#include <string>
#include <string_view>

#include "base/errors.h"
#include "git/repository.h"

namespace mentor::git {

/// The full id of the commit of that name: whatever git takes for one ("HEAD~3", the beginning of an id, a
/// branch, a tag), none of it an option. A day, `2026-02-10`, means the last commit of that day or an earlier
/// one, going back from HEAD by first parents; a commit's day is the one that its committer's clock showed.
/// Throws Trouble (usage) when there is no such commit.
[[nodiscard]] std::string commit_known_as(const Repository& repository, const std::string& name);

/// Trouble (usage): there was nothing yet at that moment.
[[nodiscard]] Trouble nothing_yet(std::string_view name);

}  // namespace mentor::git
