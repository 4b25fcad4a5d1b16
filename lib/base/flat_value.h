/// A tree of plain values laid out in one row: each value is followed by what is in it, and its texts are
/// views into the bytes that were read. Quick to make and to walk, and gone with those bytes.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/problem.h"
#include "base/value.h"

namespace mentor {

/// A value of such a row; in a map each is preceded by its key, which is a value too. What each member means
/// is said in base/value.h.
struct FlatValue {
  Form form = Form::nothing;
  Layout layout = Layout::block;
  std::uint32_t size = 1;  ///< how many values of the row it takes, itself and all that is in it
  std::uint32_t offset = 0;
  Place place;
  std::string_view text{};  ///< of a scalar or key

  [[nodiscard]] bool is_scalar() const { return form != Form::list && form != Form::map; }
  /// The first that is in it, the next beside it, and where what is in it ends.
  [[nodiscard]] const FlatValue* first() const { return this + 1; }
  [[nodiscard]] const FlatValue* next() const { return this + size; }
};

/// Calls `visit(key, its place, value)` with each member of a map, in order.
template <class Visit>
void for_each_member(const FlatValue& map, Visit visit) {
  for (const auto* key = map.first(); key != map.next(); key = (key + 1)->next()) {
    visit(key->text, key->place, *(key + 1));
  }
}

/// Calls `visit(value)` with each item of a list, in order.
template <class Visit>
void for_each_item(const FlatValue& list, Visit visit) {
  for (const auto* item = list.first(); item != list.next(); item = item->next()) visit(*item);
}

[[nodiscard]] inline std::size_t number_of_items(const FlatValue& list) {
  std::size_t count = 0;
  for_each_item(list, [&](const FlatValue&) { ++count; });
  return count;
}

/// The same tree with texts of its own.
[[nodiscard]] Value to_value(const FlatValue& root);

}  // namespace mentor
