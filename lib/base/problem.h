/// Where something stands in a file, and what is wrong there.
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <vector>

namespace mentor {

/// A place in a text. Lines and columns count from 1, columns in characters (not bytes); 0:0 is nowhere.
struct Place {
  std::size_t line = 0;
  std::size_t column = 0;

  friend auto operator<=>(const Place&, const Place&) = default;
};

/// A place in a file of the data directory; `file` is relative to its root.
struct Spot {
  std::string file;
  Place place;

  friend auto operator<=>(const Spot&, const Spot&) = default;
};

/// Something wrong in a record: a value, returned with all the others.
struct Problem {
  Spot spot;
  std::string message;    ///< what is wrong, then what to do; one line, no full stop
  std::string line;       ///< the text of that line, for showing it with a caret; empty when there is none
  std::string missing{};  ///< the file that should be there, where that is what is wrong

  friend auto operator<=>(const Problem&, const Problem&) = default;
};

/// Whether two states of the records have that wrong alike: in one file, on whichever line.
[[nodiscard]] inline bool is_same_wrong(const Problem& a, const Problem& b) {
  return a.spot.file == b.spot.file && a.message == b.message;
}

using Problems = std::vector<Problem>;

}  // namespace mentor
