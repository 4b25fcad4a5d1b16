/// Where each field of a record was read: carried beside the values, and no part of what the record says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/problem.h"

namespace mentor {

/// The places of one record or entry. Fields are numbered as in its schema.
class Places {
 public:
  Places() = default;
  /// With room for the places of so many fields.
  explicit Places(Place start, std::size_t fields = 0) : start_(start) { fields_.reserve(fields); }

  void set(std::size_t field, Place place) {
    if (fields_.size() <= field) fields_.resize(field + 1);
    fields_[field] = {static_cast<std::uint32_t>(place.line), static_cast<std::uint32_t>(place.column)};
  }
  /// Where the record or entry starts.
  [[nodiscard]] Place start() const { return start_; }
  /// Where the field's value stands; the start when the field is absent.
  [[nodiscard]] Place of(std::size_t field) const {
    if (field >= fields_.size() || fields_[field].line == 0) return start_;
    return {fields_[field].line, fields_[field].column};
  }

 private:
  /// A Place in half the room: no file is so long that it would not fit.
  struct Short {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
  };

  Place start_;
  std::vector<Short> fields_;
};

}  // namespace mentor
