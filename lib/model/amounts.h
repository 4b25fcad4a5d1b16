/// Amounts that are no bare numbers: minutes, money, parts of a post, ages.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mentor {

/// The length of one session: 1 to 1440 minutes.
struct Minutes {
  int count = 0;

  [[nodiscard]] static std::optional<Minutes> parse(std::string_view text);
  friend auto operator<=>(const Minutes&, const Minutes&) = default;
};

/// Money, in whole pence; written in pounds with two decimals (`12.50`). From 0.00 to 99999.99.
struct Pence {
  std::int64_t count = 0;

  [[nodiscard]] static std::optional<Pence> parse(std::string_view pounds);
  [[nodiscard]] std::string pounds() const;
  friend auto operator<=>(const Pence&, const Pence&) = default;
};

/// Part of a full-time post, in hundredths; written as a decimal (`0.50`). From 0.01 to 1.00.
struct Share {
  int hundredths = 0;

  [[nodiscard]] static std::optional<Share> parse(std::string_view text);
  [[nodiscard]] std::string text() const;
  friend auto operator<=>(const Share&, const Share&) = default;
};

/// A whole number from 0 to 999: a capacity, an age.
struct Count {
  int count = 0;

  [[nodiscard]] static std::optional<Count> parse(std::string_view text);
  friend auto operator<=>(const Count&, const Count&) = default;
};

/// Points taken away: a whole number from -999 to 0.
struct Deduction {
  int points = 0;

  [[nodiscard]] static std::optional<Deduction> parse(std::string_view text);
  friend auto operator<=>(const Deduction&, const Deduction&) = default;
};

/// Ages from one to another, both included; written `16-18`, or `17`.
struct Ages {
  int from = 0;
  int to = 0;

  [[nodiscard]] static std::optional<Ages> parse(std::string_view text);
  [[nodiscard]] std::string text() const;
  friend bool operator==(const Ages&, const Ages&) = default;
};

}  // namespace mentor
