/// What an export is made of: the records as it shows them, and what follows from them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "reports/report.h"

namespace mentor::exchange {

enum class People : bool { named, pseudonymous };

struct Exported {
  reports::Basis basis;            ///< the records as they are, from which everything is worked out
  std::optional<Register> veiled;  ///< the same without people, where nobody is to be named
  Findings broken;
  Findings due;
  std::size_t left_out = 0;  ///< findings that would tell of somebody who is not named

  /// The records as they are to be shown.
  [[nodiscard]] const Register& shown() const { return veiled ? *veiled : basis.records; }
  [[nodiscard]] People people() const { return veiled ? People::pseudonymous : People::named; }
};

/// What an export says of itself, under its keys: when, from what and by which program it was made.
using About = std::vector<std::pair<std::string, std::string>>;

/// Needs everything. Where people are pseudonymous it holds the findings alone that are true and come out the
/// same without what was left out, whatever the day of the year somebody was born on: the others would tell
/// it.
[[nodiscard]] Exported exported(const reports::Basis& basis, People people);

}  // namespace mentor::exchange
