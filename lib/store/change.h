/// What a command does to the records: one change, one commit.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mentor::store {

/// The words behind which a commit says what made it, and of what.
namespace trailer {
inline constexpr std::string_view command = "Mentorctl-Command";
inline constexpr std::string_view record = "Mentorctl-Record";    ///< one each
inline constexpr std::string_view passed = "Mentorctl-Override";  ///< a rule
inline constexpr std::string_view why = "Mentorctl-Why";
inline constexpr std::string_view undoes = "Mentorctl-Undoes";  ///< a commit
}  // namespace trailer

struct Change {
  /// Path from the data directory → the file's new bytes, or nothing for a removal.
  std::map<std::string, std::optional<std::string>> files;
  /// The commit's subject: one plain sentence with identifiers only.
  std::string sentence;
  /// In their order, such as {trailer::command, "log-session"}; a key may come several times.
  std::vector<std::pair<std::string, std::string>> trailers;
  /// What files held when the change was made from them, where that matters: one that holds something else by
  /// now is not written over.
  std::map<std::string, std::optional<std::string>> read{};
};

}  // namespace mentor::store
