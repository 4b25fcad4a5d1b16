/// A line on a terminal that says how far long work has come.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <iosfwd>

namespace mentor::cmd {

/// Says nothing until the work has taken a second, then at most ten times a second, each time over what it
/// said before. The line is wiped out when this goes.
class ProgressLine {
 public:
  using Clock = std::function<std::chrono::milliseconds()>;

  /// `clock` says how much time has passed since some moment.
  ProgressLine(std::ostream& terminal, Clock clock);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// So many of so many files are read; when all are, the line is wiped out.
  void read(std::size_t done, std::size_t known);
  void wipe_out();

 private:
  std::ostream& terminal_;
  Clock clock_;
  std::chrono::milliseconds next_;  ///< when it may speak again
  bool is_shown_ = false;
};

}  // namespace mentor::cmd
