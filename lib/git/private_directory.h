/// Where texts are put for a git that wants files.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace mentor::git {

/// A directory below the system's temporary one that only we can enter, gone with this object. Throws
/// Trouble(machine).
class PrivateDirectory {
 public:
  PrivateDirectory();
  PrivateDirectory(const PrivateDirectory&) = delete;
  PrivateDirectory& operator=(const PrivateDirectory&) = delete;
  ~PrivateDirectory();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Writes a file in it, and makes the directories that it needs; with nothing to write only these.
  void put(std::string_view name, const std::optional<std::string>& bytes) const;

 private:
  std::filesystem::path path_;
};

}  // namespace mentor::git
