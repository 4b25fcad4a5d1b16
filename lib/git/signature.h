/// Whether commits were signed, and whether what they were signed with holds.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "git/repository.h"

namespace mentor::git {

struct Signature {
  /// `good`; `bad`: the commit is not what was signed; `unknown key`: nobody says whose key it is; `expired`,
  /// `revoked key`; `unchecked`: the program that checks is missing, not set up or too slow.
  std::string holds;
  std::string signer;  ///< whose key it is, where that is known
};

/// Those of the commits that were signed, by their full ids. Each is checked with the program and the keys
/// that git is set up with.
[[nodiscard]] std::map<std::string, Signature> signatures(const Repository& repository,
                                                          const std::vector<std::string>& commits);

}  // namespace mentor::git
