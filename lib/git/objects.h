/// What git holds, by name: commits, trees and blobs, read without a work tree.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/errors.h"
#include "git/process.h"
#include "git/repository.h"

namespace mentor::git {

/// One object.
struct Object {
  std::string id;    ///< in full: 40 digits of SHA-1, or 64 of SHA-256
  std::string type;  ///< commit, tree, blob or tag
  std::size_t size = 0;
  std::optional<std::string> bytes;  ///< its content, where that was asked for and within the limits
};

/// How much content is kept, in bytes: the first object may take all of it.
struct Limits {
  std::size_t each = std::numeric_limits<std::size_t>::max();
  std::size_t together = std::numeric_limits<std::size_t>::max();
};

/// What is said where git lacks what it names; `what` is that, "git lacks a file".
[[nodiscard]] Trouble not_here(std::string_view what = "git lacks a file that a commit names");

/// One `git cat-file` that runs from the first question for as long as this lives. It reads what is in the
/// repository and fetches nothing. Throws Trouble(machine) when it fails, makes no sense or takes too long.
class Objects {
 public:
  /// The repository must outlive it.
  explicit Objects(const Repository& repository) : repository_(repository) {}

  [[nodiscard]] const Repository& repository() const { return repository_; }

  /// What a name stands for: an id or its beginning, "HEAD~3", a branch, "v1^{tree}", each as git reads it,
  /// and none of it an option. Nothing when it stands for nothing here, or for several things.
  [[nodiscard]] std::optional<Object> find(std::string_view name);
  /// The same with its content.
  [[nodiscard]] std::optional<Object> read(std::string_view name);
  /// Many at once, in their order; of what is over a limit only what it is.
  [[nodiscard]] std::vector<std::optional<Object>> read(const std::vector<std::string>& names,
                                                        const Limits& limits = {});

 private:
  [[nodiscard]] Process take_program();
  [[nodiscard]] std::vector<std::optional<Object>> ask(std::string_view question,
                                                       const std::vector<std::string>& names,
                                                       const Limits& limits);

  const Repository& repository_;
  std::optional<Process> program_;
};

}  // namespace mentor::git
