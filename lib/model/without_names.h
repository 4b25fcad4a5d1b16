/// A text that goes into the history, without the names that the records hold.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/register.h"

namespace mentor {

/// What stands for a name that belongs to nobody with an identifier, or to several.
inline constexpr std::string_view some_name = "(name)";

/// The text with the names of the register's people replaced by their identifiers, and every other name that
/// its records hold (a key adult's, a member of staff's) by `(name)`. Case and accents do not matter.
///
/// A name is known as a whole, and by each of its words with two letters or more that is written with a
/// capital; for those whom it is `about`, however it is written.
[[nodiscard]] std::string without_names(std::string_view text, const Register& records,
                                        std::span<const Id> about);

}  // namespace mentor
