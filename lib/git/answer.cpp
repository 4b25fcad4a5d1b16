#include "git/answer.h"

#include <charconv>

namespace mentor::git {

Trouble unreadable_answer() {
  return {Cause::machine,
          "cannot understand what `git cat-file` answers, check the repository with `git fsck`"};
}

// "NAME missing", "NAME ambiguous", or "ID TYPE SIZE".
std::optional<Answer> read_answer(std::string_view line) {
  if (line.ends_with(" missing") || line.ends_with(" ambiguous")) return std::nullopt;
  const std::size_t after_id = line.find(' ');
  const std::size_t before_size = line.rfind(' ');
  if (after_id == before_size) throw unreadable_answer();
  Answer answer;
  answer.id = line.substr(0, after_id);
  answer.type = line.substr(after_id + 1, before_size - after_id - 1);
  const char* end = line.data() + line.size();
  const auto [rest, error] = std::from_chars(line.data() + before_size + 1, end, answer.size);
  if (error != std::errc() || rest != end) throw unreadable_answer();
  return answer;
}

}  // namespace mentor::git
