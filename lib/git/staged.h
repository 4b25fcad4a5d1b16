/// What is staged: what a commit that somebody makes by hand is going to hold.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "git/objects.h"
#include "git/repository.h"

namespace mentor::git {

/// What the next commit is compared with: the last one; before the first, the empty tree, which is made.
[[nodiscard]] std::string last_commit_or_nothing(const Repository& repository);

/// The files that differ from that, each with its bytes as staged; nothing for one that is taken away.
///
/// `objects` are the repository's. `index` is git's own unless a hook was told of another, as it is for `git
/// commit --all`. Throws Trouble(person) while a conflict is not settled, Trouble(machine) when git refuses.
[[nodiscard]] std::map<std::string, std::optional<std::string>> staged(
    const Repository& repository, Objects& objects, const std::filesystem::path& index = {});

}  // namespace mentor::git
