/// A new data directory.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace mentor {

enum class WithExample : bool { no, yes };

struct Founding {
  std::filesystem::path directory;
  std::string organisation;          ///< empty: the directory's name
  std::vector<std::string> schemes;  ///< of which there are presets
  WithExample example = WithExample::no;
};

/// Makes the directory, a git repository in it unless it is in one, the settings, the schemes' policies and git's own
/// files (and the example's records), and commits them. Returns the commit. Throws Trouble: usage for a scheme without a
/// preset or a directory that is one already, machine and person as a Transaction does; then nothing is left behind.
std::string found(const Founding& founding);

}  // namespace mentor
