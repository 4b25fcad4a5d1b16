/// A new data directory.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "store/change.h"

namespace mentor {

enum class WithExample : bool { no, yes };

struct Founding {
  std::filesystem::path directory;
  std::string organisation;          ///< empty: the directory's name
  std::vector<std::string> schemes;  ///< of which there are presets
  WithExample example = WithExample::no;
};

/// What the first commit holds: the settings, the schemes' policies and git's own files (and the example's
/// records). Throws Trouble: usage for a scheme without a preset or a directory that is one already, person
/// for a file in the way.
[[nodiscard]] store::Change founding_change(const Founding& founding);

/// Makes the directory, a git repository in it unless it is one, and that change in it. Returns the commit.
/// Throws Trouble as above, and machine and person as a Transaction does; then nothing is left behind.
std::string found(const Founding& founding);

}  // namespace mentor
