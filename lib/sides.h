/// What each of two sides did that cannot be one.
#pragma once

#include <string>
#include <vector>

#include "git/repository.h"

namespace mentor {

/// Two commits that are to be one.
struct Sides {
  const git::Repository& repository;
  const std::string& ours;
  const std::string& theirs;
};

/// What to say below what is not sound in a merge, or in what came: that nothing was done, on which side it
/// is, who last changed each of these files there with which commit, and what to do. An empty path says
/// nothing.
[[nodiscard]] std::string not_sound_together(const Sides& sides, const std::vector<std::string>& paths);

}  // namespace mentor
