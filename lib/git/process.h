/// Running a program: no shell, no terminal, bounded time.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/system.h"

namespace mentor::git {

/// How a program ended, and what it said.
struct Outcome {
  int status = 0;   ///< its exit status; 128 + the signal, if one ended it
  std::string out;  ///< standard output, byte for byte
  std::string err;  ///< standard error, likewise
};

/// A program that runs beside us from its construction on. It leads a process group of its own, gets no
/// descriptor of ours but those opened without O_CLOEXEC on purpose (the lock), and default SIGPIPE and
/// SIGCHLD.
class Process {
 public:
  /// Starts argv[0], looked up in PATH, with exactly this environment ("NAME=value", one each).
  /// Throws Trouble(machine) when it cannot be started.
  Process(const std::vector<std::string>& argv, std::vector<std::string> environment);
  Process(Process&& other) noexcept;
  Process& operator=(Process&&) = delete;
  /// Ends the program if finish() wasn't called.
  ~Process();

  /// Takes the next part of what a program answers, and says whether that was the last.
  using Hear = std::function<bool(std::string_view part)>;
  /// Hands over the input and lets `hear` have the standard output as it comes, until it says that all is
  /// there: a question and its answer, of any size, without a deadlock. The program runs on, for the next
  /// one. False when it ended before; finish() then tells how. Throws Trouble(machine) like finish().
  [[nodiscard]] bool converse(std::string_view input, const Hear& hear, std::chrono::milliseconds limit);

  /// Hands over the whole standard input without waiting for anything: what doesn't go at once, finish()
  /// sends.
  void hand_over(std::string input);
  /// Hands over the standard input, collects both outputs (of any size, without a deadlock) and waits for the
  /// end. A program may leave its input unread. What hand_over() was given goes before. To be called once.
  /// Throws Trouble(machine) when the limit has passed; the whole process group is ended then, gently first,
  /// so that git takes its lock files away.
  Outcome finish(std::string_view input, std::chrono::milliseconds limit);

 private:
  using Moment = std::chrono::steady_clock::time_point;

  void exchange(std::string_view input, Moment deadline, Outcome& outcome);
  bool pass_on(std::string_view& input, Outcome& outcome, std::chrono::milliseconds patience);
  void send(std::string_view& input);
  bool has_ended();
  bool wait_until(Moment deadline);
  void end_group();
  [[noreturn]] void give_up();

  std::string name_;
  pid_t pid_ = -1;  ///< -1 once it has been waited for
  int wait_status_ = 0;
  std::string unsent_;      ///< of what it was handed over
  std::string complaints_;  ///< what it said on standard error while it answered
  Descriptor in_;
  Descriptor out_;
  Descriptor err_;
};

/// A Process from start to end.
Outcome run(const std::vector<std::string>& argv, std::vector<std::string> environment,
            std::string_view input, std::chrono::milliseconds limit);

}  // namespace mentor::git
