/// Whether somebody is whom another wishes for, in the words that people have for it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"
#include "model/records.h"

namespace mentor {

/// What is not known is no `differs`: nobody is passed over for a word that is strange here.
enum class Agreement : std::uint8_t { agrees, differs, not_known };

/// Whether the text asks for somebody in particular: `any`, `no preference` and `-` do not.
[[nodiscard]] bool asks_for_gender(std::string_view wish);

/// The gender as it is compared and grouped: `female` for `Woman`, `girl` and `F`; a strange word stands for
/// itself. Of several that are named, `woman or non-binary`, each. Empty for nobody in particular.
[[nodiscard]] std::string gender_in_common(std::string_view text);

/// Whoever asks for nobody in particular agrees with everybody; of several that are asked for, one will do.
[[nodiscard]] Agreement agreement_on_gender(std::string_view wish, std::string_view gender);

[[nodiscard]] Agreement agreement_on_age(const Ages& wish, std::optional<Day> born, Day today);

/// Whether an age or a gender is asked for.
[[nodiscard]] bool asks_for_somebody(const std::optional<Wishes>& wishes);

}  // namespace mentor
