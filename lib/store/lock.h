/// The lock of a data directory: one writes, or several read.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/system.h"

namespace mentor::store {

/// The lock's file in git's own folder.
inline constexpr std::string_view kLockFile = "mentorctl.lock";

enum class Hold { shared, exclusive };

/// A flock(2), held until destruction and, beyond that, until the last program started meanwhile has ended:
/// they inherit the descriptor on purpose, so that a commit whose command was killed is waited for. What it
/// locks is named in the message that others get.
///
/// The exclusive holder writes its process number and its command's word into the file, for the message that
/// others get. The file is never removed: two commands would then lock two files.
class Lock {
 public:
  /// Whether programs that are started meanwhile go on holding it.
  enum class Heirs { children, none };

  /// Waits for others at most this long, then throws Trouble(machine) that names the holder. On a read-only
  /// file system a shared hold is granted without a lock: there nobody can write either, and a copy, a
  /// snapshot or a mounted archive must stay readable.
  Lock(const std::filesystem::path& file, Hold hold, std::string_view command,
       std::chrono::milliseconds patience = std::chrono::seconds(10), Heirs heirs = Heirs::children,
       std::string_view what = "the data directory");
  Lock(Lock&&) noexcept = default;
  Lock& operator=(Lock&&) = delete;
  ~Lock();

 private:
  void wait(const std::filesystem::path& file, Hold hold, std::chrono::milliseconds patience) const;
  [[nodiscard]] std::string holder() const;
  void sign(std::string_view command) const;

  std::string what_;
  Descriptor file_;
  bool is_signed_ = false;
};

}  // namespace mentor::store
