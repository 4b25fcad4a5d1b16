#include "git/raw_line.h"

#include "git/output.h"

namespace mentor::git {

namespace {

std::string without_zeros(const std::string& id) {
  return id.find_first_not_of('0') == std::string::npos ? std::string() : id;
}

}  // namespace

RawLine read_raw_line(std::string_view line) {
  constexpr std::size_t parts = 5;
  if (!line.starts_with(':')) throw not_understood();
  const auto words = split_at_blanks(line.substr(1));
  if (words.size() != parts) throw not_understood();
  return {words[0], words[1], without_zeros(words[2]), without_zeros(words[3]), words[4].front()};
}

Trouble not_understood() {
  return {Cause::machine, "cannot understand what git answers, check the repository with `git fsck`"};
}

}  // namespace mentor::git
