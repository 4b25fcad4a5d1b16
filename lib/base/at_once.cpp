#include "base/at_once.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace mentor {

namespace {

/// What is shared by the threads of one round of work.
class Round {
 public:
  Round(std::size_t count, const std::function<void(std::size_t)>& work) : count_(count), work_(work) {}

  /// Takes one number after the other until none is left, or a call has thrown.
  void take_part() {
    for (std::size_t i = next_++; i < count_; i = next_++) {
      try {
        work_(i);
      } catch (...) {
        const std::scoped_lock lock(mutex_);
        if (!thrown_ || i < thrown_by_) {
          thrown_ = std::current_exception();
          thrown_by_ = i;
        }
        next_ = count_;
      }
    }
  }

  void throw_if_thrown() const {
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  std::size_t count_;
  const std::function<void(std::size_t)>& work_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;
  std::exception_ptr thrown_;
  std::size_t thrown_by_ = 0;  ///< the lowest number: those below it had begun, and had their say
};

/// Others beside this thread; fewer where the system allows no more.
std::vector<std::jthread> helpers(std::size_t wanted, Round& round) {
  std::vector<std::jthread> threads;
  threads.reserve(wanted);
  try {
    while (threads.size() < wanted) threads.emplace_back([&round] { round.take_part(); });
  } catch (const std::system_error&) {
    return threads;
  }
  return threads;
}

}  // namespace

void for_each_number(std::size_t count, Calls calls, const std::function<void(std::size_t)>& work) {
  constexpr std::size_t worth_a_thread = 16;  // a thread costs about as much as reading some files
  std::size_t wanted = calls == Calls::in_turn ? 0 : count / worth_a_thread;
  if (wanted > 0)
    wanted = std::min<std::size_t>(wanted, std::max(std::thread::hardware_concurrency(), 1U) - 1);
  Round round(count, work);
  {
    const auto threads = helpers(wanted, round);
    round.take_part();
  }
  round.throw_if_thrown();
}

}  // namespace mentor
