/// Identifiers for entries that people typed without one.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "model/schema.h"

namespace mentor::store {

/// The key of an entry's identifier, in every list.
inline constexpr std::string_view id_key = key_of(&Session::id);

/// A record's text in which every entry has an identifier.
struct Numbered {
  std::string text;
  std::vector<Place> places;  ///< where the entries stood, in the text as it was, that were given one
};

/// Gives each entry of the record's lists that has none an identifier of its kind which the file does not
/// know yet; nothing else changes. A text that is no YAML, or a path that is no record's, stays as it is.
[[nodiscard]] Numbered with_entry_ids(std::string_view text, std::string_view path,
                                      const std::function<std::uint32_t()>& random);

/// The identifiers of the entries of a record's lists, in order; none of a text that is no YAML.
[[nodiscard]] std::vector<std::string> entry_ids(std::string_view text, std::string_view path);

}  // namespace mentor::store
