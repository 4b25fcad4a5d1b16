/// What stands in the way of taking a commit back.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "changes/merge.h"
#include "git/log.h"
#include "git/repository.h"
#include "trail.h"

namespace mentor {

/// Collects what hangs on a commit, each with the later commit that made it so.
class Hindrances {
 public:
  /// Both must outlive it.
  Hindrances(const git::Repository& repository, const git::Logged& logged)
      : repository_(repository), logged_(logged) {}

  /// What the commit made of a field was changed since.
  void add_conflict(const std::string& path, const changes::Conflict& conflict);
  /// The records would not be sound; `bytes` is what the problem's file would hold.
  void add_problem(const Problem& problem, const std::optional<std::string>& bytes);

  /// Throws Trouble (person) that names them, the first ones.
  void require_none() const;

 private:
  void add(std::string what, const std::optional<git::Commit>& later);
  [[nodiscard]] std::optional<git::Commit> last_writer(const std::string& path, const std::string& id,
                                                       const std::string& field);

  const git::Repository& repository_;
  const git::Logged& logged_;
  std::map<std::string, std::vector<Deed>> later_;  ///< by path
  std::vector<std::string> said_;
  bool has_later_ = false;
};

}  // namespace mentor
