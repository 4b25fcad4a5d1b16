/// What a command does to the records: one change, one commit.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mentor::store {

struct Change {
  /// Path from the data directory → the file's new bytes, or nothing for a removal.
  std::map<std::string, std::optional<std::string>> files;
  /// The commit's subject: one plain sentence with identifiers only.
  std::string sentence;
  /// In their order, such as {"Mentorctl-Command", "log-session"}; a key may come several times.
  std::vector<std::pair<std::string, std::string>> trailers;
  /// What files held when the change was made from them, where that matters: one that holds something else by
  /// now is not written over.
  std::map<std::string, std::optional<std::string>> read{};
};

}  // namespace mentor::store
