/// A cell of somebody's sheet as the records write its value.
#pragma once

#include <string>

#include "model/describe.h"
#include "policy/edition.h"

namespace mentor::exchange {

/// What a cell says; where it is plain what is wrong with it, that. A text that is no such value is left as
/// it is for the decoder to tell.
struct SettledCell {
  std::string text;
  std::string problem;  ///< `'45678' is a day as a spreadsheet counts days, …`
};

/// Days with the day of the month first, `05/02/2026`, `5 Feb 2026`; minutes as `1h30`, `1:30`, `90 min`;
/// money with its sign; yes and no in other words; a word of the schemes, of this one where there is one,
/// whatever its case and dashes. Text stays as it is.
[[nodiscard]] SettledCell settle_cell(const std::string& text, const FieldShape& field,
                                      const std::string& scheme, const policy::Policies& policies);

/// Whether a day is written with slashes and can only have the month first (`02/25/2026`), or only the day.
enum class DayOrder : std::uint8_t { either, day_first, month_first };
[[nodiscard]] DayOrder day_order(std::string_view text);

}  // namespace mentor::exchange
