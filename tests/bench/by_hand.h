/// What a file looks like after people had it open.
#pragma once

#include <string>
#include <string_view>

#include "base/value.h"
#include "bench/dice.h"

namespace mentor::bench {

/// A remark here and there, and blank lines, between the entries of a log.
[[nodiscard]] std::string with_remarks(std::string_view text, Dice& dice);
/// Single quotes where double ones are and need not be.
[[nodiscard]] std::string in_single_quotes(std::string_view text);
/// The same said otherwise: entries over several lines, their keys in another order, or the line ends of
/// Windows.
[[nodiscard]] std::string edited_by_hand(const Value& record, Dice& dice);

}  // namespace mentor::bench
