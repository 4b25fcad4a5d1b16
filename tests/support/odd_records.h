/// Records as people might lay them out by hand, and texts that bite, made by chance from a seed.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace mentor::test {

class Chance {
 public:
  explicit Chance(std::uint32_t seed) : engine_(seed) {}

  std::size_t below(std::size_t limit) { return engine_() % limit; }
  bool one_in(std::size_t times) { return below(times) == 0; }
  template <class Range>
  const auto& of(const Range& range) {
    return range[below(std::size(range))];
  }

 private:
  std::mt19937 engine_;
};

/// A text without control characters or bidirectional controls; line feeds and tabs are in it.
std::string nasty_text(Chance& chance);

/// Lines of a record's text that belong together: a field, an entry, or what stands between them.
struct Piece {
  std::string text;
  std::string field;  ///< its key; empty for comments and blank lines
  std::string entry;  ///< the identifier of the entry that it is, one of the list `field`
};

/// The text of a mentor, `M-7KQ2D`, in pieces.
struct OddRecord {
  std::string before;  ///< a byte order mark, `---`
  std::vector<Piece> pieces;
  std::string behind;  ///< `...`, comments

  /// The text, without the last line end when `open_end`, with CRLF when `crlf`.
  [[nodiscard]] std::string text() const;
  bool crlf = false;
  bool open_end = false;
};

OddRecord odd_mentor(Chance& chance);

}  // namespace mentor::test
