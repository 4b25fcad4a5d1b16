#include "cmd/as_meant.h"

#include "exchange/written.h"

namespace mentor::cmd {

namespace {

std::string without_pounds(const std::string& typed) {
  constexpr std::string_view sign = "£";
  const std::string_view amount = exchange::trimmed(typed);
  return std::string(amount.starts_with(sign) ? exchange::trimmed(amount.substr(sign.size())) : amount);
}

}  // namespace

std::string as_meant(const std::string& typed, Kind kind, const std::vector<std::string>& words) {
  const std::string wanted = exchange::loosely(typed, '-');
  for (const auto& each : words) {
    const bool in_short = kind == Kind::truth && wanted == each.substr(0, 1);
    if (in_short || exchange::loosely(each, '-') == wanted) return each;
  }
  if (kind == Kind::money) return without_pounds(typed);
  return kind == Kind::ages ? exchange::as_range(typed) : typed;
}

}  // namespace mentor::cmd
