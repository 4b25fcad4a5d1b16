/// What people are called, do and write down: invented, with the quotes, colons, commas and accents of real
/// ones.
#pragma once

#include <string>
#include <vector>

#include "bench/dice.h"

namespace mentor::bench {

[[nodiscard]] std::string a_name(Dice& dice);
[[nodiscard]] std::string an_area(Dice& dice);
[[nodiscard]] std::string a_worker(Dice& dice);
/// A number that no telephone has.
[[nodiscard]] std::string a_phone(Dice& dice);
[[nodiscard]] std::vector<std::string> some_interests(Dice& dice);
[[nodiscard]] std::vector<std::string> some_languages(Dice& dice);
[[nodiscard]] std::string a_pen_picture(Dice& dice);
[[nodiscard]] std::string an_activity(Dice& dice);
[[nodiscard]] std::string a_note(Dice& dice);
[[nodiscard]] std::string a_reason_to_cancel(Dice& dice);
[[nodiscard]] std::string a_conversation(Dice& dice);
[[nodiscard]] std::string a_goal(Dice& dice);
[[nodiscard]] std::string an_account(Dice& dice);

}  // namespace mentor::bench
