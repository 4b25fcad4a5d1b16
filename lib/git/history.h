/// The commits: the audit trail as git tells it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "git/repository.h"

namespace mentor::git {

struct Commit {
  std::string id;       ///< in full
  std::string at;       ///< the committer's date: "2026-02-10T09:30:00+01:00"
  std::string by;       ///< the author's name
  std::string subject;  ///< the message's first line
  std::vector<std::pair<std::string, std::string>>
      trailers;  ///< in their order; a key may come several times
};

/// The beginning of a commit's id, by which people tell it.
[[nodiscard]] std::string short_id(std::string_view id);

/// The "Key: value" lines of the message's last paragraph, which is not its first.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> trailers_of(std::string_view message);

}  // namespace mentor::git
