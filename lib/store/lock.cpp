#include "store/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <thread>

namespace mentor::store {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// Who reads asks more often: many who write, one after the other, would keep them waiting for too long.
constexpr milliseconds pause_of(Hold hold) { return milliseconds(hold == Hold::shared ? 1 : 10); }

// Closed when the hold is shared and there is no lock, nor can there be: the disk or the folder is read-only.
// Without O_CLOEXEC: see the class.
Descriptor open_lock(const std::filesystem::path& path, Hold hold) {
  Descriptor file(open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW, 0644));  // NOLINT: inherited on purpose
  if (!file.is_open() && hold == Hold::shared) {
    const int refused = errno;
    if (refused == EROFS) return {};
    file = Descriptor(open(path.c_str(), O_RDONLY | O_NOFOLLOW));  // NOLINT: inherited on purpose
    if (!file.is_open() && errno == ENOENT && refused != ENOENT) return {};
  }
  if (!file.is_open()) throw system_trouble("cannot open the lock '" + path.string() + "'", errno);
  return file;
}

}  // namespace

Lock::Lock(const std::filesystem::path& file, Hold hold, std::string_view command, milliseconds patience,
           Heirs heirs, std::string_view what)
    : what_(what), file_(open_lock(file, hold)) {
  if (!file_.is_open()) return;
  if (heirs == Heirs::none && fcntl(file_.get(), F_SETFD, FD_CLOEXEC) != 0)
    throw system_trouble("cannot lock '" + file.string() + "'", errno);
  wait(file, hold, patience);
  if (hold == Hold::exclusive) {
    sign(command);
    is_signed_ = true;
  }
}

Lock::~Lock() {
  // The name goes, if it can; the lock is closed, not unlocked, for git may still hold it.
  if (is_signed_ && file_.is_open() && ftruncate(file_.get(), 0) != 0) return;
}

void Lock::wait(const std::filesystem::path& file, Hold hold, milliseconds patience) const {
  const auto deadline = steady_clock::now() + patience;
  const int operation = (hold == Hold::shared ? LOCK_SH : LOCK_EX) | LOCK_NB;
  while (flock(file_.get(), operation) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR)
      throw system_trouble("cannot lock '" + file.string() + "'", errno);
    if (steady_clock::now() >= deadline)
      throw Trouble(Cause::machine, what_ + " is locked by " + holder() + ", wait for its end and try again");
    std::this_thread::sleep_for(pause_of(hold));
  }
}

std::string Lock::holder() const {
  std::array<char, 128> text{};
  const ssize_t count = pread(file_.get(), text.data(), text.size() - 1, 0);
  char* word = nullptr;
  const long number = count > 0 ? std::strtol(text.data(), &word, 10) : 0;
  if (number <= 0) return "a command that reads";
  const std::string name = "`mentorctl" + std::string(word) + "` (process " + std::to_string(number) + ")";
  const bool has_ended = kill(static_cast<pid_t>(number), 0) != 0 && errno == ESRCH;
  return has_ended ? "git, which " + name + " left running" : name;
}

void Lock::sign(std::string_view command) const {
  const std::string text = std::to_string(getpid()) + " " + std::string(command);
  // What only serves a message must not stop a command, on a full disk for one.
  if (ftruncate(file_.get(), 0) != 0) return;
  if (pwrite(file_.get(), text.data(), text.size(), 0) < 0) return;
}

}  // namespace mentor::store
