/// The tables of fields as data: what each record holds, for whoever cannot be a template: docs, JSON
/// Schemas, help.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/codec.h"
#include "model/field.h"

namespace mentor {

/// What a value is.
enum class Kind : std::uint8_t {
  text,
  date,
  span,     ///< a length of time
  truth,    ///< yes or no
  minutes,  ///< 1 to 1440
  money,    ///< pounds with two decimals
  share,    ///< part of a post, 0.01 to 1.00
  count,    ///< 0 to 999
  ages,     ///< an age, or a range
  id,
  word,   ///< one of a set
  group,  ///< fields of its own
  entry,  ///< the same, with an `id`: only in lists
};

struct FieldShape {
  std::string_view key;
  Kind kind;
  bool is_list;      ///< a list of that kind
  std::string type;  ///< in words, such as `a date, YYYY-MM-DD`
  Traits traits;
  std::string_view means;
  std::vector<std::string> words;  ///< of a word: all that there are
  char letter;                     ///< of an identifier: how it begins; 0 when it may be of any kind
  std::vector<FieldShape> fields;  ///< of a group or an entry
};

/// A kind of record.
struct RecordShape {
  std::string_view noun;    ///< `young person`
  std::string_view plural;  ///< `young people`
  std::string_view folder;  ///< `young-people`, where each has a file of its own; empty where one file is all
  std::string_view file;    ///< that one file, `mentorctl.yaml`; else empty
  bool is_log;              ///< the file is a list, and the fields are those of each entry
  char letter;              ///< how its identifier begins; of a log, that of an entry; 0 when it has none
  std::vector<FieldShape> fields;
};

/// All of them, in the order in which they are explained.
[[nodiscard]] std::vector<RecordShape> record_shapes();

/// The fields of T, in the order in which they are written.
template <Described T>
[[nodiscard]] std::vector<FieldShape> describe();

// Templates from here on.

namespace shape {

/// The type of one value, without `optional` and without the list around it.
template <class T>
struct Bare {
  using type = T;
};
template <class T>
struct Bare<std::optional<T>> : Bare<T> {};
template <class T>
struct Bare<std::vector<T>> : Bare<T> {};

template <class T>
inline constexpr char letter_of = 0;
template <char Letter>
inline constexpr char letter_of<IdOf<Letter>> = Letter;

/// Not defined for what is no value of a record: a new type must be given its kind here.
template <class T>
inline constexpr auto scalar_kind = nullptr;
template <>
inline constexpr Kind scalar_kind<std::string> = Kind::text;
template <>
inline constexpr Kind scalar_kind<Day> = Kind::date;
template <>
inline constexpr Kind scalar_kind<Span> = Kind::span;
template <>
inline constexpr Kind scalar_kind<bool> = Kind::truth;
template <>
inline constexpr Kind scalar_kind<Minutes> = Kind::minutes;
template <>
inline constexpr Kind scalar_kind<Pence> = Kind::money;
template <>
inline constexpr Kind scalar_kind<Share> = Kind::share;
template <>
inline constexpr Kind scalar_kind<Count> = Kind::count;
template <>
inline constexpr Kind scalar_kind<Ages> = Kind::ages;
template <>
inline constexpr Kind scalar_kind<Id> = Kind::id;
template <char Letter>
inline constexpr Kind scalar_kind<IdOf<Letter>> = Kind::id;
template <class Enum>
requires std::is_enum_v<Enum>
inline constexpr Kind scalar_kind<Enum> = Kind::word;

template <class T>
std::vector<std::string> words() {
  if constexpr (std::is_enum_v<T>) return Scalar<T>::choices();
  return {};
}

template <class T>
std::vector<FieldShape> fields() {
  if constexpr (Described<T>) return describe<T>();
  return {};
}

}  // namespace shape

/// What a member of type T holds, whether or not it may be absent and however many there may be.
template <class T>
[[nodiscard]] constexpr Kind kind_of() {
  using Bare = typename shape::Bare<T>::type;
  if constexpr (is_entry_list<T>) {
    return Kind::entry;
  } else if constexpr (Described<Bare>) {
    return Kind::group;
  } else {
    return shape::scalar_kind<Bare>;
  }
}

template <class Owner, class Member>
[[nodiscard]] FieldShape describe(const Field<Owner, Member>& field) {
  using Bare = typename shape::Bare<Member>::type;
  return {field.key,   kind_of<Member>(),    IsList<Member>::value,  type_name<Member>(),  field.traits,
          field.means, shape::words<Bare>(), shape::letter_of<Bare>, shape::fields<Bare>()};
}

template <Described T>
std::vector<FieldShape> describe() {
  std::vector<FieldShape> fields;
  for_each_field<T>([&](const auto& each) { fields.push_back(describe(each)); });
  return fields;
}

}  // namespace mentor
