/// Between records and trees of values: the reader and the writer as visitors of the schema.
#pragma once

#include <fmt/format.h>

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/flat_value.h"
#include "base/problem.h"
#include "base/value.h"
#include "model/field.h"
#include "model/scalar.h"

namespace mentor {

/// What a member of a record can be: a scalar, maybe absent, a group of fields, or a list.
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsList : std::false_type {};
template <class T>
struct IsList<std::vector<T>> : std::true_type {};

/// Lists of entries have an `id` in each and are written one entry a line; other lists are of scalars.
template <class T>
inline constexpr bool is_entry_list = false;
template <Described T>
inline constexpr bool is_entry_list<std::vector<T>> = true;

/// The type of a member in words: `a date, YYYY-MM-DD`, `a list of …`, `entries`, `fields`.
template <class T>
[[nodiscard]] std::string type_name() {
  if constexpr (IsOptional<T>::value) {
    return type_name<typename T::value_type>();
  } else if constexpr (is_entry_list<T>) {
    return "entries";
  } else if constexpr (IsList<T>::value) {
    return "a list of " + type_name<typename T::value_type>();
  } else if constexpr (Described<T>) {
    return "fields";
  } else {
    return Scalar<T>::what();
  }
}

/// How the message about an entry without an identifier ends.
inline constexpr std::string_view no_entry_id = "add it, or let 'mentorctl record' give it one";

/// Reads trees of values into records, strictly: each from a Value or a FlatValue. Whatever is wrong is a
/// problem at its place, all of it is collected.
class Decoder {
 public:
  /// `file` goes into the problems.
  explicit Decoder(std::string_view file) : file_(file) {}

  /// Reads a map with the fields of T. `noun` names it in messages: `a mentor`.
  template <Described T, class Tree>
  [[nodiscard]] T record(const Tree& value, std::string_view noun);

  /// Reads a list of them, which `value` must be.
  template <Described T, class Tree>
  [[nodiscard]] std::vector<T> list(const Tree& value, std::string_view noun);

  void report(Place place, std::string message);
  [[nodiscard]] Problems take_problems() { return std::move(problems_); }

 private:
  enum class Absence : bool { allowed, refused };
  template <Described T, class Tree>
  void record(const Tree& value, std::string_view noun, T& to);
  template <class T, class Tree>
  void member(std::string_view key, const Tree& value, T& to, Absence absence);
  template <class T, class Tree>
  void scalar(std::string_view key, const Tree& value, T& to, Absence absence);
  void unknown(std::string_view noun, std::string_view key, Place place,
               std::span<const std::string_view> known);
  enum class Within : bool { record, entry };
  void missing(Place place, std::string_view noun, std::string_view key, Within within);
  static std::string no_value(std::string_view key, Absence absence);
  bool is_map(Form form, Place place, std::string_view noun);
  bool is_list(Form form, Place place, std::string_view key);

