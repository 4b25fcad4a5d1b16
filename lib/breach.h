/// Which commit left the records unsound.
#pragma once

#include <optional>
#include <string>

#include "base/problem.h"
#include "git/history.h"
#include "git/repository.h"

namespace mentor {

/// What a commit did that somebody may take back.
struct Breach {
  git::Commit commit;
  std::string path;  ///< of its files the one that matters: it went, or was changed
};

/// Whether the last commit has that problem, by its file and what is wrong there.
[[nodiscard]] bool is_in_last_commit(const git::Repository& repository, const Problem& problem);

/// The latest commit that made a problem which the last commit has, as is_in_last_commit() says. Where a
/// merge made it of two sides that had it not, the one that took away what is missing. Nothing when it was
/// there from the beginning, and when no commit but a merge made it.
[[nodiscard]] std::optional<Breach> breach_of(const git::Repository& repository, const Problem& problem);

}  // namespace mentor
