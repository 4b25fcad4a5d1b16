/// How people and reasons are shown in what `suggest` and `match --all` answer.
#pragma once

#include <string>
#include <string_view>

#include "base/day.h"
#include "base/value.h"
#include "matching/suggestion.h"

namespace mentor::cmd {

/// The reasons as data: `[{about, points, says}]`, those of the two first, then the urgency.
[[nodiscard]] Value to_value(const matching::Reasons& reasons, const matching::Reasons& urgency);
/// `{mentor, findings, because}`.
[[nodiscard]] Value to_value(const matching::NotReady& not_ready);
[[nodiscard]] Value texts(const std::vector<std::string>& sentences);

/// `Ros Okafor (M-7KQ2D), woman, 48`.
[[nodiscard]] std::string called(const Mentor& mentor, Day today);
/// `Tia Quill (Y-4F7KA)`.
[[nodiscard]] std::string called(const YoungPerson& young_person);

/// A sentence below a person, its points before it where it has any.
[[nodiscard]] std::string line(std::string_view points, std::string_view sentence, std::size_t width);
/// Each reason on a line of its own.
[[nodiscard]] std::string lines(const matching::Reasons& reasons, std::size_t width);
/// Each finding on a line of its own, behind its severity.
[[nodiscard]] std::string lines(const Findings& findings, std::size_t width);
/// The mentor, and what stands against a match with them.
[[nodiscard]] std::string lines(const matching::NotReady& not_ready, Day today, std::size_t width);

}  // namespace mentor::cmd
