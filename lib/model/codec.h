/// Between records and trees of values: the reader and the writer as visitors of the schema.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

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

/// Reads trees of values into records, strictly. Whatever is wrong is a problem at its place, all of it is
/// collected.
class Decoder {
 public:
  /// `file` goes into the problems.
  explicit Decoder(std::string_view file) : file_(file) {}

  /// Reads a map with the fields of T. `noun` names it in messages: `a mentor`.
  template <Described T>
  [[nodiscard]] T record(const Value& value, std::string_view noun);

  /// Reads a list of them, which `value` must be.
  template <Described T>
  [[nodiscard]] std::vector<T> list(const Value& value, std::string_view noun);

  void report(Place place, std::string message);
  [[nodiscard]] Problems take_problems() { return std::move(problems_); }

 private:
  enum class Absence : bool { allowed, refused };
  template <class T>
  void member(const Member& from, T& to, Absence absence);
  template <class T>
  void scalar(std::string_view key, const Value& value, T& to, Absence absence);
  void unknown_keys(const Value& value, std::string_view noun, const std::vector<std::string>& known);
  enum class Within : bool { record, entry };
  void missing(const Value& value, std::string_view noun, std::string_view key, Within within);
  static std::string no_value(std::string_view key, Absence absence);
  bool is_map(const Value& value, std::string_view noun);
  bool is_list(std::string_view key, const Value& value);

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
T Decoder::record(const Value& value, std::string_view noun) {
  T record;
  record.places = Places(value.place);
  if (!is_map(value, noun)) return record;
  std::vector<std::string> known;
  for_each_numbered_field<T>([&](const auto& each, std::size_t number) {
    known.emplace_back(each.key);
    if (const Member* found = value.find(each.key)) {
      record.places.set(number, found->value.place);
      member(*found, record.*(each.member), each.traits.required ? Absence::refused : Absence::allowed);
    } else if (each.traits.required) {
      constexpr bool is_entry = !requires(T whole) { whole.file; };
      missing(value, noun, each.key, is_entry ? Within::entry : Within::record);
    }
  });
  unknown_keys(value, noun, known);
  return record;
}

template <Described T>
std::vector<T> Decoder::list(const Value& value, std::string_view noun) {
  std::vector<T> entries;
  for (const auto& each : value.items) entries.push_back(record<T>(each, noun));
  return entries;
}

template <class T>
void Decoder::member(const Member& from, T& to, Absence absence) {
  if constexpr (IsOptional<T>::value) {
    member(from, to.emplace(), absence);
  } else if constexpr (is_entry_list<T>) {
    if (is_list(from.key, from.value))
      to = list<typename T::value_type>(from.value, "an entry of '" + from.key + "'");
  } else if constexpr (IsList<T>::value) {
    if (!is_list(from.key, from.value)) return;
    for (const auto& each : from.value.items) scalar(from.key, each, to.emplace_back(), Absence::allowed);
  } else if constexpr (Described<T>) {
    to = record<T>(from.value, "'" + from.key + "'");
  } else {
    scalar(from.key, from.value, to, absence);
  }
}

template <class T>
void Decoder::scalar(std::string_view key, const Value& value, T& to, Absence absence) {
  if (!value.is_scalar()) return report(value.place, in_quotes(key) + " must be " + Scalar<T>::what());
  if (value.text.empty()) return report(value.place, no_value(key, absence));
  if (auto read = Scalar<T>::read(value.text)) {
    to = std::move(*read);
  } else {
    report(value.place, in_quotes(key) + ": " + not_a<T>(value.text));
  }
}

}  // namespace mentor
