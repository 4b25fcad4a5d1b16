/// A tree of plain values: what YAML text says, with the place of every part, and what records and reports
/// are turned into on their way to YAML, JSON, CSV or a terminal. No anchors, tags or numbers of its own: a
/// scalar is its text, and `Form` tells writers how to set it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.h"

namespace mentor {

enum class Form : std::uint8_t {
  nothing,  ///< no value at all (`key:` with nothing behind it)
  text,     ///< words that somebody wrote
  token,    ///< a date, an identifier, one of a set of words: never needs quotes
  number,   ///< digits, with a decimal point perhaps; a number in JSON
  truth,    ///< `yes` or `no`; true or false in JSON
  list,
  map,
};

enum class Layout : std::uint8_t { block, flow };

struct Member;

struct Value {
  Form form = Form::nothing;
  std::string text;             ///< of a scalar
  std::vector<Value> items;     ///< of a list
  std::vector<Member> members;  ///< of a map, in order
  Place place;                  ///< where it was read; 0:0 when it was not
  std::size_t offset = 0;       ///< the same in bytes from the start of the text
  Layout layout = Layout::block;

  [[nodiscard]] static Value of_text(std::string_view text);
  [[nodiscard]] static Value of_token(std::string_view text);
  [[nodiscard]] static Value of_number(std::int64_t number);
  /// A decimal as text, such as `12.50`.
  [[nodiscard]] static Value of_decimal(std::string_view decimal);
  [[nodiscard]] static Value of_truth(bool truth);
  [[nodiscard]] static Value of_list();
  [[nodiscard]] static Value of_list(std::vector<Value> items);
  [[nodiscard]] static Value of_map();

  [[nodiscard]] bool is_scalar() const { return form != Form::list && form != Form::map; }
  [[nodiscard]] const Member* find(std::string_view key) const;
  /// Adds a member to a map and returns its value.
  Value& add(std::string_view key, Value value);

 private:
  static Value scalar(Form form, std::string_view text);
};

struct Member {
  std::string key;
  Place place;             ///< of the key
  std::size_t offset = 0;  ///< of the key, in bytes
  Value value;
};

/// Calls `visit(key, its place, value)` with each member of a map, in order.
template <class Visit>
void for_each_member(const Value& map, Visit visit) {
  for (const auto& each : map.members) visit(std::string_view(each.key), each.place, each.value);
}

/// Calls `visit(value)` with each item of a list, in order.
template <class Visit>
void for_each_item(const Value& list, Visit visit) {
  for (const auto& each : list.items) visit(each);
}

[[nodiscard]] inline std::size_t number_of_items(const Value& list) { return list.items.size(); }

}  // namespace mentor
