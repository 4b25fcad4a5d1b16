/// Lines of the schema, chosen for a form: no key or meaning stands in a form's own table.
#pragma once

#include <type_traits>

#include "model/describe.h"
#include "model/schema.h"

namespace mentor::exchange {

/// The line of the schema for a member.
template <class Owner, class Member>
constexpr Field<Owner, Member> in_schema(Member Owner::*member) {
  Field<Owner, Member> line{};
  for_each_field<Owner>([&](const auto& each) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(each)>, Field<Owner, Member>>) {
      if (each.member == member) line = each;
    }
  });
  return line;
}

/// Whether the field names the scheme, as it does in every record that has one.
[[nodiscard]] inline bool is_scheme(const FieldShape& field) {
  return field.key == key_of(&YoungPerson::scheme);
}

/// The places of the fields of a record in the map that it was read from.
template <Described T>
[[nodiscard]] Places places_in(const Value& map) {
  Places places(map.place);
  for_each_numbered_field<T>([&](const auto& each, std::size_t number) {
    if (const Member* found = map.find(each.key)) places.set(number, found->value.place);
  });
  return places;
}

}  // namespace mentor::exchange
