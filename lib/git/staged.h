/// What is staged: what a commit that somebody makes by hand is going to hold.
#pragma once

#include <filesystem>
#include <string>

#include "git/repository.h"

namespace mentor::git {

struct Staged {
  std::string tree;  ///< the id of the tree that would be committed
  Paths changed;     ///< what is new or differs from the last commit, sorted
  Paths removed;
};

/// `index` is git's own unless a hook was told of another, as for `git commit --all`. Throws Trouble(person)
/// while a conflict is not settled, Trouble(machine) when git refuses.
[[nodiscard]] Staged staged(const Repository& repository, const std::filesystem::path& index = {});

}  // namespace mentor::git
