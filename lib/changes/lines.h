/// The line merge of three texts, for what people wrote around their records.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mentor::changes {

/// Line by line, as git would merge them; nothing where both changed the same lines or lines beside each
/// other. A record that comes of it need not say what the two meant.
[[nodiscard]] std::optional<std::string> merge_lines(std::string_view before, std::string_view ours,
                                                     std::string_view theirs);

/// Two texts in one: what they share once, and where they differ both between git's conflict markers.
[[nodiscard]] std::string with_markers(std::string_view ours, std::string_view theirs,
                                       std::string_view our_label, std::string_view their_label);

}  // namespace mentor::changes
