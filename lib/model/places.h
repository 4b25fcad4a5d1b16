/// Where each field of a record was read: carried beside the values, and no part of what the record says.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "base/problem.h"

namespace mentor {

/// The places of one record or entry. Fields are numbered as in its schema.
class Places {
 public:
  Places() = default;
  explicit Places(Place start) : start_(shortened(start)) {}

  void set(std::size_t field, Place place) {
    if (field < columns_.size() && place.line == start_.line && place.column <= last_column) {
      columns_[field] = static_cast<std::uint16_t>(place.column);
    } else {
      set_elsewhere(field, shortened(place));
    }
  }
  /// Where the record or entry starts.
  [[nodiscard]] Place start() const { return {start_.line, start_.column}; }
  /// Where the field's value stands; the start when the field is absent.
  [[nodiscard]] Place of(std::size_t field) const {
    if (field < columns_.size() && columns_[field] != 0) return {start_.line, columns_[field]};
    if (field < others_.size() && others_[field].line != 0)
      return {others_[field].line, others_[field].column};
    return start();
  }

 private:
  /// A Place in half the room: no file is so long that it would not fit.
  struct Short {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
  };
  static Short shortened(Place place) {
    return {static_cast<std::uint32_t>(place.line), static_cast<std::uint32_t>(place.column)};
  }

  void set_elsewhere(std::size_t field, Short at) {
    if (field < columns_.size()) columns_[field] = 0;
    if (others_.size() <= field) {
      if (others_.capacity() <= field) others_.reserve(usual_fields);
      others_.resize(field + 1);
    }
    others_[field] = at;
  }

  static constexpr std::uint32_t last_column = std::numeric_limits<std::uint16_t>::max();
  static constexpr std::size_t first_fields = 14;  ///< and as many as an entry has at most
  static constexpr std::size_t usual_fields = 24;

  Short start_;
  std::array<std::uint16_t, first_fields> columns_{};  ///< on the line of the start: most entries have one
  std::vector<Short> others_;                          ///< by number
};

}  // namespace mentor
