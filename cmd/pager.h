/// Long output on a terminal, a screen at a time.
#pragma once

#include <cstddef>
#include <ostream>
#include <sstream>
#include <streambuf>
#include <string>

namespace mentor::cmd {

/// The size of the terminal that standard output is; none where it is no terminal.
struct Screen {
  std::size_t columns = 0;
  std::size_t rows = 0;
};
[[nodiscard]] Screen screen();

/// Whether the text takes more rows than the screen has.
[[nodiscard]] bool is_longer_than(const Screen& screen, const std::string& text);

/// Standard output and error of the program. On a terminal what is written to `out` is held until it is
/// whole, or until something is written to `err`, which is to follow it; longer than the screen it goes
/// through
/// `$PAGER`, else `less`. No pager is used when `$PAGER` is empty or cannot be run.
class Outlet {
 public:
  Outlet();
  Outlet(const Outlet&) = delete;
  Outlet& operator=(const Outlet&) = delete;
  ~Outlet() = default;

  [[nodiscard]] std::ostream& out();
  [[nodiscard]] std::ostream& err() { return err_; }
  /// Writes what is held. False when standard output did not take all of it.
  bool finish();

 private:
  /// Lets what is held go first.
  class Follower : public std::streambuf {
   public:
    explicit Follower(Outlet& outlet) : outlet_(outlet) {}

   protected:
    int_type overflow(int_type character) override;
    std::streamsize xsputn(const char* text, std::streamsize length) override;
    int sync() override;

   private:
    Outlet& outlet_;
  };

  void let_go();

  bool holds_;
  std::ostringstream held_;
  Follower follower_{*this};
  std::ostream err_{&follower_};
};

}  // namespace mentor::cmd
