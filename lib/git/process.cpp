#include "git/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <thread>
#include <utility>

namespace mentor::git {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kGrace{2000};  // between asking a program to end and making it
constexpr milliseconds kSlice{50};    // how often a silent program is looked after
constexpr int kYields = 100;          // before sleeping, for a program that is about to end

struct Pair {
  Descriptor ours;
  Descriptor theirs;
};

// Out of the way of 0, 1 and 2, which the child's ends are copied to, should ours be closed.
Descriptor above_standard(int number) {
  Descriptor low(number);
  if (number > 2) return low;
  const int high = fcntl(number, F_DUPFD_CLOEXEC, 3);
  if (high < 0) throw system_trouble("cannot open a pipe", errno);
  return Descriptor(high);
}

// A socket, because writing to one can be told not to raise SIGPIPE.
Pair input_pair() {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    throw system_trouble("cannot open a pipe", errno);
  return {above_standard(ends[0]), above_standard(ends[1])};
}

Pair output_pair() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw system_trouble("cannot open a pipe", errno);
  return {above_standard(ends[0]), above_standard(ends[1])};
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> result;
  result.reserve(words.size() + 1);
  for (std::string& word : words) result.push_back(word.data());
  result.push_back(nullptr);
  return result;
}

class SpawnAttributes {
 public:
  SpawnAttributes() {
    posix_spawnattr_init(&attributes_);
    posix_spawnattr_setflags(&attributes_,
                             POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setpgroup(&attributes_, 0);
    sigset_t signals;
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes_, &signals);
    sigaddset(&signals, SIGPIPE);
    sigaddset(&signals, SIGCHLD);
    posix_spawnattr_setsigdefault(&attributes_, &signals);
  }
  SpawnAttributes(const SpawnAttributes&) = delete;
  SpawnAttributes& operator=(const SpawnAttributes&) = delete;
  ~SpawnAttributes() { posix_spawnattr_destroy(&attributes_); }
  [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

class Actions {
 public:
  Actions(const Descriptor& in, const Descriptor& out, const Descriptor& err) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, in.get(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, out.get(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, err.get(), STDERR_FILENO);
  }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;
  ~Actions() { posix_spawn_file_actions_destroy(&actions_); }
  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

// Appends what is there; closes at the end.
void receive(Descriptor& from, std::string& text) {
  std::array<char, 65536> buffer;  // NOLINT: read() fills it
  const ssize_t count = read(from.get(), buffer.data(), buffer.size());
  if (count > 0) text.append(buffer.data(), static_cast<std::size_t>(count));
  if (count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN)) from.close();
}

}  // namespace

Process::Process(const std::vector<std::string>& argv, std::vector<std::string> environment)
    : name_(argv.at(0)) {
  Pair in = input_pair();
  Pair out = output_pair();
  Pair err = output_pair();
  std::vector<std::string> words = argv;
  const SpawnAttributes attributes;
  const Actions actions(in.theirs, out.theirs, err.theirs);
  const int error = posix_spawnp(&pid_, name_.c_str(), actions.get(), attributes.get(),
                                 pointers(words).data(), pointers(environment).data());
  if (error == ENOENT)
    throw Trouble(Cause::machine, "cannot run '" + name_ + "': it was not found, install it and try again");
  if (error != 0) throw system_trouble("cannot run '" + name_ + "'", error);
  in_ = std::move(in.ours);
  out_ = std::move(out.ours);
  err_ = std::move(err.ours);
}

Process::Process(Process&& other) noexcept
    : name_(std::move(other.name_)),
      pid_(std::exchange(other.pid_, -1)),
      wait_status_(other.wait_status_),
      unsent_(std::move(other.unsent_)),
      complaints_(std::move(other.complaints_)),
      in_(std::move(other.in_)),
      out_(std::move(other.out_)),
      err_(std::move(other.err_)) {}

Process::~Process() {
  if (pid_ > 0) end_group();
}

bool Process::converse(std::string_view input, const Hear& hear, milliseconds limit) {
  const Moment deadline = steady_clock::now() + limit;
  Outcome heard;
  bool is_all = false;
  while (out_.is_open() && !is_all) {
    pass_on(input, heard, kSlice);
    if (!heard.out.empty()) is_all = hear(heard.out);
    heard.out.clear();
    if (!is_all && steady_clock::now() >= deadline) give_up();
  }
  complaints_.append(heard.err);
  return is_all;
}

void Process::hand_over(std::string input) {
  std::string_view rest = input;
  for (std::size_t before = 0; in_.is_open() && !rest.empty() && before != rest.size();) {
    before = rest.size();
    send(rest);
  }
  unsent_ = rest;
  if (unsent_.empty()) in_.close();
}

Outcome Process::finish(std::string_view input, milliseconds limit) {
  const Moment deadline = steady_clock::now() + limit;
  Outcome outcome;
  outcome.err.swap(complaints_);
  const std::string all = unsent_.append(input);
  exchange(all, deadline, outcome);
  if (!wait_until(deadline)) give_up();
  outcome.status = WIFEXITED(wait_status_) ? WEXITSTATUS(wait_status_) : 128 + WTERMSIG(wait_status_);
  return outcome;
}

void Process::exchange(std::string_view input, Moment deadline, Outcome& outcome) {
  bool ended = false;
  while (out_.is_open() || err_.is_open()) {
    if (input.empty()) in_.close();
    const bool moved = pass_on(input, outcome, ended ? milliseconds(0) : kSlice);
    // What the program left running may hold the pipes open for good; what it wrote until its end is read.
    if (!moved && ended) break;
    if (!moved) ended = has_ended();
    if (steady_clock::now() >= deadline) give_up();
  }
  in_.close();
}

bool Process::pass_on(std::string_view& input, Outcome& outcome, milliseconds patience) {
  // A closed descriptor is -1, which poll leaves alone.
  const int in = input.empty() ? -1 : in_.get();
  std::array<pollfd, 3> watched{{{in, POLLOUT, 0}, {out_.get(), POLLIN, 0}, {err_.get(), POLLIN, 0}}};
  const int ready = poll(watched.data(), watched.size(), static_cast<int>(patience.count()));
  if (ready < 0 && errno != EINTR) throw system_trouble("cannot wait for '" + name_ + "'", errno);
  if (ready <= 0) return ready < 0;
  if (watched[0].revents != 0) send(input);
  if (watched[1].revents != 0) receive(out_, outcome.out);
  if (watched[2].revents != 0) receive(err_, outcome.err);
  return true;
}

void Process::send(std::string_view& input) {
  const ssize_t count = ::send(in_.get(), input.data(), input.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (count > 0) input.remove_prefix(static_cast<std::size_t>(count));
  const bool unread = count < 0 && errno != EINTR && errno != EAGAIN;
  if (unread) in_.close();
}

bool Process::has_ended() {
  if (pid_ < 0) return true;
  const pid_t ended = waitpid(pid_, &wait_status_, WNOHANG);
  if (ended == 0 || (ended < 0 && errno == EINTR)) return false;
  const int error = ended < 0 ? errno : 0;
  pid_ = -1;
  if (error != 0) throw system_trouble("cannot wait for '" + name_ + "'", error);
  return true;
}

bool Process::wait_until(Moment deadline) {
  // It ends a moment after its pipes are closed, sooner than the shortest sleep.
  for (int i = 0; i < kYields; ++i) {
    if (has_ended()) return true;
    std::this_thread::yield();
  }
  auto pause = std::chrono::microseconds(50);
  while (!has_ended()) {
    if (steady_clock::now() >= deadline) return false;
    std::this_thread::sleep_for(pause);
    pause = std::min(pause * 2, std::chrono::microseconds(10'000));
  }
  return true;
}

void Process::end_group() {
  if (pid_ < 0) return;
  in_.close();
  out_.close();
  err_.close();
  kill(-pid_, SIGTERM);
  try {
    if (wait_until(steady_clock::now() + kGrace)) return;
    kill(-pid_, SIGKILL);
    wait_until(Moment::max());
  } catch (const Trouble&) {
    pid_ = -1;  // somebody else waited for it: it has ended
  }
}

void Process::give_up() {
  end_group();
  throw Trouble(Cause::machine,
                "'" + name_ + "' took too long and was stopped, see what keeps it and try again");
}

Outcome run(const std::vector<std::string>& argv, std::vector<std::string> environment,
            std::string_view input, milliseconds limit) {
  return Process(argv, std::move(environment)).finish(input, limit);
}

}  // namespace mentor::git
