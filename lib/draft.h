/// What somebody types into a record before it is kept: it survives a crash, a mistake and a refusal.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "git/repository.h"
#include "store/lock.h"

namespace mentor {

/// A copy of one record in git's own folder, outside of what is tracked, for an editor to work on; beside it
/// the bytes that it began with. One person edits it at a time.
class Draft {
 public:
  /// Throws Trouble(machine) when somebody else edits the record.
  Draft(const git::Repository& repository, const std::string& path);

  /// The file for the editor.
  [[nodiscard]] std::filesystem::path file() const;
  /// Whether an earlier edit was left unfinished.
  [[nodiscard]] bool is_there() const;

  /// What it began with, and what it says now.
  [[nodiscard]] std::string before() const;
  [[nodiscard]] std::string now() const;

  /// Begins with these bytes.
  void begin(const std::string& bytes) const;
  /// Begins with these bytes, which somebody else recorded meanwhile, and keeps what was typed: merged line
  /// by line, with conflict markers where both changed the same.
  void begin_again(const std::string& bytes) const;
  /// Takes it away.
  void drop() const;

 private:
  std::filesystem::path git_folder_;
  std::string folder_;  ///< of the copy and of whatever an editor puts beside it, in git's folder
  std::string copy_;
  std::string before_;
  std::optional<store::Lock> lock_;
};

}  // namespace mentor
