/// The streams of a command and what they are joined to; passed in, so that a command runs inside a test.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <string>

#include "base/day.h"

namespace mentor::cmd {

class ProgressLine;

struct Io {
  std::ostream& out;  ///< data only
  std::ostream& err;  ///< notes, prompts, errors
  std::istream& in;
  bool asks = false;       ///< a person is there to be asked
  bool colour = false;     ///< `out` is a terminal that wants colour
  std::size_t width = 80;  ///< of lines for people
  Day clock_day;           ///< the day that the clock shows
  std::function<std::uint32_t()> random;
  /// Lets somebody edit a file and waits for the end; gives the editor's exit status.
  std::function<int(const std::filesystem::path& file)> edit;
  std::map<std::string, std::string> environment;  ///< the variables that the program heeds
  std::filesystem::path program{};                 ///< where it stands, for git to run; empty: not known
  bool change_stands = false;                      ///< a commit was made, whatever becomes of the answer
  std::shared_ptr<ProgressLine> progress{};        ///< where `err` is a terminal
};

}  // namespace mentor::cmd
