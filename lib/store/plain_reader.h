/// The quick reader of the plain form: the part of YAML in which the program itself writes records, read
/// without a library.
///
/// It takes block maps and lists, flow maps and lists that end on their line, plain texts of one line, both
/// kinds of quotes, comments, blank lines, and lines that end in LF or CRLF. Of whatever it isn't sure it
/// says nothing at all: store/yaml.h's strict reader has the word then, and gives every error. What it does
/// take, the strict reader takes too, as the same tree with the same places;
/// tests/store/plain_reader_test.cpp and tests/fuzz hold them to it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/flat_value.h"

namespace mentor::store {

/// Keeps its room from one text to the next.
class PlainReader {
 public:
  /// The text as a tree; nothing when the strict reader has to look. The tree holds until the next call, and
  /// no longer than `text`.
  [[nodiscard]] const FlatValue* read(std::string_view text);

  /// The same; but nothing at all in a build with MENTORCTL_STRICT_READER, in which the strict reader reads
  /// everything, so that every test can be run with either. For those who read records.
  [[nodiscard]] const FlatValue* read_first(std::string_view text);

 private:
  std::vector<FlatValue> row_;
  std::string unescaped_;
  std::string ended_;  ///< a text whose last line had no end
};

}  // namespace mentor::store
