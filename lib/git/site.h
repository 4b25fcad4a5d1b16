/// Where git keeps its things, told from its files alone: a program that is started for it costs more than
/// reading a record.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace mentor::git {

/// Where a directory's repository is.
struct Site {
  std::filesystem::path top;         ///< of the work tree, absolute, without links
  std::filesystem::path git_folder;  ///< likewise
  std::string prefix;                ///< the directory below the top: "" or "records/mentoring/"
  std::string head;                  ///< the id of the last commit, in full; empty when there is none
};

/// The site of a directory that is the top of a repository as it is laid out by default
/// (gitrepository-layout). Nothing where anything is out of the ordinary, and git has to be asked: no commit
/// yet, a detached HEAD, packed references, a linked work tree, somebody else's directory, an extension, a
/// setting that says where the work tree is. git would say the same, or complain of something broken as soon
/// as it is asked anything.
[[nodiscard]] std::optional<Site> plain_site(const std::filesystem::path& directory);

}  // namespace mentor::git
