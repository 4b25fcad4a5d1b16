/// Whose history somebody means.
#pragma once

#include <string>

#include "git/repository.h"
#include "workspace.h"

namespace mentor::cmd {

struct Subject {
  std::string called;      ///< the record's identifier, or a path; empty: everything
  git::Paths paths;        ///< none: the whole data directory
  std::string entry;       ///< `P-9X2MC/S-8F3K2`, when it is that of one entry
  bool is_folder = false;  ///< all records of a kind

  /// Whether there need be nothing of it.
  [[nodiscard]] bool may_be_empty() const { return paths.empty() || is_folder; }
};

/// A record by its identifier, also one that was taken away, or by a name, which those who were taken away
/// have too; an entry, also without its record; a scheme; a file or a folder by its path; of no text
/// everything. Throws Trouble: usage where nothing or several things are meant, records where a name is
/// looked for and what is read is not sound.
[[nodiscard]] Subject subject_meant(ReadingRoom& room, const std::string& text);

}  // namespace mentor::cmd