  std::string file_;
  Problems problems_;
};

/// The record as a tree: keys in the order of the schema, absent fields left out. The same record gives the
/// same tree.
template <Described T>
[[nodiscard]] Value encode(const T& record);

/// Whether two trees say the same, wherever they were read and however they were laid out.
[[nodiscard]] bool same(const Value& a, const Value& b);

// Templates from here on.

namespace codec {

template <class T>
bool absent(const T& value) {
  if constexpr (requires { value.has_value(); }) {
    return !value.has_value();
  } else if constexpr (requires { value.empty(); }) {
    return value.empty();
  } else {
    return false;
  }
}

template <class T>
Value encode_member(const T& value) {
  if constexpr (IsOptional<T>::value) {
    return encode_member(*value);
  } else if constexpr (IsList<T>::value) {
    Value list = Value::of_list();
    for (const auto& each : value) list.items.push_back(encode_member(each));
    return list;
  } else if constexpr (Described<T>) {
    return encode(value);
  } else {
    return Scalar<T>::write(value);
  }
}

}  // namespace codec

template <Described T>
Value encode(const T& record) {
  Value map = Value::of_map();
  for_each_field<T>([&](const auto& each) {
    const auto& value = record.*(each.member);
    if (!codec::absent(value)) map.add(each.key, codec::encode_member(value));
  });
  return map;
}

template <Described T>
inline constexpr std::size_t number_of_fields =
    std::tuple_size_v<std::remove_cvref_t<decltype(fields_of<T>)>>;

namespace codec {

/// The keys of a record, in the order of its fields.
template <Described T>
inline constexpr auto keys = std::apply(
    [](const auto&... fields) { return std::array<std::string_view, sizeof...(fields)>{fields.key...}; },
    fields_of<T>);

/// The number of the field with that key, which most often is `likely` or soon behind it; or how many fields
/// there are.
template <Described T>
std::size_t number_of(std::string_view key, std::size_t likely) {
  for (std::size_t i = likely; i < number_of_fields<T>; ++i) {
    if (keys<T>[i] == key) return i;
  }
  for (std::size_t i = 0; i < likely; ++i) {
    if (keys<T>[i] == key) return i;
  }
  return number_of_fields<T>;
}

/// Calls `visit(field)` with the field of that number.
template <Described T, class Visit>
void with_field(std::size_t number, Visit visit) {
  const auto one = [&]<std::size_t... Numbers>(std::index_sequence<Numbers...>) {
    static_cast<void>(((Numbers == number && (visit(std::get<Numbers>(fields_of<T>)), true)) || ...));
  };
  one(std::make_index_sequence<number_of_fields<T>>());
}

}  // namespace codec

template <Described T, class Tree>
T Decoder::record(const Tree& value, std::string_view noun) {
  T read;
  record(value, noun, read);
  return read;
}

template <Described T, class Tree>
void Decoder::record(const Tree& value, std::string_view noun, T& to) {
  static_assert(number_of_fields<T> <= 64, "a bit for each");
  to.places = Places(value.place);
  if (!is_map(value.form, value.place, noun)) return;
  std::uint64_t given = 0;
  std::size_t likely = 0;
  for_each_member(value, [&](std::string_view key, Place place, const Tree& said) {
    const std::size_t number = codec::number_of<T>(key, likely);
    if (number == number_of_fields<T>) return unknown(noun, key, place, codec::keys<T>);
    given |= std::uint64_t{1} << number;
    likely = number + 1;
    to.places.set(number, said.place);
    codec::with_field<T>(number, [&](const auto& each) {
      member(key, said, to.*(each.member), each.traits.required ? Absence::refused : Absence::allowed);
    });
  });
  for_each_numbered_field<T>([&](const auto& each, std::size_t number) {
    constexpr bool is_entry = !requires(T whole) { whole.file; };
    if (each.traits.required && (given >> number & 1U) == 0)
      missing(value.place, noun, each.key, is_entry ? Within::entry : Within::record);
  });
}

template <Described T, class Tree>
std::vector<T> Decoder::list(const Tree& value, std::string_view noun) {
  std::vector<T> entries;
  entries.reserve(number_of_items(value));
  for_each_item(value, [&](const Tree& each) { record(each, noun, entries.emplace_back()); });
  return entries;
}

template <class T, class Tree>
void Decoder::member(std::string_view key, const Tree& value, T& to, Absence absence) {
  if constexpr (IsOptional<T>::value) {
    member(key, value, to.emplace(), absence);
  } else if constexpr (is_entry_list<T>) {
    if (is_list(value.form, value.place, key))
      to = list<typename T::value_type>(value, fmt::format("an entry of '{}'", key));
  } else if constexpr (IsList<T>::value) {
    if (!is_list(value.form, value.place, key)) return;
    for_each_item(value, [&](const Tree& each) { scalar(key, each, to.emplace_back(), Absence::allowed); });
  } else if constexpr (Described<T>) {
    record(value, fmt::format("'{}'", key), to);
  } else {
    scalar(key, value, to, absence);
  }
}

template <class T, class Tree>
void Decoder::scalar(std::string_view key, const Tree& value, T& to, Absence absence) {
  if (!value.is_scalar()) return report(value.place, in_quotes(key) + " must be " + Scalar<T>::what());
  if (value.text.empty()) return report(value.place, no_value(key, absence));
  if constexpr (std::is_same_v<T, std::string>) {
    to = value.text;
  } else if (auto read = Scalar<T>::read(value.text)) {
    to = std::move(*read);
  } else {
    report(value.place, in_quotes(key) + ": " + not_a<T>(value.text));
  }
}

}  // namespace mentor
