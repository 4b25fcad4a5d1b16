/// How each type of value is written as text: one way, for records, policies, the command line and messages.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/day.h"
#include "base/text.h"
#include "base/value.h"
#include "model/amounts.h"
#include "model/id.h"
#include "model/words.h"

namespace mentor {

/// `Scalar<T>::read` gives nothing for what is no T; `write` gives what `read` takes back; `what` names the
/// type in a message (`must be …`), as does `hint` what to do about it.
template <class T>
struct Scalar;

template <>
struct Scalar<std::string> {
  static std::optional<std::string> read(std::string_view text) { return std::string(text); }
  static Value write(const std::string& text) { return Value::of_text(text); }
  static std::string what() { return "text"; }
};

template <>
struct Scalar<Day> {
  static std::optional<Day> read(std::string_view text) { return Day::parse(text); }
  static Value write(Day day) { return Value::of_token(day.iso()); }
  static std::string what() { return "a date, YYYY-MM-DD"; }
};

template <>
struct Scalar<Span> {
  static std::optional<Span> read(std::string_view text) { return Span::parse(text); }
  static Value write(const Span& span) { return Value::of_token(span.text()); }
  static std::string what() { return "a length of time, such as 'month', '4 weeks' or '18 months'"; }
};

template <>
struct Scalar<bool> {
  static std::optional<bool> read(std::string_view text) {
    return text == "yes" ? std::optional(true) : text == "no" ? std::optional(false) : std::nullopt;
  }
  static Value write(bool truth) { return Value::of_truth(truth); }
  static std::string what() { return "yes or no"; }
};

template <>
struct Scalar<Minutes> {
  static std::optional<Minutes> read(std::string_view text) { return Minutes::parse(text); }
  static Value write(Minutes minutes) { return Value::of_number(minutes.count); }
  static std::string what() { return "whole minutes, 1 to 1440"; }
};

template <>
struct Scalar<Pence> {
  static std::optional<Pence> read(std::string_view text) { return Pence::parse(text); }
  static Value write(Pence pence) { return Value::of_decimal(pence.pounds()); }
  static std::string what() { return "pounds with two decimals, such as 12.50"; }
};

template <>
struct Scalar<Share> {
  static std::optional<Share> read(std::string_view text) { return Share::parse(text); }
  static Value write(Share share) { return Value::of_decimal(share.text()); }
  static std::string what() { return "part of a post, 0.01 to 1.00"; }
};

template <>
struct Scalar<Count> {
  static std::optional<Count> read(std::string_view text) { return Count::parse(text); }
  static Value write(Count count) { return Value::of_number(count.count); }
  static std::string what() { return "a whole number, 0 to 999"; }
};

template <>
struct Scalar<Deduction> {
  static std::optional<Deduction> read(std::string_view text) { return Deduction::parse(text); }
  static Value write(Deduction deduction) { return Value::of_number(deduction.points); }
  static std::string what() { return "a whole number, -999 to 0"; }
};

template <>
struct Scalar<Ages> {
  static std::optional<Ages> read(std::string_view text) { return Ages::parse(text); }
  static Value write(const Ages& ages) { return Value::of_token(ages.text()); }
  static std::string what() { return "an age or a range of ages, such as 16-18"; }
};

template <>
struct Scalar<Id> {
  static std::optional<Id> read(std::string_view text) { return Id::parse(text); }
  static Value write(const Id& id) { return Value::of_token(id.view()); }
  static std::string what() { return "an identifier, such as M-7KQ2D"; }
};

template <char Kind>
struct Scalar<IdOf<Kind>> {
  static std::optional<IdOf<Kind>> read(std::string_view text) { return IdOf<Kind>::parse(text); }
  static Value write(const IdOf<Kind>& id) { return Value::of_token(id.view()); }
  static std::string what() {
    return std::string("an identifier, ") + Kind + "- and five of 0-9 A-Z without I L O U";
  }
};

template <class Enum>
requires std::is_enum_v<Enum>
struct Scalar<Enum> {
  static std::optional<Enum> read(std::string_view text) {
    const auto found = std::ranges::find(words_of<Enum>, text);
    if (found == words_of<Enum>.end()) return std::nullopt;
    return static_cast<Enum>(found - words_of<Enum>.begin());
  }
  static Value write(Enum word) { return Value::of_token(words_of<Enum>.at(static_cast<std::size_t>(word))); }
  static std::vector<std::string> choices() { return {words_of<Enum>.begin(), words_of<Enum>.end()}; }
  static std::string what() { return "one of " + join(choices(), ", "); }
};

/// The word of an enumeration's value.
template <class Enum>
requires std::is_enum_v<Enum>
[[nodiscard]] std::string_view word(Enum value) { return words_of<Enum>.at(static_cast<std::size_t>(value)); }

/// `'yesterdy' is not a date, YYYY-MM-DD`, with the nearest word where there is a choice of words, and the
/// day that was likely meant.
template <class T>
[[nodiscard]] std::string not_a(std::string_view text) {
  if constexpr (std::is_enum_v<T>) {
    return "'" + visible(text) + "' is not known" + suggestion(text, Scalar<T>::choices());
  } else if constexpr (std::is_same_v<T, Day>) {
    const auto meant = Day::meant_by(text);
    return "'" + visible(text) + "' is not " + Scalar<T>::what() +
           (meant ? ", did you mean " + meant->iso() : std::string());
  } else {
    return "'" + visible(text) + "' is not " + Scalar<T>::what();
  }
}

}  // namespace mentor
