/// Records and days as tests write them: YAML text and ISO dates in, values out.
#pragma once

#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/problem.h"
#include "store/record_file.h"

namespace mentor::test {

inline Day day(std::string_view iso) { return Day::parse(iso).value(); }

/// `file:line:column: message`, as a command prints it.
inline std::string told(const Problem& problem) {
  const auto& [file, place] = problem.spot;
  return file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": " +
         problem.message;
}

/// Lines that a failed check shows as lines.
struct Lines : std::vector<std::string> {
  using std::vector<std::string>::vector;
  friend std::ostream& operator<<(std::ostream& out, const Lines& lines) {
    for (const auto& each : lines) out << "\n  " << each;
    return out;
  }
};

inline Lines told(const Problems& problems) {
  Lines lines;
  for (const auto& each : problems) lines.push_back(told(each));
  return lines;
}

/// The record in the text, which must be sound.
template <class Record>
Record record(std::string_view text, std::string_view path) {
  Problems problems;
  Record read = store::read_record<Record>(text, path, problems);
  if (!problems.empty()) throw std::runtime_error(told(problems.front()));
  return read;
}

}  // namespace mentor::test
