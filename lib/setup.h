/// What a data directory needs on each machine beside the records: what is in place, and what mends the rest.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "git/repository.h"

namespace mentor {

/// The machine as the program finds it.
struct Machine {
  std::filesystem::path root;             ///< the data directory
  std::filesystem::path program;          ///< where the program stands, for git to run it
  std::string name;                       ///< whom the history is to name from now on; empty: as git is set
  std::string email;                      ///< their address, likewise
  std::filesystem::path completion_file;  ///< where the shell looks for completions; empty: no home
  std::string completion;                 ///< what belongs there
};

/// One thing that is needed.
struct Provision {
  std::string_view key;        ///< `merge-driver`
  std::string_view serves;     ///< what it is for
  std::string lacks;           ///< what is wrong; empty when it is in place
  std::string by_hand;         ///< what a person does where the program cannot mend it; else empty
  std::function<void()> mend;  ///< null when only a person can; throws Trouble when it does not come off
};

/// All of it, in the order in which it is to be mended: who somebody is comes first, for a commit names them.
/// The machine and the repository must outlive what is returned.
///
/// Nobody's hook, setting of git's for all repositories or attribute is written over: those are told.
[[nodiscard]] std::vector<Provision> provisions(const Machine& machine, git::Repository& repository);

}  // namespace mentor
