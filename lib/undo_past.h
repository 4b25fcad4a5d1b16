/// Which commits can be taken back.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "git/log.h"
#include "git/repository.h"

namespace mentor {

/// The commits that touched records, and which of them were taken back.
class Past {
 public:
  /// The repository must outlive it.
  explicit Past(const git::Repository& repository);

  /// The commit of that name, with the records that it changed; without a name the last one on this line of
  /// the history that a command made, that is no undo and was not taken back. Throws Trouble (usage) when
  /// there is none, when a person or a merge changed something since, and when the commit can't be taken
  /// back: a merge, the beginning, and what was taken back before.
  [[nodiscard]] const git::Logged& chosen(const std::string& named) const;

  /// Whether it changed more than records.
  [[nodiscard]] bool changed_others(const git::Commit& commit) const {
    return with_others_.contains(commit.id);
  }

 private:
  [[nodiscard]] const git::Logged& find(const std::string& named) const;
  [[nodiscard]] const git::Logged& last_command() const;
  [[nodiscard]] std::set<std::string> first_parents() const;
  void require_undoable(const git::Logged& logged) const;

  const git::Repository& repository_;
  std::vector<git::Logged> log_;               ///< the last one first
  std::map<std::string, std::string> undone_;  ///< and by which commit
  std::set<std::string> with_others_;
};

}  // namespace mentor
