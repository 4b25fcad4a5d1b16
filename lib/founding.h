/// A new data directory.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "store/change.h"

namespace mentor {

enum class WithExample : bool { no, yes };

struct Founding {
  std::filesystem::path directory;
  std::string organisation;          ///< empty: the directory's name
  std::vector<std::string> schemes;  ///< presets, or names of the charity's own when `like` is given
  std::string like;                  ///< the preset that a scheme of one's own is a copy of, to be changed
  WithExample example = WithExample::no;
  std::filesystem::path program;  ///< what git is to ask when it merges records; empty: nothing is set
};

/// What the first commit holds: the settings, the schemes' policies and git's own files (and the example's
/// records). Throws Trouble: usage for a scheme without a preset and nothing to copy, or a directory that is
/// one already, person for a file in the way.
[[nodiscard]] store::Change founding_change(const Founding& founding);

/// Whether a preset of that name comes with the program.
[[nodiscard]] bool has_preset(std::string_view scheme);
/// The presets with what they are, for somebody who is to choose one: `rotherham (Mentoring scheme …)`.
[[nodiscard]] std::string preset_choices();

/// Makes the directory, a git repository in it unless it is one, and that change in it. Returns the commit.
/// Throws Trouble as above, and machine and person as a Transaction does; then nothing is left behind.
std::string found(const Founding& founding);

}  // namespace mentor
