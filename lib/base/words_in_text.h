/// The words of running text, for finding names in it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

/// A run of letters and digits; of a script that puts no blanks between words, each character is one.
struct WordInText {
  std::size_t begin = 0;    ///< in bytes
  std::size_t end = 0;      ///< in bytes, behind it
  std::string folded;       ///< without case and accents, for comparing
  bool capital = false;     ///< begins with a capital letter, or is of a script that has none
  bool is_whole = true;     ///< stands for itself; false where blanks do not part words
  std::size_t letters = 0;  ///< how many characters it has
};

/// Hyphens and apostrophes part words as blanks do: `Okafor-Vale's` has three.
[[nodiscard]] std::vector<WordInText> words_in_text(std::string_view text);

}  // namespace mentor
