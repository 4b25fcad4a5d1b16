/// How a record is described: a table of fields, each with its key, its member and what a visitor must know
/// of it.
#pragma once

#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "base/problem.h"
#include "model/places.h"

namespace mentor {

/// What is true of a field beside its type. Traits are put together with `|`.
struct Traits {
  bool required = false;
  bool dated = false;     ///< the day on which something happened: `--as-of` goes by it
  bool begins = false;    ///< dated, and before that day its entry was not there, as where it is required
  bool planned = false;   ///< a day that may lie ahead and stands all the same: an intended end, an expiry
  bool personal = false;  ///< names or describes a person
  bool names = false;     ///< holds somebody's name, and maybe more behind a comma
  bool words = false;     ///< words that somebody wrote about a person
  std::string_view vocabulary{};  ///< its words are the policy's list of this name
  std::string_view with{};        ///< says more of the dated field of this key, and came with it

  friend constexpr Traits operator|(Traits a, Traits b) {
    return {a.required || b.required,
            a.dated || b.dated,
            a.begins || b.begins,
            a.planned || b.planned,
            a.personal || b.personal,
            a.names || b.names,
            a.words || b.words,
            a.vocabulary.empty() ? b.vocabulary : a.vocabulary,
            a.with.empty() ? b.with : a.with};
  }
};

namespace traits {
inline constexpr Traits optional{};
inline constexpr Traits required{.required = true};
inline constexpr Traits dated{.dated = true};
inline constexpr Traits begins{.dated = true, .begins = true};
inline constexpr Traits planned{.planned = true};
inline constexpr Traits personal{.personal = true};
inline constexpr Traits names{.personal = true, .names = true};
inline constexpr Traits words{.words = true};
constexpr Traits from(std::string_view vocabulary) { return {.vocabulary = vocabulary}; }
constexpr Traits came_with(std::string_view dated_key) { return {.with = dated_key}; }
}  // namespace traits

template <class Owner, class Member>
struct Field {
  std::string_view key;
  Member Owner::*member;
  Traits traits;
  std::string_view means;
};

template <class Owner, class Member>
constexpr Field<Owner, Member> field(std::string_view key, Member Owner::*member, Traits traits,
                                     std::string_view means) {
  return {key, member, traits, means};
}

/// The table of a record, an entry of a list, or the parameters of a rule: a tuple of fields, in the order in
/// which they are written. Specialised for each.
template <class T>
inline constexpr auto fields_of = nullptr;

/// What has such a table.
template <class T>
concept Described = !std::is_same_v<std::remove_cvref_t<decltype(fields_of<T>)>, std::nullptr_t>;

/// Calls `visit(field)` for each field of T, in order.
template <Described T, class Visit>
constexpr void for_each_field(Visit&& visit) {
  std::apply([&](const auto&... fields) { (visit(fields), ...); }, fields_of<T>);
}

/// Calls `visit(field, its number)` for each field of T, in order.
template <Described T, class Visit>
constexpr void for_each_numbered_field(Visit&& visit) {
  std::size_t number = 0;
  for_each_field<T>([&](const auto& each) { visit(each, number++); });
}

/// Where the value of `member` was read: `place_of(session, &Session::date)`.
template <Described T, class Member>
[[nodiscard]] Place place_of(const T& record, Member T::*member) {
  Place place = record.places.start();
  for_each_numbered_field<T>([&](const auto& each, std::size_t number) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(each.member)>, Member T::*>) {
      if (each.member == member) place = record.places.of(number);
    }
  });
  return place;
}

/// The key of `member`, so that no key stands twice: `key_of(&Mentor::area)`.
template <Described T, class Member>
[[nodiscard]] constexpr std::string_view key_of(Member T::*member) {
  std::string_view key;
  for_each_field<T>([&](const auto& each) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(each.member)>, Member T::*>) {
      if (each.member == member) key = each.key;
    }
  });
  return key;
}

}  // namespace mentor
