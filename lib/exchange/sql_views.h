/// The questions that people ask of the database, answered in views.
#pragma once

#include <span>
#include <string_view>

namespace mentor::exchange {

struct SqlView {
  std::string_view name;
  std::string_view means;
  std::string_view select;
};

/// What happened after the day of the export counts in none of them.
[[nodiscard]] std::span<const SqlView> sql_views();

}  // namespace mentor::exchange
