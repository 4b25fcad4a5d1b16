#include "cmd/pager.h"

#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "base/text.h"

namespace mentor::cmd {

namespace {

/// Whether the pager ran; what it did not take nobody wanted to see.
bool page(const std::string& command, const std::string& text) {
  std::FILE* pager = ::popen(command.c_str(), "w");
  if (!pager) return false;
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  std::fwrite(text.data(), 1, text.size(), pager);
  const int status = ::pclose(pager);
  std::signal(SIGPIPE, before);
  constexpr int no_such_program = 127;
  return !(WIFEXITED(status) && WEXITSTATUS(status) == no_such_program);
}

}  // namespace

Screen screen() {
  winsize size{};
  if (::isatty(STDOUT_FILENO) == 0 || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return {};
  return {size.ws_col, size.ws_row};
}

bool is_longer_than(const Screen& screen, const std::string& text) {
  if (screen.rows == 0) return false;
  const std::size_t columns = std::max<std::size_t>(screen.columns, 1);
  std::size_t rows = 0;
  for (const auto line : split_lines(text))
    rows += 1 + (std::max<std::size_t>(display_width(line), 1) - 1) / columns;
  return rows >= screen.rows;
}

Outlet::Outlet() : holds_(screen().rows > 0) { err_ << std::unitbuf; }

std::ostream& Outlet::out() { return holds_ ? held_ : std::cout; }

bool Outlet::finish() {
  let_go();
  std::cout.flush();
  return static_cast<bool>(std::cout);
}

void Outlet::let_go() {
  const std::string text = held_.str();
  std::cout.flush();
  if (text.empty()) return;
  held_.str({});
  const char* said = std::getenv("PAGER");
  const std::string command = said ? said : "less 2>/dev/null";
  if (!command.empty() && is_longer_than(screen(), text)) {
    ::setenv("LESS", "FRX", 0);  // colours as they are, and the text stays on the screen
    if (page(command, text)) return;
  }
  std::cout << text << std::flush;
}

Outlet::Follower::int_type Outlet::Follower::overflow(int_type character) {
  outlet_.let_go();
  return std::cerr.rdbuf()->sputc(traits_type::to_char_type(character));
}

std::streamsize Outlet::Follower::xsputn(const char* text, std::streamsize length) {
  outlet_.let_go();
  return std::cerr.rdbuf()->sputn(text, length);
}

int Outlet::Follower::sync() { return std::cerr.rdbuf()->pubsync(); }

}  // namespace mentor::cmd
