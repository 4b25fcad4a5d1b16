/// Words that people use for those that are used here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mentor {

/// The one of these words that another stands for: `young-person` for `mentee`; none when it is no such word,
/// or stands for none of them.
[[nodiscard]] std::optional<std::string> word_used_for(std::string_view other,
                                                       std::span<const std::string> words);

}  // namespace mentor
