#include "cmd/terminal.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <memory>
#include <random>

#include "cmd/editor.h"
#include "cmd/pager.h"
#include "cmd/progress_line.h"

namespace mentor::cmd {

namespace {

constexpr std::size_t narrowest = 40;
constexpr std::size_t widest = 120;
constexpr std::size_t usual_width = 100;

/// The day on the user's own clock; g++ 12 has no time zones in <chrono>.
Day local_day() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  ::localtime_r(&now, &local);
  const std::chrono::year_month_day date(std::chrono::year(local.tm_year + 1900),
                                         std::chrono::month(static_cast<unsigned>(local.tm_mon + 1)),
                                         std::chrono::day(static_cast<unsigned>(local.tm_mday)));
  return Day(std::chrono::sys_days(date));
}

/// The terminal's width; where there is none, what COLUMNS says.
std::size_t columns() {
  std::size_t known = screen().columns;
  if (const char* said = std::getenv("COLUMNS"); said && known == 0) known = std::strtoul(said, nullptr, 10);
  return known == 0 ? usual_width : std::clamp(known, narrowest, widest);
}

std::chrono::milliseconds time_passed() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now().time_since_epoch());
}

/// Identifiers are drawn at random, so that two offices never draw the same; a seed makes an example rebuild
/// itself.
std::function<std::uint32_t()> random_numbers() {
  if (const char* seed = std::getenv("MENTORCTL_SEED")) {
    const auto number = static_cast<std::uint32_t>(std::strtoul(seed, nullptr, 10));
    return
        [engine = std::make_shared<std::mt19937>(number)] { return static_cast<std::uint32_t>((*engine)()); };
  }
  return
      [device = std::make_shared<std::random_device>()] { return static_cast<std::uint32_t>((*device)()); };
}

std::map<std::string, std::string> environment() {
  std::map<std::string, std::string> variables;
  for (const auto* name :
       {"MENTORCTL_DATA", "MENTORCTL_TODAY", "NO_COLOR", "HOME", "XDG_DATA_HOME", "GIT_INDEX_FILE"}) {
    if (const char* value = std::getenv(name)) variables[name] = value;
  }
  return variables;
}

}  // namespace

Io terminal(std::ostream& out, std::ostream& err) {
  Io io{out, err, std::cin, false, false, usual_width, local_day(), {}, run_editor, environment()};
  io.asks = ::isatty(STDIN_FILENO) != 0 && ::isatty(STDERR_FILENO) != 0;
  io.colour = ::isatty(STDOUT_FILENO) != 0 && !io.environment.contains("NO_COLOR");
  io.width = columns();
  if (::isatty(STDERR_FILENO) != 0) io.progress = std::make_shared<ProgressLine>(err, time_passed);
  io.random = random_numbers();
  std::error_code unknown;
  io.program = std::filesystem::read_symlink("/proc/self/exe", unknown);
  return io;
}

}  // namespace mentor::cmd
