/// Days and spans of time as the records write them: whole days of the Gregorian calendar, no clock, no time
/// zone.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mentor {

/// A day from 1900-01-01 to 2199-12-31. Trivially copyable; ordered in time.
class Day {
 public:
  Day() = default;
  explicit Day(std::chrono::sys_days day) : day_(std::chrono::time_point_cast<Days>(day)) {}

  /// Reads `YYYY-MM-DD`, nothing else: no blanks, no other separators, no impossible day, none out of range.
  [[nodiscard]] static std::optional<Day> parse(std::string_view iso);

  /// The day that somebody likely means who writes it otherwise, the day of the month first: `20/05/2008`,
  /// `20.5.2008`, `20 May 2008`, `20th May 2008`, `2008/5/20`. For messages: nobody is taken at such a word.
  [[nodiscard]] static std::optional<Day> meant_by(std::string_view text);

  /// `YYYY-MM-DD`.
  [[nodiscard]] std::string iso() const;
  /// For people: `12 March 2026`.
  [[nodiscard]] std::string in_words() const;
  /// `Thursday 12 March 2026`.
  [[nodiscard]] std::string with_weekday() const;

  /// The same day of the month `months` later (or earlier), clamped to that month's last day:
  /// 31 January + 1 month is 28 or 29 February.
  [[nodiscard]] Day plus_months(int months) const;
  [[nodiscard]] Day plus_days(int days) const { return Day(day_ + std::chrono::days(days)); }

  /// Whole days from `other` to this one; negative when this one is earlier.
  [[nodiscard]] int days_since(Day other) const { return static_cast<int>((day_ - other.day_).count()); }

  /// Whole months from `other` to this day: how often the same day of the month has come round, clamped as
  /// above. Negative when this day is earlier.
  [[nodiscard]] int months_since(Day other) const;

  /// Whole years that somebody born on this day has lived on `day`. Born on 29 February, they have their
  /// birthday on 1 March in other years. Negative before the birth.
  [[nodiscard]] int age_on(Day day) const;
  /// The day on which somebody born on this one reaches `age`.
  [[nodiscard]] Day birthday(int age) const;

  friend auto operator<=>(const Day&, const Day&) = default;

 private:
  /// Days in half the room: there are very many of them.
  using Days = std::chrono::duration<std::int32_t, std::chrono::days::period>;
  std::chrono::time_point<std::chrono::system_clock, Days> day_{};
};

/// A length of time in calendar terms: `month`, `week`, `4 weeks`, `18 months`, `10 days`, `2 years`.
class Span {
 public:
  enum class Unit { days, months };

  Span() = default;
  constexpr Span(int count, Unit unit) : count_(count), unit_(unit) {}
  static constexpr Span days(int count) { return {count, Unit::days}; }
  static constexpr Span months(int count) { return {count, Unit::months}; }

  /// Reads a number from 1 to 999 and a unit (day, week, month, year and their plurals); without a number,
  /// one.
  [[nodiscard]] static std::optional<Span> parse(std::string_view text);

  /// `90 days`, `1 month`, `6 weeks`: what `parse` reads back to the same span.
  [[nodiscard]] std::string text() const;

  /// The day `times` of these spans after `from`, always counted from `from`, so that clamped months recover:
  /// 31 January, 28 February, 31 March.
  [[nodiscard]] Day after(Day from, int times = 1) const;

  /// How many of `part` this span is; nothing when it is no whole number of them.
  [[nodiscard]] std::optional<int> times(const Span& part) const;

  friend bool operator==(const Span&, const Span&) = default;

 private:
  int count_ = 1;
  Unit unit_ = Unit::days;
};

}  // namespace mentor
