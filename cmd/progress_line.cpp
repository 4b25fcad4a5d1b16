#include "cmd/progress_line.h"

#include <fmt/format.h>

#include <ostream>
#include <utility>

namespace mentor::cmd {

namespace {

constexpr std::chrono::milliseconds patience(1000);
constexpr std::chrono::milliseconds breath(100);
constexpr std::string_view wiped = "\r\x1b[K";

}  // namespace

ProgressLine::ProgressLine(std::ostream& terminal, Clock clock)
    : terminal_(terminal), clock_(std::move(clock)), next_(clock_() + patience) {}

ProgressLine::~ProgressLine() { wipe_out(); }

void ProgressLine::read(std::size_t done, std::size_t known) {
  if (done == known) return wipe_out();
  const auto now = clock_();
  if (now < next_) return;
  next_ = now + breath;
  is_shown_ = true;
  terminal_ << fmt::format("{}reading the records: {} of {} files", wiped, done, known) << std::flush;
}

void ProgressLine::wipe_out() {
  if (!is_shown_) return;
  terminal_ << wiped << std::flush;
  is_shown_ = false;
}

}  // namespace mentor::cmd
