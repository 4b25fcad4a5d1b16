/// The copy of a repository that several people share: fetching from it and pushing to it.
///
/// Nothing here asks anybody for a password: what needs one fails, so that no command hangs.
#pragma once

#include <optional>
#include <string>

#include "base/errors.h"
#include "git/repository.h"

namespace mentor::git {

/// The branch of the shared copy that the one here goes with.
struct Upstream {
  std::string remote;    ///< "origin"
  std::string branch;    ///< there: "refs/heads/main"
  std::string tracking;  ///< what it was when it was last fetched, here: "refs/remotes/origin/main"
};

/// Nothing when none is set for the branch of HEAD.
[[nodiscard]] std::optional<Upstream> upstream_of(const Repository& repository);

/// Brings what is new there; no file, and no branch of ours, is changed. Throws Trouble(machine) when the
/// shared copy cannot be reached.
void fetch(const Repository& repository, const Upstream& upstream);

/// The commit that was last fetched; empty when the shared copy has no such branch yet.
[[nodiscard]] std::string fetched(const Repository& repository, const Upstream& upstream);

/// Hands over a commit, never by force. Throws Trouble(machine) when the shared copy cannot be reached or
/// refuses. What is returned says why the commit is not there as yet: somebody else may have been first, in
/// which case there is something to fetch and to merge. Else it is the Trouble(machine) to throw.
[[nodiscard]] std::optional<Trouble> push(const Repository& repository, const Upstream& upstream,
                                          const std::string& commit);

}  // namespace mentor::git
