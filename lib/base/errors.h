/// What can be wrong around the records: the one exception type of the library.
///
/// Wrong in the records is a value (Problem, Finding) and is returned, all of it.
/// Wrong around them (the command line, disk, git, a lock) is a Trouble: it is thrown where it happens and
/// caught once, in cmd/main.cpp, which turns its cause into the exit status.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/problem.h"

namespace mentor {

/// Why a command did not do what it was asked; the values are the exit statuses of the program.
enum class Cause {
  refused = 1,  ///< a rule says no
  usage = 2,    ///< the command line is wrong, or names no record or several
  records = 3,  ///< the records are unreadable or invalid
  machine = 4,  ///< I/O, a full disk, git failed, no identity, locked
  person = 5,   ///< a person must settle something first: a merge, a detached HEAD, a hand edit
};

class Trouble : public std::runtime_error {
 public:
  /// The message is in the form of git's: what is wrong, lower case, no full stop, then what to do.
  Trouble(Cause cause, const std::string& message) : std::runtime_error(message), cause_(cause) {}

  /// The records are wrong, in these places. There is at least one. The advice is for all of them together:
  /// lines that stand below them.
  explicit Trouble(std::vector<Problem> problems, std::string advice = {})
      : std::runtime_error(problems.front().message),
        cause_(Cause::records),
        problems_(std::move(problems)),
        advice_(std::move(advice)) {}

  [[nodiscard]] Cause cause() const { return cause_; }
  [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }
  [[nodiscard]] const std::string& advice() const { return advice_; }

 private:
  Cause cause_;
  std::vector<Problem> problems_;
  std::string advice_;
};

}  // namespace mentor
